"""The `hallowerk` command. Each subcommand is imported when it is used, so that the start stays quick."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from bot.commands.telling import as_utf8, words
from bot.errors import HalloWerkError
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = {"d": "days", "h": "hours", "w": "weeks"}
WRONGLY_ASKED = 2
INTERRUPTED = 130


class WronglyAskedError(HalloWerkError):
    """A command line that we do not understand."""


def period(given: str) -> timedelta:
    """Read "30d", "12h" or "2w"."""
    number, unit = given[:-1], given[-1:]
    if unit not in _UNITS or not number.isdecimal() or not 0 < int(number) <= 3650:  # noqa: PLR2004 - ten years
        raise WronglyAskedError(_("schrijf een getal met d, h of w, zoals 30d"))
    return timedelta(**{_UNITS[unit]: int(number)})


def named(given: str) -> str:
    """Read a name that others will see: 2 to 60 characters on one line."""
    name = " ".join(given.split())
    if not 2 <= len(name) <= 60 or not name.isprintable():  # noqa: PLR2004 - as the sentence says
        raise WronglyAskedError(_("schrijf een naam van 2 tot 60 letters"))
    return name


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are Dutch too."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with our word for "usage"."""
        super().add_usage(usage, actions, groups, words(_("Zo schrijf je het: ")) if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in Dutch, with examples below."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's reason is English
        """Show how it is written."""
        self.print_usage(sys.stderr)
        raise WronglyAskedError(_("Dit begrijp ik niet. Kijk hoe het moet met: {command} --help", command=self.prog))

    def __init__(self, about: Text, *examples: str, **rest: Any) -> None:
        below = "\n".join([words(_("Voorbeelden:")), *(f"  {example}" for example in examples)]) if examples else None
        super().__init__(
            description=words(about),
            epilog=below,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
            **rest,
        )
        self.choices = self.add_argument_group(words(_("Wat je erbij kunt zetten")))
        self.choices.add_argument("-h", "--help", action="help", help=words(_("laat deze uitleg zien")))


def parser() -> Parser:
    """Make the parser of the command line."""
    top = Parser(
        _("HalloWerk Chat: een chat in simpel Nederlands die mensen helpt om werk te vinden."),
        "hallowerk run",
        "hallowerk invite jobseeker",
        "hallowerk invite --help",
        prog="hallowerk",
    )
    commands = top.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=words(_("Opdrachten")), parser_class=_Plain
    )
    _run(commands)
    _invite(commands)
    _vacancies(commands)
    _status(commands)
    _chat(commands)
    _understand(commands)
    _replay(commands)
    return top


class _Plain(Parser):
    """A subcommand's parser, as `add_parser` makes it; its `help` is its description too."""

    def __init__(self, *, about: Text, examples: Sequence[str] = (), **rest: Any) -> None:
        super().__init__(about, *examples, **rest)


def _add(commands: Any, name: str, short: Text, about: Text, *examples: str) -> Parser:
    made: Parser = commands.add_parser(name, help=words(short), about=about, examples=examples)
    return made


def _run(commands: Any) -> None:
    _add(
        commands,
        "run",
        _("start de chat: op het web, en op Telegram als er een token is"),
        _(
            "Start de chat op het web, en op Telegram als er een token is. "
            "Instellingen komen uit de omgeving en uit gemeente.toml."
        ),
        "hallowerk run",
        "HALLOWERK_PORT=9000 hallowerk run",
        "TELEGRAM_BOT_TOKEN=... HALLOWERK_BASE_URL=https://chat.voorbeeldstad.example hallowerk run",
    )


def _invite(commands: Any) -> None:
    invite = _add(
        commands,
        "invite",
        _("maak een uitnodiging, of trek er een in"),
        _("Maak een uitnodiging, bekijk welke er zijn gemaakt, of trek er een in."),
        "hallowerk invite jobseeker",
        "hallowerk invite list",
        "hallowerk invite revoke 1a2b3c4d",
    )
    kinds = invite.add_subparsers(
        dest="kind", required=True, metavar="WHO", title=words(_("Opdrachten")), parser_class=_Plain
    )
    jobseeker = _add(
        kinds,
        "jobseeker",
        _("nodig een werkzoekende uit"),
        _("Maak een link voor 1 werkzoekende, met een QR-code en, als je wilt, een brief."),
        "hallowerk invite jobseeker",
        "hallowerk invite jobseeker --support begeleid --valid 2w",
        "HALLOWERK_BASE_URL=https://chat.voorbeeldstad.example hallowerk invite jobseeker --letter brief.pdf",
    ).choices
    jobseeker.add_argument(
        "--support",
        choices=("zelfstandig", "begeleid"),
        default="zelfstandig",
        help=words(_("zoekt alleen, of met hulp")),
    )
    jobseeker.add_argument(
        "--contact",
        choices=("direct", "via-werkmatcher"),
        default="direct",
        help=words(_("via-werkmatcher: werkgevers zien deze persoon nooit")),
    )
    _valid(jobseeker)
    jobseeker.add_argument(
        "--letter", type=Path, metavar="FILE.pdf", help=words(_("schrijf ook een brief om te printen"))
    )
    employer = _add(
        kinds,
        "employer",
        _("nodig een werkgever uit"),
        _("Maak een link voor 1 werkgever. Doe dit pas nadat het WerkgeversServicepunt de werkgever heeft bekeken."),
        "hallowerk invite employer --name 'Bakkerij Zon'",
    ).choices
    _name(employer, _("de naam die werkzoekenden zien"))
    _valid(employer)
    werkmatcher = _add(
        kinds,
        "werkmatcher",
        _("nodig een werkmatcher uit"),
        _("Maak een link voor 1 werkmatcher, die mensen helpt als zij dat vragen."),
        "hallowerk invite werkmatcher --name Karin",
    ).choices
    _name(werkmatcher, _("de voornaam die werkzoekenden zien; met dezelfde naam komt dezelfde werkmatcher terug"))
    werkmatcher.add_argument(
        "--lets-in",
        action="store_true",
        help=words(_("deze werkmatcher mag ook nieuwe links maken voor collega’s")),
    )
    _valid(werkmatcher)
    _add(
        kinds,
        "list",
        _("laat zien welke uitnodigingen er zijn gemaakt"),
        _("Laat zien welke uitnodigingen er zijn gemaakt. Niemand kan zien of iemand meedoet."),
    )
    revoke = _add(
        kinds,
        "revoke",
        _("trek een uitnodiging in"),
        _("Trek een uitnodiging in. Het antwoord is altijd hetzelfde, ook als de link al is gebruikt."),
        "hallowerk invite revoke 1a2b3c4d",
    ).choices
    revoke.add_argument("number", metavar="NUMBER", help=words(_("het nummer uit `hallowerk invite list`")))


def _name(choices: Any, about: Text) -> None:
    choices.add_argument("--name", type=named, required=True, metavar="NAME", help=words(about))


def _valid(choices: Any) -> None:
    choices.add_argument(
        "--valid",
        type=period,
        default=timedelta(days=30),
        metavar="PERIOD",
        help=words(_("hoe lang de link werkt: 12h, 30d of 2w; anders is het 30d")),
    )


def _vacancies(commands: Any) -> None:
    vacancies = _add(
        commands,
        "vacancies",
        _("haal vacatures van anderen binnen"),
        _("Haal vacatures van anderen binnen."),
        "hallowerk vacancies import vacatures.json",
    )
    kinds = vacancies.add_subparsers(
        dest="kind", required=True, metavar="WHAT", title=words(_("Opdrachten")), parser_class=_Plain
    )
    taken = _add(
        kinds,
        "import",
        _("lees vacatures uit een bestand, een map of een adres"),
        _(
            "Lees vacatures uit een bestand, een map of een adres. Ik lees JobPosting van schema.org, en vum. "
            "Dat kan in json, of in een pagina met json-ld. Nog een keer lezen geeft niets dubbel."
        ),
        "hallowerk vacancies import vacatures.json",
        "hallowerk vacancies import map/ --source uitzendbureau --complete",
        "hallowerk vacancies import https://werkgever.example/banen.json",
    ).choices
    taken.add_argument("given", metavar="FILE|FOLDER|URL", help=words(_("waar de vacatures staan")))
    taken.add_argument(
        "--source", metavar="NAME", help=words(_("de naam van de bron; anders is het import, of de site"))
    )
    taken.add_argument(
        "--complete",
        action="store_true",
        help=words(_("alles van deze bron staat hierin: sluit wat er niet meer in staat")),
    )


def _status(commands: Any) -> None:
    _add(
        commands,
        "status",
        _("laat zien of alles werkt, en wat niet kon worden verstuurd"),
        _("Laat zien of alles werkt, en wat niet kon worden verstuurd. Het eindigt met 1 als iets aandacht vraagt."),
        "hallowerk status",
    )


def _chat(commands: Any) -> None:
    _add(
        commands,
        "chat",
        _("praat met de chat in dit venster, om te proberen"),
        _("Praat met de chat in dit venster, om te proberen. Daarna is alles weg. Stoppen: Ctrl+D."),
        "hallowerk chat",
    )


def _understand(commands: Any) -> None:
    understand = _add(
        commands,
        "understand",
        _("lees zinnen, en schrijf per zin wat de chat begrijpt"),
        _("Lees zinnen, 1 op elke regel. De chat schrijft per zin wat hij begrijpt."),
        "echo 'ik wil 24 uur werken' | hallowerk understand",
        "echo '24' | hallowerk understand --asked hours",
        "hallowerk understand --review",
        "echo 'wie ziet dit' | HALLOWERK_RASA_URL=http://127.0.0.1:5005 hallowerk understand --engine rasa",
    ).choices
    understand.add_argument(
        "--asked", metavar="QUESTION", help=words(_("de vraag die open staat, zoals hours of ability.lift"))
    )
    understand.add_argument(
        "--review", action="store_true", help=words(_("laat zinnen zien die mensen gaven om van te leren"))
    )
    understand.add_argument(
        "--engine",
        choices=("embedded", "rasa"),
        help=words(_("waarmee de chat begrijpt: embedded, of rasa als HALLOWERK_RASA_URL er is")),
    )


def _replay(commands: Any) -> None:
    replay = _add(
        commands,
        "replay",
        _("speel geschreven gesprekken na en laat zien wat anders ging"),
        _("Speel geschreven gesprekken na, elk met een lege database. Laat zien wat anders ging."),
        "hallowerk replay tests/conversations/*.md",
    ).choices
    replay.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words(_("gesprekken in Markdown")))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give its exit code: 0 done, 1 not done (with a reason), 2 wrongly asked."""
    as_utf8()
    os.umask(0o077)  # what a command writes is secret: the data, its key, a letter with a link
    try:
        options = parser().parse_args(arguments)
        command = import_module(f"bot.commands.{options.command}")
        code: int = command.run(options, os.environ)
    except WronglyAskedError as error:
        return _failed(error.sentence, WRONGLY_ASKED)
    except HalloWerkError as error:
        return _failed(error.sentence)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us had enough
        return 0
    except OSError as error:
        if error.filename is None:
            raise  # not about a file: a mistake of ours
        file = str(error.filename)
        return _failed(
            _("Bij {file} kan ik niet. Kijk of de map er is, en of ik er mag lezen en schrijven.", file=file)
        )
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _failed(reason: Text, code: int = 1) -> int:
    print(f"hallowerk: {words(reason)}", file=sys.stderr)
    return code
