"""Two words for somebody: easy, friendly, correct Dutch, and telling nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pseudonym import ADJECTIVES, NOUNS, pseudonym
from language.plain_dutch import zipf

COMMON = 3.4
NO_E = {"oranje", "gouden", "zilveren", "houten", "open", "vroege"}
"""Adjectives that have the same form everywhere; all others end in -e, as before every de-word."""
HET_WORDS = (
    "huis boek raam bed brood water bos strand land dorp plein bureau schip vuur licht kind paard schaap".split()
)
NEVER = set(
    """zwart zwarte wit witte bruin bruine geel gele rood rode roze bleke blanke donkere getinte oude jonge mooie
    lelijke dikke dunne magere slanke kleine grote lange korte zware lichte sterke zwakke slimme domme gekke rijke arme
    lieve boze valse kale blonde blinde dove manke kromme kapotte vuile luie halve wilde vreemde buitenlandse man vrouw
    jongen meisje opa oma hond varken koe ezel aap rat slang kip geit heks bom mes kogel kruis ster regenboog bloem roos
    pop trut zak lul kut poes pik worst banaan noot ui aardappel kop bal dop hoer naald spuit drol scheet""".split()
)
NEVER_TOGETHER = frozenset(
    "houten jas|blauwe brief|zachte peer|gouden kooi|halve zool|koele kikker|open wond|vrije val|losse flodder|"
    "halve maan|gele ster|blauwe ster|rode ster|dubbele kin|diepe put|stille nacht|late roeping|warme bakker|"
    "open kist|zachte prik|gouden douche|natte droom|laatste trein|eerste hulp|houten kop|open been".split("|")
)
"""What means something else together: a coffin, a letter from the tax office, a belief, an insult, an illness."""

seeds = st.binary(min_size=8, max_size=32)


def test_there_are_enough_and_none_twice() -> None:
    assert len(set(ADJECTIVES)) == len(ADJECTIVES) >= 40
    assert len(set(NOUNS)) == len(NOUNS) >= 60
    assert len(ADJECTIVES) * len(NOUNS) % 1009


@pytest.mark.parametrize("word", [*ADJECTIVES, *NOUNS])
def test_every_word_is_common_and_offends_nobody(word: str) -> None:
    assert zipf(word) >= COMMON
    assert word not in NEVER


def test_no_pair_means_something_else() -> None:
    pairs = {f"{adjective} {noun}" for adjective in ADJECTIVES for noun in NOUNS}
    assert pairs & NEVER_TOGETHER == set()


def test_adjectives_have_the_form_of_a_de_word() -> None:
    assert [word for word in ADJECTIVES if not word.endswith("e") and word not in NO_E] == []
    assert [word for word in NOUNS if word in HET_WORDS or word.endswith(("je", "isme", "um", "sel", "ment"))] == []


@given(seeds)
def test_it_is_two_words_and_stable(seed: bytes) -> None:
    name = pseudonym(seed, ())
    adjective, noun = name.split(" ")
    assert adjective.lower() in ADJECTIVES
    assert noun.lower() in NOUNS
    assert pseudonym(seed, {"Iemand Anders"}) == name


@given(st.lists(seeds, max_size=60))
def test_one_employer_never_sees_a_name_twice(seeds: list[bytes]) -> None:
    taken: list[str] = []
    for seed in seeds:
        taken.append(pseudonym(seed, taken))
    assert len(set(taken)) == len(taken)


def test_when_all_pairs_are_taken_a_number_follows() -> None:
    every = {f"{adjective.capitalize()} {noun.capitalize()}" for adjective in ADJECTIVES for noun in NOUNS}
    name = pseudonym(bytes(8), every)
    assert name == f"{pseudonym(bytes(8), ())} 2"
    assert pseudonym(bytes(8), {*every, name}) not in {*every, name}


def test_a_short_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="8 bytes"):
        pseudonym(b"1234567", ())
