"""What a turn knows besides the conversation: the time, the person, the gemeente. Given, never fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from bot.dialogs.facts import Facts
    from bot.domain.event import Channel
    from bot.domain.gemeente import Gemeente
    from bot.domain.person import Person
    from bot.text import Text


@dataclass(frozen=True, slots=True)
class Moment:
    """Now: `at` is aware, `today` is the date in the Netherlands.

    `code` and `fresh_id` (32 hexadecimal digits) are fresh in every turn, used or not.

    `in_words` renders a text as this person reads it, so that typing a button's words does what tapping it does.
    `facts`: what can be looked up. `has_profile`: a profile was agreed to before. `has_telegram`: this gemeente has a
    bot there.
    """

    at: datetime
    today: date
    person: Person
    gemeente: Gemeente
    in_words: Callable[[Text], str]
    code: str = field(repr=False)
    fresh_id: str = field(repr=False)
    base_url: str
    channel: Channel
    facts: Facts = field(repr=False)
    has_profile: bool = False
    has_telegram: bool = False
