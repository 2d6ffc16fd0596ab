"""`hallowerk run`: the product, on the web and, with a token, on Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from typing import TYPE_CHECKING

from bot.app import Product, close, edge_of, keep_tidy, make, take_what_is_due, working
from bot.commands.server import Server
from bot.commands.telling import tell
from bot.config import Settings
from bot.errors import HalloWerkError
from bot.handlers.site import site
from bot.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from starlette.routing import Route

    from bot.handlers.edge import Edge

_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def run(_options: Namespace, environ: Mapping[str, str]) -> int:
    """Serve until stopped."""
    # what needs somebody's attention, and nothing else: who starts this reads the lines that `_tell` prints
    logging.basicConfig(level=logging.WARNING, format=_LOG_FORMAT, stream=sys.stderr)
    settings = Settings.from_environment(environ)
    product = make(settings)
    try:
        asyncio.run(_serve(product, _listen(settings)))
    finally:
        close(product)
    return 0


def _listen(settings: Settings) -> socket.socket:
    try:
        listening = socket.create_server((settings.host, settings.port), backlog=1024)
    except OSError:
        raise HalloWerkError(
            _(
                # staff: who starts the product reads this
                "Poort {port} is bezet of mag niet. Kies een andere met HALLOWERK_PORT.",
                port=settings.port,
            )
        ) from None
    # read its protocol from the socket: asyncio sends small answers at once (TCP_NODELAY) only where it says TCP
    return socket.socket(fileno=listening.detach())


async def _serve(product: Product, listening: socket.socket) -> None:
    async with contextlib.aclosing(product.turns.world.engine):
        await _serve_edges(product, listening)


async def _serve_edges(product: Product, listening: socket.socket) -> None:
    if product.settings.telegram_token:
        from bot.telegram_edge import telegram  # noqa: PLC0415 - the client is only loaded where it is used

        async with telegram(product) as line:
            await _serve_web(product, listening, edge_of(product, sender_works=line.works), line.routes)
    else:
        await _serve_web(product, listening, edge_of(product), ())


async def _serve_web(product: Product, listening: socket.socket, edge: Edge, routes: Sequence[Route]) -> None:
    async with working(asyncio.create_task(keep_tidy(product)), asyncio.create_task(take_what_is_due(product))):
        await Server(site(edge, routes), lambda: _tell(product, edge)).serve(sockets=[listening])
        tell(_("De chat is gestopt."))


def _tell(product: Product, edge: Edge) -> None:
    """Print where to go."""
    settings = product.settings
    tell(_("De chat van {gemeente} staat aan: {link}", gemeente=product.gemeente.name, link=settings.base_url))
    if edge.demo:
        tell(_("Om te proberen, met iedereen naast elkaar: {link}", link=f"{settings.base_url}/demo"))
        tell(_("Of als 1 persoon. Elke link werkt 1 keer:"))
        for name, about, href in edge.demo:
            tell(_("  {name}: {link}  {about}", name=name, link=f"{settings.base_url}{href}", about=about))
    else:
        tell(_("Nodig iemand uit met: hallowerk invite jobseeker"))
    if settings.telegram_token:
        tell(_("Telegram staat ook aan."))
    tell(_("Alles wat de chat bewaart, staat in: {folder}", folder=_where(settings)))
    tell(_("Stoppen: Ctrl+C"))


def _where(settings: Settings) -> str:
    """Say where the data is, without what an address of a database may hold."""
    if settings.database_url.startswith("sqlite"):
        return str(settings.data_dir.absolute())
    return "PostgreSQL"
