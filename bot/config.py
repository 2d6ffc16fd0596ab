"""Settings from the environment, and what a gemeente decides from gemeente.toml.

Both are read once, at the start; a wrong value stops it with a sentence that says which and why.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.domain.gemeente import Asks, Gemeente, Keep, Look, Privacy, Reach, TravelDefault, Workshop
from bot.domain.opening import Opening
from bot.errors import ConfigError
from bot.text import Text, _
from bot.toml_table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLE = Path(__file__).parent.parent / "gemeente.toml"
"""The example that the product brings along: Voorbeeldstad."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TRAVEL_BY = ("bike", "ov", "car", "walk", "moped")
ASKS = ("stand", "sit", "bend", "lift", "register")

_SWITCH = {"1": True, "on": True, "true": True, "ja": True, "0": False, "off": False, "false": False, "nee": False}
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_DATABASE = re.compile(r"(sqlite|postgresql)(\+\w+)?://\S*")
_MOST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process runs. What holds a secret is never shown: not in a repr, not in an error."""

    database_url: str = field(repr=False)
    base_url: str
    port: int
    host: str
    data_dir: Path
    demo: bool
    gemeente_file: Path
    telegram_api_base: str = field(repr=False)
    telegram_webhook_url: str | None = field(repr=False)
    telegram_token: str | None = field(repr=False)
    rasa_url: str | None = field(repr=False)
    rasa_token: str | None = field(repr=False)
    key: str | None = field(repr=False)

    @staticmethod
    def from_environment(environ: Mapping[str, str]) -> Settings:
        """Read the settings (design section 10); an empty value counts as none. Raises ConfigError."""
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        data_dir = Path(given.get("HALLOWERK_DATA_DIR", "data")).expanduser()
        port = _port(given)
        token = given.get("TELEGRAM_BOT_TOKEN")
        if token and not _TOKEN.fullmatch(token):
            raise _wrong("TELEGRAM_BOT_TOKEN", _("het token dat BotFather je gaf"))
        database_url = given.get("HALLOWERK_DATABASE_URL")
        if database_url and not _DATABASE.fullmatch(database_url):
            raise _wrong("HALLOWERK_DATABASE_URL", _("een adres dat begint met sqlite:// of postgresql://"))
        return Settings(
            database_url=database_url or f"sqlite:///{data_dir / 'hallowerk.db'}",
            base_url=_link(given, "HALLOWERK_BASE_URL") or f"http://127.0.0.1:{port}",
            port=port,
            host=given.get("HALLOWERK_HOST", "127.0.0.1"),
            data_dir=data_dir,
            demo=_switch(given, "HALLOWERK_DEMO", otherwise=not token and not database_url),
            gemeente_file=_gemeente_file(given),
            telegram_api_base=_link(given, "TELEGRAM_API_BASE") or "https://api.telegram.org",
            telegram_webhook_url=_link(given, "TELEGRAM_WEBHOOK_URL", safe=True),
            telegram_token=token,
            rasa_url=_link(given, "HALLOWERK_RASA_URL"),
            rasa_token=given.get("HALLOWERK_RASA_TOKEN"),
            key=given.get("HALLOWERK_KEY"),
        )


def read_gemeente(path: Path) -> Gemeente:
    """Read gemeente.toml. Raises ConfigError, which names the key, what is wrong and what is allowed."""
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise ConfigError(_("Het bestand {file} kan ik niet lezen. Zet het daar neer.", file=str(path))) from None
    except tomllib.TOMLDecodeError as error:
        said = _("Het bestand {file} klopt niet. Kijk hier: {where}.", file=path.name, where=str(error))
        raise ConfigError(said) from None
    root = Table(held, path.name)
    gemeente = Gemeente(
        name=root.line("name"),
        contact=_reach(root.table("contact")),
        look=_look(root.table("look"), path.parent),
        workshop=_workshop(root.table("workshop")),
        opening=_opening(root.table("opening")),
        after_no=root.lines("after_no", 5),
        asks=_asks(root.table("asks")),
        travel=_travel(root.table("travel")),
        privacy=_privacy(root.table("privacy")),
        keep=_keep(root.table("keep")),
        employer_answer_days=root.number("employer_answer_days", 1, 30),
        telegram_group=root.number("telegram_group", -(10**15), -1) if root.has("telegram_group") else None,
    )
    root.done()
    return gemeente


def _reach(table: Table) -> Reach:
    reach = Reach(
        phone=table.line("phone", r"\+?[\d() -]{4,20}", _("een telefoonnummer, zoals 14 012")),
        email=_mail(table, "email"),
        address=table.line("address"),
        website=table.line("website", r"https?://[^\s/]+\S*", _("een link, zoals https://voorbeeldstad.example")),
    )
    table.done()
    return reach


def _privacy(table: Table) -> Privacy:
    privacy = Privacy(
        officer=_mail(table, "officer"),
        statement=table.line("statement", r"https://[^\s/]+\S*", _("een link die begint met https://")),
    )
    table.done()
    return privacy


def _mail(table: Table, key: str) -> str:
    return table.line(key, r"[^@\s]+@[^@\s]+\.[^@\s.]+", _("een mailadres, zoals werk@voorbeeldstad.example"))


def _look(table: Table, folder: Path) -> Look:
    """Read the look; the logo lies beside the file, and has to be there."""
    logo = None
    colour = table.line("colour", r"#[0-9A-Fa-f]{6}", _("een kleur, zoals #1d5b79")).lower()
    if table.has("logo"):
        allowed = _("het pad van een plaatje dat er is: svg, png of jpg")
        logo = folder / table.line("logo", r".+\.(svg|png|jpg)", allowed)
        if not logo.is_file():
            raise table.wrong("logo", allowed)
    table.done()
    return Look(colour, None if logo is None else str(logo))


def _workshop(table: Table) -> Workshop:
    workshop = Workshop(where=table.line("where"), when=table.line("when"))
    table.done()
    return workshop


def _opening(table: Table) -> Opening:
    week = tuple(table.span(day) for day in WEEKDAYS)
    if not any(week):
        raise table.wrong(WEEKDAYS[0], _("tijden voor ten minste 1 dag, zoals 09:00-17:00"))
    opening = Opening(week, table.dates("holidays"))
    table.done()
    return opening


def _asks(table: Table) -> Asks:
    asks = Asks(**{name: table.policy(name) for name in ASKS})
    table.done()
    return asks


def _travel(table: Table) -> TravelDefault:
    travel = TravelDefault(minutes=table.number("minutes", 5, 180), by=table.choice("by", TRAVEL_BY))
    table.done()
    return travel


def _keep(table: Table) -> Keep:
    keep = Keep(
        conversation=table.number("conversation", 30, 730),
        handoff=table.number("handoff", 1, 365),
        events=table.number("events", 7, 365),
        desk=table.number("desk", 30, 1825) if table.has("desk") else 365,
        sentences=table.number("sentences", 1, 365),
    )
    table.done()
    return keep


def _gemeente_file(given: Mapping[str, str]) -> Path:
    """Give the file that is named, else the one in this folder, else our example."""
    if named := given.get("HALLOWERK_GEMEENTE"):
        return Path(named).expanduser()
    here = Path("gemeente.toml")
    return here if here.is_file() else EXAMPLE


def _port(given: Mapping[str, str]) -> int:
    value = given.get("HALLOWERK_PORT", "8080")
    if not re.fullmatch(r"[0-9]{1,5}", value) or not 1 <= int(value) <= _MOST_PORT:
        raise _wrong("HALLOWERK_PORT", _("een getal van {least} tot en met {most}", least=1, most=_MOST_PORT))
    return int(value)


def _switch(given: Mapping[str, str], name: str, *, otherwise: bool) -> bool:
    value = given.get(name)
    if value is None:
        return otherwise
    if value.lower() not in _SWITCH:
        raise _wrong(name, _("een van deze woorden: {words}", words=tuple(_SWITCH)))
    return _SWITCH[value.lower()]


def _link(given: Mapping[str, str], name: str, *, safe: bool = False) -> str | None:
    """Read an address, without the slash at its end; `safe` asks for https, as Telegram does for a webhook."""
    value = given.get(name)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        right = parts.hostname and parts.port != 0 and not parts.query + parts.fragment and not re.search(r"\s", value)
    except ValueError:  # no number as its port, a bracket that does not close
        right = False
    if not right or not value.startswith(("https://",) if safe else ("https://", "http://")):
        allowed = _("een adres dat begint met https://") if safe else _("een adres dat begint met http:// of https://")
        raise _wrong(name, allowed)
    return value.rstrip("/")


def _wrong(name: str, allowed: Text) -> ConfigError:
    """Make the error of a setting. Its value may be a secret and is not in it."""
    # staff: a setting
    return ConfigError(_("De instelling {name} klopt niet. Vul in: {allowed}.", name=name, allowed=allowed))
