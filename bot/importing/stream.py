"""Bytes of a file or a page, whatever it is, cut into the records that it holds."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.errors import HalloWerkError
from bot.importing import page
from bot.importing.pieces import Cutter
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.importing.pieces import Piece

_BOM = b"\xef\xbb\xbf"


class UnreadableError(HalloWerkError):
    """A file or a page as a whole that we cannot read."""


def pieces_of(chunks: Iterable[bytes]) -> Iterator[Piece]:
    """Cut JSON while it comes in; of HTML, what stands in it as JSON-LD. Raises `UnreadableError`."""
    coming = iter(chunks)
    begin = b""
    while not begin and (chunk := next(coming, None)) is not None:
        begin = chunk.removeprefix(_BOM).lstrip()
    whole = chain((begin,), coming)
    if begin[:1] in {b"{", b"["}:
        yield from _json(whole)
    elif begin[:1] == b"<":
        for data in page.data_in(_page(whole)):
            yield from _json([data.encode(errors="replace")])
    elif begin:
        raise UnreadableError(_("Dit is geen json en geen html in utf-8."))


def _json(chunks: Iterable[bytes]) -> Iterator[Piece]:
    cutter = Cutter()
    for chunk in chunks:
        yield from cutter.take(chunk)
    yield from cutter.end()


def _page(chunks: Iterable[bytes]) -> str:
    """Give a whole page: in UTF-8, or else as old pages are written."""
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > page.LARGEST:
            raise UnreadableError(_("Deze pagina is te groot."))
    try:
        return held.decode()
    except UnicodeDecodeError:
        return held.decode("cp1252", errors="replace")
