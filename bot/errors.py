"""What can go wrong in a way that somebody can do something about.

A misunderstanding is not here: it is a value that a dialog answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.translate import render

if TYPE_CHECKING:
    from bot.text import Text


class HalloWerkError(Exception):
    """The root of our errors. Its `str` is a Dutch sentence that says what to do next; it never quotes what people say.

    An edge that knows its reader's language renders `sentence` itself.
    """

    def __init__(self, sentence: Text) -> None:
        super().__init__()  # without the sentence, so that `repr` and `args` hold nothing that is filled in
        self.sentence = sentence

    def __str__(self) -> str:
        """Give the sentence in Dutch."""
        return render(self.sentence, "nl")


class ConfigError(HalloWerkError):
    """A setting or a line of gemeente.toml is not right: the start stops (design section 11)."""
