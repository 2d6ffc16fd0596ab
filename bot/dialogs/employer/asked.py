"""What an employer can ask for at any moment, and what is answered in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.commands import COMMANDS
from bot.dialogs.digressions import DIGRESSIONS, TOPICS, fixed
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.digressions import Digression
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_SHARED = """skip back why help repeat something_else human goodbye crisis violence resume stop menu language show_data
    delete_data link""".split()

EMPLOYER_COMMANDS: Mapping[str, Callable[[State, Moment, Parse], Turn]] = {name: COMMANDS[name] for name in _SHARED}

EMPLOYER_DIGRESSIONS: Mapping[str, Digression] = {
    **{name: DIGRESSIONS[name] for name in "greet thanks chitchat insult report".split()},
    "bot_question": fixed(
        _("Ik ben een computer, geen mens. Ik kan fouten maken."),
        _("Ik help je om mensen te vinden. Zij beslissen zelf."),
    ),
    "privacy_question": fixed(
        _("Wat je mij vertelt, bewaar ik met een geheime code."),
        _("Mensen zien je naam en je banen."),
    ),
    "voluntary_question": fixed(_("Meedoen is vrijwillig. Je mag altijd stoppen.")),
    "out_of_scope": fixed(_("Dat weet ik niet. Ik help alleen met banen plaatsen.")),
}

EMPLOYER_TOPICS: Mapping[str, Digression] = {
    name: TOPICS[name] for name in "sender retention controller privacy_complaint bsn costs".split()
}
