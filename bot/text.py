"""A Dutch sentence that is translated later: at the edge, in the language of whoever reads it.

`_("Hallo {name}", name="Fatima")` marks a sentence for the catalogue and gives a `Text`, a plain value that can be
stored, compared and sent through the outbox. Only the edges turn it into words (see `bot/translate.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

Value: TypeAlias = "str | int | float | date | Text | tuple[Value, ...]"
"""What a sentence can hold: a tuple becomes a list in words ("maandag, dinsdag en vrijdag"), 1.5 becomes "1,5"."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in Dutch (the msgid) with what is filled in; `plural` is its form for other numbers than 1."""

    msgid: str
    params: tuple[tuple[str, Value], ...] = field(default=(), repr=False)
    plural: str | None = None
    count: int = 1

    def __str__(self) -> str:
        """Show the sentence itself, without what a person said: safe in a log."""
        return self.msgid


def _(msgid: str, /, **params: Value) -> Text:
    """Mark a Dutch sentence; what stands in {braces} is filled in from `params`."""
    return Text(msgid, tuple(sorted(params.items())))


def _n(singular: str, plural: str, /, n: int, **params: Value) -> Text:
    """Mark a Dutch sentence that differs by number; `{n}` is filled in too."""
    return Text(singular, tuple(sorted({**params, "n": n}.items())), plural, n)


def verbatim(words: str) -> Text:
    """Give somebody's own words, a name or a number: never translated."""
    return Text("{verbatim}", (("verbatim", words),))


def from_data(words: str) -> Text:
    """Give words of our data or of gemeente.toml: translated where a catalogue knows them, and braces stay braces."""
    return Text(words.replace("{", "{{").replace("}", "}}")) if words else verbatim(words)


def pack(value: Value) -> Any:
    """Make a JSON value of a text or of what it holds; `unpack` gives it back unchanged."""
    match value:
        case Text():
            packed: dict[str, Any] = {"t": value.msgid}
            if value.params:
                packed["p"] = {name: pack(held) for name, held in value.params}
            if value.plural is not None:
                packed |= {"s": value.plural, "n": value.count}
            return packed
        case date():
            return {"d": value.isoformat()}
        case tuple():
            return [pack(held) for held in value]
    return value


def unpack(packed: Any) -> Value:
    """Give back what `pack` was given."""
    match packed:
        case {"t": str(msgid)}:
            params = tuple((name, unpack(held)) for name, held in packed.get("p", {}).items())
            return Text(msgid, params, packed.get("s"), packed.get("n", 1))
        case {"d": str(day)}:
            return date.fromisoformat(day)
        case list():
            return tuple(unpack(held) for held in packed)
        case str() | int() | float():
            return packed
    raise ValueError("not a packed text")


def unpack_text(packed: Any) -> Text:
    """Give back a text that `pack` was given, and refuse anything else."""
    text = unpack(packed)
    if not isinstance(text, Text):
        raise TypeError("not a packed text")
    return text


def lines(*texts: Text) -> Text:
    """Put texts under one another as one paragraph."""
    names = [f"line{number}" for number in range(len(texts))]
    return Text("\n".join(f"{{{name}}}" for name in names), tuple(sorted(zip(names, texts, strict=True))))
