"""Where a werkmatcher is in the chat: nothing is asked. They work at the desk, and hear where that is."""

from __future__ import annotations

from bot.dialogs.dialog import Dialog
from bot.dialogs.home import stay
from bot.dialogs.turn import command
from bot.text import _

AT_THE_DESK = Dialog(
    name="desk",
    questions=(),
    done=stay,
    rest=(
        # staff: a werkmatcher reads this
        _("Jouw werkplek is de pagina voor werkmatchers. Open daar je link."),
    ),
    menu=(
        command(_("Wat weet je van mij?"), "show_data"),
        command(_("Taal / Language"), "language"),
        command(_("Wis alles"), "delete_data"),
    ),
)
