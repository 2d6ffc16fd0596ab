"""What a turn gives: the state after it, and what has to be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.effects import Say
from bot.domain.message import Button, message

if TYPE_CHECKING:
    from bot.dialogs.state import State
    from bot.domain.effects import Effect
    from bot.text import Text


@dataclass(frozen=True, slots=True)
class Turn:
    """The state after an event, and its effects in order.

    `rests`: nothing is asked after this. `unkept`: the words that were said are not kept, not even for who said them.
    """

    state: State
    effects: tuple[Effect, ...] = ()
    rests: bool = False
    unkept: bool = False

    def after(self, *effects: Effect) -> Turn:
        """Put effects in front."""
        return replace(self, effects=(*effects, *self.effects))

    def led_by(self, *before: Text) -> Turn:
        """Put words in front of what is said first, in the same message; alone, where nothing is said."""
        at = next((at for at, effect in enumerate(self.effects) if isinstance(effect, Say)), None)
        if at is None:
            return self.after(say(*before))
        first = self.effects[at]
        said = replace(first, message=first.message.after(*before)) if isinstance(first, Say) else first
        return replace(self, effects=(*self.effects[:at], said, *self.effects[at + 1 :]))

    def then(self, *effects: Effect) -> Turn:
        """Put effects at the end."""
        return replace(self, effects=(*self.effects, *effects))


def say(  # noqa: PLR0913 - these are what a message can have, all by name
    *text: Text,
    buttons: tuple[Button, ...] = (),
    file: str | None = None,
    by: Text | None = None,
    push: bool = False,
    from_id: str | None = None,
    given: bool = False,
    asks_file: bool = False,
    about: str | None = None,
) -> Say:
    """Make the effect of saying something to whom the turn belongs to."""
    return Say(
        message(*text, buttons=buttons, file=file, by=by, asks_file=asks_file, about=about), push, from_id, given
    )


def command(label: Text, intent: str) -> Button:
    """Make a button that does what somebody would get by asking for it in words."""
    return Button(label, f"do={intent}")
