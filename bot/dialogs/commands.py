"""What somebody can ask for at any moment, in words, by a button or by a command of the channel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asides import GO_ON, TONGUES
from bot.dialogs.asking import MENU, MORE_MENU, ask_again, dialog_of, go_on, question_of
from bot.dialogs.changing import question_called
from bot.dialogs.human import human_told
from bot.dialogs.question import forget, put
from bot.dialogs.readback import readback
from bot.dialogs.turn import Turn, say
from bot.domain.effects import HideProfile, OfferCode, ShowProfile, SpeakIn, TellKnown
from bot.domain.invitation import CODE_MINUTES, spaced
from bot.domain.opening import is_open
from bot.nlu.rules import wanted_language
from bot.nlu.sentence import Sentence
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def _skip(state: State, moment: Moment, _parse: Parse) -> Turn:
    question = question_of(state, moment)
    if not question:
        return ask_again(state, moment)
    if question.needed:
        return ask_again(state, moment, _("Dit heb ik echt nodig."), question.why)
    dialog = dialog_of(state)
    skipped = state.having(dialog.name, put(state.of(dialog.name), question.name, None))
    return go_on(replace(skipped, misunderstood=0), moment, _("Dat is goed."))


def _back(state: State, moment: Moment, _parse: Parse) -> Turn:
    dialog = dialog_of(state)
    answers = dict(state.of(dialog.name))
    if dialog.light:
        return ask_again(state.closing(), moment)
    if not answers:
        return ask_again(state, moment, _("Dit is de eerste vraag."))
    name = next(reversed(answers))
    question = dialog.by_name.get(name)
    before = question.unfold(answers, name) if question else forget(answers, name)
    return ask_again(state.having(dialog.name, before), moment, _("Goed, we gaan 1 vraag terug."))


def _why(state: State, moment: Moment, _parse: Parse) -> Turn:
    question = question_of(state, moment)
    return ask_again(state, moment, question.why) if question else ask_again(state, moment)


def _help(state: State, moment: Moment, _parse: Parse) -> Turn:
    question = question_of(state, moment)
    return ask_again(state, moment, question.again) if question else ask_again(state, moment)


def _repeat(state: State, moment: Moment, _parse: Parse) -> Turn:
    return go_on(state, moment) if question_of(state, moment) else ask_again(state, moment)


def _human(state: State, moment: Moment, _parse: Parse) -> Turn:
    return Turn(replace(state, misunderstood=0), (say(_("Dat is goed."), *human_told(moment), buttons=(GO_ON,)),))


def _goodbye(state: State, _moment: Moment, _parse: Parse) -> Turn:
    told = _("Tot ziens! Ik bewaar wat je hebt gezegd. Je kunt altijd verdergaan.")
    return Turn(state, (say(told, buttons=(GO_ON,)),))


def _crisis(state: State, moment: Moment, _parse: Parse) -> Turn:
    care = (
        _("Wat erg dat je je zo voelt."),
        _("Ik ben een computer. Er zijn mensen die nu met je willen praten."),
    )
    call = (_("Bel 113 of 0800-0113. Dat is gratis, dag en nacht. Je kunt ook schrijven op 113.nl."),)
    danger = _("Doet iemand je pijn? Bel 0800-2000. Ben je nu in gevaar? Bel 112.")
    someone = human_told(moment) if is_open(moment.gemeente.opening, moment.at) else ()
    rest = (*someone, _("De vragen kunnen wachten."))
    return Turn(replace(state, misunderstood=0), (say(*care), say(*call), say(danger), say(*rest, buttons=(GO_ON,))))


def _pause(state: State, moment: Moment, _parse: Parse) -> Turn:
    told = say(
        _("Goed, ik zoek nu even niet.") if moment.has_profile else _("Goed, ik wacht op je."),
        _("Ik bewaar wat je hebt gezegd."),
        _("Wil je verder? Schrijf dan: verder."),
        buttons=(GO_ON,),
    )
    return Turn(replace(state, paused=True), _hiding(moment)).then(told)


def _hiding(moment: Moment) -> tuple[HideProfile, ...]:
    return (HideProfile(),) if moment.has_profile else ()


def _resume(state: State, moment: Moment, _parse: Parse) -> Turn:
    running = replace(state, paused=False)
    if state.paused and moment.has_profile:
        return ask_again(running, moment, _("Goed, ik zoek weer banen voor je.")).after(ShowProfile())
    return ask_again(running, moment, _("Goed, we gaan verder."))


def _opening(dialog: str) -> Callable[[State, Moment, Parse], Turn]:
    return lambda state, moment, _parse: go_on(state.settled().opening(dialog), moment)


def _menu(state: State, _moment: Moment, _parse: Parse) -> Turn:
    return Turn(state, (say(_("Wat wil je doen?"), buttons=MENU),))


def _more_menu(state: State, _moment: Moment, _parse: Parse) -> Turn:
    return Turn(state, (say(_("Wat wil je doen?"), buttons=MORE_MENU),))


def _language(state: State, moment: Moment, parse: Parse) -> Turn:
    wanted = wanted_language(Sentence.of(parse.text))
    state = state.settled()
    if wanted is None:
        return go_on(state.opening("language"), moment)
    if wanted not in TONGUES:
        return go_on(state.opening("language"), moment, _("Die taal ken ik nog niet."))
    again = go_on if question_of(state, moment) else ask_again
    return again(state, moment).after(SpeakIn(wanted))


def _show_profile(state: State, moment: Moment, _parse: Parse) -> Turn:
    answers = state.of("profile")
    if not answers:
        return ask_again(state, moment, _("Ik weet nog niets over het werk dat je zoekt."))
    shown = tuple(say(*paragraphs) for paragraphs in readback(answers, moment))
    return ask_again(state, moment).after(*shown)


def _change(state: State, moment: Moment, parse: Parse) -> Turn:
    if not state.of("profile"):
        return ask_again(state, moment)
    name = question_called(parse.text, state.of("profile"))
    if not name:
        return go_on(state.returning_to("profile").opening("change"), moment)
    return go_on(state.returning_to("profile").opening("change").having("change", {"change": name}), moment)


def _show_data(state: State, moment: Moment, _parse: Parse) -> Turn:
    return ask_again(state, moment).after(TellKnown())


def _link(state: State, moment: Moment, _parse: Parse) -> Turn:
    told = say(
        _("Je code is {code}.", code=spaced(moment.code)),
        _("Typ hem op je andere apparaat: {page}. Of typ hem in Telegram.", page=verbatim(f"{moment.base_url}/koppel")),
        _("De code werkt {n} minuten, en is alleen voor jou.", n=CODE_MINUTES),
        buttons=(GO_ON,),
    )
    return Turn(state, (OfferCode(moment.code), told))


COMMANDS: Mapping[str, Callable[[State, Moment, Parse], Turn]] = {
    "skip": _skip,
    "back": _back,
    "why": _why,
    "help": _help,
    "repeat": _repeat,
    "human": _human,
    "goodbye": _goodbye,
    "crisis": _crisis,
    "pause": _pause,
    "resume": _resume,
    "stop": _opening("stop"),
    "menu": _menu,
    "more_menu": _more_menu,
    "language": _language,
    "show_profile": _show_profile,
    "change_answer": _change,
    "show_data": _show_data,
    "delete_data": _opening("erase"),
    "link": _link,
}
"""By intent; `link` and `more_menu` are buttons and commands of the product, not intents."""
