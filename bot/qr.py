"""QR codes of our links: for a terminal, for a page, and as modules to draw."""

from __future__ import annotations

from io import BytesIO, StringIO

import segno

QUIET = 4
"""The white modules that a reader needs around the code (ISO/IEC 18004)."""


def modules(link: str) -> tuple[tuple[bool, ...], ...]:
    """Give the rows of the code, true for dark, without the white around it; a quarter may be damaged (level Q)."""
    return tuple(tuple(bool(module) for module in row) for row in _code(link).matrix)


def terminal(link: str) -> str:
    """Draw the code in half blocks, for a terminal with light letters on a dark ground."""
    out = StringIO()
    _code(link).terminal(out, border=2, compact=True)
    return out.getvalue()


def svg(link: str) -> str:
    """Draw the code as an SVG element without XML declaration, one unit a module: its place decides the size."""
    out = BytesIO()
    bare = {"xmldecl": False, "omitsize": True, "svgclass": None, "lineclass": None}
    _code(link).save(out, kind="svg", border=QUIET, light="#fff", **bare)
    return out.getvalue().decode()


def _code(link: str) -> segno.QRCode:
    return segno.make_qr(link, error="q", boost_error=False)
