"""The invitation letter holds all that somebody needs to decide, on one page, and its code is the link."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import segno
from pypdf import PdfReader
from pypdf.generic import ContentStream

from bot import qr
from bot.config import EXAMPLE, read_gemeente
from bot.errors import HalloWerkError
from bot.letter import QR, SIZES, write_letter
from bot.translate import render

if TYPE_CHECKING:
    from pathlib import Path

    from bot.domain.gemeente import Gemeente
    from bot.text import Text

LINK = "https://chat.voorbeeldstad.example/u/h3Kx_9aQmZ2-rT7vLwYp0BcNfGdEsUiJ"
TELEGRAM = "https://t.me/voorbeeldstad_bot?start=h3Kx_9aQmZ2-rT7vLwYp0BcNfGdEsUiJ"
GEMEENTE = read_gemeente(EXAMPLE)
POINT = 25.4 / 72


def dutch(text: Text) -> str:
    return render(text, "nl")


def letter(gemeente: Gemeente = GEMEENTE, telegram: str | None = TELEGRAM) -> PdfReader:
    out = BytesIO()
    write_letter(out, LINK, telegram, date(2026, 12, 23), gemeente, dutch)
    return PdfReader(out)


def text_of(reader: PdfReader) -> str:
    assert len(reader.pages) == 1
    return re.sub(r"\s+", " ", reader.pages[0].extract_text())


def test_everything_is_on_one_a4() -> None:
    reader = letter()
    said = text_of(reader)
    for fact in (
        "Gemeente Voorbeeldstad",
        "Markt 1, 1234 AB Voorbeeldstad",
        "De chat zoekt banen die bij je passen.",
        "Het is een computer.",
        "Meedoen is vrijwillig. Doe je niet mee, dan verandert er niets aan je uitkering.",
        "De gemeente ziet niet of je meedoet.",
        "Niemand van de gemeente leest mee. Ook je werkmatcher niet.",
        "Lees op https://www.voorbeeldstad.example/privacy wat we met je gegevens doen.",
        "Het kan ook met de app Telegram. Dan bewaart Telegram het gesprek ook:",
        "Een werkmatcher kan samen met jou zoeken.",
        "Je kunt naar de les over werk zoeken.",
        "Je kunt later nog meedoen.",
        "Bel 14 012. Dat kan maandag tot en met vrijdag van 9 tot 17 uur.",
        "werk@voorbeeldstad.example",
        "De link werkt tot en met woensdag 23 december 2026.",
    ):
        assert said.count(fact) == 1, fact
    assert said.replace(" ", "").count(LINK) == 1
    assert said.replace(" ", "").count(TELEGRAM) == 1
    assert float(reader.pages[0].mediabox.width) * POINT == pytest.approx(210, abs=0.1)
    assert float(reader.pages[0].mediabox.height) * POINT == pytest.approx(297, abs=0.1)


def test_without_telegram_there_is_no_word_of_it() -> None:
    assert "Telegram" in text_of(letter())
    assert "Telegram" not in text_of(letter(telegram=None))


def test_the_document_says_what_it_is_and_in_which_language() -> None:
    reader = letter()
    assert reader.metadata is not None
    assert reader.metadata.title == "Wil je praten over werk?"
    assert reader.metadata.author == "Gemeente Voorbeeldstad"
    assert str(reader.root_object["/Lang"]) == "nl-NL"


def test_links_can_be_tapped_where_the_letter_is_read_on_a_screen() -> None:
    targets = {note.get_object()["/A"]["/URI"] for note in letter().pages[0].annotations or ()}
    assert targets == {LINK, TELEGRAM}


def test_the_code_that_is_drawn_is_that_of_the_link() -> None:
    assert drawn_modules(letter()) == tuple(map(tuple, plain_matrix(LINK)))
    assert drawn_modules(letter()) != tuple(map(tuple, plain_matrix(TELEGRAM)))


def plain_matrix(link: str) -> list[list[bool]]:
    return [[bool(module) for module in row] for row in segno.make_qr(link, error="q", boost_error=False).matrix]


def drawn_modules(reader: PdfReader) -> tuple[tuple[bool, ...], ...]:
    """Read the black squares back from the page, as rows of modules."""
    content = ContentStream(reader.pages[0].get_contents(), reader)
    squares, ink = set(), ""
    for operands, operator in content.operations:
        if operator in {b"g", b"rg"}:
            ink = " ".join(f"{float(part):g}" for part in operands)
        elif operator == b"re" and ink == "0":
            left, bottom, width, height = map(float, operands)
            assert abs(width) == pytest.approx(abs(height), abs=0.02)
            squares.add((left, bottom))
    across = sorted({left for left, _bottom in squares})
    down = sorted({bottom for _left, bottom in squares}, reverse=True)
    one = (across[-1] - across[0]) / (len(across) - 1)
    assert one * (len(across) + 2 * qr.QUIET) * POINT == pytest.approx(QR, abs=0.1)
    return tuple(tuple((left, bottom) in squares for left in across) for bottom in down)


def sizes_of(reader: PdfReader) -> list[float]:
    content = ContentStream(reader.pages[0].get_contents(), reader)
    return [float(operands[1]) for operands, operator in content.operations if operator == b"Tf"]


def test_the_letters_are_large_and_shrink_no_further_than_12_points() -> None:
    assert max(SIZES) == 14
    assert min(SIZES) == 12
    assert sizes_of(letter(telegram=None)).count(14) > 5
    assert sizes_of(letter()).count(13) > 5
    sentence = "Een werkmatcher kan samen met jou zoeken, ook bij jou thuis of ergens anders in de stad. " * 2
    more = replace(GEMEENTE, after_no=(sentence.strip(),) * 2)
    assert text_of(letter(more)).count("ergens anders in de stad") == 4
    assert min(sizes_of(letter(more))) >= 12
    assert sizes_of(letter(more)).count(12) > 5
    with pytest.raises(HalloWerkError, match="Maak de zinnen van after_no korter"):
        letter(replace(GEMEENTE, after_no=(sentence * 4,) * 5))


def test_all_of_dutch_can_be_printed_and_other_signs_are_named() -> None:
    name = "Súdwest-Fryslân – ‘België’, één café — €"
    reader = letter(replace(GEMEENTE, name=name))
    assert name in text_of(reader)
    with pytest.raises(HalloWerkError, match="Dit teken past niet in de brief: 字"):
        letter(replace(GEMEENTE, name="字"))


def test_the_logo_is_on_it(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 5"><rect width="9" height="5" fill="#123456"/></svg>',
        encoding="utf-8",
    )
    with_logo = letter(replace(GEMEENTE, look=replace(GEMEENTE.look, logo=str(logo))))
    content = ContentStream(with_logo.pages[0].get_contents(), with_logo)
    colours = [
        [round(float(part) * 255) for part in operands]
        for operands, operator in content.operations
        if operator == b"rg"
    ]
    assert [0x12, 0x34, 0x56] in colours


def test_a_letter_can_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    write_letter(file, LINK, None, date(2026, 12, 23), GEMEENTE, dutch)
    assert "Het is een computer." in text_of(PdfReader(file))


def test_the_code_in_a_terminal_and_on_a_page() -> None:
    halves = qr.terminal(LINK)
    size = len(qr.modules(LINK)) + 2 * 2
    assert len(re.sub(r"\x1b\[[\d;]*m", "", halves).strip("\n").split("\n")) == (size + 1) // 2
    drawn = qr.svg(LINK)
    side = len(qr.modules(LINK)) + 2 * qr.QUIET
    assert drawn.startswith("<svg ")
    assert f'viewBox="0 0 {side} {side}"' in drawn
    assert "style=" not in drawn  # the page's CSP refuses it
    assert drawn != qr.svg(TELEGRAM)
