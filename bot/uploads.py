"""A file as it comes in, made fit to pass on: its kind is read from its bytes, and what a camera wrote in it goes."""

from __future__ import annotations

import io

from bot.domain.event import Upload

MOST_BYTES = 5_000_000
"""The largest file that is taken; a photo of an old phone, and a PDF of some pages, are well below it."""
_MOST_PIXELS = 50_000_000
_SIDE = 2_400
"""A larger picture is made this wide or high: enough to read a page."""
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
        with Image.open(io.BytesIO(content), formats=[form]) as found:
            if found.width * found.height > _MOST_PIXELS:
                return None
            found.draft("RGB", (_SIDE, _SIDE))
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    upright.thumbnail((_SIDE, _SIDE))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
