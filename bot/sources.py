"""Where vacancies of others come from: a file, a folder, or an address that the operator named on the command line."""

from __future__ import annotations

import http.client
import os
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from bot.errors import HalloWerkError
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHUNK = 64 * 1024
LARGEST_DOWNLOAD = 64 * 1024 * 1024
SECONDS_SILENT, SECONDS_LONGEST = 20, 600
_SCHEMES = frozenset({"http", "https"})
_ENDINGS = frozenset({".json", ".jsonld", ".ndjson", ".html", ".htm"})


class SourceError(HalloWerkError):
    """A source that does not give what it should."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: its name, how many bytes it has where that is known, and its bytes."""

    name: str
    size: int | None
    chunks: Callable[[], Iterator[bytes]]


def is_address(given: str) -> bool:
    """Say whether this is an address and not a file."""
    return "://" in given


def sources_of(given: str) -> list[Source]:
    """Give what a file, a folder or an address holds, in a fixed order. Raises `SourceError`.

    A link inside a folder is not followed: it can lead anywhere, and in circles.
    """
    if is_address(given):
        return [Source(given, None, partial(_from_web, given))]
    path = Path(given)
    if path.is_dir():
        found = sorted(
            Path(folder, name)
            for folder, _folders, names in os.walk(path, followlinks=False)
            for name in names
            if Path(name).suffix.lower() in _ENDINGS
        )
        files = [file for file in found if file.is_file() and not file.is_symlink()]
    else:
        files = [path]
    if not files:
        raise SourceError(_("In {folder} staat geen bestand met vacatures.", folder=given))
    return [Source(str(file), _size(file), partial(_from_file, file)) for file in files]


def _size(file: Path) -> int | None:
    return file.stat().st_size if file.is_file() else None


def _from_file(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        yield from iter(partial(opened.read, CHUNK), b"")


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to the web alone, and never from https to http."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0913, PLR0917 - as the standard library calls it
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in _SCHEMES or (req.type == "https" and scheme != "https"):
            raise SourceError(_("Dit adres stuurt door naar iets anders dan https. Dat doe ik niet."))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _from_web(address: str) -> Iterator[bytes]:
    """Get what stands at an address, a piece at a time. Raises `SourceError`."""
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise SourceError(_("Dit adres begint niet met https:// of http://. Andere adressen open ik niet."))
    request = urllib.request.Request(address, headers={"Accept": "application/json, text/html"})  # noqa: S310 - checked
    ends = time.monotonic() + SECONDS_LONGEST
    read = 0
    try:
        with _opener().open(request, timeout=SECONDS_SILENT) as answer:
            while chunk := answer.read1(CHUNK):
                read += len(chunk)
                if read > LARGEST_DOWNLOAD or time.monotonic() > ends:
                    raise SourceError(_("Wat op dit adres staat, is te groot of komt te langzaam."))
                yield chunk
    except urllib.error.HTTPError as error:
        error.close()
        raise SourceError(_("Dit adres geeft geen vacatures maar een fout: {code}.", code=error.code)) from None
    except (OSError, http.client.HTTPException):
        raise SourceError(_("Dit adres geeft geen antwoord. Kijk of het klopt.")) from None


def _opener() -> urllib.request.OpenerDirector:
    """Make an opener that knows the web alone: no file:, no ftp:, no data:."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _OnlyWeb(),
    ):
        opener.add_handler(handler)
    return opener
