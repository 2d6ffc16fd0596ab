"""The invitation letter: one A4 in simple Dutch, with the QR code of the link."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos

from bot.domain.opening import opening_text
from bot.errors import HalloWerkError
from bot.qr import QUIET, modules
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from bot.domain.gemeente import Gemeente

SIZES = (14.0, 13.5, 13.0, 12.5, 12.0)
"""Points of the letters, best first: smaller only where a gemeente has much to say."""

MARGIN = 22.0
BOTTOM = 24.0
PAPER = 210.0
PADDING = 6.0
QR = 48.0
"""Millimetres, all of them; the QR code with its white."""

_INK = (32, 32, 32)
_SOFT = (90, 90, 90)
_POINT = 25.4 / 72
_LINE = 1.38


def write_letter(  # noqa: PLR0913, PLR0917 - all that stands in a letter
    file: Path | BinaryIO,
    invitation_link: str,
    telegram_link: str | None,
    valid_until: date,
    gemeente: Gemeente,
    render: Callable[[Text], str],
) -> None:
    """Write the letter as a PDF of one page; `render` gives a text's words, `valid_until` is the last day.

    HalloWerkError: a sign that the letter's font lacks, or more text in gemeente.toml than fits on a page.
    """
    for size in SIZES:
        letter = _Letter(gemeente, render, size)
        letter.opening_words()
        letter.box(invitation_link, telegram_link, valid_until)
        letter.closing_words()
        if letter.page_no() == 1:
            letter.output(file)
            return
    raise HalloWerkError(_("De brief past niet op 1 blad. Maak de zinnen van after_no korter."))


class _Letter(FPDF):
    """A page that is written from top to bottom, in letters of one size.

    The font is Helvetica, which every PDF reader has; it knows the signs of Windows-1252, so all of Dutch.
    """

    def __init__(self, gemeente: Gemeente, render: Callable[[Text], str], size: float) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = "cp1252"
        self._gemeente, self._render, self._size = gemeente, render, size
        self._colour = tuple(int(gemeente.look.colour[at : at + 2], 16) for at in (1, 3, 5))
        self.set_title(self._words(_TITLE))
        self.set_author(self._words(verbatim(gemeente.name)))
        self.set_lang("nl-NL")
        self.set_margin(MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=BOTTOM)
        self.add_page()

    def header(self) -> None:
        """Say who writes: the gemeente's colour, its logo if there is one, its name."""
        self.set_fill_color(*self._colour)
        self.rect(0, 0, PAPER, 5, style="F")
        self.set_y(13)
        if self._gemeente.look.logo:
            self.image(self._gemeente.look.logo, x=PAPER - MARGIN - 30, y=10, w=30, h=16, keep_aspect_ratio=True)
        self._line(verbatim(self._gemeente.name), bold=True, colour=_SOFT)
        self.ln(4)

    def footer(self) -> None:
        """Say where the gemeente is."""
        contact = self._gemeente.contact
        self.set_y(-BOTTOM + 6)
        self._line(verbatim(contact.address), size=12, colour=_SOFT)
        self._line(verbatim(contact.website), size=12, colour=_SOFT)

    def opening_words(self) -> None:
        """Say what it is, and that nobody has to."""
        self._line(_TITLE, size=self._size + 10, bold=True)
        self.ln(3)
        self._line(
            _(
                "Wij nodigen je uit voor een chat over werk. De chat zoekt banen die bij je passen. "
                "Het is een computer. Jij kiest wat een werkgever van je ziet."
            )
        )
        self._heading(_("Je kiest zelf of je meedoet"))
        self._line(
            _(
                "Meedoen is vrijwillig. Doe je niet mee, dan verandert er niets aan je uitkering. "
                "De gemeente ziet niet of je meedoet. Je hoeft niet te zeggen waarom."
            )
        )
        self._heading(_("Wie leest mee?"))
        self._line(_("Niemand van de gemeente leest mee. Ook je werkmatcher niet."))
        statement = verbatim(self._gemeente.privacy.statement)
        self._line(_("Lees op {website} wat we met je gegevens doen.", website=statement))

    def box(self, link: str, telegram_link: str | None, valid_until: date) -> None:
        """Say how to begin: the code, and the link in letters for who has no camera."""
        self.ln(4)
        top = self.get_y()
        with self.offset_rendering() as rehearsal:  # its ground goes under it, so its height comes first
            rehearsal._in_box(top, link, telegram_link, valid_until)  # noqa: SLF001 - a copy of ourselves
            bottom = max(top, rehearsal.get_y())
        self._ground(top, bottom)
        self._in_box(top, link, telegram_link, valid_until)

    def closing_words(self) -> None:
        """Say what else there is, and how to reach a human."""
        self._heading(_("Doe je liever niet mee, dan kan dit ook"))
        for option in self._gemeente.after_no:
            self._bullet(option)
        self._heading(_("Praat met een mens"))
        contact = self._gemeente.contact
        self._line(
            _("Bel {phone}. Dat kan {hours}.", phone=contact.phone, hours=opening_text(self._gemeente.opening)),
        )
        self._line(_("Of mail naar {email}.", email=contact.email))

    def _in_box(self, top: float, link: str, telegram_link: str | None, valid_until: date) -> None:
        self._code(link, MARGIN + PADDING, top + PADDING)
        self._beside(top, valid_until)
        self.set_y(max(self.get_y(), top + PADDING + QR) + 3)
        self._link(_("Je kunt deze link ook typen:"), link)
        if telegram_link:
            self.ln(2)
            self._link(_("Het kan ook met de app Telegram. Dan bewaart Telegram het gesprek ook:"), telegram_link)
        self.ln(PADDING)

    def _beside(self, top: float, valid_until: date) -> None:
        left = MARGIN + PADDING + QR + PADDING
        self.set_y(top + PADDING + 1)
        self._line(_("Zo begin je"), bold=True, left=left, size=self._size + 2)
        self.ln(1)
        self._line(_("Richt de camera van je telefoon op de code. Druk dan op de link."), left=left)
        self.ln(2)
        self._line(_("De link werkt tot en met {day:year}. Hij is alleen voor jou.", day=valid_until), left=left)

    def _link(self, lead: Text, link: str) -> None:
        """Write a link to be typed: a new line only where an address has a joint, when that is enough."""
        self._line(lead, left=MARGIN + PADDING)
        self.set_font("Courier", "B", self._size)
        self.set_x(MARGIN + PADDING)
        width = PAPER - 2 * (MARGIN + PADDING)
        joint = max(link.rfind("/"), link.rfind("=")) + 1
        self.multi_cell(
            width,
            self._size * _POINT * 1.3,
            link if self.get_string_width(link) <= width else f"{link[:joint]}\n{link[joint:]}",
            align="L",
            wrapmode=WrapMode.CHAR,
            link=link,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _heading(self, text: Text) -> None:
        self.ln(4)
        self._line(text, bold=True, size=self._size + 2)
        self.ln(0.8)

    def _bullet(self, option: str) -> None:
        self.set_fill_color(*_INK)
        middle = self.get_y() + self._size * _POINT * _LINE / 2
        self.ellipse(MARGIN + 1, middle - 0.9, 1.8, 1.8, style="F")
        self._line(verbatim(option), left=MARGIN + PADDING - 1)
        self.ln(0.8)

    def _line(
        self,
        text: Text,
        *,
        left: float = MARGIN,
        size: float | None = None,
        bold: bool = False,
        colour: tuple[int, int, int] = _INK,
    ) -> None:
        size = size or self._size
        self.set_font("Helvetica", "B" if bold else "", size)
        self.set_text_color(*colour)
        self.set_x(left)
        self.multi_cell(
            PAPER - left - MARGIN - (PADDING if left >= MARGIN + PADDING else 0),
            size * _POINT * _LINE,
            self._words(text),
            align="L",
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _words(self, text: Text) -> str:
        words = self._render(text)
        try:
            words.encode("cp1252")
        except UnicodeEncodeError as error:
            sign = words[error.start]
            raise HalloWerkError(_("Dit teken past niet in de brief: {sign}. Kies een ander.", sign=sign)) from None
        return words

    def _ground(self, top: float, bottom: float) -> None:
        """Lay a light ground under the box: the gemeente's colour, most of it white."""
        self.set_fill_color(*(round(255 - (255 - part) * 0.08) for part in self._colour))
        self.rect(MARGIN, top, PAPER - 2 * MARGIN, bottom - top, style="F", round_corners=True, corner_radius=3)

    def _code(self, link: str, left: float, top: float) -> None:
        """Draw the QR code: black runs on white."""
        rows = modules(link)
        one = QR / (len(rows) + 2 * QUIET)
        self.set_fill_color(255)
        self.rect(left, top, QR, QR, style="F")
        self.set_fill_color(0)
        for down, row in enumerate(rows, QUIET):
            for right, dark in enumerate(row, QUIET):
                if dark:
                    self.rect(left + right * one, top + down * one, one, one, style="F")


_TITLE = _("Wil je praten over werk?")
