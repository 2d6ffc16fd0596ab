"""The `hallowerk` command. Each subcommand is imported when it is used, so that the start stays quick."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.telling import words
from bot.errors import HalloWerkError
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = {"d": "days", "h": "hours", "w": "weeks"}
USAGE = 2


def period(given: str) -> timedelta:
    """Read "30d", "12h" or "2w"."""
    number, unit = given[:-1], given[-1:]
    if unit not in _UNITS or not number.isdecimal() or not 0 < int(number) <= 3650:  # noqa: PLR2004 - ten years
        raise argparse.ArgumentTypeError(words(_("schrijf een getal met d, h of w, zoals 30d")))
    return timedelta(**{_UNITS[unit]: int(number)})


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="hallowerk",
        description=words(_("HalloWerk Chat: een chat in simpel Nederlands die mensen helpt om werk te vinden.")),
        epilog=words(_("Instellingen komen uit de omgeving en uit gemeente.toml; zie README.md.")),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    commands.add_parser("run", help=words(_("start de chat: op het web, en op Telegram als er een token is")))
    commands.add_parser("chat", help=words(_("praat met de chat in dit venster, om te proberen")))
    commands.add_parser("status", help=words(_("laat zien of alles werkt, en wat niet kon worden verstuurd")))

    invite = commands.add_parser("invite", help=words(_("maak een uitnodiging, of trek er een in")))
    kinds = invite.add_subparsers(dest="kind", required=True, metavar="WHO")
    jobseeker = kinds.add_parser("jobseeker", help=words(_("nodig een werkzoekende uit")))
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
    jobseeker.add_argument(
        "--valid",
        type=period,
        default=timedelta(days=30),
        metavar="PERIOD",
        help=words(_("hoe lang de link werkt (30d)")),
    )
    jobseeker.add_argument(
        "--letter", type=Path, metavar="FILE.pdf", help=words(_("schrijf ook een brief om te printen"))
    )
    listed = kinds.add_parser("list", help=words(_("laat zien welke uitnodigingen er zijn gemaakt")))
    listed.set_defaults(kind="list")
    revoke = kinds.add_parser("revoke", help=words(_("trek een uitnodiging in")))
    revoke.add_argument("number", metavar="NUMBER", help=words(_("het nummer uit `hallowerk invite list`")))

    understand = commands.add_parser(
        "understand", help=words(_("lees zinnen, schrijf per zin wat de chat begrijpt (JSON)"))
    )
    understand.add_argument(
        "--asked", metavar="QUESTION", help=words(_("de vraag die open staat, zoals hours of ability.lift"))
    )
    understand.add_argument(
        "--engine", choices=("embedded",), default="embedded", help=words(_("waarmee de chat begrijpt"))
    )

    replay = commands.add_parser("replay", help=words(_("speel geschreven gesprekken na en laat zien wat anders ging")))
    replay.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words(_("gesprekken in Markdown")))
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; give its exit code: 0 done, 1 not done (with a reason), 2 wrongly asked."""
    options = parser().parse_args(arguments)
    command = import_module(f"bot.commands.{options.command}")
    try:
        code: int = command.run(options, os.environ)
    except HalloWerkError as error:
        print(f"hallowerk: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us had enough
        return 0
    return code
