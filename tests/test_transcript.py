"""Transcripts are read, played and reported as docs/transcripts.md says."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.domain.event import Channel
from bot.domain.person import Contact, Role, Support
from bot.replay.command import replay, run
from bot.replay.difference import is_as_written, told
from bot.replay.lines import (
    Becomes,
    Comes,
    Headline,
    Hears,
    Invited,
    Kept,
    Line,
    Link,
    MayAsk,
    MovesOn,
    NothingKept,
    Opens,
    Passes,
    ProfileIs,
    Prose,
    Repeats,
    Says,
    Sends,
    Speaks,
    Standing,
    Taps,
)
from bot.replay.stage import Heard
from bot.replay.transcript import TranscriptError, parse

MANUAL = Path(__file__).parents[1] / "docs" / "transcripts.md"

A: dict[str, object] = {"person": "Ali"}
UNDERSTOOD: list[tuple[str, type[Line], dict[str, object]]] = [
    (
        "Uitnodiging voor Ali: zelfstandig",
        Invited,
        A | {"role": Role.JOBSEEKER, "support": Support.SELF, "contact": Contact.DIRECT, "days": 30},
    ),
    (
        "Uitnodiging voor werkgever Bakkerij Zon",
        Invited,
        {
            "person": "Bakkerij Zon",
            "role": Role.EMPLOYER,
            "support": Support.SELF,
            "contact": Contact.DIRECT,
            "days": 30,
        },
    ),
    (
        "Uitnodiging voor Ali: begeleid, via werkmatcher, geldig 3 dagen",
        Invited,
        A | {"role": Role.JOBSEEKER, "support": Support.GUIDED, "contact": Contact.WERKMATCHER, "days": 3},
    ),
    ("Ali opent de link", Opens, A | {"link": Link.OWN}),
    ("Ali opent de link nog een keer", Opens, A | {"link": Link.AGAIN}),
    ("Ali opent de link op een ander apparaat", Opens, A | {"link": Link.ELSEWHERE}),
    ("Ali opent een onbekende link", Opens, A | {"link": Link.UNKNOWN}),
    ("Ali praat zonder uitnodiging", Comes, A),
    ("Ali: ja: graag", Says, A | {"text": "ja: graag", "edited": False}),
    ("Ali verandert het bericht in: nee", Says, A | {"text": "nee", "edited": True}),
    ("Ali stuurt een bericht van 3 letters", Says, A | {"text": "aaa", "edited": False}),
    ("Ali stuurt een leeg bericht", Says, A | {"text": " ", "edited": False}),
    ("Ali drukt: Ja, ik doe mee", Taps, A | {"label": "Ja, ik doe mee", "again": False}),
    ("Ali drukt nog een keer: Ja", Taps, A | {"label": "Ja", "again": True}),
    ("Ali stuurt een doorgestuurd bericht", Sends, A | {"kind": "forward"}),
    ("Ali stuurt een spraakbericht", Sends, A | {"kind": "voice"}),
    ("Ali stuurt hetzelfde nog een keer", Repeats, A),
    ("Ali gaat verder op Telegram met de code", MovesOn, A | {"channel": Channel.TELEGRAM}),
    ("Ali gaat verder op de website met de code", MovesOn, A | {"channel": Channel.WEB}),
    ("Het is 1 dag later", Passes, {"span": timedelta(days=1)}),
    ("Het is 16 minuten later", Passes, {"span": timedelta(minutes=16)}),
    ("Het is maandag 9:00", Becomes, {"weekday": 0, "at": time(9)}),
    ("De gemeente mag vragen naar: staan, register", MayAsk, {"fields": frozenset({"stand", "register"})}),
    ("De gemeente mag vragen naar: niets", MayAsk, {"fields": frozenset()}),
    ("Bot aan Ali: Hallo! … [Ja] […]", Hears, A | {"text": "Hallo! …", "buttons": ("Ja", "…"), "file": False}),
    ("Bot aan Ali: Lees dit. {bestand}", Hears, A | {"text": "Lees dit.", "buttons": None, "file": True}),
    ("Bewaard van Ali: ability.lift = nee", Kept, A | {"question": "ability.lift", "value": "nee"}),
    ("Niets bewaard van Ali", NothingKept, A),
    ("Profiel van Ali is niet actief", ProfileIs, A | {"standing": Standing.HIDDEN}),
    ("Taal van Ali: en", Speaks, A | {"language": "en"}),
]


@pytest.mark.parametrize(("words", "kind", "fields"), UNDERSTOOD, ids=[words for words, *_rest in UNDERSTOOD])
def test_a_line_is_understood(words: str, kind: type[Line], fields: dict[str, object]) -> None:
    (line,) = parse(f"- {words}").lines
    assert line == kind(number=1, words=words, **fields)


def test_headline_prose_numbers_and_a_line_that_goes_on() -> None:
    story = parse("# Een verhaal\n\nUitleg: dit is geen regel.\n\n- Ali: ik wil\n  graag werken\n- Ali: ja\n")
    assert story.name == "Een verhaal"
    assert [(line.number, type(line)) for line in story.lines] == [(1, Headline), (3, Prose), (5, Says), (7, Says)]
    assert story.lines[2] == Says(
        number=5, words="Ali: ik wil graag werken", text="ik wil graag werken", edited=False, person="Ali"
    )


@pytest.mark.parametrize(
    "words",
    ["zomaar iets", "Ali opent het raam", "Het is maandag 25:00", "De gemeente mag vragen naar: dansen"],
)
def test_a_line_that_is_none_is_named(words: str) -> None:
    with pytest.raises(TranscriptError, match="Regel 2 begrijp ik niet"):
        parse(f"# Verhaal\n- {words}")


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("Hallo! Welk werk? [Ja] [Nee]", True),
        ("… [Ja] [Nee]", True),
        ("Hallo! …", True),
        ("Hallo! Welk werk? … [Ja] […]", True),
        ("… [Ja] [Nee] […]", True),
        ("… [Nee] […]", False),
        ("… […] [Nee]", True),
        ("… [Ja]", False),
        ("… [Nee] [Ja]", False),
        ("Hallo", False),
        ("Hallo! Welk werk? {bestand}", False),
    ],
)
def test_a_message_is_compared(line: str, fits: bool) -> None:  # noqa: FBT001 - a table of cases
    (hears,) = parse(f"- Bot aan Ali: {line}").lines
    assert isinstance(hears, Hears)
    assert is_as_written(hears, Heard("Hallo!\n\nWelk   werk?", ("Ja", "Nee"), file=False)) is fits


STORY = """# Ali

- Uitnodiging voor Ali: zelfstandig
- Ali opent de link
- Bot aan Ali: …
- Bot aan Ali: …
- Bot aan Ali: … Wil je meedoen? […]
"""


@pytest.mark.parametrize(
    ("more", "line", "report"),
    [
        ("- Ali: terug\n- Bot aan Ali: Tot ziens!", 9, "De bot zei: Dit is de eerste vraag."),
        ("- Ali: terug", 8, "De bot zei dit ook nog tegen Ali: Dit is de eerste vraag."),
        ("- Ali: terug\n- Ali: terug\n- Bot aan Ali: …", 8, "De bot zei dit ook nog tegen Ali"),
        ("- Bot aan Ali: …", 8, "De bot zei niets tegen Ali."),
        ("- Ali drukt: Dansen", 8, "Deze knop is er niet."),
        ("- Piet opent de link", 8, "Piet heeft geen uitnodiging."),
        ("- Bewaard van Ali: hours = 24", 8, "Bewaard is: niets"),
        ("- Niets bewaard van Ali", 8, "Er staat nog iets in: address, conversation, due, event, message en person"),
        ("- Profiel van Ali is actief", 8, "Het profiel is: er niet"),
        ("- Taal van Ali: en", 8, "De taal is: nl"),
    ],
)
async def test_a_difference_is_told(tmp_path: Path, more: str, line: int, report: str) -> None:
    file = tmp_path / "ali.md"
    file.write_text(STORY + more, encoding="utf-8")
    (difference,) = await run(file)
    assert difference.line == line
    assert told(difference).startswith(f"Regel {line}: {(STORY + more).splitlines()[line - 1].removeprefix('- ')}\n")
    assert report in told(difference)


def test_replay_prints_a_line_for_each_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, other, broken = (tmp_path / name for name in ("goed.md", "anders.md", "stuk.md"))
    good.write_text(STORY, encoding="utf-8")
    other.write_text(STORY + "- Ali drukt: Dansen", encoding="utf-8")
    broken.write_text("- zomaar iets", encoding="utf-8")
    assert replay([good]) == 0
    assert capsys.readouterr().out == f"{good}: goed\n"
    assert replay([good, other, broken, tmp_path / "weg.md"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{good}: goed",
        f"{other}: 1 verschil",
        "  Regel 8: Ali drukt: Dansen",
        "    Deze knop is er niet.",
        f"{broken}: Regel 1 begrijp ik niet: zomaar iets",
        f"{tmp_path / 'weg.md'}: Dit bestand kan ik niet lezen.",
    ]


async def test_the_example_of_the_manual_goes_as_it_is_written(tmp_path: Path) -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    example = manual.partition("```markdown\n")[2].partition("```")[0]
    file = tmp_path / "voorbeeld.md"
    file.write_text(example, encoding="utf-8")
    assert parse(example).name
    assert await run(file) == []
