"""What words mean: commands, then answers, then guesses. The order is that of design section 7."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import answer, choose, correct_last, fill
from bot.dialogs.asking import ask_again, buttons_of, dialog_of, go_on, home_of, question_of
from bot.dialogs.asking_back import asked_back
from bot.dialogs.book import BEGINNINGS, form_of
from bot.dialogs.conduct import conduct_of
from bot.dialogs.expecting import expected, guess
from bot.dialogs.jobs.sight import names_a_job
from bot.dialogs.joining import joining
from bot.dialogs.learning import remembering
from bot.dialogs.leaving import left_as_it_was, nothing_to_leave
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.named import CARED_FOR, is_unheeded, name_of
from bot.dialogs.never_mind import never_mind, not_after_all
from bot.dialogs.not_told import not_told
from bot.dialogs.obeying import FREE, obey, sounds_forced
from bot.dialogs.offering import also_offering
from bot.dialogs.only_this import only_this_work
from bot.dialogs.past_work import only_past_work, without_past_work
from bot.dialogs.plainly import chosen, plainly
from bot.dialogs.profile import says_wrong
from bot.dialogs.refusing import refusing
from bot.dialogs.tapping import tapped
from bot.dialogs.turn import Turn, say
from bot.dialogs.typed import typed_label
from bot.nlu.rules import wanted_language
from bot.nlu.sentence import Sentence
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.domain.message import Button
    from bot.nlu.parse import Parse


LONGEST = 4000
"""How many characters somebody can say at once."""
ALWAYS_HEEDED = frozenset("crisis violence stop delete_data bsn illness language".split())
IN_SHORT = frozenset("skip back why help repeat resume human menu goodbye".split())
SHORT = 4
"""What is no answer to a question that takes any words: some words always, others when they are this few."""
_CORRECTING = ("nee", "toch", "liever", "sorry", "ik bedoel", "fout", "niet ", "verander", "wijzig")


def hear_words(state: State, parse: Parse, moment: Moment) -> Turn:
    """Hear what somebody says, in the order in which it can be meant."""
    if len(parse.text) > LONGEST:
        return ask_again(state, moment, *conduct_of(moment).too_long)
    if not parse.text.strip():
        return ask_again(state, moment, _("Ik zie geen woorden."))
    conduct = conduct_of(moment)
    parse = conduct.reads(parse, moment)
    own = None if name_of(parse) in CARED_FOR else conduct.hears(state, parse, moment)
    if own:
        return own
    parse = _no_goodbye(state, parse, moment)
    commanded = left_as_it_was(state, parse, moment) or _commanded(state, parse, moment)
    if commanded:
        return commanded
    question = question_of(state, moment)
    return _heard(state, question, expected(parse, question), moment)


def _heard(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn:
    """Hear words that are no command: answers first, then what was most likely meant."""
    understood = _understood(state, question, parse, moment)
    if not understood and _corrects(parse):
        understood = correct_last(state, parse, moment)
    if not understood and wanted_language(Sentence.of(parse.text)):  # "engels", where no language was asked for
        understood = obey("language", state, moment, parse)
    understood = understood or nothing_to_leave(state, parse, moment)
    # before any guess: the classifier knows only the languages it learned
    heard = also_offering(state, understood, parse, moment)
    unclear = remembering(state, parse, moment)
    if not heard and guess(parse) is None and sounds_forced(question, parse):
        heard = obey(FREE, state, moment, parse)
    return heard or _guessed(state, unclear, parse, moment) or misunderstood(unclear, moment)


def _commanded(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the rules are certain of, or what the words of a button say."""
    question = question_of(state, moment)
    typed = typed_label(buttons_of(state, question) if question else _at_home(moment), parse, moment)
    if typed:
        return tapped(state, typed, moment)
    if question and _leaves(question, state, parse):
        return ask_again(state.closing(), moment).after(say(*dialog_of(state).left))
    if question and question.free and not _is_heeded(name_of(parse), parse):
        return choose(state, question, question.takes(parse.text.strip()), moment)
    named = next((name for name in _names(parse) if conduct_of(moment).knows(name)), None)
    meant = next((name for name in _names(parse) if question and name in question.means), None)
    if question and meant:
        return chosen(state, question, question.means[meant], parse, moment)
    return _topical(state, question, parse, moment) or (obey(named, state, moment, parse) if named else None)


def _no_goodbye(state: State, parse: Parse, moment: Moment) -> Parse:
    """Hear no goodbye in "dag" alone, where the profile asks something: it may be meant for a day."""
    question = question_of(state, moment)
    asked = question is not None and question.name != "first_name" and state.stack[-1] == "profile"
    if not asked or Sentence.of(parse.text).plain != "dag":
        return parse
    return replace(parse, intent=None, intent_ranking=(), certain=False)


def _leaves(question: Question, state: State, parse: Parse) -> bool:
    """Tell whether somebody drops what is asked of them: "laat maar" to "Waar gaat het over?"."""
    dialog = dialog_of(state)
    if dialog.light or not dialog.left:
        return False
    says_no = not_after_all(parse) or (parse.plain and parse.intent is not None and parse.intent.name == "deny")
    return never_mind(parse) or (question.free and says_no)


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
    joined = joining(state, question, parse, moment)
    if joined:
        return joined
    refused = refusing(state, question, parse, moment)
    if refused:
        left = question_of(refused.state, moment)
        rest = _understood(refused.state, left, refused.rest, moment) if refused.rest else None
        return rest.after(say(refused.told)) if rest else go_on(refused.state, moment, refused.told)
    parse = without_past_work(state, parse)
    correcting = _corrects(parse)
    turn = _named_line(state, question, parse, moment) or not_told(state, question, parse, moment) if question else None
    turn = turn or only_this_work(state, question, parse, moment)
    turn = turn or (answer(state, question, parse, moment, correcting=correcting) if question else None)
    return (
        turn
        or (plainly(state, question, parse, moment) if question else None)
        or _below(state, parse, moment)
        or fill(state, parse, moment, correcting=correcting)
        or only_past_work(state, parse, moment)
    )


def _corrects(parse: Parse) -> bool:
    return parse.text.strip().lower().startswith(_CORRECTING)


def _at_home(moment: Moment) -> tuple[Button, ...]:
    """Give what can be done where nothing is asked."""
    home = home_of(moment)
    return (*home.menu, *home.more, *home.rarely)


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
    left = state.closing()
    below = ask_again(left, moment) if is_unheeded(left, parse) else hear_words(left, parse, moment)
    return below.after(say(*dialog.left)) if dialog.left else below


def _guessed(state: State, unclear: State, parse: Parse, moment: Moment) -> Turn | None:
    """Do what the classifier is sure enough of, or ask back; `unclear` also holds the sentence, to learn from."""
    if parse.entities and state.stack[-1] in BEGINNINGS.values():
        return ask_again(state, moment, _("Dat vraag ik straks."))
    meant = guess(parse)
    knows = meant and conduct_of(moment).knows(meant)
    return obey(meant, state, moment, parse) if meant and knows else asked_back(unclear, parse, moment)
