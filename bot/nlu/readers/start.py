"""From when somebody can work: an ISO date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.readers.day_taken import is_taken
from bot.nlu.readers.day_words import day_of
from bot.nlu.readers.start_days import (
    FARTHEST,
    MONTHS,
    from_now,
    in_digits,
    iso,
    named_day,
    soon,
    written,
)
from bot.nlu.readers.start_words import (
    AFTER_THAT,
    ALONE_SIGNS,
    AROUND_ALONE,
    BARE,
    COMES,
    CUES,
    EAGER,
    EAGER_WORDS,
    EXPRESSIONS,
    FLOOR,
    FROM,
    FROM_TO,
    GUESSES,
    LATER,
    NO,
    NOT_BEFORE,
    ONLY_FREE,
    RATHER,
    THAN,
    YESTERDAY,
)
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_indifferent, is_question, thoughts, whole

if TYPE_CHECKING:
    import re
    from collections.abc import Collection

    from bot.nlu.readers.start_words import Says

__all__ = ["MONTHS", "asked", "spot"]

_SHORT = 14
"""How many words a sentence has that says a date and nothing else."""
_FEW = 60
"""In how many words of an answer days are looked for."""


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find a date with a word about starting: "ik kan maandag beginnen"."""
    alone = _alone(sentence, today)
    if alone:
        return [alone]
    comes = {"ik", "kan"} <= sentence.words and COMES.search(sentence.folded)
    eager = not sentence.words.isdisjoint(EAGER_WORDS) and EAGER.search(sentence.folded) is not None
    if not (comes or eager or CUES.search(sentence.folded)) or is_question(sentence) or FROM_TO.search(sentence.folded):
        return []
    sentence = _meant(sentence)
    cue = CUES.search(sentence.folded) or COMES.search(sentence.folded)
    own = max(_thought(sentence, cue.start())[0], sentence.folded.rfind(" en ik ", 0, cue.start())) if cue else 0
    if FLOOR.search(sentence.folded) or NO.search(NOT_BEFORE.sub("", sentence.folded[own:])):
        return []
    found = _at_cue(sentence, cue, today) if cue else _first(sentence, today)
    return [found] if found and not found.unsure else []


def _alone(sentence: Sentence, today: date) -> Entity | None:
    """Give the date that is all somebody says, with a word that makes it a beginning: "per 1 januari", "morgen al".

    What was refused before it goes: "niet nu, pas 1 februari".
    """
    words = sentence.words
    signed = not words.isdisjoint(ALONE_SIGNS) or {"vandaag", "nog"} <= words
    if not (signed or "niet" in words) or len(sentence.tokens) > _SHORT:
        return None
    said = _meant(sentence)
    text = NOT_BEFORE.sub(lambda no: " " * len(no.group()), said.folded)
    if not signed and text == sentence.folded:
        return None
    said = Sentence.of(text)
    weak: set[Says] = set() if "vandaag" in words else {soon}
    found = _first(said, today, weak if signed else weak | {named_day})
    if found is None or found.unsure:
        return None
    around = {token.text for token in said.tokens if not found.start <= token.start < found.end}
    return found if around <= AROUND_ALONE else None


def _at_cue(sentence: Sentence, cue: re.Match[str], today: date) -> Entity | None:
    """Give the date beside the word about starting, else the one that stands elsewhere.

    There, a day of the week is when somebody does something else: "zondag is voor de kerk, verder ben ik beschikbaar".
    """
    weak = _weak(sentence.folded)
    for start, end in (_between_commas(sentence.folded, cue.start()), _thought(sentence, cue.start())):
        if (start, end) != (0, len(sentence.folded)):
            within = Sentence.of(" " * start + sentence.raw[start:end])
            found = _first(within, today, weak | {soon})
            if found:
                return found
            weak = weak if AFTER_THAT.search(within.folded) else weak | {named_day}
    return _first(sentence, today, weak)


def _weak(text: str) -> set[Says]:
    """Give what says no start here: "maandag ben ik beschikbaar" is about each Monday."""
    cues = {cue.group() for cue in CUES.finditer(text)}
    return {named_day} if cues and all(map(ONLY_FREE.fullmatch, cues)) and not FROM.search(text) else set()


def _thought(sentence: Sentence, at: int) -> tuple[int, int]:
    """Give where the thought stands in which something is said."""
    return next(((start, end) for start, end in reversed(thoughts(sentence)) if start <= at), (0, len(sentence.folded)))


def _between_commas(text: str, at: int) -> tuple[int, int]:
    """Give where the part between commas stands in which something is said."""
    end = text.find(",", at)
    return text.rfind(",", 0, at) + 1, len(text) if end < 0 else end


def _meant(sentence: Sentence) -> Sentence:
    """Blank out a day that is not meant, so that the other one stays where it stands."""
    text = sentence.raw
    for pattern in (RATHER, YESTERDAY, THAN):
        other = pattern.search(sentence.folded)
        if other:
            start = other.end("rather") if pattern is THAN else other.start()
            text = text[:start] + " " * (other.end() - start) + text[other.end() :]
    return sentence if text is sentence.raw else Sentence.of(text)


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to from when somebody can work."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if YESTERDAY.search(sentence.folded):
        return _first(_meant(sentence), today) or whole(sentence, "start", today.isoformat())
    sentence = _meant(sentence)
    said = NOT_BEFORE.sub("", sentence.folded)
    if is_question(sentence) or FLOOR.search(said) or NO.search(said):
        return whole(sentence, "start", today.isoformat()) if is_indifferent(sentence) else None
    bare = BARE.fullmatch(sentence.plain)
    day = from_now(bare, today) if bare else None
    return whole(sentence, "start", day.isoformat()) if day else _first(sentence, today, _no_start(sentence))


def _no_start(sentence: Sentence) -> set[Says]:
    """Give what says no start: several days are those of a week, and a day with something else on it is none."""
    named = {day for token in sentence.tokens[:_FEW] if (day := day_of(token.text, short=False))}
    several = len(named) > 1 and "of" not in sentence.words
    return {named_day} if several or is_taken(sentence.folded) else set()


def _first(sentence: Sentence, today: date, but: Collection[Says] = ()) -> Entity | None:
    """Give what the first expression that fits says; a clear date goes before "meteen"."""
    for pattern, says in EXPRESSIONS:
        if says in but:
            continue
        match = pattern.search(sentence.folded)
        day = says(match, today) if match else None
        if match and day and today <= day <= today + timedelta(days=FARTHEST):
            later = LATER.search(sentence.folded, match.end()) if says not in {from_now, soon} else None
            day, end = (from_now(later, day) or day, later.end()) if later else (day, match.end())
            return Entity("start", match.start(), end, day.isoformat(), unsure=says in GUESSES)
        if match and day is None and says in {written, in_digits, iso, from_now}:
            return None
    return None
