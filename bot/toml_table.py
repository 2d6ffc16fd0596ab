"""A TOML table that is read strictly: each key once, of the right type, and none left over."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any

from bot.domain.gemeente import Policy
from bot.domain.opening import Span
from bot.errors import ConfigError
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LINE = 200
"""The most characters in a line of text."""

_SPAN = re.compile(r"(\d{1,2}):(\d\d) ?[-–] ?(\d{1,2}):(\d\d)\Z")
_CLOSED = "dicht"


class Table:
    """One table of a file. Each reader takes a key, and raises ConfigError where that is missing or wrong."""

    def __init__(self, held: Mapping[str, Any], file: str, path: str = "") -> None:
        self._held = held
        self._file = file
        self._path = path
        self._read: set[str] = set()

    def table(self, key: str) -> Table:
        """Read a table below this one."""
        value = self._take(key, allowed := _("een tabel met de kop [{key}]", key=self._name(key)))
        if not isinstance(value, dict):
            raise self.wrong(key, allowed)
        return Table(value, self._file, self._name(key))

    def line(self, key: str, pattern: str = r"\S.*", allowed: Text | None = None) -> str:
        """Read one line of text of this pattern."""
        allowed = allowed or _("een regel tekst van 1 tot {most} letters", most=LINE)
        value = self._take(key, allowed)
        if not _is_line(value) or not re.fullmatch(pattern, value):
            raise self.wrong(key, allowed)
        return str(value)

    def lines(self, key: str, most: int) -> tuple[str, ...]:
        """Read a list of at least one line of text."""
        value = self._take(key, allowed := _("een lijst van 1 tot {most} zinnen", most=most))
        if not isinstance(value, list) or not 1 <= len(value) <= most or not all(map(_is_line, value)):
            raise self.wrong(key, allowed)
        return tuple(value)

    def number(self, key: str, least: int, most: int) -> int:
        """Read a whole number, both ends included."""
        value = self._take(key, allowed := _("een getal van {least} tot en met {most}", least=least, most=most))
        if type(value) is not int or not least <= value <= most:
            raise self.wrong(key, allowed)
        return value

    def choice(self, key: str, choices: Collection[str]) -> str:
        """Read one of these words."""
        value = self._take(key, allowed := _("een van deze woorden: {words}", words=tuple(choices)))
        if not isinstance(value, str) or value not in choices:
            raise self.wrong(key, allowed)
        return value

    def policy(self, key: str) -> Policy:
        """Read whether something may be asked."""
        return Policy(self.choice(key, tuple(Policy)))

    def span(self, key: str) -> Span | None:
        """Read the hours of a day, None when closed."""
        value = self._take(key, allowed := _("twee tijden, zoals 09:00-17:00, of het woord {closed}", closed=_CLOSED))
        if value == _CLOSED:
            return None
        found = _SPAN.match(value) if isinstance(value, str) else None
        if found is None:
            raise self.wrong(key, allowed)
        opens_at, opens_past, closes_at, closes_past = map(int, found.groups())
        try:
            span = Span(time(opens_at, opens_past), time(closes_at, closes_past))
        except ValueError:
            raise self.wrong(key, allowed) from None
        if span.opens >= span.closes:
            raise self.wrong(key, allowed)
        return span

    def dates(self, key: str) -> frozenset[date]:
        """Read a list of dates, perhaps empty."""
        value = self._take(key, allowed := _("een lijst van datums, zoals 2026-12-25"))
        if not isinstance(value, list) or any(type(day) is not date for day in value):
            raise self.wrong(key, allowed)
        return frozenset(value)

    def has(self, key: str) -> bool:
        """Tell whether a key that may be left out is there."""
        self._read.add(key)
        return key in self._held

    def done(self) -> None:
        """Refuse keys that nobody read: most likely a typing mistake."""
        for key in self._held:
            if key not in self._read:
                raise ConfigError(
                    _(
                        # staff: who sets up the gemeente reads this
                        "In {file} staat {key}. Dat ken ik niet. Haal het weg of kies uit: {known}.",
                        file=self._file,
                        key=self._name(key),
                        known=tuple(sorted(self._read)),
                    )
                )

    def wrong(self, key: str, allowed: Text) -> ConfigError:
        """Make the error of a value that is not allowed."""
        return ConfigError(
            _(
                # staff: who sets up the gemeente reads this
                "In {file} kan {key} niet zijn: {value}. Schrijf hier: {allowed}.",
                file=self._file,
                key=self._name(key),
                value=verbatim(_short(self._held.get(key))),
                allowed=allowed,
            )
        )

    def _take(self, key: str, allowed: Text) -> Any:
        self._read.add(key)
        if key not in self._held:
            raise ConfigError(
                _(
                    # staff: who sets up the gemeente reads this
                    "In {file} staat {key} nog niet. Schrijf daar: {allowed}.",
                    file=self._file,
                    key=self._name(key),
                    allowed=allowed,
                )
            )
        return self._held[key]

    def _name(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value.isprintable() and len(value) <= LINE


def _short(value: Any) -> str:
    words = str(value) if isinstance(value, date | int | float) else repr(value)
    longest = 40
    return words if len(words) <= longest else words[: longest - 1] + "…"
