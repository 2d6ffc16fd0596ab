"""E-mail addresses, links, and names on other apps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.leaks.kinds import Kind
from bot.nlu.leaks.lexicon import list_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.leaks.words import Words

Place = tuple[Kind, int, int]

_MAILS = "gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|proton|protonmail|gmx|msn|hetnet|planet|xs4all|home"
_ENDS = "nl|com|org|net|eu|be|info|app|online|site|shop|amsterdam|frl|biz|uk|fr|pl|tr|ru|ua|ly|gl|gg|tv|io|co|me|de|nu"
_WORD_ENDS = "nl|com|org|net|eu|be|de|fr|tr|pl"
_APP = (
    "insta|instagram|instgram|ig|snap|snapchat|snapje|tiktok|tik ?tok|telegram|facebook|facebok|fb|messenger|linkedin|"
    "twitter|discord|signal|wechat|viber|skype|imo|threads"
)

_WRITTEN = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|[\w-]{1,63}(?=\W|$))|"
    r"(?<![\w.+-])[\w.+-]{1,64}[ \t]{0,2}@[ \t]{0,2}"
    rf"(?:(?:[\w-]{{1,63}} ?[.,] ?){{1,3}}(?:{_ENDS})\b|(?:{_MAILS})\b)"
)
_BARE_MAIL = re.compile(rf"(?<![\w@.-])(?:[\w.+-]{{1,64}} )?(?:{_MAILS})\.(?:com|nl|fr|de|be|me)\b")
_AT = "apenstaartje|apenstaart|apestaartje|apestaart|aapenstaartje|apenstaartj|apenstartje|apenstaatje"
_DOT = "(?:punt|dot|punkt)"
_SPOKEN = re.compile(
    rf"\b\w{{1,64}}(?: (?:{_DOT}|streepje|underscore|liggend streepje) \w{{1,64}}){{0,3}} (?:"
    rf"(?:{_AT}) \w{{1,63}}(?: {_DOT} \w{{2,24}}){{0,3}}(?: (?:{_WORD_ENDS}))?|"
    rf"(?:at|et) \w{{1,63}}(?: {_DOT} \w{{2,24}}){{1,3}}|at (?:{_MAILS})(?: (?:{_WORD_ENDS}))?)\b"
)
_SPOKEN_MAIL = re.compile(rf"\b\w{{2,64}} (?:{_MAILS}) (?:{_DOT} )?(?:com|nl)\b")

_LINK = re.compile(
    r"(?:https?|hxxps?|ftp) ?: ?/ ?/ ?\S+|\bwww ?\.\S+|"
    rf"(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,4}}(?:(?:{_ENDS})(?![\w-])|[a-z]{{2,24}}/)\S*"
)
_WORDS_AFTER = frozenset("be co de io me nu".split())
"""Ends of domains that may be a word of the next sentence, where somebody forgot the space: "tot morgen.de bus"."""
_SPOKEN_LINK = re.compile(rf"\b(?:www|w w w) (?:{_DOT} )?\w{{1,63}}|\b\w{{2,63}} {_DOT} (?:nl|com|org|net|eu|be)\b")
_NEAR_LINK = re.compile(r"(?:site|website|link|kijk|zie|surf|pagina|webshop)\W{1,3}(?:\w{1,9}\W{1,3}){0,3}\Z")

_AT_NAME = re.compile(r"(?<![\w@.+-])@[a-z_][\w.]{1,39}")
_APP_NAME = rf"(?:{_APP})(?:[ -]?(?:account|naam|name|id|nick))?"
_SAID_NAME = re.compile(
    rf"(?<![\w@])(?<!ik ){_APP_NAME}[ \t]{{0,2}}[:=][ \t]{{0,2}}(?P<name>[\w.-]{{3,40}})|"
    rf"(?<![\w@])(?:mijn|mn|m'n|me|my|mij|myn) {_APP_NAME}(?: is| heet|'s)? (?P<mine>[\w.-]{{3,40}})|"
    rf"(?<![\w@]){_APP_NAME}(?: (?:onder|als|met|is|heet|naam)){{0,3}} @?"
    r"(?P<odd>[a-z]{0,30}[\d_.][\w.]{1,39}|[a-z]{2,30}[._]\w{1,30})(?<![.])|"
    rf"(?<![\w@])(?:op|via|on|bij) (?:{_APP})(?: ben ik| heet ik| sta ik)?(?: (?:onder|als|met de naam|naam)){{1,2}} "
    r"(?P<known>[\w.-]{3,40})|"
    rf"(?<![\w@])(?:op|via|on) (?:{_APP}) (?:heet|ben) ik (?P<called>[\w.-]{{3,40}})|"
    rf"(?<![\w@.])(?P<first>[a-z]{{1,30}}[\d_.][\w.]{{1,39}}) (?:op|on|bij|via) (?:{_APP})(?!\w)"
)


def reach(words: Words) -> Iterator[Place]:
    """Find every way to reach somebody elsewhere, but for phone numbers."""
    folded = words.folded
    if "@" in folded:
        for found in _WRITTEN.finditer(folded):
            yield Kind.EMAIL, found.start(), found.end()
    for pattern in (_SPOKEN, _SPOKEN_MAIL):
        for first, after in words.found(pattern):
            yield Kind.EMAIL, *words.place(first, after)
    for found in _BARE_MAIL.finditer(folded):
        yield Kind.EMAIL, found.start(), found.end()
    yield from _links(words)
    for found in _AT_NAME.finditer(folded):
        yield Kind.HANDLE, found.start(), found.end()
    for found in _SAID_NAME.finditer(folded):
        name = next(held for held in found.groups() if held)
        if name not in list_of("no names") and name.strip(".-"):
            yield Kind.HANDLE, found.start(), found.end()


def _links(words: Words) -> Iterator[Place]:
    for found in _LINK.finditer(words.folded):
        end = found.end() - (len(found.group()) - len(found.group().rstrip(".,;:!?)\"'…")))
        host = found.group().rstrip(".,;:!?)\"'…")
        if "/" not in host and not host.startswith("www") and host.rpartition(".")[2] in _WORDS_AFTER:
            before = words.folded[max(0, found.start() - 40) : found.start()]
            if not _NEAR_LINK.search(before) and host.count(".") < 2:  # noqa: PLR2004 - "bakkerij.zon.de" is no sentence
                continue
        if end > found.start():
            yield Kind.LINK, found.start(), end
    for first, after in words.found(_SPOKEN_LINK):
        yield Kind.LINK, *words.place(first, after)
