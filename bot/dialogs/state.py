"""Where a conversation stands: what was answered, and which dialogs are open. A position is never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

Answers: TypeAlias = Mapping[str, Any]
"""Answers to the questions of one dialog, in the order in which they were given; None means skipped."""


LASTING = frozenset({"welcome", "profile", "home", "care", "employer_welcome", "employer_home", "vacancy", "desk"})
"""The dialogs that stay open while another comes in between."""

_BOTTOMS = frozenset({"home", "employer_home", "desk"})
"""Where nothing is asked: below them there is nothing, so they never close."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything a conversation needs to go on; JSON all through, so that it always loads again.

    `stack` names the open dialogs, the last one speaks. `offered` are the keys of the options under the open question
    that are not always there. `misunderstood` counts misunderstandings in a row. `helped`: a human was offered after
    two, and what can be tapped is easier since then.
    `once` names what is done or asked only once. `unclear` is what was not understood last, without names, numbers and
    places, until somebody is asked whether it may be learned from. `heard_at` is an ISO date and time, to the minute.
    `handoff`: the person asked for a human; `seen` is the number of the last line they heard of it, `by` who is there,
    `was` who was there before that, `told` by when an answer was promised while nobody was in. `with_human`: from when
    until when (None: still) a werkmatcher was there last, in ISO.
    """

    answers: Mapping[str, Answers] = field(default_factory=dict, repr=False)
    stack: tuple[str, ...] = ("welcome",)
    offered: tuple[str, ...] = ()
    misunderstood: int = 0
    helped: bool = False
    paused: bool = False
    once: tuple[str, ...] = ()
    unclear: str | None = field(default=None, repr=False)
    heard_at: str | None = None
    handoff: Mapping[str, Any] | None = field(default=None, repr=False)
    with_human: tuple[str, str | None] | None = field(default=None, repr=False)

    @property
    def is_with_human(self) -> bool:
        """Tell whether the person knows that they talk with a werkmatcher."""
        return bool(self.handoff and self.handoff.get("by"))

    def of(self, dialog: str) -> Answers:
        """Give the answers of a dialog."""
        return self.answers.get(dialog, {})

    def having(self, dialog: str, answers: Answers) -> State:
        """Give the state with these answers of a dialog, and nothing on offer any more."""
        return replace(self, answers={**self.answers, dialog: answers}, offered=())

    def forgetting(self, dialog: str) -> State:
        """Give the state without a dialog's answers."""
        return replace(self, answers={name: held for name, held in self.answers.items() if name != dialog}, offered=())

    def opening(self, dialog: str) -> State:
        """Put a dialog on top, afresh; never twice."""
        below = tuple(name for name in self.stack if name != dialog)
        return replace(self.forgetting(dialog), stack=(*below, dialog))

    def returning_to(self, dialog: str) -> State:
        """Make a dialog the one that speaks, its answers kept and the dialogs above it closed."""
        if dialog not in self.stack:
            return replace(self, stack=(*self.stack, dialog), offered=())
        state = self
        while state.stack[-1] != dialog:
            state = state.closing()
        return state

    def settled(self) -> State:
        """Close the small dialogs that came in between."""
        state = self
        while len(state.stack) > 1 and state.stack[-1] not in LASTING:
            state = state.closing()
        return state

    def closing(self) -> State:
        """Take the dialog on top away with its answers; at the bottom there is always one."""
        below = self.stack[:-1] or (self.stack if self.stack[-1] in _BOTTOMS else ("home",))
        return replace(self.forgetting(self.stack[-1]), stack=below)


def pack_state(state: State) -> dict[str, Any]:
    """Make the JSON value that is stored."""
    packed: dict[str, Any] = {"answers": state.answers, "stack": state.stack}
    if state.offered:
        packed["offered"] = state.offered
    if state.misunderstood:
        packed["misunderstood"] = state.misunderstood
    if state.helped:
        packed["helped"] = True
    if state.paused:
        packed["paused"] = True
    if state.once:
        packed["once"] = state.once
    if state.unclear:
        packed["unclear"] = state.unclear
    if state.heard_at:
        packed["heard_at"] = state.heard_at
    if state.handoff:
        packed["handoff"] = state.handoff
    if state.with_human:
        packed["with_human"] = state.with_human
    return packed


def unpack_state(packed: Mapping[str, Any]) -> State:
    """Give back the state that `pack_state` was given."""
    return State(
        answers=packed["answers"],
        stack=tuple(packed["stack"]),
        offered=tuple(packed.get("offered", ())),
        misunderstood=packed.get("misunderstood", 0),
        helped=packed.get("helped", False),
        paused=packed.get("paused", False),
        once=tuple(packed.get("once", ())),
        unclear=packed.get("unclear"),
        heard_at=packed.get("heard_at"),
        handoff=packed.get("handoff"),
        with_human=tuple(packed["with_human"]) if packed.get("with_human") else None,
    )
