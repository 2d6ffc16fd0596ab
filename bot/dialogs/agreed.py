"""What somebody agreed to be matched by, as their conversation holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.profile import profile_of

if TYPE_CHECKING:
    from bot.dialogs.state import State
    from bot.domain.profile import Profile

AGREED = "consent"
"""The question of the profile whose yes is for exactly these answers."""


def agreed(state: State) -> bool:
    """Tell whether the answers as they are now were agreed to."""
    return state.of("profile").get(AGREED) is True


def profile_in(state: State) -> Profile | None:
    """Give the profile; None as long as its answers were not agreed to."""
    return profile_of(dict(state.of("profile"))) if agreed(state) else None
