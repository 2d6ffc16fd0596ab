"""The leak guard: what it notices, what it leaves alone, and what never passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.person import Role
from bot.nlu.leaks.find import leaks_in, without
from bot.nlu.leaks.kinds import PASSES, Choice, Kind, Leak, Passes, choices
from bot.nlu.leaks.told import LABELS, told

HERE = Path(__file__).parent
ROLES = {"j": Role.JOBSEEKER, "e": Role.EMPLOYER}
SHARE = 0.95


def lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()


def cases() -> list[tuple[Role, str, set[str]]]:
    held = [line.rpartition(" => ") for line in lines("leaks_in.txt")] + [
        (line, "", "") for line in lines("leaks_out.txt")
    ]
    return [(ROLES[said[0]], said[2:], set(kinds.split())) for said, _sign, kinds in held]


def test_nearly_every_sentence_is_judged_right() -> None:
    held = cases()
    wrong = []
    for by, text, kinds in held:
        found = {leak.kind.value for leak in leaks_in(text, by)}
        if found != kinds:
            wrong.append(f"{by}: {text!r} has {sorted(kinds)}, found {sorted(found)}")
    right = len(held) - len(wrong)
    print(f"\nleak guard: {right} of {len(held)} right", *wrong, sep="\n  ")  # noqa: T201 - the figure is what this test is for
    assert right / len(held) >= SHARE


@pytest.mark.parametrize("text", lines("leaks_bsn.txt"))
@pytest.mark.parametrize("by", list(Role))
def test_a_bsn_never_passes(text: str, by: Role) -> None:
    found = leaks_in(text, by)
    assert Kind.BSN in {leak.kind for leak in found}
    assert Choice.SEND not in choices(found)


def test_the_lists_are_long_enough_and_balanced() -> None:
    leaking, harmless = lines("leaks_in.txt"), lines("leaks_out.txt")
    assert len(leaking) + len(harmless) >= 240
    assert 0.4 <= len(harmless) / (len(leaking) + len(harmless)) <= 0.6
    assert {kind for _by, _text, kinds in cases() for kind in kinds} == {kind.value for kind in Kind}


def test_what_passes_and_what_does_not_is_data() -> None:
    assert set(PASSES) == set(Kind)
    assert [kind for kind in Kind if PASSES[kind] is Passes.NEVER] == [Kind.BSN]
    held = leaks_in("Heb je kinderen? Bel 0612345678.", Role.EMPLOYER)
    assert [leak.kind for leak in held] == [Kind.ASKS_FAMILY, Kind.PHONE]
    assert choices(held) == (Choice.LEAVE_OUT, Choice.CHANGE)
    assert choices(held[1:]) == (Choice.SEND, Choice.LEAVE_OUT, Choice.CHANGE)


def test_a_jobseeker_may_ask_and_tell_what_an_employer_may_not_ask() -> None:
    assert leaks_in("Ik heb 2 kinderen en draag een hoofddoek. Ik ben 45 jaar.", Role.JOBSEEKER) == ()
    assert leaks_in("Mijn rug doet pijn van het bukken.", Role.EMPLOYER) == ()


def test_places_are_those_of_the_text_as_it_was_written() -> None:
    text = "🙂 İzmir é́ — bél ０６ 12 34 56 78, of mail Żofia.É@gmail.com!"
    found = leaks_in(text, Role.JOBSEEKER)
    assert [(leak.kind, text[leak.start : leak.end]) for leak in found] == [
        (Kind.PHONE, "０６ 12 34 56 78"),
        (Kind.EMAIL, "Żofia.É@gmail.com"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ik ben Karim. Bel me op 06 12 34 56 78 of mail karim@gmail.com.", "Ik ben Karim. Bel me op … of mail …."),
        ("Kanaalstraat 12, 3531 AB Utrecht", "… Utrecht"),
        ("Ik heb zin in het werk.", "Ik heb zin in het werk."),
    ],
)
def test_what_is_left_out_can_still_be_read(text: str, left: str) -> None:
    assert without(text, leaks_in(text, Role.JOBSEEKER)) == left


def test_a_question_is_left_out_whole() -> None:
    text = "Fijn dat je komt! Heb je kinderen, en hoe oud ben je? Tot maandag."
    assert without(text, leaks_in(text, Role.EMPLOYER)) == "Fijn dat je komt! … Tot maandag."


def test_a_leak_holds_no_words() -> None:
    (leak,) = leaks_in("bel 0612345678", Role.JOBSEEKER)
    assert repr(leak) == "Leak(kind=<Kind.PHONE: 'phone'>, start=4, end=14, by=<Role.JOBSEEKER: 'jobseeker'>)"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("by", [Role.JOBSEEKER, Role.EMPLOYER])
def test_the_sender_is_told_without_the_words(kind: Kind, by: Role) -> None:
    said = told(Leak(kind, 0, 1, by))
    assert said.params == ()
    assert set(LABELS) == set(Choice)
