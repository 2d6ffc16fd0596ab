"""Numbers to call and sites to open in what the chat says: on the page they can be tapped."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = "[+0-9A-Za-z_]"
_BEFORE = r"(^|[\s(“‘\"':])"
_LINK = r"https://[^\s<>\"]+|tel:[+]?[0-9][0-9-]+"
_SITE = r"[a-z0-9-]+(?:[.][a-z0-9-]+)*[.]nl(?:/[^\s<>\"]*)?"
_EMERGENCY = "11[23](?! (?:berichten|messages|min|km|kilo|uur|hour|dag|day|jaar|year|euro|ban|job))"
_PHONES = r"0[89]00-[0-9]{4}(?:[0-9]{3})?|0[1-9](?:[ -]?[0-9]){8}|[+]31(?:[ -]?[0-9]){9}"
_AFTER = rf"(?!{_SIGNS}|@|[.,:-][0-9])"
_END_OF_SENTENCE = re.compile(r"[.,;:!?)\]'’”]+$")


@cache
def pattern(phone: str) -> str:
    """Give the pattern of what can be tapped, `phone` included: group 1 comes before it, group 2 is it.

    Its syntax is that of Python and of JavaScript, without regard to case: the page's script has it from here.
    """
    own = re.sub(r"([^0-9A-Za-z ])", r"[\1]", phone)
    return f"{_BEFORE}({_LINK}|{_SITE}|{own}|{_EMERGENCY}|{_PHONES}){_AFTER}"


def parts(text: str, phone: str) -> list[tuple[str, str | None]]:
    """Cut a text of the chat in pieces, each with where a tap on it leads, if anywhere. As in message.js."""
    cut: list[tuple[str, str | None]] = []
    at = 0
    for found in re.finditer(pattern(phone), text, re.IGNORECASE):
        address = _END_OF_SENTENCE.sub("", found[2])
        cut += [(text[at : found.start(2)], None), (address.removeprefix("tel:"), _target(address))]
        at = found.start(2) + len(address)
    return [(words, target) for words, target in (*cut, (text[at:], None)) if words]


def _target(address: str) -> str:
    if address.startswith(("https://", "tel:")):
        return address
    return (
        f"https://{address}" if re.search("[a-z]", address, re.IGNORECASE) else "tel:" + re.sub("[^+0-9]", "", address)
    )
