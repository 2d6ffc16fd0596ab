"""The button with which somebody sees what employers can read of them."""

from __future__ import annotations

from bot.dialogs.turn import command
from bot.text import _

WHAT_IS_SEEN = command(_("Wat zien werkgevers van mij?"), "fields")
