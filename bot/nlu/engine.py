"""The embedded engine: rules first, then yes and no, then the classifier's guess, and whatever readers spot."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from bot.nlu import rules, yesno
from bot.nlu.adding import with_added
from bot.nlu.crisis import beside_way_of_speaking, gives_up, is_crisis, is_violence
from bot.nlu.english import put_in_dutch
from bot.nlu.mending import Mended, mended, otherwise
from bot.nlu.parse import CARE_BESIDE, CARE_FROM, Entity, Intent, Parse
from bot.nlu.readers import (
    ability,
    contact,
    days,
    experience,
    first_name,
    hours,
    language,
    licence,
    occupation,
    place,
    push,
    register,
    start,
    travel,
)
from bot.nlu.sentence import Sentence
from bot.nlu.taken_back import taken_back
from bot.nlu.tidied import tidied
from bot.nlu.topics import beside_grief, gives_way, topic_of
from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

Classifier: TypeAlias = "Callable[[Sentence, Collection[Entity]], tuple[Intent, ...]]"
"""Guesses the intents of a sentence in which these values stand, likeliest first; nothing when it has no idea."""

LONGEST = 4000
"""How many characters of a text are looked at for danger, and for numbers that are nobody's business."""

_READERS = (
    occupation.spot,
    hours.spot,
    days.spot,
    place.spot,
    travel.spot,
    language.spot,
    licence.spot,
    start.spot,
    ability.spot,
    register.spot,
    experience.spot,
    first_name.spot,
    contact.spot,
    push.spot,
)
_WHOLE_SENTENCE, _VALUE = 0.95, 0.8
_TELLING = 2
"""From how many words on that are no fillers the words beside a death can be guessed at."""


def no_guess(_sentence: Sentence, _entities: Collection[Entity]) -> tuple[Intent, ...]:
    """Stand where the trained classifier can stand: no idea."""
    return ()


class Embedded:
    """The engine inside the process; `today` gives the day that "maandag" and "over 2 weken" count from."""

    def __init__(self, today: Callable[[], date], classifier: Classifier = no_guess) -> None:
        self._today = today
        self._classifier = classifier

    async def parse(self, text: str) -> Parse:
        """Parse one sentence; never raises, whatever the text."""
        return parse_sentence(text, self._today(), self._classifier)

    async def aclose(self) -> None:
        """Let go of nothing: it is all in this process."""


def parse_sentence(text: str, today: date, classifier: Classifier = no_guess) -> Parse:
    """Parse one sentence. Pure, as far as the classifier is. Only the first 4,000 characters are read."""
    right, parse = surely(text, today)
    if is_settled(parse):
        return with_care(parse, classifier)
    return with_guesses(parse, classifier(right.sentence, parse.entities), classifier)


def surely(text: str, today: date) -> tuple[Mended, Parse]:
    """Give what needs no guess: care in a crisis, commands, topics, yes and no, and the values that readers find.

    The sentence comes with its words put right, for who guesses the rest.
    """
    sentence = Sentence.of(text[:LONGEST])
    right, entities = _heard(mended(sentence), today)
    ways = (sentence, right.sentence) if right.moved else (sentence,)
    heard = next((each for each in ways if is_crisis(each)), None)
    if heard:
        care = Intent("crisis", 1.0)
        return right, Parse(text, care, (care,), certain=True, topic="violence" if is_violence(heard) else None)
    rule = rules.decide(sentence)
    topic, rule = _topic(sentence, rule, entities)
    if rule or topic:
        # a move to a place that is named, too, answers where somebody lives: the readers have to see that
        certain = rule is not None or not (topic == "change_duty" and entities)
        return right, Parse(text, rule, (rule,) if rule else (), entities, certain=certain, topic=topic)
    meaning = yesno.meaning(sentence)
    if meaning is None and right.moved:
        # words that were put right make no command certain: an answer to the open question goes first
        meant = rules.decide(right.sentence)
        said = Intent(meant.name, _WHOLE_SENTENCE) if meant else None
        return right, Parse(text, said, (said,) if said else (), entities)
    said = Intent(meaning, _WHOLE_SENTENCE) if meaning else None
    return right, Parse(text, said, (said,) if said else (), entities, plain=said is not None)


def is_settled(parse: Parse) -> bool:
    """Say whether a parse needs no guess, and must not get one: a crisis, a command or a topic."""
    return parse.certain or parse.topic is not None


def with_care(parse: Parse, classifier: Classifier) -> Parse:
    """Put care in the place of mourning where more than grief stands beside it: "mijn man is dood, neem mij ook"."""
    if parse.topic != "mourning":
        return parse
    ways = beside_grief(Sentence.of(parse.text[:LONGEST]))
    if not any(_is_danger(words, classifier) for words in ways):
        return parse
    care = Intent("crisis", 1.0)
    return Parse(parse.text, care, (care,), certain=True)


def with_guesses(parse: Parse, guesses: tuple[Intent, ...], classifier: Classifier) -> Parse:
    """Put guesses behind what is sure: a plain yes or no stays first, and values without any guess are an answer.

    A crisis is guessed from `CARE_FROM` on, beside a value from `CARE_BESIDE`, or not at all: below that it is no
    meaning to choose from, and "ik lach me dood" is none, unless the words beside it are.
    """
    least = CARE_BESIDE if parse.entities else CARE_FROM
    if any(each.name == "crisis" for each in guesses):
        beside = beside_way_of_speaking(Sentence.of(parse.text[:LONGEST]))
        if beside is not None and not _is_danger(beside, classifier):
            least = math.inf
    guesses = tuple(each for each in guesses if each.name != "crisis" or each.confidence >= least)
    first = parse.intent_ranking or ((Intent("inform", _VALUE),) if parse.entities and not guesses else ())
    named = {intent.name for intent in first}
    ranking = first + tuple(guess for guess in guesses if guess.name not in named)
    return replace(parse, intent=ranking[0] if ranking else None, intent_ranking=ranking)


def _is_danger(words: str, classifier: Classifier) -> bool:
    """Say whether the words beside a death, or beside a way of speaking, are most likely danger."""
    if gives_up(words):
        return True
    if len(set(words.split()) - FILLERS) < _TELLING:
        return False
    return any(each.name == "crisis" and each.confidence >= CARE_FROM for each in classifier(Sentence.of(words), ()))


def _topic(sentence: Sentence, rule: Intent | None, entities: tuple[Entity, ...]) -> tuple[str | None, Intent | None]:
    """Give the topic, and the intent that is certain with it: the topic's own, else that of the rules."""
    if rules.wants_link(sentence):
        return "link", rule
    found = topic_of(sentence, entities)
    if found is None:
        return None, rule
    topic, intent = found
    if gives_way(topic, rule.name if rule else None):
        return (topic if topic == "illness" else None), rule
    return topic, Intent(intent, 1.0) if intent else rule if topic == "bsn" else None


def spotted(sentence: Sentence, today: date) -> tuple[Entity, ...]:
    """Give everything that the strict readers find in the first 1,000 characters, in the order in which it stands."""
    return _heard(mended(sentence), today)[1]


def _heard(right: Mended, today: date) -> tuple[Mended, tuple[Entity, ...]]:
    """Read a sentence; where a word can be meant by others as well, by the one with which it says more.

    "2 dagen in de wek" says nothing and "in de week" does: who writes here most often says something to be read.
    """
    found = _values(right, today)
    if right.doubted:
        for other in otherwise(right):
            more = _values(other, today)
            if _says_more(more, found):
                return _heard(other, today)
    return right, found


def _says_more(more: Sequence[Entity], found: Sequence[Entity]) -> bool:
    """Say whether all that was found is found again, and something besides."""
    left = [(entity.entity, entity.value) for entity in more]
    for entity in found:
        if (entity.entity, entity.value) not in left:
            return False
        left.remove((entity.entity, entity.value))
    return bool(left)


def _values(right: Mended, today: date) -> tuple[Entity, ...]:
    """Read a sentence as it is meant; the values stand where they stand in the sentence as it was written.

    An English one is read in Dutch words first: the others know some English words, but not what is said with them.
    """
    short = tidied(right.sentence)
    kept = taken_back(short.sentence)
    sentence = kept.sentence
    put = put_in_dutch(sentence)
    found = [put.back(with_added(put.sentence, each)) for each in _spotted(put.sentence, today)] if put else []
    known = {entity.entity for entity in found}
    more = (entity for entity in _spotted(sentence, today) if entity.entity not in known)
    found += [with_added(sentence, entity) for entity in more]
    found = [right.back(short.back(kept.back(entity))) for entity in found if not right.may_turn(entity)]
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end)))


def _spotted(sentence: Sentence, today: date) -> list[Entity]:
    """Let every strict reader look."""
    return [entity for spot in _READERS for entity in spot(sentence, today)]
