"""The pages of the web chat, and the files they need."""

from __future__ import annotations

import hashlib
import uuid
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import FileResponse, HTMLResponse, Response

from bot.dialogs import strangers
from bot.dialogs.asides import TONGUES
from bot.domain.gemeente import ink_for
from bot.handlers import tappable
from bot.handlers.edge import edge_of
from bot.text import Text
from bot.translate import direction, render

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

    from bot.domain.message import Message

WEB = Path(__file__).parent.parent / "web"
STATIC = WEB / "static"
BULLET = "• "

_templates = Environment(
    loader=FileSystemLoader(WEB / "templates"), autoescape=True, undefined=StrictUndefined, auto_reload=False
)


def _by_bullet(lines: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """Give runs of lines that are list items, without their bullets, and runs of lines that are not."""
    runs = groupby(lines, key=lambda line: line.startswith(BULLET))
    return [(is_list, [line.removeprefix(BULLET) for line in run]) for is_list, run in runs]


_templates.filters["groupby_bullet"] = _by_bullet
_templates.filters["tappable"] = tappable.parts


def page(request: Request, name: str, http_status: int = 200, **held: Any) -> Response:
    """Render a page in the language of who asks for it."""
    language = language_of(request)
    edge = edge_of(request)

    def words(msgid: str, **params: str) -> str:
        return render(Text(msgid, tuple(sorted(params.items()))), language)

    gemeente = edge.gemeente
    html = _templates.get_template(name).render(
        _=words,
        static=static_url,
        lang=language,
        dir=direction_of(language),
        gemeente={
            "name": gemeente.name,
            "colour": gemeente.look.colour,
            "logo": "/static/logo" if gemeente.look.logo else None,
            "phone": gemeente.contact.phone,
            "tappable": tappable.pattern(gemeente.contact.phone),
        },
        **held,
    )
    return HTMLResponse(html, http_status)


def language_of(request: Request) -> str:
    """Give the language of who is signed in, else the one asked for in the address (`?lang=en`), else Dutch."""
    known: str | None = getattr(request.state, "language", None)
    wanted = known or request.query_params.get("lang", "nl")
    return wanted if wanted in TONGUES else "nl"


@cache
def direction_of(language: str) -> str:
    """Give the direction of a language; Dutch needs no look-up, which spares the first page Babel's start."""
    return "ltr" if language in {"nl", "en"} else direction(language)


def static_url(name: str) -> str:
    """Give the address of a file with its version, so that it can be kept for ever."""
    return f"/static/{name}?v={_version(name)}"


@cache
def _version(name: str) -> str:
    file = STATIC / name
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12] if file.is_file() else "1"


def welcome(request: Request) -> Response:
    """Show who invites, and what it is."""
    language = language_of(request)
    others = [{"code": code, "name": name} for code, name in TONGUES.items() if code != language]
    invited = "werkmatcher" if request.query_params.get("voor") == "werkmatcher" else "jobseeker"
    return page(request, "welcome.html", invited=invited, languages=others)


def front(request: Request) -> Response:
    """Tell who comes without a link where to get one (V1)."""
    return page(request, "front.html", said=_said(request, strangers.not_invited(edge_of(request).gemeente)))


def gone(request: Request) -> Response:
    """Say that a link does not open: word for word the same for a used, an expired and an unknown one (V2)."""
    return page(request, "gone.html", 410, said=_said(request, strangers.gone(edge_of(request).gemeente)))


def link(request: Request) -> Response:
    """Ask for the code of another device."""
    return page(request, "link.html", wrong=None)


def wrong_code(request: Request) -> Response:
    """Say that a code does not work, in the same words whatever the reason, and ask for another."""
    return page(request, "link.html", 422, wrong=_said(request, strangers.wrong_code(edge_of(request).gemeente)))


def trouble(request: Request, status: int) -> Response:
    """Say that something went wrong, and what to do now."""
    return page(request, "trouble.html", status, status=status)


def plain(request: Request, messages: Sequence[Mapping[str, Any]], *, over: bool = False) -> Response:
    """Show the conversation without any script; `over`: it was erased, and these are the last words."""
    mine = max((at for at, message in enumerate(messages) if message["from"] == "me"), default=-1)
    asked = max((at for at, message in enumerate(messages) if message["buttons"]), default=-1)
    return page(
        request,
        "plain.html",
        messages=messages,
        asked=messages[asked]["seq"] if asked > mine and not over else 0,
        first_new=mine + 1,
        over=over,
        fresh=lambda: str(uuid.uuid4()),
    )


def _said(request: Request, told: Message) -> list[str]:
    """Give what the bot says on every channel, in the paragraphs of a page."""
    return [render(paragraph, language_of(request)) for paragraph in told.text]


def manifest(request: Request) -> Response:
    """Give what a phone needs to put the chat among its apps."""
    made = page(request, "manifest.webmanifest")
    made.headers["Content-Type"] = "application/manifest+json"
    return made


async def static(request: Request) -> Response:
    """Give a file of the page. What has a version in its address may be kept for ever."""
    name = request.path_params["name"]
    if name == "gemeente.css":
        return _kept(Response(_colours(edge_of(request).gemeente.look.colour), media_type="text/css"), "max-age=3600")
    if name == "logo" and (logo := edge_of(request).gemeente.look.logo):
        return _kept(FileResponse(logo), "max-age=3600")
    file = STATIC / name
    if file.parent != STATIC or not file.is_file():
        return trouble(request, 404)
    is_versioned = request.query_params.get("v") == _version(name)
    return _kept(FileResponse(file), "public, max-age=31536000, immutable" if is_versioned else "no-cache")


async def worker(_request: Request) -> Response:
    """Give the service worker, from the root so that it may serve every page."""
    return _kept(FileResponse(STATIC / "sw.js", media_type="text/javascript"), "no-cache")


def _kept(response: Response, how: str) -> Response:
    response.headers["Cache-Control"] = how
    return response


def _colours(colour: str) -> str:
    """Give the gemeente's colour; what can be tapped has it too, where it can be read on a light page."""
    ink = ink_for(colour)
    tap = f"@media not all and (prefers-color-scheme:dark){{:root{{--tap:{colour};--line:{colour}}}}}\n"
    return f":root{{--brand:{colour};--brand-ink:{ink}}}\n" + (tap if ink == "#ffffff" else "")
