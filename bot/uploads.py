"""A file as it comes in, made fit to pass on: its bytes tell its kind, and what a camera wrote in a picture goes."""

from __future__ import annotations

import io
import logging
import threading

from bot.domain.event import Upload

log = logging.getLogger(__name__)

MOST_BYTES = 5_000_000
"""The largest file that is taken; a photo of an old phone, and a PDF of some pages, are well below it."""
_MOST_PIXELS = 20_000_000
"""A picture of 5 MB can hold very many, and all of them have to be in memory at once."""
_SIDE = 2_400
"""A larger picture is made this wide or high: enough to read a page."""
_ORIENTATION = 0x0112
"""EXIF's number for how a camera was held: all that is kept of what it wrote, until the picture stands upright."""
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr"})
_ONE_AT_A_TIME = threading.Lock()
"""Some pictures at once would take all memory."""
_PICTURES = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
_PDF = b"%PDF-"


def cleaned(content: bytes) -> Upload | None:
    """Give the upload of these bytes; None when they are no PDF, JPEG or PNG, too large, or broken.

    A picture is drawn anew, turned as it was held, so that it tells no place and no phone. A PDF goes as it is.
    """
    if len(content) > MOST_BYTES:
        return None
    if content.startswith(_PDF):
        return Upload("pdf", content)
    form = next((form for start, form in _PICTURES.items() if content.startswith(start)), None)
    drawn = _drawn_anew(content, form) if form else None
    return Upload("jpg", drawn) if drawn else None


def _drawn_anew(content: bytes, form: str) -> bytes | None:
    from PIL import Image, ImageOps  # noqa: PLC0415 - few people send a picture, and everybody would pay its memory

    try:
        with _ONE_AT_A_TIME, Image.open(io.BytesIO(content), formats=[form]) as found:
            if found.width * found.height > _MOST_PIXELS or found.mode not in _MODES:
                return None
            held = found.getexif().get(_ORIENTATION, 1)
            found.draft("RGB", (_SIDE, _SIDE))
            found.thumbnail((_SIDE, _SIDE))
            small = found.convert("RGBA")
            paper = Image.new("RGB", small.size, "white")
            paper.paste(small, mask=small)
            paper.getexif()[_ORIENTATION] = held
            ImageOps.exif_transpose(paper, in_place=True)
            out = io.BytesIO()
            paper.save(out, "JPEG", quality=85, optimize=True)
    except Exception as error:  # noqa: BLE001 - what reads a stranger's bytes can fail in any way
        log.info("A picture cannot be read: %s", type(error).__name__)
        return None
    return out.getvalue()
