"""What an employer can ask for at any moment, and what is answered in between."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, go_on
from bot.dialogs.care import GO_ON
from bot.dialogs.changing import question_called
from bot.dialogs.commands import COMMANDS
from bot.dialogs.digressions import DIGRESSIONS, NOT_WORDS, TOPICS, fixed
from bot.dialogs.employer.draft import FORM
from bot.dialogs.employer.home import MY_JOBS
from bot.dialogs.employer.jobs import asked_for, list_jobs
from bot.dialogs.employer.placing import drop_draft, go_on_with_draft, place
from bot.dialogs.employer.readback import LINES, vacancy_lines
from bot.dialogs.employer.welcome import refused
from bot.dialogs.showing import resume
from bot.dialogs.turn import Turn, say
from bot.domain.effects import Erase
from bot.domain.message import message
from bot.domain.vacancy import Standing
from bot.text import _, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.digressions import Digression
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse
    from bot.text import Text

    Command = Callable[[State, Moment, Parse], Turn]

_SHARED = """skip back why help repeat something_else human goodbye crisis violence mourning menu more_menu language
    show_data link""".split()


def _stop(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Stop; before the start that is a no, and nothing more is asked."""
    if state.settled().stack == ("employer_welcome",):
        return Turn(state, (Erase(message(*refused(moment))),))
    if state.stack[-1] == "employer_stop":
        return go_on(state.having("employer_stop", {"stop_how": "stop"}), moment)
    return go_on(state.settled().opening("employer_stop"), moment)


def _erase(state: State, moment: Moment, _parse: Parse) -> Turn:
    return go_on(state.settled().opening("employer_erase"), moment)


def _pause(state: State, _moment: Moment, _parse: Parse) -> Turn:
    told = say(
        _("Goed, ik wacht op je. Je banen blijven zoals ze zijn."),
        _("Wil je verder? Schrijf dan: verder."),
        buttons=(GO_ON,),
    )
    return Turn(state, (told,))


def _resume(state: State, moment: Moment, parse: Parse) -> Turn:
    """Go on; after a stop the vacancies stay on pause until their employer opens them."""
    turn = resume(state, moment, parse)
    is_paused = any(one.standing is Standing.PAUSED for one in moment.facts.vacancies_placed())
    if not state.paused or not is_paused:
        return turn
    return turn.after(say(_("Je banen staan nog op pauze."), buttons=(MY_JOBS,)))


def _change(state: State, moment: Moment, parse: Parse) -> Turn:
    """Change a line of the vacancy that is being made, else one that is placed."""
    answers = state.of(FORM)
    if FORM not in state.stack or not answers:
        return asked_for("change", state, moment, parse)
    named = question_called(parse.text, LINES, answers)
    asking = state.settled().opening("vacancy_change")
    return go_on(asking.having("vacancy_change", {"vacancy_change": named}) if named else asking, moment)


def _show(state: State, moment: Moment, parse: Parse) -> Turn:
    """Read back what is being made, else list what is placed."""
    answers = {name: value for name, value in state.of(FORM).items() if value is not None}
    if FORM not in state.stack or "work" not in answers:
        return list_jobs(state, moment, parse)
    told = say(_("Dit weet ik nu:"), lines(*vacancy_lines(answers, moment, assumed=False)))
    return ask_again(state, moment).after(told)


EMPLOYER_COMMANDS: Mapping[str, Command] = {
    **{name: COMMANDS[name] for name in _SHARED},
    "stop": _stop,
    "delete_data": _erase,
    "pause": _pause,
    "resume": _resume,
    "change_answer": _change,
    "show_profile": _show,
    "show_vacancies": list_jobs,
    "jobs": list_jobs,
    "place": place,
    "draft_on": go_on_with_draft,
    "draft_off": drop_draft,
    **{key: partial(asked_for, key) for key in ("close", "open", "copy", "change")},
    "pause_job": partial(asked_for, "pause"),
}


def _costs(_state: State, _moment: Moment) -> tuple[tuple[Text, ...], ...]:
    return ((_("Nee, deze chat kost niets. Een baan plaatsen ook niet."),),)


def _scheme(_state: State, moment: Moment) -> tuple[tuple[Text, ...], ...]:
    return (
        (
            _("Voor geld en hulp bij het aannemen zijn er regels."),
            _("De gemeente weet er alles van. Bel {phone}.", phone=moment.gemeente.contact.phone),
        ),
    )


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
    "costs?": _costs,
    "seen_of_people?": fixed(
        _("Je ziet werk, ervaring, uren, dagen, reistijd en Nederlands, en geen naam."),
        _("En een rijbewijs, als je baan dat vraagt."),
        _("Iemand kiest zelf of je een naam of nummer krijgt."),
        _("En ook of je ziet wat iemand kan, zoals zwaar tillen."),
    ),
    "search?": fixed(
        _("Je kunt niet zelf zoeken in mensen. Zo krijgt iedereen een eerlijke kans."),
        _("Ik laat je baan zien aan mensen bij wie die past."),
    ),
    "who_sees_vacancy?": fixed(
        _("Je baan gaat naar mensen die dit werk zoeken. Zij wonen niet te ver weg."),
        _("Hij staat niet op een website."),
    ),
    "minimum_wage?": fixed(
        _("Je betaalt minimaal het minimumloon, of het loon van je cao."),
        _("Het bedrag van nu staat op {page}.", page=verbatim("rijksoverheid.nl/minimumloon")),
    ),
    "how_long?": fixed(
        _("Dat weet ik niet. Mensen kiezen zelf of en wanneer ze reageren."),
        _("Wil iemand met je praten? Dan hoor je het van mij."),
    ),
    "excluding?": fixed(
        _("Iedereen moet een eerlijke kans krijgen. Dat staat in de wet."),
        _("Vraag daarom niet naar leeftijd, man of vrouw, geloof of afkomst."),
        _("Schrijf wat iemand moet kunnen."),
    ),
    "trial?": _scheme,
    "file?": fixed(_("Plak de tekst hier in de chat. Dan lees ik hem.")),
}

EMPLOYER_TOPICS: Mapping[str, Digression] = {
    **{name: TOPICS[name] for name in "sender retention controller privacy_complaint bsn".split()},
    "costs": _costs,
}

EMPLOYER_NOT_WORDS: Mapping[str, Text] = {
    **NOT_WORDS,
    "photo": _("Ik kan geen foto's bekijken. Plak de tekst hier in de chat."),
    "document": _("Dit bestand kan ik niet lezen. Plak de tekst hier in de chat."),
    "location": _("Ik begrijp alleen woorden. Schrijf de plaats, bijvoorbeeld: Utrecht."),
    "contact": _("Ik begrijp alleen woorden. Dit nummer bewaar ik niet."),
    "forward": _("Dit bericht kan ik niet lezen. Plak de tekst hier in de chat."),
}
