"""Where somebody stands in turns that are taken without a database: at home, with a profile that was agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made import NOW

from bot.config import EXAMPLE, read_gemeente
from bot.dialogs.moment import Moment
from bot.dialogs.state import State
from bot.domain.event import Channel
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Person
from bot.translate import render

if TYPE_CHECKING:
    from bot.dialogs.facts import Facts

TODAY = NOW.astimezone(AMSTERDAM).date()
GEMEENTE = read_gemeente(EXAMPLE)
PROFILE = {
    "wishes": [],
    "hours": {"min": 16, "max": 36},
    "place": {"pc4": "3512", "name": "Utrecht"},
    "consent": True,
}
HOME = State(stack=("home",), answers={"profile": PROFILE})


def moment_with(facts: Facts) -> Moment:
    """Give the moment of a turn in which these facts hold."""
    return Moment(
        at=NOW,
        today=TODAY,
        person=Person("1" * 32),
        gemeente=GEMEENTE,
        in_words=lambda text: render(text, "nl"),
        code="12345678",
        fresh_id="2" * 32,
        base_url="https://chat.example",
        channel=Channel.WEB,
        facts=facts,
    )
