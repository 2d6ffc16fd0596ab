"""What was meant: an event in, a turn out. The order of hearing is that of design section 7."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.dialogs.answering import answer, choose, correct_last, fill
from bot.dialogs.asking import ask_again, buttons_of, dialog_of, go_on, home_of, put_question, question_of
from bot.dialogs.asking_back import asked_back
from bot.dialogs.book import BEGINNINGS, form_of
from bot.dialogs.care import HEEDED
from bot.dialogs.conduct import OWN_TIME, conduct_of
from bot.dialogs.contact.unsent import with_unsent
from bot.dialogs.expecting import expected, guess
from bot.dialogs.handoff.beside import beside
from bot.dialogs.handoff.mended import mended_beside
from bot.dialogs.handoff.news import caught_up, is_there, with_whom
from bot.dialogs.jobs.sight import names_a_job
from bot.dialogs.learning import asking_to_learn, remembering
from bot.dialogs.leaving import left_as_it_was, nothing_to_leave
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.obeying import obey
from bot.dialogs.offering import also_offering
from bot.dialogs.profile import says_wrong
from bot.dialogs.question import NOTHING
from bot.dialogs.refusing import refusing
from bot.dialogs.resting import is_writing, left_alone_until
from bot.dialogs.showing import withheld
from bot.dialogs.silence import KIND as SILENCE
from bot.dialogs.silence import look, watch
from bot.dialogs.state import State
from bot.dialogs.tapping import tapped
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import is_both, is_yes_to, meaning
from bot.domain.effects import Erase, KeepFile, Plan, Say
from bot.domain.event import Sent, Tapped
from bot.domain.message import GivenFile
from bot.nlu.parse import Parse
from bot.nlu.rules import wanted_language
from bot.nlu.sentence import Sentence
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.domain.event import Due, Upload
    from bot.domain.message import Button

Heard: TypeAlias = Parse | Tapped | Sent

LONGEST = 4000
"""How many characters somebody can say at once."""

_CARED_FOR = frozenset({"crisis", "violence"})

LONG_AWAY = timedelta(hours=12)
"""After which somebody is greeted again."""

_GRAVE = frozenset("care stop erase employer_stop employer_erase".split())
"""Dialogs in which nobody is greeted cheerfully."""

_BINDING = frozenset("erase employer_erase stop employer_stop handoff give want show request part ask".split())
"""Dialogs in which a yes shows, sends, stops or erases something."""

NO_GREETING = frozenset("crisis violence stop human delete_data hide_me".split())

ALWAYS_HEEDED = frozenset("crisis violence stop delete_data bsn illness language".split())
IN_SHORT = frozenset("skip back why help repeat resume human menu goodbye".split())
NEARLY_CERTAIN = 0.9
"""From which confidence on a guess counts also in the care dialog: "gooi alles maar weg", "laten we verder gaan"."""

SHORT = 4
"""What is no answer to a question that takes any words: some words always, others when they are this few."""

_CORRECTING = ("nee", "toch", "liever", "sorry", "ik bedoel", "fout", "niet ", "verander", "wijzig")


def begin(moment: Moment) -> Turn:
    """Start a conversation: an invitation was just used."""
    state = State(stack=(BEGINNINGS[moment.person.role],), heard_at=moment.at.isoformat(timespec="minutes"))
    return go_on(state, moment).then(watch(moment))


def happen(state: State, due: Due, moment: Moment) -> Turn:
    """Give the turn that follows from something that was planned. Raises KeyError for a kind that nothing follows."""
    if due.kind == SILENCE:
        return look(state, moment, due.body)
    until = None if due.kind in OWN_TIME else left_alone_until(state, moment.at)
    if until:
        return Turn(state, (Plan(due.kind, dict(due.body), at=until),))
    turn = conduct_of(moment).happenings[due.kind](state, moment, due.body)
    return _asked_last(state, with_unsent(state, turn), moment)


def _asked_last(before: State, turn: Turn, moment: Moment) -> Turn:
    """Ask once more what a yes settles for good, where something came in after it: the yes may be meant for that."""
    question = question_of(turn.state, moment)
    said = any(isinstance(effect, Say) for effect in turn.effects)
    if question is None or not said or turn.state.stack != before.stack:
        return turn
    if before.stack[-1] not in _BINDING and not is_writing(before):
        return turn
    return turn.then(put_question(turn.state, moment, question))


def come_back(state: State, moment: Moment) -> Turn:
    """Go on with a conversation: somebody opened their own link once more."""
    hello = () if state.stack[-1] == "care" else (_("Fijn dat je er weer bent."),)
    return here_again(state, moment, *hello)


def here_again(state: State, moment: Moment, *hello: Text) -> Turn:
    """Go on with a conversation, here or on another device, after a word of welcome."""
    told = caught_up(state, moment)
    state = replace(told.state, heard_at=moment.at.isoformat(timespec="minutes"))
    if is_there(state):
        return Turn(state, (*told.said, say(*hello, *with_whom(state))))
    return ask_again(state, moment, *hello).after(*told.said)


def take(state: State, heard: Heard, moment: Moment) -> Turn:
    """Give the turn that follows what was heard. Pure: the same three values always give the same turn."""
    away, told = _was_away(state, moment), caught_up(state, moment)
    before = replace(told.state, heard_at=moment.at.isoformat(timespec="minutes"))
    turn = _passed_on(state, before, heard, moment)
    if turn is None:
        turn = with_unsent(before, _heard(before, heard, moment))
        turn = asking_to_learn(withheld(before, turn, moment), moment)
        turn = _greeted(turn) if away and not _unwelcome(turn, heard) else turn
    return turn.after(*told.said)


def _passed_on(told: State, state: State, heard: Heard, moment: Moment, *, edited: bool = False) -> Turn | None:
    """Pass on what is said to a werkmatcher: only by who knew that one is there, and while the handoff is open."""
    return beside(state, heard, moment, edited=edited) if is_there(told) and state.handoff else None


def _heard(state: State, heard: Heard, moment: Moment) -> Turn:
    if state.stack[-1] == "care" and _named(heard) not in HEEDED and _meant(heard) not in HEEDED:
        return ask_again(state, moment)
    match heard:
        case Tapped(value):
            return tapped(state, value, moment)
        case Sent(kind, file):
            return _sent(state, kind, file, moment)
        case Parse():
            return _said(state, heard, moment)


def _sent(state: State, kind: str, file: Upload | None, moment: Moment) -> Turn:
    """Hear a file as the answer to a question that asks for one, and show it; all else is no words."""
    question = question_of(state, moment)
    if not question or not question.file:
        told = conduct_of(moment).not_words
        return ask_again(state, moment, told.get(kind, told["other"]))
    if file is None:
        return ask_again(state, moment, question.again)
    answers, given = state.of(dialog_of(state).name), GivenFile(moment.fresh_id, file.kind)
    if not question.file(answers, moment):
        return choose(state, question, None, moment)
    kept = KeepFile(answers["about"], given, file.content)
    shown = say(_("Dit is het bestand dat ik kreeg."), file=given.reference)
    return choose(state, question, given.reference, moment).after(kept, shown)


def _named(heard: Heard) -> str | None:
    """Give the topic or intent of words that are certain, or what a button does."""
    match heard:
        case Tapped(value):
            return value.removeprefix("do=") if value.startswith("do=") else None
        case Parse(topic=topic, intent=intent, certain=certain):
            return topic or (intent.name if intent and certain else None)
    return None


def _meant(heard: Heard) -> str | None:
    """Give what words most likely mean, where danger is no part of it; nearly certain, or nothing."""
    if not isinstance(heard, Parse) or heard.intent is None or heard.intent.confidence < NEARLY_CERTAIN:
        return None
    return None if "crisis" in {intent.name for intent in heard.intent_ranking} else heard.intent.name


def _was_away(state: State, moment: Moment) -> bool:
    return bool(state.heard_at) and moment.at - datetime.fromisoformat(str(state.heard_at)) > LONG_AWAY


def _unwelcome(turn: Turn, heard: Heard) -> bool:
    """Tell whether a cheerful greeting would hurt, or stand in the way of a no."""
    if any(isinstance(effect, Erase) for effect in turn.effects) or turn.state.stack[-1] in _GRAVE:
        return True
    if isinstance(heard, Tapped) and heard.value.endswith("=no"):
        return True
    return _named(heard) in NO_GREETING or (isinstance(heard, Parse) and meaning(heard) == "deny")


def _greeted(turn: Turn) -> Turn:
    """Say that it is good to see somebody again, before anything else."""
    name = turn.state.of("profile").get("first_name")
    hello = _("Fijn dat je er weer bent, {name}.", name=name) if name else _("Fijn dat je er weer bent.")
    return turn.after(say(hello))


def _said(state: State, parse: Parse, moment: Moment) -> Turn:
    if len(parse.text) > LONGEST:
        return ask_again(state, moment, *conduct_of(moment).too_long)
    if not parse.text.strip():
        return ask_again(state, moment, _("Ik zie geen woorden."))
    conduct = conduct_of(moment)
    parse = conduct.reads(parse, moment)
    own = None if _named(parse) in _CARED_FOR else conduct.hears(state, parse, moment)
    if own:
        return own
    commanded = left_as_it_was(state, parse, moment) or _commanded(state, parse, moment)
    if commanded:
        return commanded
    question = question_of(state, moment)
    parse = expected(parse, question)
    understood = _understood(state, question, parse, moment)
    if not understood and _corrects(parse):
        understood = correct_last(state, parse, moment)
    if not understood and wanted_language(Sentence.of(parse.text)):  # "engels", where no language was asked for
        understood = obey("language", state, moment, parse)
    understood = understood or nothing_to_leave(state, parse, moment)
    # before any guess: the classifier knows only the languages it learned
    heard = also_offering(state, understood, parse, moment)
    unclear = remembering(state, parse, moment)
    return heard or _guessed(state, unclear, parse, moment) or misunderstood(unclear, moment)


def _commanded(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the rules are certain of, or what the words of a button say."""
    question = question_of(state, moment)
    typed = _typed_label(buttons_of(state, question) if question else _at_home(moment), parse, moment)
    if typed:
        return tapped(state, typed, moment)
    if question and question.free and not _is_heeded(_named(parse), parse):
        return choose(state, question, question.takes(parse.text.strip()), moment)
    named = next((name for name in _names(parse) if conduct_of(moment).knows(name)), None)
    meant = next((name for name in _names(parse) if question and name in question.means), None)
    if question and meant:
        return _chosen(state, question, question.means[meant], parse, moment)
    return _topical(state, question, parse, moment) or (obey(named, state, moment, parse) if named else None)


def _names(parse: Parse) -> tuple[str, ...]:
    """Give the topic and the intent of words that are certain, as far as they have them."""
    intent = parse.intent.name if parse.intent and parse.certain else None
    return tuple(filter(None, (parse.topic, intent)))


def _is_heeded(named: str | None, parse: Parse) -> bool:
    """Tell whether words are no answer even to a question that takes any: always, or when they say nothing else."""
    return named in ALWAYS_HEEDED or (named in IN_SHORT and len(parse.text.split()) <= SHORT)


def _topical(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Answer what the words are about, and besides do what they ask for, or keep what they answer."""
    conduct = conduct_of(moment)
    digress = conduct.topics.get(parse.topic or "")
    if not digress:
        return None
    turn: Turn | None = None
    if parse.certain and parse.intent and parse.intent.name in conduct.commands and parse.intent.name != "help":
        turn = obey(parse.intent.name, state, moment, parse)
    elif question and any(question.takes_from(entity) for entity in parse.entities):
        turn = answer(state, question, parse, moment, correcting=False)
    elif not parse.certain:
        turn = fill(state, parse, moment, correcting=False)
    return turn.after(*(say(*told) for told in digress(state, moment))) if turn else None


def _understood(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Hear the words as an answer to the open question, then to others."""
    refused = refusing(state, question, parse, moment)
    if refused:
        left = question_of(refused.state, moment)
        rest = _understood(refused.state, left, refused.rest, moment) if refused.rest else None
        return rest.after(say(refused.told)) if rest else go_on(refused.state, moment, refused.told)
    correcting = _corrects(parse)
    turn = _named_line(state, question, parse, moment) if question else None
    turn = turn or (answer(state, question, parse, moment, correcting=correcting) if question else None)
    return (
        turn
        or (_plainly(state, question, parse, moment) if question else None)
        or _below(state, parse, moment)
        or fill(state, parse, moment, correcting=correcting)
    )


def take_edited(state: State, parse: Parse, moment: Moment, first_at: datetime | None = None) -> Turn:
    """Hear words that replace words said before, at `first_at`: most likely the last answer, said better."""
    told = caught_up(state, moment)
    if first_at:
        passed = mended_beside(told.state, parse, moment, first_at)
    else:
        passed = _passed_on(state, told.state, parse, moment, edited=True)
    if passed:
        return passed.after(*told.said)
    mended = None if _named(parse) in _CARED_FOR else conduct_of(moment).mends(state, parse, moment)
    mended = mended or correct_last(state, parse, moment)
    return withheld(state, mended, moment) if mended else take(state, parse, moment)


def _corrects(parse: Parse) -> bool:
    return parse.text.strip().lower().startswith(_CORRECTING)


def _plain(words: str) -> str:
    return Sentence.of(words).folded.strip(" .,!?")


def _at_home(moment: Moment) -> tuple[Button, ...]:
    """Give what can be done where nothing is asked."""
    home = home_of(moment)
    return (*home.menu, *home.more, *home.rarely)


def _typed_label(buttons: tuple[Button, ...], parse: Parse, moment: Moment) -> str | None:
    """Give the button whose words were typed."""
    said = _plain(parse.text)
    for button in buttons:
        if said in {_plain(moment.in_words(button.label)), _plain(button.label.msgid)}:
            return button.value
    return None


def _plainly(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a plain yes, no or "I do not know" as this question takes it."""
    if is_both(parse) and NOTHING not in (question.yes, question.no):
        return ask_again(state, moment, _("Ik weet niet of je ja of nee bedoelt."))
    said = "affirm" if is_yes_to(question, parse, state.of(dialog_of(state).name), moment) else meaning(parse)
    if said and said in question.means:
        return _chosen(state, question, question.means[said], parse, moment)
    if said not in {"affirm", "deny", "not_interested", "dont_know"}:
        return None
    if said == "dont_know":
        meant = None if question.no is None else NOTHING
    else:
        meant = question.yes if said == "affirm" else question.no
    if meant is not NOTHING:
        return _chosen(state, question, meant, parse, moment)
    told = _too_little(question, said)
    if told:
        return misunderstood(state, moment, *told)
    return None if parse.entities else obey("skip", state, moment, parse)


def _chosen(state: State, question: Question, value: Any, parse: Parse, moment: Moment) -> Turn:
    """Keep what words mean; a yes that is in doubt is asked for again."""
    is_yes = question.yes is not NOTHING and value == question.yes
    doubt = question.doubt(Sentence.of(parse.text), state.of(dialog_of(state).name), moment) if is_yes else None
    return ask_again(state, moment, doubt) if doubt else choose(state, question, value, moment)


def _too_little(question: Question, said: str) -> tuple[Text, ...]:
    """Say what to answer instead of a yes, a no or "I do not know" that says nothing here."""
    if said == "dont_know":
        return (_("Dat geeft niet."), question.again) if question.needed else ()
    if question.bare:
        return (question.bare,)
    return (question.again,) if said == "affirm" else ()


def _named_line(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Hear "de uren kloppen niet", after everything was read back, as the wish to change something."""
    form = form_of(state)
    if not form or question.name != form.agreed or parse.entities or not says_wrong(Sentence.of(parse.text)):
        return None
    return obey("change_answer", state, moment, parse)


def _below(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Let a small dialog that asked something else give way to the one below it."""
    dialog = dialog_of(state)
    if not dialog.light or (parse.entities and names_a_job(state, parse, moment)):
        return None
    below = _heard(state.closing(), parse, moment)
    return below.after(say(*dialog.left)) if dialog.left else below


def _guessed(state: State, unclear: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the classifier is sure enough of, or ask back; `unclear` also holds the sentence, to learn from."""
    if parse.entities and state.stack[-1] in BEGINNINGS.values():
        return ask_again(state, moment, _("Dat vraag ik straks."))
    meant = guess(parse)
    knows = meant and conduct_of(moment).knows(meant)
    return obey(meant, state, moment, parse) if meant and knows else asked_back(unclear, parse, moment)
