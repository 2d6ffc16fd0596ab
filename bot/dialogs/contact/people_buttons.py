"""Buttons that lead to people and to conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.turn import command
from bot.domain.message import Button
from bot.text import _

if TYPE_CHECKING:
    from bot.domain.vacancy import Vacancy

MY_TALKS = command(_("Mijn gesprekken"), "talks")


def see_people(vacancy: Vacancy) -> Button:
    """Make a button that shows whom a vacancy fits."""
    return Button(_("Laat mensen zien"), f"people:{vacancy.id}=0")
