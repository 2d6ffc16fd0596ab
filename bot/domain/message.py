"""What goes out: a message with buttons, not yet translated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bot.text import Text, pack, unpack_text

EXPORT = "export"
"""The file of a message: everything that is known of the reader, as JSON, made at the moment it is fetched."""
_GIVEN = "given"


@dataclass(frozen=True, slots=True)
class GivenFile:
    """The file of a message: one that a jobseeker gives to an employer. It is read where it is kept, by its id."""

    id: str = field(repr=False)
    kind: str
    """`jpg` or `pdf`."""

    @property
    def reference(self) -> str:
        """Give what a message holds of it."""
        return f"{_GIVEN} {self.kind} {self.id}"

    @property
    def name(self) -> str:
        """Give its name for who gets it: the name that it had can tell who somebody is."""
        return f"{'bestand' if self.kind == 'pdf' else 'foto'}.{self.kind}"


def given_file(reference: str | None) -> GivenFile | None:
    """Give the file that a message refers to; None when it has none, or another kind of file."""
    given, _space, rest = (reference or "").partition(" ")
    kind, _space, file_id = rest.partition(" ")
    return GivenFile(file_id, kind) if given == _GIVEN and file_id else None


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it says, and the value that comes back (at most 64 bytes: Bot API, InlineKeyboardButton)."""

    label: Text
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """Paragraphs, the buttons below them (one a row), and perhaps the name of a file that the edge makes.

    `by` is who says it, when that is a person and not the chat itself. `asks_file`: the answer can be a file.
    `about`: the contact whose words are passed on.
    """

    text: tuple[Text, ...] = field(repr=False)
    buttons: tuple[Button, ...] = field(default=(), repr=False)
    file: str | None = field(default=None, repr=False)
    by: Text | None = field(default=None, repr=False)
    asks_file: bool = False
    about: str | None = field(default=None, repr=False)

    def after(self, *before: Text) -> Message:
        """Put paragraphs in front."""
        return replace(self, text=(*before, *self.text))


def message(
    *text: Text,
    buttons: tuple[Button, ...] = (),
    file: str | None = None,
    by: Text | None = None,
    asks_file: bool = False,
    about: str | None = None,
) -> Message:
    """Make a message of its paragraphs."""
    return Message(text, buttons, file, by, asks_file, about)


def pack_message(held: Message) -> dict[str, Any]:
    """Make a JSON value of a message."""
    packed: dict[str, Any] = {"text": [pack(paragraph) for paragraph in held.text]}
    if held.buttons:
        packed["buttons"] = [[pack(button.label), button.value] for button in held.buttons]
    if held.file:
        packed["file"] = held.file
    if held.by:
        packed["by"] = pack(held.by)
    if held.about:
        packed["about"] = held.about
    if held.asks_file:
        packed["asks_file"] = True
    return packed


def unpack_message(packed: dict[str, Any]) -> Message:
    """Give back the message that `pack_message` was given."""
    return Message(
        tuple(unpack_text(paragraph) for paragraph in packed["text"]),
        tuple(Button(unpack_text(label), value) for label, value in packed.get("buttons", ())),
        packed.get("file"),
        unpack_text(packed["by"]) if "by" in packed else None,
        asks_file=packed.get("asks_file", False),
        about=packed.get("about"),
    )
