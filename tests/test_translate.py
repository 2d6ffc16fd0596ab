"""Texts become words in the language of whoever reads them, and the catalogues cannot go stale unseen."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import catalogue, translate
from bot.text import Text, _, _n, from_data, pack, unpack_text, verbatim
from bot.translate import Renderer, direction

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
from bot.text import _, _n

HELLO = _("Hallo {name}!")
ON = _("Kom op {day} of {others}.", day=1, others=2)


def left(n):
    # staff: a count
    return _n("Nog {n} dag", "Nog {n} dagen", n=n)
"""
PAGE = '<p>{{ _("Welkom") }}</p>'
ENGLISH = {
    "Hallo {name}!": "Hello {name}!",
    "Kom op {day} of {others}.": "Come on {day} or {others}.",
    "Welkom": "Welcome",
}
DAY = date(2026, 11, 24)
CONFIG = (catalogue.ROOT / "babel.cfg").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a small project: sentences in code and on a page, a whole English and a partial Arabic catalogue."""
    (tmp_path / "bot" / "web" / "templates").mkdir(parents=True)
    (tmp_path / "bot" / "dialog.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "bot" / "web" / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "babel.cfg").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "locales" / "ar" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales" / "ar" / "LC_MESSAGES" / "messages.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n', encoding="utf-8"
    )
    assert catalogue.main(["extract"], tmp_path) == 0
    fill(tmp_path, "en", ENGLISH, ("{n} day left", "{n} days left"))
    fill(tmp_path, "ar", {"Welkom": "أهلا"})
    return tmp_path


def fill(project: Path, language: str, words: dict[str, str], plural: tuple[str, str] | None = None) -> None:
    """Translate, as a translator does: in the .po file."""
    file = po(project, language)
    held = file.read_text(encoding="utf-8")
    for msgid, said in words.items():
        empty = f'msgid "{msgid}"\nmsgstr ""\n'
        assert empty in held
        held = held.replace(empty, f'msgid "{msgid}"\nmsgstr "{said}"\n')
    if plural:
        held = held.replace('msgstr[0] ""\nmsgstr[1] ""\n', f'msgstr[0] "{plural[0]}"\nmsgstr[1] "{plural[1]}"\n')
    file.write_text(held, encoding="utf-8")


def po(project: Path, language: str) -> Path:
    return project / "locales" / language / "LC_MESSAGES" / "messages.po"


@pytest.fixture
def renderer(project: Path) -> Renderer:
    assert catalogue.main(["compile"], project) == 0
    return Renderer(project / "locales")


@pytest.mark.parametrize(
    ("text", "dutch", "english"),
    [
        (_("Welkom"), "Welkom", "Welcome"),
        (_("Hallo {name}!", name="Fatima"), "Hallo Fatima!", "Hello Fatima!"),
        (_("Hallo {name}!", name=_("Welkom")), "Hallo Welkom!", "Hello Welcome!"),
        (_("Hallo {name}!", name=1234), "Hallo 1234!", "Hello 1234!"),
        (_("Hallo {name}!", name="{name} {0} {{x}}"), "Hallo {name} {0} {{x}}!", "Hello {name} {0} {{x}}!"),
        (_n("Nog {n} dag", "Nog {n} dagen", n=1), "Nog 1 dag", "1 day left"),
        (_n("Nog {n} dag", "Nog {n} dagen", n=2), "Nog 2 dagen", "2 days left"),
        (_n("Nog {n} dag", "Nog {n} dagen", n=0), "Nog 0 dagen", "0 days left"),
        (verbatim("Welkom"), "Welkom", "Welkom"),
        (verbatim("{verbatim}"), "{verbatim}", "{verbatim}"),
        (from_data("Welkom"), "Welkom", "Welcome"),
        (from_data("Hallo {name}!"), "Hallo {name}!", "Hallo {name}!"),
        (from_data("{verbatim} } {0"), "{verbatim} } {0", "{verbatim} } {0"),
        (from_data(""), "", ""),
        (_("Hallo {name}!", name=1.5), "Hallo 1,5!", "Hello 1.5!"),
        (_("Hallo {name}!", name=24.0), "Hallo 24!", "Hello 24!"),
        (_("Hallo {name}!", name=1234.5), "Hallo 1234,5!", "Hello 1234.5!"),
        (_("Dit staat er niet in."), "Dit staat er niet in.", "Dit staat er niet in."),
        (
            _("Kom op {day} of {others}.", day=DAY, others=(DAY, _("Welkom"), "a")),
            "Kom op dinsdag 24 november of dinsdag 24 november, Welkom en a.",
            "Come on Tuesday 24 November or Tuesday 24 November, Welcome and a.",
        ),
        (
            _("Kom op {day} of {others}.", day=DAY, others=()),
            "Kom op dinsdag 24 november of .",
            "Come on Tuesday 24 November or .",
        ),
    ],
)
def test_texts_become_words(renderer: Renderer, text: Text, dutch: str, english: str) -> None:
    assert renderer.render(text, "nl") == dutch
    assert renderer.render(text, "en") == english
    assert renderer.render(unpack_text(pack(text)), "en") == english


def test_the_year_is_there_when_told(renderer: Renderer) -> None:
    assert renderer.render(_("Tot en met {day:year}", day=DAY), "nl") == "Tot en met dinsdag 24 november 2026"
    assert renderer.render(_("Tot en met {day:year}", day=DAY), "en") == "Tot en met Tuesday 24 November 2026"


@pytest.mark.parametrize(
    ("held", "said"),
    [(("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c"), ((("a", "b"), "c"), "a en b en c")],
)
def test_lists_in_words(renderer: Renderer, held: tuple[str, ...], said: str) -> None:
    assert renderer.render(_("{held}", held=held), "nl") == said


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/LC_MESSAGES", "ar"])
def test_what_has_no_translation_stays_dutch(renderer: Renderer, language: str) -> None:
    assert renderer.render(_("Hallo {name}!", name="Fatima"), language) == "Hallo Fatima!"


def test_a_text_that_lacks_what_its_sentence_names_is_our_mistake(renderer: Renderer) -> None:
    with pytest.raises(KeyError, match="name"):
        renderer.render(_("Hallo {name}!"), "nl")


@given(st.text())
def test_what_people_said_comes_out_as_it_went_in(said: str) -> None:
    assert translate.render(verbatim(said), "nl") == said
    assert translate.render(_("Je zei: {said}", said=said), "nl") == f"Je zei: {said}"
    assert translate.render(from_data(said), "nl") == said


def test_languages_have_their_direction(renderer: Renderer, tmp_path: Path) -> None:
    assert renderer.languages() == ("nl", "ar", "en")
    assert Renderer(tmp_path / "nothing").languages() == ("nl",)
    assert translate.languages()[0] == "nl"
    assert [direction(language) for language in ("nl", "en", "ar", "fa")] == ["ltr", "ltr", "rtl", "rtl"]


def test_babel_is_not_needed_to_start() -> None:
    starts = "import sys, bot.translate, bot.config; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", starts], check=False, cwd=catalogue.ROOT).returncode == 0


def test_a_catalogue_of_today_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(["check"], project) == 0
    assert capsys.readouterr().err == ""


def test_the_template_names_files_and_nothing_that_changes_by_itself(project: Path) -> None:
    template = (project / "locales" / "messages.pot").read_text(encoding="utf-8")
    assert "#: bot/dialog.py\n" in template
    assert "#: bot/web/templates/page.html\n" in template
    assert "#. staff: a count\n" in template
    assert "Date" not in template
    before = {file: file.read_bytes() for file in project.glob("locales/**/*.po*")}
    (project / "bot" / "dialog.py").write_text("\n\n" + CODE, encoding="utf-8")
    assert catalogue.main(["check"], project) == 0
    assert catalogue.main(["extract"], project) == 0
    assert {file: file.read_bytes() for file in project.glob("locales/**/*.po*")} == before


def test_names_of_occupations_and_the_words_of_the_gemeente_are_in_it_too(project: Path) -> None:
    (project / "bot" / "data").mkdir()
    (project / "bot" / "data" / "synonyms.csv").write_text("label,esco,people,words\nkok {0},x,,\n", encoding="utf-8")
    example = 'name = "G"\nafter_no = ["Kom langs."]\n[workshop]\nwhere = "hier"\nwhen = "nu"\n'
    (project / "gemeente.toml").write_text(example, encoding="utf-8")
    assert catalogue.main(["extract"], project) == 0
    template = (project / "locales" / "messages.pot").read_text(encoding="utf-8")
    assert '#: bot/data/synonyms.csv\nmsgid "kok {{0}}"\n' in template
    assert all(f'#: gemeente.toml\nmsgid "{words}"\n' in template for words in ("Kom langs.", "hier", "nu"))
    fill(project, "en", {"kok {{0}}": "cook {{0}}", "Kom langs.": "Come in.", "hier": "here", "nu": "now"})
    assert catalogue.main(["check"], project) == 0
    assert catalogue.main(["compile"], project) == 0
    assert Renderer(project / "locales").render(from_data("kok {0}"), "en") == "cook {0}"


def test_a_new_sentence_makes_the_template_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "bot" / "new.py").write_text('NEW = _("Dag!")\n', encoding="utf-8")
    assert catalogue.main(["check"], project) == 1
    assert capsys.readouterr().err == "locales/messages.pot is stale. Run: python -m bot.catalogue extract\n"
    assert catalogue.main(["extract"], project) == 0
    assert catalogue.main(["check"], project) == 1
    assert capsys.readouterr().err == "locales/en/LC_MESSAGES/messages.po lacks a translation. Add it: 'Dag!'\n"
    fill(project, "en", {"Dag!": "Bye!"})
    assert catalogue.main(["check"], project) == 0


def test_a_sentence_that_is_gone_leaves_the_catalogues(project: Path) -> None:
    (project / "bot" / "web" / "templates" / "page.html").unlink()
    assert catalogue.main(["extract"], project) == 0
    assert "Welkom" not in po(project, "en").read_text(encoding="utf-8")
    assert "Hello {name}!" in po(project, "en").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", ["Hello!", "Hello {naam}!", "Hello {name} {name2}!", "Hello {name!"])
def test_other_placeholders_are_refused(project: Path, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    file = po(project, "en")
    file.write_text(file.read_text(encoding="utf-8").replace("Hello {name}!", wrong), encoding="utf-8")
    for command in ("check", "compile"):
        assert catalogue.main([command], project) == 1
        assert "use exactly the placeholders of 'Hallo {name}!'" in capsys.readouterr().err


def test_a_plural_may_leave_its_number_out(project: Path) -> None:
    file = po(project, "en")
    file.write_text(file.read_text(encoding="utf-8").replace("{n} day left", "One day left"), encoding="utf-8")
    assert catalogue.main(["check"], project) == 0


def test_without_english_the_check_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    po(project, "en").unlink()
    assert catalogue.main(["check"], project) == 1
    assert "messages.po is not there" in capsys.readouterr().err


def test_an_unknown_command_says_which_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(["update"], tmp_path) == 2
    assert catalogue.main([], tmp_path) == 2
    assert "extract|check|compile" in capsys.readouterr().err
