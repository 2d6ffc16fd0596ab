"""Where an employer is when nothing is asked."""

from __future__ import annotations

from bot.dialogs.dialog import Dialog
from bot.dialogs.home import stay
from bot.dialogs.turn import command
from bot.text import _

PLACE_ONE = command(_("Baan plaatsen"), "place")
MY_JOBS = command(_("Mijn banen"), "jobs")

EMPLOYER_HOME = Dialog(
    name="employer_home",
    questions=(),
    done=stay,
    rest=(_("Wat wil je doen?"),),
    menu=(
        PLACE_ONE,
        MY_JOBS,
        command(_("Mensen en gesprekken"), "people"),
        command(_("Een mens spreken"), "human"),
        command(_("Meer"), "more_menu"),
    ),
    more=(
        command(_("Wat weet je van mij?"), "show_data"),
        command(_("Verder op een ander apparaat"), "link"),
        command(_("Taal / Language"), "language"),
        command(_("Stoppen"), "stop"),
        command(_("Wis alles"), "delete_data"),
    ),
)
