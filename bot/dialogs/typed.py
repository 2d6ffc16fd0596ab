"""The words of a button, typed: they are the button, however commas, capitals and accents stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.sentence import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.dialogs.moment import Moment
    from bot.domain.message import Button
    from bot.nlu.parse import Parse


def typed_label(buttons: Iterable[Button], parse: Parse, moment: Moment) -> str | None:
    """Give the value of the button whose words were typed, in Dutch or in whose turn it is' own language."""
    said = words_of(parse.text)
    if not said:
        return None
    for button in buttons:
        if said in {words_of(moment.in_words(button.label)), words_of(button.label.msgid)}:
            return button.value
    return None
