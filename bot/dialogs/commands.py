"""What somebody can ask for at any moment, in words, by a button or by a command of the channel."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed_to
from bot.dialogs.answering import choose
from bot.dialogs.asides import TONGUES
from bot.dialogs.asking import ask_again, dialog_of, go_on, home_of, question_of
from bot.dialogs.care import GO_ON, cared
from bot.dialogs.changing import question_called
from bot.dialogs.grief import mourning
from bot.dialogs.handoff.ask import ask_werkmatcher
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.offering import offering
from bot.dialogs.question import NOTHING, put
from bot.dialogs.readback import LINES, readback
from bot.dialogs.showing import hide_me, pause, resume, show_me
from bot.dialogs.tongues import OFFERS
from bot.dialogs.turn import Turn, say
from bot.dialogs.welcome import refused
from bot.domain.effects import Erase, OfferCode, SpeakIn, TellKnown
from bot.domain.invitation import CODE_MINUTES, spaced
from bot.domain.message import message
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
    if question.skipped is not NOTHING:
        return choose(state, question, question.skipped, moment)
    if question.needed:
        may_say_no = NOTHING not in (question.yes, question.no)
        return misunderstood(state, moment, *(() if may_say_no else (_("Dit heb ik echt nodig."),)), question.why)
    dialog = dialog_of(state)
    skipped = state.having(dialog.name, put(state.of(dialog.name), question.name, None))
    return go_on(replace(skipped, misunderstood=0), moment, _("Dat is goed."))


def _back(state: State, moment: Moment, _parse: Parse) -> Turn:
    dialog = dialog_of(state)
    answers = dict(state.of(dialog.name))
    if dialog.light:
        return ask_again(state.closing(), moment)
    question = next((dialog.by_name[name] for name in reversed(answers) if name in dialog.by_name), None)
    if not question:
        return ask_again(state, moment, _("Dit is de eerste vraag."))
    before = question.unfold(answers, question.name)
    return ask_again(state.having(dialog.name, before), moment, _("Goed, we gaan 1 vraag terug."))


def _why(state: State, moment: Moment, _parse: Parse) -> Turn:
    question = question_of(state, moment)
    return ask_again(state, moment, question.why) if question else ask_again(state, moment)


def _help(state: State, moment: Moment, _parse: Parse) -> Turn:
    question = question_of(state, moment)
    return ask_again(state, moment, question.again) if question else ask_again(state, moment)


def _something_else(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Go on as after a misunderstanding: that was counted when we asked back."""
    return misunderstood(replace(state, misunderstood=0), moment)


def _repeat(state: State, moment: Moment, _parse: Parse) -> Turn:
    return go_on(state, moment) if question_of(state, moment) else ask_again(state, moment)


def _human(state: State, moment: Moment, _parse: Parse) -> Turn:
    return ask_werkmatcher(state, moment)


def _goodbye(state: State, moment: Moment, _parse: Parse) -> Turn:
    days = moment.gemeente.keep.conversation
    told = _("Tot ziens! Je kunt {n} dagen lang verdergaan. Daarna wis ik alles.", n=days)
    return Turn(state, (say(told, buttons=(GO_ON,)),))


def _crisis(state: State, moment: Moment, parse: Parse) -> Turn:
    return cared(state, moment, "despair", guessed=not parse.certain)


def _violence(state: State, moment: Moment, _parse: Parse) -> Turn:
    return cared(state, moment, "violence")


def _stop(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Stop; before somebody joined that is a no, and nothing more is asked (V2)."""
    if state.settled().stack == ("welcome",):
        return Turn(state, (Erase(message(*refused(moment))),))
    return go_on(state.settled().opening("stop"), moment)


def _opening(dialog: str) -> Callable[[State, Moment, Parse], Turn]:
    return lambda state, moment, _parse: go_on(state.settled().opening(dialog), moment)


def _menu(state: State, moment: Moment, _parse: Parse) -> Turn:
    return Turn(state, (say(_("Wat wil je doen?"), buttons=home_of(moment).menu),))


def _more_menu(state: State, moment: Moment, _parse: Parse) -> Turn:
    return Turn(state, (say(_("Wat wil je doen?"), buttons=home_of(moment).more),))


def _rest_menu(state: State, moment: Moment, _parse: Parse) -> Turn:
    return Turn(state, (say(_("Wat wil je doen?"), buttons=home_of(moment).rarely),))


def _language(state: State, moment: Moment, parse: Parse) -> Turn:
    wanted = wanted_language(Sentence.of(parse.text))
    state = state.settled()
    if wanted is None:
        return go_on(state.opening("language"), moment)
    if wanted in OFFERS and wanted not in TONGUES:
        return offering(state, wanted, moment)
    if wanted not in TONGUES:
        return go_on(state.opening("language"), moment, _("Die taal ken ik nog niet."))
    again = go_on if question_of(state, moment) else ask_again
    return again(state, moment).after(SpeakIn(wanted))


def _show_profile(state: State, moment: Moment, _parse: Parse) -> Turn:
    answers = state.of("profile")
    if not answers:
        return ask_again(state, moment, _("Ik weet nog niets over het werk dat je zoekt."))
    held = agreed_to(answers)
    parts = readback(answers if held is None else held, moment, is_agreed=held is not None)
    shown = tuple(say(*paragraphs) for paragraphs in parts)
    return ask_again(state, moment).after(*shown)


def _change(state: State, moment: Moment, parse: Parse) -> Turn:
    if not state.of("profile"):
        return ask_again(state, moment)
    name = question_called(parse.text, LINES, state.of("profile"))
    if not name:
        return go_on(state.settled().opening("change"), moment)
    return go_on(state.settled().opening("change").having("change", {"change": name}), moment)


def _show_data(state: State, moment: Moment, _parse: Parse) -> Turn:
    return ask_again(state, moment).after(TellKnown())


def _link(state: State, moment: Moment, _parse: Parse) -> Turn:
    told = say(
        _("Je code is {code}.", code=spaced(moment.code)),
        _("Typ hem op je andere apparaat: {page}.", page=verbatim(f"{moment.base_url}/koppel")),
        *((_("Of typ hem in Telegram."),) if moment.has_telegram else ()),
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
    "something_else": _something_else,
    "human": _human,
    "goodbye": _goodbye,
    "crisis": _crisis,
    "violence": _violence,
    "mourning": mourning,
    "pause": pause,
    "resume": resume,
    "stop": _stop,
    "hide_me": hide_me,
    "show_me": show_me,
    "menu": _menu,
    "more_menu": _more_menu,
    "rest_menu": _rest_menu,
    "language": _language,
    "show_profile": _show_profile,
    "change_answer": _change,
    "show_data": _show_data,
    "delete_data": _opening("erase"),
    "link": _link,
}
"""By intent or topic; `more_menu`, `rest_menu` and `something_else` are buttons of the product."""
