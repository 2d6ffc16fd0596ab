"""What is said to somebody of whom nothing is known, and nothing is stored (V1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.message import message
from bot.text import _

if TYPE_CHECKING:
    from bot.domain.gemeente import Gemeente
    from bot.domain.message import Message

NOT_NOW = message(_("Dat lukt nu niet. Probeer het over 5 minuten nog een keer."))
"""The database is locked, full or gone; what was said comes again or is typed again."""


def not_invited(gemeente: Gemeente) -> Message:
    """Say where to get an invitation."""
    return message(
        _("Hallo, ik ben de chat van {gemeente}. Ik ben een computer.", gemeente=gemeente.name),
        _("Ik heb niets van jou bewaard."),
        _("Bel {phone} voor een link, of typ hier je code.", phone=gemeente.contact.phone),
    )


def gone(gemeente: Gemeente) -> Message:
    """Say that a link does not open, in the same words whatever the reason (V2)."""
    return message(
        _("Deze link werkt niet of niet meer."),
        _("Bel {phone} voor een nieuwe link.", phone=gemeente.contact.phone),
        _("Was je al bezig op een ander apparaat? Vraag daar een code en typ die hier."),
    )


def wrong_code(gemeente: Gemeente) -> Message:
    """Say that a code does not work, in the same words whatever the reason."""
    return message(
        _("Deze code werkt niet. Vraag op je andere apparaat een nieuwe code."),
        _("Lukt het niet? Bel {phone}.", phone=gemeente.contact.phone),
    )


def too_many(gemeente: Gemeente) -> Message:
    """Say that somebody has to wait after many wrong codes or links."""
    return message(
        _("Je hebt het te vaak geprobeerd. Wacht 15 minuten en probeer het dan nog een keer."),
        _("Lukt het niet? Bel {phone}.", phone=gemeente.contact.phone),
    )


def only_alone() -> Message:
    """Say in a group that this is for one person alone, so that nobody else reads along."""
    return message(_("Ik praat alleen met 1 persoon. Stuur mij een eigen bericht, dan leest niemand mee."))
