"""Work that somebody wants and no other: "laat maar, alleen kok"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import choose, fill
from bot.dialogs.question import put
from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse

_ONLY = re.compile(r"(?<!niet )\b(?:alleen|enkel|only)(?: (?:nog|maar|als|de|in|een))* \Z")
_ALONE = re.compile(r"(?:(?:nee|laat maar|doe|ik wil|nou)[ ,]+)*alleen (?P<work>[^\W\d_][^,;.!?]{2,30})[.! ]*")
_MORE = "wishes.more"


def only_this_work(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Put work that is named with "alleen" in the place of all that was wished; years may be of that work alone."""
    wishes = state.of("profile").get("wishes")
    asked = question.name if question else None
    if not wishes or asked == "experience":
        return None
    parse = _with_work(parse, moment) if asked == _MORE else parse
    if not _says_only(parse):
        return None
    named = {each.value["uri"] for each in parse.entities if each.entity == "occupation"}
    if named == {wish["uri"] for wish in wishes}:
        return choose(state, question, None, moment) if asked == _MORE and question else None
    if asked == _MORE:
        state = state.having("profile", put(state.of("profile"), _MORE, None))
    return fill(state, parse, moment, correcting=True)


def _with_work(parse: Parse, moment: Moment) -> Parse:
    """Give a parse with the work that stands behind "alleen", and is all that is said: "alleen koken"."""
    said = _ALONE.fullmatch(Sentence.of(parse.text).folded)
    if said is None or any(each.entity == "occupation" for each in parse.entities):
        return parse
    read = ASKED["wishes"](Sentence.of(said["work"]), moment.today)
    if read is None or read.options or read.unsure:
        return parse
    at = replace(read, start=said.start("work"), end=said.end("work"))
    return replace(parse, entities=(*parse.entities, at))


def _says_only(parse: Parse) -> bool:
    """Say whether "alleen" stands right before the first work that is named, and all of it is clear."""
    work = [each for each in parse.entities if each.entity == "occupation"]
    text = Sentence.of(parse.text).folded
    clear = not any(each.options or each.unsure or each.added for each in work)
    return bool(work) and clear and _ONLY.search(text[: work[0].start]) is not None
