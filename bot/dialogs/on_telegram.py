"""What somebody on Telegram has to know besides (V12)."""

from __future__ import annotations

from bot.text import _

ALSO_KEPT_THERE = _("Telegram is van een ander bedrijf, en bewaart dit gesprek ook.")
WIPE_THERE = _("Wis dit gesprek ook zelf in Telegram.")
"""After erasing: what we sent there is out of our reach."""
