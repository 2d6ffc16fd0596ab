"""`hallowerk run`: the product, on the web and, with a token, on Telegram."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from typing import TYPE_CHECKING

import uvicorn

from bot.app import Product, close, edge_of, keep_tidy, make, working
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

log = logging.getLogger("hallowerk")

SHUTDOWN_SECONDS = 3


def run(_options: Namespace, environ: Mapping[str, str]) -> int:
    """Serve until stopped."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    settings = Settings.from_environment(environ)
    product = make(settings)
    try:
        listening = _listen(settings)
        asyncio.run(_serve(product, listening))
    except KeyboardInterrupt:
        pass
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
    if product.settings.telegram_token:
        from bot.telegram_edge import telegram  # noqa: PLC0415 - the client is only loaded where it is used

        async with telegram(product) as line:
            await _serve_web(product, listening, edge_of(product, sender_works=line.works), line.routes)
    else:
        await _serve_web(product, listening, edge_of(product), ())


async def _serve_web(product: Product, listening: socket.socket, edge: Edge, routes: Sequence[Route]) -> None:
    config = uvicorn.Config(
        site(edge, routes),
        log_config=None,
        access_log=False,  # paths hold tokens
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    async with working(asyncio.create_task(keep_tidy(product))):
        _tell(product, edge)
        await uvicorn.Server(config).serve(sockets=[listening])


def _tell(product: Product, edge: Edge) -> None:
    """Print where to go."""
    here = product.settings.base_url
    tell(_("HalloWerk Chat draait op {link}", link=here))
    if edge.demo:
        tell(_("Probeer het met iedereen naast elkaar: {link}", link=f"{here}/demo"))
        for name, about, href in edge.demo:
            tell(_("  {name}: {link}  {about}", name=name, link=f"{here}{href}", about=about))
    tell(_("Stoppen: Ctrl+C"))
