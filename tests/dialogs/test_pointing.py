"""Which of the shown jobs words point at; and that they never choose another, change an answer, or ask for the body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from facts import NoFacts
from hypothesis import given
from hypothesis import strategies as st
from standing import HOME, TODAY, moment_with

from bot.dialogs.facts import Fitting, ShownSoFar
from bot.dialogs.jobs.listing import Page, choosing
from bot.dialogs.jobs.pointed import heard_of_shown
from bot.dialogs.jobs.pointing import Needs, misses, pointed
from bot.dialogs.jobs.react import show
from bot.domain.effects import React, Say, Showed
from bot.domain.matching import Closeness, Fit
from bot.domain.profile import ABILITIES, Hours, Occupation, Place
from bot.domain.vacancy import Contract, Pay, Vacancy
from bot.nlu import occupations, places
from bot.nlu.engine import parse_sentence

if TYPE_CHECKING:
    from typing import Any

    from bot.dialogs.moment import Moment
    from bot.domain.profile import Profile


def job(title: str, employer: str, place: str, minutes: int, **more: Any) -> Fitting:
    work, spot = occupations.find(title)[0], places.named(place.lower())[0]
    occupation = Occupation(work.uri, work.label, work.isco)
    vacancy = Vacancy(f"{minutes:032x}", employer, title, occupation, Place(spot.pc4, spot.name), **more)
    return Fitting(vacancy, Fit(50, occupation, Closeness.SAME, "bike", minutes, vacancy.hours))


ANIMALS = job(
    "Dierenverzorger", "Zorggroep Noord", "Zeist", 35,
    hours=Hours(24, 24), days=("ma", "di"), dayparts=("morning",), pay=Pay(15, 16, "hour"),
    contract=Contract.PERMANENT, about="Je zorgt voor honden en katten.",
)  # fmt: skip
BREAD = job(
    "Bakker", "Bakkerij Zon", "Overvecht", 10,
    hours=Hours(32, 36), days=("do", "vr", "za"), dayparts=("night", "weekend"), pay=Pay(17.5, 18, "hour"),
)  # fmt: skip
CLEAN = job(
    "Schoonmaker", "Helder", "Utrecht", 20,
    hours=Hours(16, 20), days=("ma", "vr"), dayparts=("evening",), licence=("B",), asks=("lift", "bend"),
)  # fmt: skip
NOT_SHOWN = job("Kok", "Hotel Duif", "Amersfoort", 40, hours=Hours(8, 12), days=("zo",), about="Je kookt met vis.")
LIST = (ANIMALS, BREAD, CLEAN)

ONE = {
    ANIMALS: (
        *("die in Zeist", "die in zijst", "dei in zijst", "baan zeist", "wil zien zeist", "Zeist", "ja die in zeist"),
        *("die met de honden", "die met hond", "die hondenbaan lijkt me leuk", "die baan waar je met honden werkt"),
        *("die bij Zorggroep Noord", "zorgroep noort", "die van 24 uur", "die van 24", "die van vierentwintig uur"),
        *("laat die in Zeist maar zien", "mag ik die in Zeist zien?", "hoe ver is die in Zeist?", "die vast is"),
        *("the one in Zeist", "Welke is in Zeist?", "die in de ochtend"),
    ),
    BREAD: (
        *("de bakker", "bakker graag", "doe maar de bakker", "de bakerij", "wat verdient die bij Bakkerij Zon?"),
        *("de baan in de buurt", "dichtbij", "welke is het dichtst bij?", "de dichtsbijzijnde", "die in het weekend"),
        *("die met de meeste uren", "die het meest verdient", "die van 17 euro", "die in de nacht"),
        *("niet die in Zeist maar die in Overvecht", "nee, de bakker"),
    ),
    CLEAN: (
        *("de schoonmaakbaan", "die poetsbaan", "schoonmaak", "die bij Helder", "die met de minste uren"),
        *("die laatste", "die 's avonds is", "nee die in Zeist niet, die bij Helder"),
    ),
}
SEVERAL = {
    (BREAD, CLEAN): ("die in Utrecht", "Utrecht"),
    (ANIMALS, CLEAN): ("die zonder weekend", "die niet in het weekend is", "die op maandag"),
    (ANIMALS, BREAD): ("die zonder rijbewijs",),
}
NONE = (
    *("ik wil 24 uur werken", "24 uur", "ik wil 24 uur", "ik wil werk in Zeist", "ik woon in Zeist", "nee, Zeist"),
    *("een baan in Zeist", "zoek bakker", "ik wil bakker worden", "ik ben bakker", "de bakker heeft mij ontslagen"),
    *("die is te ver", "die in Zeist is te ver", "dat is in het weekend", "dat kan ik in het weekend", "maandag"),
    *(
        "die dag kan ik niet",
        "die op vrijdag kan ik",
        "alleen in het weekend",
        "die 24 uur",
        "ja doe maar",
        "dat wil ik",
    ),
    *("ga ik er dan op achteruit, met die 24 uur?", "die mail heb ik gehad", "ik heb die nacht niet geslapen"),
    *("die werkmatcher in Zeist wil ik spreken", "werk dichterbij", "ik zoek iets in de buurt", "die zonder tillen"),
    *(
        "mijn dochter woont in Zeist",
        "ik wil die baan niet",
        "geen schoonmaak meer",
        "geen bakker",
        "deze",
        "de eerste",
    ),
)
MISSED = ("die in Amersfoort", "die met de paarden", "die bij Albert Heijn", "die van 40 uur", "de baan in Amersfoort")


def said(text: str, needs: Needs = Needs.NAME, shown: tuple[Fitting, ...] = LIST) -> tuple[Fitting, ...]:
    found = pointed(parse_sentence(text, TODAY), shown, needs)
    return found.found if found else ()


@pytest.mark.parametrize(("text", "meant"), [(text, job) for job, texts in ONE.items() for text in texts])
def test_words_point_at_one_job(text: str, meant: Fitting) -> None:
    assert said(text) == (meant,)


@pytest.mark.parametrize(("text", "meant"), [(text, jobs) for jobs, texts in SEVERAL.items() for text in texts])
def test_words_point_at_several_jobs(text: str, meant: tuple[Fitting, ...]) -> None:
    assert said(text) == meant


@pytest.mark.parametrize("text", NONE)
def test_what_somebody_says_of_themselves_points_at_nothing(text: str) -> None:
    for needs in Needs:
        assert said(text, needs) == ()
    assert not misses(parse_sentence(text, TODAY), LIST)


@pytest.mark.parametrize("text", MISSED)
def test_what_is_not_there_is_missed(text: str) -> None:
    parse = parse_sentence(text, TODAY)
    assert pointed(parse, LIST, Needs.NAME) is None
    assert misses(parse, LIST)


@pytest.mark.parametrize("text", ["niet die in Zeist", "die in Zeist niet", "niet de dierenverzorger"])
def test_a_no_behind_it_refuses(text: str) -> None:
    found = pointed(parse_sentence(text, TODAY), LIST, Needs.NAME)
    assert found is not None
    assert (found.found, found.no) == ((ANIMALS,), True)


@pytest.mark.parametrize("text", ["ik wil de bakker", "ik wil de zorg in", "nee, Zeist", "welke is in Zeist?"])
def test_where_nothing_is_asked_a_name_has_to_stand_alone_or_behind_a_word_that_points(text: str) -> None:
    assert said(text, Needs.ALONE) == said(text, Needs.POINTER) == ()
    assert said("Zeist", Needs.ALONE) == said("ik wil toch die in Zeist", Needs.POINTER) == (ANIMALS,)


WORDS = """die deze dat de het een baan job in bij met van zonder niet geen nee ja ik wil werken zien graag maar wel
Zeist zijst Amersfoort Utrecht Overvecht bakker kok koken vis schoonmaker honden Helder Hotel Duif Zon 24 12 uur weekend
zondag dichtbij meeste uren laatste tillen staan rijbewijs , . ? welke toch liever""".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
lists = st.lists(st.sampled_from(LIST), min_size=1, unique=True).map(tuple)


@dataclass(frozen=True)
class ShownFacts(NoFacts):
    """There are more jobs than were shown."""

    ids: tuple[str, ...]

    def vacancy(self, vacancy_id: str, profile: Profile | None) -> Fitting | None:
        del profile
        return next((each for each in (*LIST, NOT_SHOWN) if each.vacancy.id == vacancy_id), None)

    def shown(self) -> ShownSoFar:
        return ShownSoFar(len(self.ids), 0, None, self.ids)


def moment(shown: tuple[Fitting, ...]) -> Moment:
    return moment_with(ShownFacts(tuple(each.vacancy.id for each in shown)))


@given(sentences, lists, st.sampled_from(("jobs", "job", "home")))
def test_words_never_choose_a_job_that_is_not_shown_and_never_change_an_answer(
    text: str, shown: tuple[Fitting, ...], where: str
) -> None:
    now = moment(shown)
    state = HOME if where == "home" else choosing(HOME, Page(shown))
    state = show(HOME, now, shown[0]).state if where == "job" else state
    turn = heard_of_shown(state, parse_sentence(text, TODAY), now)
    if turn is None:
        return
    ids = {each.vacancy.id for each in shown}
    assert turn.state.of("profile") == HOME.of("profile")
    assert all(isinstance(effect, (Say, Showed, React)) for effect in turn.effects)
    opened = {held for effect in turn.effects if isinstance(effect, Showed) for held, _version in effect.vacancies}
    assert opened | set(turn.state.of("jobs").get("ids", ())) <= ids
    assert turn.state.of("job").get("about") in {None, *ids}


@given(sentences, lists, st.lists(st.sampled_from(ABILITIES), unique=True).map(tuple))
def test_what_work_asks_of_the_body_never_chooses(text: str, shown: tuple[Fitting, ...], asks: tuple[str, ...]) -> None:
    heavy = tuple(replace(each, vacancy=replace(each.vacancy, asks=asks)) for each in shown)
    ids = [each.vacancy.id for each in said(text, shown=shown)]
    assert [each.vacancy.id for each in said(text, shown=heavy)] == ids


def test_what_is_named_and_not_known_to_be_so_is_not_missed() -> None:
    assert not misses(parse_sentence("is die baan in Utrecht vast?", TODAY), (CLEAN,))
