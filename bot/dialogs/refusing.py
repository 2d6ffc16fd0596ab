"""Work that somebody does not want any more is taken off their wishes: "geen schoonmaak meer"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import put_aside, take_back
from bot.dialogs.question import forget
from bot.nlu.asked import ASKED
from bot.nlu.readers.occupation import refused
from bot.nlu.readers.refusing import parted
from bot.nlu.sentence import Sentence
from bot.nlu.wording import only_fillers
from bot.text import Text, _, from_data

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


@dataclass(frozen=True, slots=True, repr=False)
class Refusal:
    """The state without what was refused, what is said about it, and what else was said, if anything."""

    state: State
    told: Text
    rest: Parse | None


def refusing(state: State, question: Question | None, parse: Parse, moment: Moment) -> Refusal | None:
    """Take refused work off the wishes; None where the sentence refuses none that somebody wished or is asked for."""
    if not {"profile", "home"} & set(state.stack):
        return None
    sentence = Sentence.of(parse.text)
    unwanted = {occupation.uri for occupation in refused(sentence)}
    wishes = state.of("profile").get("wishes") or []
    gone = [wish for wish in wishes if wish["uri"] in unwanted]
    asked = question is not None and "occupation" in question.entities
    if not gone and not (unwanted and asked):
        return None
    wanted = parted(sentence).wanted
    rest = None if only_fillers(wanted, 0, 0, _AROUND) else _instead(parse, wanted, moment)
    if not gone:
        return Refusal(state, _("Goed, dat zoek ik niet."), rest)
    return Refusal(_without(state, gone), _told(gone), rest)


def _instead(parse: Parse, wanted: Sentence, moment: Moment) -> Parse:
    """Give what else was said; who refuses work and names other work talks about work, whatever was asked."""
    rest = replace(parse, text=wanted.raw)
    read = ASKED["wishes"](wanted, moment.today)
    if read is None or read.options or read.unsure or any(each.entity == "occupation" for each in parse.entities):
        return rest
    return replace(rest, entities=(*rest.entities, read))


_AROUND = ("nou", "meer", "alles", "werk", "werken", "wel", "niks", "iets", "dan", "ander")
"""Words that say nothing besides the refusal."""


def _told(gone: list[dict[str, str]]) -> Text:
    work = tuple(from_data(wish["label"]) for wish in gone)
    return (
        _("Goed, geen {work} meer.", work=work[0]) if len(work) == 1 else _("Goed, dit niet meer: {work}.", work=work)
    )


def _without(state: State, gone: list[dict[str, str]]) -> State:
    """Give the state without these wishes; without any the question comes again, and so does that for the yes."""
    state = state.returning_to("profile")
    answers = state.of("profile")
    left = [wish for wish in answers["wishes"] if wish not in gone]
    if left:
        # the years are those of the first wish
        kept = put_aside(answers) if left[0] == answers["wishes"][0] else take_back(answers, "experience")
        return state.having("profile", {**kept, "wishes": left})
    return state.having("profile", forget(take_back(answers, "wishes"), "wishes.more"))
