"""Files as they come in: their bytes tell what they are, and a picture tells no place and no phone."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageOps

from bot.domain.event import Upload
from bot.replay.samples import SAMPLES
from bot.uploads import MOST_BYTES, cleaned


def picture(form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **more)
    return out.getvalue()


def seen(upload: Upload | None) -> Image.Image:
    assert upload
    return Image.open(io.BytesIO(upload.content))


def test_a_pdf_goes_as_it_is() -> None:
    assert cleaned(SAMPLES["document"]) == Upload("pdf", SAMPLES["document"])


def test_a_photo_tells_nothing_of_where_it_was_made() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Telefoon van Fatima"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 5.0, 24.0)
    held = picture("JPEG", exif=exif, comment=b"Overvecht")
    upload = cleaned(held)
    assert b"Fatima" in held
    assert upload
    assert upload.kind == "jpg"
    assert not Image.open(io.BytesIO(upload.content)).getexif()
    assert b"Fatima" not in upload.content
    assert b"Overvecht" not in upload.content
    assert seen(upload).size == (20, 40), "turned as it was held"


def test_what_is_seen_through_becomes_white() -> None:
    upload = cleaned(picture("PNG", mode="RGBA"))
    assert upload
    assert upload.kind == "jpg"
    assert seen(upload).getpixel((0, 0)) == (255, 255, 255)


def test_a_large_picture_becomes_as_small_as_can_still_be_read() -> None:
    assert max(seen(cleaned(picture("JPEG", (5000, 100)))).size) == 2400


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload=alert(1)>",
        b"MZ\x90\x00",
        picture("GIF"),
        picture("JPEG")[:120],
        b"\xff\xd8\xff" + bytes(50),
        picture("PNG", (8000, 7000), "1"),
        picture("PNG", (4, 4), "I;16"),
        SAMPLES["document"] + bytes(MOST_BYTES),
    ],
    ids=[
        "nothing",
        "svg",
        "program",
        "gif",
        "cut off",
        "no picture",
        "too many pixels",
        "16 bits",
        "too large",
    ],
)
def test_what_cannot_be_passed_on_is_refused(content: bytes) -> None:
    assert cleaned(content) is None


@given(st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]), st.binary(max_size=300))
def test_no_bytes_break_it(start: bytes, rest: bytes) -> None:
    cleaned(start + rest)


@given(st.binary(min_size=8, max_size=200))
def test_no_words_of_a_camera_break_it(words: bytes) -> None:
    held = picture("JPEG")
    broken = held[:2] + b"\xff\xe1" + (len(words) + 8).to_bytes(2, "big") + b"Exif\0\0" + words + held[2:]
    upload = cleaned(broken)
    assert upload is None or b"Exif" not in upload.content


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright(orientation: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    upright = Image.open(io.BytesIO(photo_of_a_corner(exif)))
    ImageOps.exif_transpose(upright, in_place=True)
    got = seen(cleaned(photo_of_a_corner(exif)))
    assert got.size == upright.size
    for place in ((2, 2), (upright.width - 3, 2), (2, upright.height - 3)):
        assert is_dark(got, place) is is_dark(upright, place)


def is_dark(shown: Image.Image, place: tuple[int, int]) -> bool:
    return shown.convert("1").getpixel(place) == 0


def photo_of_a_corner(exif: Image.Exif) -> bytes:
    """Make a photo of which the top left is black."""
    made = Image.new("RGB", (64, 32), "white")
    made.paste("black", (0, 0, 32, 16))
    out = io.BytesIO()
    made.save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()
