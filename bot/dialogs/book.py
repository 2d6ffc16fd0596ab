"""All dialogs by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.asides import ASIDES
from bot.dialogs.care import CARE
from bot.dialogs.changing import CHANGE
from bot.dialogs.home import HOME
from bot.dialogs.profile import PROFILE
from bot.dialogs.welcome import WELCOME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.question import Dialog

DIALOGS: Mapping[str, Dialog] = {dialog.name: dialog for dialog in (WELCOME, PROFILE, CHANGE, HOME, CARE, *ASIDES)}
