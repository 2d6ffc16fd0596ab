"""A yes beside words for another job, place or employer never begins a contact with this one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from facts import NoFacts
from hypothesis import given
from hypothesis import strategies as st
from made import NOW
from standing import HOME, TODAY
from test_pointing import ANIMALS, BREAD, CLEAN, NOT_SHOWN, job, moment

from bot.dialogs.facts import Fitting, Listed, ShownSoFar, Talk
from bot.dialogs.hearing import take, take_edited
from bot.dialogs.jobs.naming import names_of
from bot.domain.consent import Answer, Consent, Piece
from bot.domain.contact import Between, Side, ask
from bot.domain.disclosure import Grain, SeenByEmployer
from bot.domain.effects import BeginContact, KeepConsent, KeepContact, Say
from bot.domain.known_as import Pair
from bot.domain.profile import Hours
from bot.nlu.contact import called
from bot.nlu.engine import parse_sentence
from bot.nlu.parse import Intent, Parse
from bot.nlu.sentence import words_of
from bot.nlu.wording import FILLERS
from bot.text import Text

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.profile import Profile
    from bot.domain.vacancy import Vacancy

THIS = replace(BREAD, vacancy=replace(BREAD.vacancy, employer_id="e" * 32))
FAR = job("Bezorger", "Goed Bezorgd", "Best", 55, hours=Hours(20, 20))
"""Its place is a word that mostly says something else."""
WORLD = (ANIMALS, THIS, CLEAN, NOT_SHOWN, FAR)
OTHERS = (ANIMALS, CLEAN, NOT_SHOWN, FAR)
PAIR = Pair("h", "1" * 32, "e" * 32, "Heldere Boot", Grain.NOTHING)
SEEN = SeenByEmployer(("bakker",), (), None, Hours(16, 36), (), (), None, None, None)
TALK = Talk(
    "t" * 32, ask(Between("1" * 32, "e" * 32, THIS.vacancy.id), Side.EMPLOYER, NOW), "Heldere Boot", THIS.vacancy
)
TALKING = Talk(
    "u" * 32,
    replace(ask(Between("1" * 32, "e" * 32, THIS.vacancy.id), Side.JOBSEEKER, NOW), accepted_at=NOW),
    "Heldere Boot",
    THIS.vacancy,
    tuple(Consent(piece, Answer.GIVEN, NOW, "x") for piece in (Piece.CONVERSATION, Piece.FIRST_NAME)),
)
"""Its messages pass, and a number can be given."""


@dataclass(frozen=True)
class WorldFacts(NoFacts):
    lately: tuple[str, ...]

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        del profile
        return next((each for each in WORLD if each.vacancy.id == vacancy_id), None)

    def shown(self) -> ShownSoFar:
        return ShownSoFar(0, 0, None, self.lately)

    def seen_of(self, person_id: str, vacancy: Vacancy) -> Listed | None:  # type: ignore[override]
        del person_id, vacancy
        return Listed(PAIR, SEEN)

    def contact(self, contact_id: str) -> Talk | None:
        return next((each for each in (TALK, TALKING) if contact_id == each.id), None)


def now(lately: tuple[Fitting, ...]) -> Moment:
    return replace(moment(()), facts=WorldFacts(tuple(each.vacancy.id for each in lately)))


def begins(effects: tuple[object, ...]) -> bool:
    return any(
        isinstance(effect, (BeginContact, KeepContact))
        or (isinstance(effect, KeepConsent) and any(each.answer is Answer.GIVEN for each in effect.rows))
        for effect in effects
    )


WANT = HOME.opening("want").having("want", {"about": THIS.vacancy.id})
REQUEST = HOME.opening("request").having("request", {"about": TALK.id})
LISTED = HOME.opening("want").having(
    "want", {"about": THIS.vacancy.id, "among": [each.vacancy.id for each in (ANIMALS, THIS)]}
)
PIECES = {Piece.FIRST_NAME: "Fatima", Piece.PHONE: "+31612345678", Piece.EMAIL: "fatima@mail.nl"}


def giving(piece: Piece) -> State:
    held = {"about": TALKING.id, "employer": THIS.vacancy.employer, "piece": piece.value, "mark": "m"}
    return HOME.opening("give").having("give", {**held, f"give.{piece.value}": PIECES[piece]})


GIVES = tuple(map(giving, PIECES))
PART = HOME.opening("part").having("part", {"about": TALKING.id})
NAMED = {word for each in OTHERS for word in names_of(each.vacancy)} - names_of(THIS.vacancy) - FILLERS
BEHIND = {
    f"{before} {words_of(name)}"
    for each in OTHERS
    for name in (each.vacancy.employer, each.vacancy.place.name)
    for before in ("in", "bij", "naar")
    if not names_of(THIS.vacancy).issuperset(words_of(name).split())
}
POINTED = {"die andere", "de eerste", "die tweede", "de laatste", "een ander bedrijf", "die van 24 uur", "liever die"}
AROUND = st.lists(
    st.sampled_from(
        "ja oke graag , . die bij in naar met stuur maar laat weten ik wil wel praten over de het bakker Zon Utrecht "
        "want daar goed hoor prima doe dat mag ik bedoel werken baan".split()
    ),
    max_size=5,
).map(" ".join)
YES = st.sampled_from(("ja", "ja,", "jawel", "ok", "ja graag,", "doe maar", "yes", "zeker"))
guesses = st.sampled_from((None, "affirm", "interested", "inform"))


def parsed(text: str, guess: str | None) -> Parse:
    parse = parse_sentence(text, TODAY)
    if guess is None or parse.certain or parse.topic:
        return parse
    sure = Intent(guess, 0.99)
    return replace(parse, intent=parse.intent or sure, intent_ranking=(*parse.intent_ranking, sure))


sentences = st.tuples(YES, AROUND, st.sampled_from(sorted(NAMED | BEHIND | POINTED)), AROUND).map(" ".join)
moments = st.lists(st.sampled_from(WORLD), unique=True).map(tuple).map(now)


@given(sentences, guesses, moments, st.sampled_from((WANT, LISTED, REQUEST, PART, *GIVES)))
def test_a_yes_beside_words_for_another_job_is_none_for_this_one(
    text: str, guess: str | None, at: Moment, state: State
) -> None:
    parse = parsed(text, guess)
    for turn in (take(state, parse, at), take_edited(state, parse, at)):
        assert not begins(turn.effects)


@pytest.mark.parametrize(
    "text",
    [
        *("ja", "Ja graag!", "ja hoor, dat wil ik", "ja, die bij Bakkerij Zon", "ja stuur maar", "doe maar", "evet"),
        *("ja, ik wil graag praten over die baan", "ja, de bakker in Utrecht", "yes please"),
        *(
            "Ja, laat het Bakkerij Zon weten",
            "ja, laat maar weten dat ik wil praten",
            "ja goed, dat mag",
            "ja, best",
            "ja natuurlijk wil ik dat, fijn",
        ),
    ],
)
@pytest.mark.parametrize("state", [WANT, REQUEST])
def test_a_yes_to_this_job_is_one(text: str, state: State) -> None:
    assert begins(take(state, parsed(text, "affirm"), now((ANIMALS, THIS))).effects)


@pytest.mark.parametrize(
    "text",
    [
        *("ja", "Ja graag!", "ja, stuur maar", "stuur maar", "doe maar", "ja, naar Bakkerij Zon", "ja dat mag"),
        *("ja stuur het maar naar de bakker in Utrecht", "ja natuurlijk mag dat"),
    ],
)
@pytest.mark.parametrize("state", GIVES)
def test_a_yes_to_this_piece_is_one(text: str, state: State) -> None:
    assert begins(take(state, parsed(text, "affirm"), now((ANIMALS, THIS))).effects)


@pytest.mark.parametrize(
    "text",
    [
        *("ja graag maar wat verdien ik", "ja maar mag ik eerst weten wat ik verdien", "ja, maar niet mijn naam"),
        *("ja als het moet", "ja, en mijn adres ook", "ja en ook aan het hotel", "ja morgen", "stuur maar niet"),
        *("stuur mijn cv ook", "ja, maar eerst bellen", "ja straks", "nee stuur maar niet"),
    ],
)
@pytest.mark.parametrize("state", GIVES)
@pytest.mark.parametrize("guess", [None, "affirm", "interested"])
def test_a_yes_that_says_more_gives_nothing(text: str, state: State, guess: str | None) -> None:
    assert not begins(take(state, parsed(text, guess), now((ANIMALS, THIS))).effects)


NO_PART = (
    *("ja nee", "ja, nee, stop niet", "ja praten", "ja ik wil praten", "ja ik wil nog wel praten", "ja ik wil contact"),
    *(
        "ja graag contact",
        "ja, een gesprek",
        "ja het gesprek",
        "ja stuur maar",
        "ja ik wil de bakker",
        "ja ik wil werken",
    ),
    *("ja naam", "ja mijn nummer", "ja praten graag", "ja ik wil met de bakker", "ja wel praten", "ja toch contact"),
)


@pytest.mark.parametrize("text", NO_PART)
@pytest.mark.parametrize("guess", [None, "affirm", "interested"])
def test_who_may_want_to_go_on_ends_nothing(text: str, guess: str | None) -> None:
    assert not begins(take(PART, parsed(text, guess), now((ANIMALS, THIS))).effects)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ja",
            "ja hoor",
            "ja stop maar",
            "ja, stop het contact",
            "ja ik wil stoppen",
            "ja stop met praten",
            "ja graag",
        ),
        *("ja ik wil stoppen met het gesprek", "ja, met Bakkerij Zon", "ja de bakker in Utrecht", "ja dat wil ik"),
    ],
)
def test_a_yes_to_the_end_is_one(text: str) -> None:
    assert begins(take(PART, parsed(text, "affirm"), now((ANIMALS, THIS))).effects)


CALLED = {piece: sorted(called(piece.value)) for piece in Piece}
OTHER_PIECES = [
    (state, word)
    for piece, state in zip(PIECES, GIVES, strict=True)
    for other in Piece
    if other is not piece
    for word in CALLED[other]
]
BESIDE = st.sampled_from(("", "alleen", "mijn", "graag", "maar mijn", "doe", "liever", "stuur"))


@given(
    st.sampled_from([*OTHER_PIECES, *((PART, word) for words in CALLED.values() for word in words)]), BESIDE, guesses
)
def test_a_yes_beside_another_piece_gives_and_ends_nothing(
    asked: tuple[State, str], beside: str, guess: str | None
) -> None:
    state, word = asked
    for text in (f"ja {beside} {word}", f"ja {word} {beside}", f"{beside} {word}"):
        assert not begins(take(state, parsed(text, guess), now((ANIMALS, THIS))).effects)


@pytest.mark.parametrize(
    "text", ["ja nee", "ja praten", "ja ik wil contact", "ja een gesprek", "ja weet ik", "ja werken"]
)
@pytest.mark.parametrize("state", GIVES)
@pytest.mark.parametrize("guess", [None, "affirm"])
def test_a_yes_to_talking_gives_nothing(text: str, state: State, guess: str | None) -> None:
    assert not begins(take(state, parsed(text, guess), now((ANIMALS, THIS))).effects)


@pytest.mark.parametrize("state", GIVES)
def test_after_a_doubt_all_that_a_yes_sends_is_put_again(state: State) -> None:
    turn = take(state, parsed("ja, maar aan het hotel", None), now((ANIMALS, THIS)))
    told = [value for effect in turn.effects if isinstance(effect, Say) for _name, value in _held(effect)]
    held = state.of("give")
    assert {held["employer"], held[f"give.{held['piece']}"]} <= set(told)


def _held(effect: Say) -> list[tuple[str, object]]:
    """Give what is filled in, also in what is filled in."""
    found: list[tuple[str, object]] = [param for text in effect.message.text for param in text.params]
    for _name, value in found:
        found += list(value.params) if isinstance(value, Text) else []
    return found


SAYS_SO = st.sampled_from(("", "graag", "stuur maar", "laat maar weten", "die", "ik wil", "doe maar", "dan"))
PLACES = st.sampled_from(("in Zeist", "naar Amersfoort", "Amersfoort", "bij Helder", "naar Helder in Zeist", "de kok"))


@given(SAYS_SO, PLACES, SAYS_SO, guesses, st.sampled_from((WANT, LISTED, REQUEST, PART, *GIVES)))
def test_a_yes_beside_a_place_or_work_changes_no_answer(
    before: str, named: str, behind: str, guess: str | None, state: State
) -> None:
    turn = take(state, parsed(f"ja {before} {named} {behind}", guess), now((CLEAN,)))
    assert turn.state.of("profile") == HOME.of("profile")
    assert not begins(turn.effects)


@pytest.mark.parametrize("text", ["ja, maar ik woon nu in Zeist", "ik woon in Zeist", "ik zoek werk als kok"])
def test_what_somebody_says_of_themselves_is_heard_also_there(text: str) -> None:
    assert take(WANT, parse_sentence(text, TODAY), now((CLEAN,))).state.of("profile") != HOME.of("profile")
