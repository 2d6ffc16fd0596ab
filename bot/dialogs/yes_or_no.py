"""A yes or a no that says a little more, and no wish at all: what a plain question can be answered with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogs.expecting import guess
from bot.dialogs.never_mind import drops_or_keeps
from bot.nlu import yesno
from bot.nlu.sentence import Sentence
from bot.nlu.wording import asks, is_indifferent, is_question, only_fillers
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers
    from bot.nlu.parse import Parse

FIRM_YES = frozenset("ja jawel jazeker yes".split())
"""Words that are a yes by themselves, whatever stands behind them."""
YES = FIRM_YES | frozenset("ok oke okay".split())
"""With the words that can be a yes."""
FINE = frozenset("ok oke okay oki k goed is prima best fine top hoor dan maar dat mag doe fijn mooi".split())
"""What says that something is fine, and is not clearly a yes to what is asked."""
_YES_OR_NO = {**dict.fromkeys(FIRM_YES, "affirm"), "nee": "deny", "no": "deny"}
FORCED = re.compile(
    r"\b(?:als (?:het|dat|dit) (?:echt |dan |toch )?moet|moet (?:het|dat|ik) (?:wel|toch|echt|dan|van|dus|zeker)|"
    r"(?:ik|het|dat) moet|omdat het moet|moet wel|verplicht|geen keus|geen keuze|dan moet het maar)\b"
)
"""A yes that is not free."""
_NEVER_ASKED = frozenset({"affirm", "deny", "interested", "not_interested"})
"""What a question never means, whatever is guessed of it."""
_ECHO = frozenset(
    "doe mee meedoen klopt alles juist correct niets anders vraag vragen stel wis wissen genoeg meer".split()
)
"""What may stand behind a yes or a no and only says it again."""


_ALSO_YES = re.compile(
    rf"\b(?:{'|'.join(sorted(YES, key=len, reverse=True))}|"
    r"(?:doe|wil|ga)(?: (?!niet\b|geen\b)\w+){0,4} (?:mee|meedoen)(?! niet\b))\b"
)
_ALSO_NO = re.compile(r"\b(?:nee|niet|geen|niks|niets|no|not|don t)\b")


def forced(yes: Sentence) -> Text | None:
    """Say that nothing has to be, where a yes is not free."""
    return _("Het hoeft niet. Ik vraag het nog een keer.") if FORCED.search(yes.plain) else None


def is_clear_yes(yes: Sentence) -> bool:
    """Tell a yes from "ok", which may be to what was told, and from what is only guessed to be one."""
    if yes.words & (FIRM_YES | {"mag"}):
        return True
    return yesno.meaning(yes) == "affirm" and not yes.words <= FINE


def is_both(parse: Parse) -> bool:
    """Say whether a sentence may be a yes and a no: "nee joh, ik doe gewoon mee", "ja laat maar".

    So is a yes that is only guessed, where a no stands in the sentence: it must never show, send or erase anything.
    """
    plain = Sentence.of(parse.text).plain
    if drops_or_keeps(parse):
        return True
    if parse.certain or parse.plain or not _ALSO_NO.search(plain):
        return False
    return _ALSO_YES.search(plain) is not None or guess(parse) == "affirm"


def is_yes_to(question: Question, parse: Parse, answers: Answers, moment: Moment) -> bool:
    """Tell whether a yes comes first, without a "no", and all else is of a question that knows every such word."""
    sentence = Sentence.of(parse.text)
    if not begins_with_yes(question, parse) or is_both(parse) or _ALSO_NO.search(sentence.plain):
        return False
    return question.doubt(sentence, answers, moment) is None


def begins_with_yes(question: Question, parse: Parse) -> bool:
    """Tell whether a yes comes first, and nothing is asked, where a question knows every word that may follow."""
    sentence = Sentence.of(parse.text)
    begins = bool(sentence.tokens) and sentence.tokens[0].text in FIRM_YES
    return question.exact and begins and not asks(sentence)


def meaning(parse: Parse) -> str | None:
    """Give "affirm", "deny", "dont_know" or another intent that the whole sentence has; None when it has none."""
    if parse.intent and (parse.certain or parse.plain):
        return parse.intent.name
    sentence = Sentence.of(parse.text)
    if drops_or_keeps(parse):
        return None
    if is_indifferent(sentence):
        return "dont_know"
    guessed = guess(parse)
    return _first_word(parse) or (None if guessed in _NEVER_ASKED and is_question(sentence) else guessed)


def _first_word(parse: Parse) -> str | None:
    """Hear "ja, ik wil meedoen" as yes: a yes or no first, and after it nothing that says anything else."""
    sentence = Sentence.of(parse.text)
    first = sentence.tokens[0] if sentence.tokens else None
    meaning = _YES_OR_NO.get(first.text) if first else None
    if not first or not meaning or asks(sentence) or not only_fillers(sentence, 0, first.end, _ECHO):
        return None
    words = {_YES_OR_NO.get(token.text, token.text) for token in sentence.tokens}
    return None if words & {"affirm", "deny", "maar", "wel"} - {meaning} else meaning
