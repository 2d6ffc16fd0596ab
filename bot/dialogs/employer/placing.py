"""How a vacancy is begun: by a button, in words, or with the text of an advertisement."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.answering import fill
from bot.dialogs.asking import MOST_BUTTONS, ask_again, go_on, question_of
from bot.dialogs.employer.draft import FORM, ID, drafted, of_form
from bot.dialogs.employer.form import DROP_DRAFT, GO_ON_DRAFT, VACANCY
from bot.dialogs.employer.readback import vacancy_lines
from bot.dialogs.question import forget
from bot.dialogs.turn import Turn, say
from bot.nlu.adverts.reading import read_advertisement
from bot.nlu.adverts.title import occupations_in
from bot.nlu.excluding import excluding, explained
from bot.nlu.parse import Entity
from bot.nlu.wording import chosen
from bot.text import _, lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Parse

SHORTEST = 160
"""Characters: what is shorter is a sentence, and heard as one."""
_FEWEST = 2
"""From so many fields on, a long text is an advertisement."""
_SOUGHT = re.compile(r"\b(?:zoek\w*|gezocht|nodig|vacature voor)\b")
_BESIDES = ("contract", "pay", "until", "dutch", "asks", "guidance", "places")
"""What the strict reading of advertisements finds in a sentence, and no other reader does."""


def place(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Begin a vacancy; when one is not finished, ask whether to go on with that."""
    if FORM in state.stack:
        return ask_again(state.settled(), moment)
    if drafted(state):
        return go_on(state.settled().opening("draft"), moment)
    return go_on(state.settled().opening(FORM), moment)


def go_on_with_draft(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Go on with the vacancy that is not finished."""
    if not drafted(state):
        return ask_again(state, moment, _("Er is geen baan die nog niet af is."))
    return go_on(state.settled().returning_to(FORM), moment)


def drop_draft(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Forget the vacancy that is not finished; one that is placed already stays as it is."""
    if not drafted(state):
        return ask_again(state, moment, _("Er is geen baan die nog niet af is."))
    below = state.settled()
    below = below.closing() if below.stack[-1] == FORM else below.forgetting(FORM)
    kept = _("Goed, ik verander niets.") if ID in state.of(FORM) else _("Goed, dat is weg.")
    return ask_again(below, moment, kept)


def busy(state: State, moment: Moment) -> Turn | None:
    """Say that another vacancy is not finished yet, when there is one."""
    if not drafted(state):
        return None
    told = say(_("Je bent nog bezig met een andere baan. Maak die eerst af."), buttons=(GO_ON_DRAFT, DROP_DRAFT))
    return Turn(state, (told,)) if question_of(state, moment) is None else ask_again(state, moment).after(told)


def begun(state: State, answers: Answers, moment: Moment) -> Turn:
    """Put a vacancy in the form, to be read back or asked on."""
    return go_on(state.settled().opening(FORM).having(FORM, answers), moment)


def names_work(parse: Parse) -> bool:
    """Tell whether words name work that somebody can be sought for."""
    return any(VACANCY.by_name["work"].takes_from(entity) for entity in parse.entities)


def begin_in_words(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Begin a vacancy with "ik zoek een bakker in Utrecht, 24 uur"."""
    if not names_work(parse):
        return None
    if drafted(state):
        return go_on(state.settled().opening("draft"), moment)
    return fill(state.settled().opening(FORM), parse, moment, correcting=False)


def with_terms(parse: Parse, moment: Moment) -> Parse:
    """Give the parse with what only vacancies hold: pay, contract and the like, and work for several people."""
    text = parse.text
    found = read_advertisement(text, moment.today)
    besides = [Entity(name, 0, len(text), found[name]) for name in _BESIDES if name in found]
    if _SOUGHT.search(text.lower()) and all(entity.entity != "occupation" for entity in parse.entities):
        named = [one.value() for one in occupations_in(text)]
        besides += [chosen("occupation", 0, len(text), named[:MOST_BUTTONS])] if named else []
    return replace(parse, entities=(*parse.entities, *besides)) if besides else parse


def read_in(state: State, text: str, moment: Moment) -> Turn | None:
    """Take what can be read from a pasted advertisement, say it back, and ask the rest."""
    if len(text) < SHORTEST:
        return None
    found = read_advertisement(text, moment.today)
    if len(found) < _FEWEST:
        return None
    if FORM not in state.stack:
        if drafted(state):
            return go_on(state.settled().opening("draft"), moment)
        state = state.settled().opening(FORM)
    answers = _with(forget(state.returning_to(FORM).of(FORM), "publish"), of_form(found))
    reading = state.returning_to(FORM).having(FORM, answers)
    only_found = {question: value for question, value in answers.items() if value is not None}
    told = (_("Ik heb je tekst gelezen. Dit weet ik nu:"), lines(*vacancy_lines(only_found, moment, assumed=False)))
    kept_out = tuple(say(explained(one), NOT_TAKEN) for one in excluding(text)[:1])
    return go_on(reading, moment).after(say(*told), *kept_out)


NOT_TAKEN = _("Deze woorden neem ik niet over.")


def _with(answers: Answers, found: Mapping[str, Any]) -> dict[str, Any]:
    """Put what was found among the answers, each as its question keeps it."""
    held = dict(answers)
    for question in VACANCY.questions:
        if question.name in found and question.accepts(found[question.name]):
            held = question.fold(held, question.name, question.takes(found[question.name]))
    return held
