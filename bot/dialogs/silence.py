"""Before somebody who says nothing for long is erased, they hear of it, and one word is enough to stay."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import Plan
from bot.domain.quiet import next_awake
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

KIND = "silence"
"""The kind of `Plan` that looks whether somebody was silent for long; each person has one waiting."""

BEFORE = timedelta(days=14)
"""How long before everything is erased somebody hears of it."""

STAY = command(_("Bewaar mijn gesprek"), "resume")


def watch(moment: Moment) -> Plan:
    """Plan to look whether somebody who speaks now was silent ever since."""
    return Plan(KIND, at=moment.at + _patience(moment), once=True)


def look(state: State, moment: Moment, body: Mapping[str, Any]) -> Turn:
    """Warn who was silent for long; who spoke since is looked at again later."""
    heard = datetime.fromisoformat(state.heard_at) if state.heard_at else moment.at
    due, end = heard + _patience(moment), heard + timedelta(days=moment.gemeente.keep.conversation)
    if due > moment.at:
        return Turn(state, (Plan(KIND, at=due, once=True),))
    if body.get("warned") == state.heard_at:  # all is erased within the hour; until then nothing is said twice
        return Turn(state, (Plan(KIND, dict(body), at=moment.at + timedelta(days=1), once=True),))
    if next_awake(moment.at) > moment.at:
        return Turn(state, (Plan(KIND, dict(body), at=next_awake(moment.at), once=True),))
    told = say(
        _("Ik hoorde lang niets van je."),
        _("Op {day} wis ik alles wat ik van je weet.", day=end.date()),
        _("Wil je dat niet? Druk dan op de knop, of schrijf iets."),
        buttons=(STAY,),
        push=True,
    )
    return Turn(
        state, (told, Plan(KIND, {"warned": state.heard_at}, at=max(end, moment.at + timedelta(days=1)), once=True))
    )


def _patience(moment: Moment) -> timedelta:
    days = timedelta(days=moment.gemeente.keep.conversation)
    return days - BEFORE if days > 2 * BEFORE else days / 2
