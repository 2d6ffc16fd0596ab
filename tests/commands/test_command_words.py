"""Commands that read words: understand, chat and replay."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from made import a_person

from commands.process import hallowerk, is_one_sentence
from storage.migrate import migrate
from storage.sealing import Seal, key_from
from storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from storage.unit import Unit

STORY = """# Een vraag

- Ali praat zonder uitnodiging
- Bot aan Ali: {heard}
- Niets bewaard van Ali
"""


def test_one_line_in_one_object_out(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "understand", stdin="ik wil stoppen\n\n😀\n24 uur")
    assert done.returncode == 0
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert [held["text"] for held in read] == ["ik wil stoppen", "", "😀", "24 uur"]
    assert {frozenset(held) for held in read} == {frozenset({"text", "intent", "intent_ranking", "entities"})}
    assert read[0]["intent"]["name"] == "stop"


def test_letters_that_are_none_stop_nothing(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "understand", stdin=b"\xff\xfe\n24 uur\n", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_what_was_asked_helps(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "understand", "--asked", "hours", stdin="24\n")
    (hours,) = json.loads(done.stdout)["entities"]
    assert (hours["entity"], hours["value"]) == ("hours", {"min": 24, "max": 24})


def test_a_guess_is_marked(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "understand", "--asked", "hours", stdin="120 uur per maand\n")
    (hours,) = json.loads(done.stdout)["entities"]
    assert (hours["value"], hours["unsure"]) == ({"min": 28, "max": 28}, True)


def test_a_review_shows_sentences_and_nothing_about_who_gave_them(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'hallowerk.db'}", Seal(key_from(None, tmp_path)))
    migrate(store.engine)

    def give(unit: Unit) -> str:
        who = a_person(unit)
        unit.lessons.keep(who.id, "wat is een … dame", date(2026, 11, 24))
        unit.lessons.keep(a_person(unit).id, "iets met … maken", date(2026, 11, 23))
        return who.id

    who = store.write(give)
    store.close()
    done = hallowerk(tmp_path, "understand", "--review")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["2026-11\tiets met … maken", "2026-11\twat is een … dame"]
    assert who not in done.stdout


def test_a_question_that_is_none_says_which_there_are(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "understand", "--asked", "leeftijd", stdin="24\n")
    assert is_one_sentence(done)
    assert "hours" in done.stderr


def test_a_conversation_in_the_terminal(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "chat", stdin="1\nSam\nschoonmaker\nwis alles\n1\nte laat\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "  1  Ja, ik doe mee" in done.stdout
    assert "Welk werk wil je doen?" in done.stdout
    assert "Alles is gewist." in done.stdout
    assert not any(tmp_path.iterdir()), "it is all gone afterwards"


def test_the_end_of_the_input_ends_the_conversation(tmp_path: Path) -> None:
    done = hallowerk(tmp_path, "chat", stdin=b"\xff\n")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_story_that_goes_as_written_and_one_that_does_not(tmp_path: Path) -> None:
    good, bad = tmp_path / "goed.md", tmp_path / "fout.md"
    good.write_text(STORY.format(heard="…"))
    bad.write_text(STORY.format(heard="Wie ben jij?"))
    done = hallowerk(tmp_path, "replay", str(good))
    assert (done.returncode, done.stdout) == (0, f"{good}: goed\n")
    done = hallowerk(tmp_path, "replay", str(good), str(bad))
    assert done.returncode == 1
    assert "Regel 4: Bot aan Ali: Wie ben jij?" in done.stdout


def test_a_story_that_cannot_be_read(tmp_path: Path) -> None:
    none, odd = tmp_path / "is er niet.md", tmp_path / "vreemd.md"
    odd.write_text("- Ali danst\n")
    done = hallowerk(tmp_path, "replay", str(none), str(odd))
    assert done.returncode == 1
    assert f"{none}: Dit bestand kan ik niet lezen." in done.stdout
    assert "Ali danst" in done.stdout
