"""Reads a transcript: Markdown, of which only the headline and the list items count (design section 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.event import Channel
from bot.domain.person import Contact, Role, Support
from bot.errors import HalloWerkError
from bot.replay.lines import (
    AsksContact,
    AtDesk,
    Becomes,
    Brings,
    Comes,
    HasProfile,
    Headline,
    Hears,
    Invited,
    Joins,
    Kept,
    Line,
    Link,
    MayAsk,
    MovesOn,
    NeverSaw,
    NothingKept,
    OfferChanges,
    Offered,
    Opens,
    Passes,
    Placed,
    ProfileIs,
    Prose,
    Repeats,
    Replies,
    Says,
    Sends,
    Speaks,
    Standing,
    Steps,
    Taps,
)
from bot.text import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VALID_DAYS = 30
"""How long an invitation works when the line does not say so."""

NAME = r"[A-Z][\w-]*(?: [A-Z][\w-]*)*"
WHO = rf"(?P<person>{NAME})"
"""A name: one word or more, each with a capital ("Fatima", "Bakkerij Zon")."""

_NAME = r"[A-Z][\w-]*(?: [A-Z][\w-]*)*"
WHOM, TO = rf"(?P<whom>{_NAME})", rf"(?P<to>{_NAME})"

VALID = r"(?:, geldig (?P<days>\d+) dag(?:en)?)?"

PUSH = r"(?:, banen (?P<push>meteen|per dag|per week|nooit))?"
HOURS = r"(?P<hours>[\d -]+uur)"

LINKS = {
    "de link": Link.OWN,
    "de link nog een keer": Link.AGAIN,
    "de link op een ander apparaat": Link.ELSEWHERE,
    "een onbekende link": Link.UNKNOWN,
}
KINDS = {
    "foto": "photo",
    "spraakbericht": "voice",
    "sticker": "sticker",
    "locatie": "location",
    "bestand": "document",
    "contact": "contact",
    "video": "video",
    "doorgestuurd bericht": "forward",
}
ROLES = {"werkgever": Role.EMPLOYER, "werkmatcher": Role.WERKMATCHER}
FIELDS = {"staan": "stand", "zitten": "sit", "bukken": "bend", "tillen": "lift", "register": "register"}
STANDINGS = {"actief": Standing.ACTIVE, "niet actief": Standing.HIDDEN, "er niet": Standing.NONE}
CHANNELS = {"website": Channel.WEB, "Telegram": Channel.TELEGRAM}
UNITS = {"dag": "days", "dagen": "days", "uur": "hours", "uren": "hours", "minuut": "minutes", "minuten": "minutes"}
WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class TranscriptError(HalloWerkError):
    """A line that cannot be read; the sentence names it."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A story: all its lines in order."""

    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """Give the story's name: its headline."""
        return next((line.words for line in self.lines if isinstance(line, Headline)), "")


def parse(text: str) -> Transcript:
    """Read a transcript. Raises `TranscriptError` for a list item that is no line of a transcript."""
    return Transcript(tuple(_line(number, kind, words) for number, kind, words in _items(text)))


def _items(text: str) -> Iterator[tuple[int, str, str]]:
    """Give the number, the kind (`#`, `-` or nothing) and the words; an indented line goes on with the item above."""
    held: tuple[int, str, str] | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        goes_on = held and held[1] == "-" and raw.startswith(" ") and raw.strip()
        if held and goes_on:
            held = (held[0], held[1], f"{held[2]} {raw.strip()}")
            continue
        if held:
            yield held
        held = None
        if raw.strip():
            kind = raw[0] if raw.startswith(("# ", "- ")) else ""
            held = (number, kind, raw[2:].strip() if kind else raw.strip())
    if held:
        yield held


def _line(number: int, kind: str, words: str) -> Line:
    if kind == "#":
        return Headline(number=number, words=words)
    if not kind:
        return Prose(number=number, words=words)
    for pattern, make in _FORMS:
        found = pattern.fullmatch(words)
        if found:
            return make(number=number, words=words, **found.groupdict())
    raise _unreadable(number, words)


def _unreadable(number: int, words: str) -> TranscriptError:
    # staff: who writes a transcript reads this
    return TranscriptError(_("Regel {number} begrijp ik niet: {words}", number=number, words=words))


def _invited(*, support: str, contact: str | None, days: str | None, **rest: Any) -> Line:
    wish = Contact.WERKMATCHER if contact else Contact.DIRECT
    many = int(days or VALID_DAYS)
    return Invited(role=Role.JOBSEEKER, support=Support(support), contact=wish, days=many, **rest)


def _invited_staff(*, role: str, days: str | None, **rest: Any) -> Line:
    many = int(days or VALID_DAYS)
    return Invited(role=ROLES[role], support=Support.SELF, contact=Contact.DIRECT, days=many, **rest)


def _says(*, text: str, edited: bool = False, **rest: Any) -> Line:
    return Says(text=text, edited=edited, **rest)


def _long(*, letters: str, **rest: Any) -> Line:
    return _says(text="a" * int(letters), **rest)


def _taps(*, again: str | None, **rest: Any) -> Line:
    return Taps(again=bool(again), **rest)


def _steps(does: str) -> Callable[..., Line]:
    return lambda **rest: Steps(does=does, **rest)


def _passes(*, count: str, unit: str, **rest: Any) -> Line:
    return Passes(span=timedelta(**{UNITS[unit]: int(count)}), **rest)


def _becomes(*, day: str, hour: str, minute: str, **rest: Any) -> Line:
    if int(hour) not in range(24) or int(minute) not in range(60):
        raise _unreadable(rest["number"], rest["words"])
    return Becomes(weekday=WEEK.index(day), at=time(int(hour), int(minute)), **rest)


def _offered(*, asks: str | None, **rest: Any) -> Line:
    named = re.split(r",\s*|\s+en\s+", asks) if asks else []
    if not set(named) <= FIELDS.keys() - {"register"}:
        raise _unreadable(rest["number"], rest["words"])
    return Offered(asks=tuple(FIELDS[each] for each in named), **rest)


def _may_ask(*, fields: str, **rest: Any) -> Line:
    named = [] if fields == "niets" else re.split(r",\s*", fields)
    if not set(named) <= FIELDS.keys():
        raise _unreadable(rest["number"], rest["words"])
    return MayAsk(fields=frozenset(FIELDS[field] for field in named), **rest)


_BRACKET = re.compile(r"\[([^\]]*)\]")
_SHOWN = re.compile(r"(?P<text>.*?)(?P<file>\s*\{bestand\})?(?P<buttons>(?:\s*\[[^\]]*\])*)", re.DOTALL)


def _hears(*, said: str, **rest: Any) -> Line:
    found = _SHOWN.fullmatch(said)
    if found is None:
        raise _unreadable(rest["number"], rest["words"])
    labels = tuple(label.strip() for label in _BRACKET.findall(found["buttons"]))
    return Hears(text=found["text"].strip(), buttons=labels or None, file=bool(found["file"]), **rest)


def _one_of(table: dict[str, Any]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Line]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), make)
    for pattern, make in (
        (
            rf"Uitnodiging voor {WHO}: (?P<support>zelfstandig|begeleid)(?P<contact>, via werkmatcher)?{VALID}",
            _invited,
        ),
        (rf"Uitnodiging voor (?P<role>{_one_of(ROLES)}) {WHO}{VALID}", _invited_staff),
        (rf"Werkmatcher {WHO} is er", AtDesk),
        (rf"{WHO} neemt het gesprek met {WHOM}", _steps("claims")),
        (rf"{WHO} geeft het gesprek(?: met {WHOM})? door aan {TO}", _steps("passes")),
        (rf"{WHO} brengt {WHOM} de baan bij (?P<to>.+)", _steps("brings")),
        (rf"{WHO} geeft(?: {WHOM})? terug", _steps("hands_back")),
        (rf"{WHO} sluit(?: het gesprek met {WHOM})?", _steps("closes")),
        (rf"Werkgever {WHO} doet mee", Joins),
        (rf"Een werkmatcher brengt {WHO} de baan bij (?P<employer>.+)", Brings),
        (
            rf"{WHO} vraagt contact met (?P<other>{NAME})(?P<yes>, die ja zegt)?",
            lambda yes, **rest: AsksContact(yes=bool(yes), **rest),
        ),
        (rf"{WHO} opent (?P<link>{_one_of(LINKS)})", lambda link, **rest: Opens(link=LINKS[link], **rest)),
        (rf"{WHO} heeft een profiel: (?P<told>.+?){PUSH}(?:, kan niet (?P<cannot>\w+))?", HasProfile),
        (rf"{WHO} praat zonder uitnodiging", Comes),
        (rf"{WHO} drukt(?P<again> nog een keer)?: (?P<label>.+)", _taps),
        (
            rf"{WHO} verandert het bericht in: (?P<text>.+)",
            lambda **rest: _says(edited=True, **rest),
        ),
        (rf"{WHO} stuurt een bericht van (?P<letters>\d+) letters", _long),
        (rf"{WHO} stuurt een leeg bericht", lambda **rest: _says(text=" ", **rest)),
        (rf"{WHO} stuurt een (?P<kind>{_one_of(KINDS)})", lambda kind, **rest: Sends(kind=KINDS[kind], **rest)),
        (rf"{WHO} stuurt hetzelfde nog een keer", Repeats),
        (
            rf"{WHO} gaat verder op (?:de )?(?P<channel>{_one_of(CHANNELS)}) met de code",
            lambda channel, **rest: MovesOn(channel=CHANNELS[channel], **rest),
        ),
        (rf"Het is (?P<count>\d+) (?P<unit>{_one_of(UNITS)}) later", _passes),
        (rf"Het is (?P<day>{'|'.join(WEEK)}) (?P<hour>\d{{1,2}}):(?P<minute>\d\d)", _becomes),
        (
            rf"Baan: (?P<title>.+?) bij (?P<employer>.+?) in (?P<place>.+?), {HOURS}(?:, vraagt (?P<asks>.+))?",
            _offered,
        ),
        (r"Baan bij (?P<employer>.+) is dicht", lambda **rest: OfferChanges(hours=None, **rest)),
        (rf"Baan bij (?P<employer>.+) is nu {HOURS}", OfferChanges),
        (r"De gemeente mag vragen naar: (?P<fields>.+)", _may_ask),
        (rf"Bewaard van {WHO}: (?P<question>[\w.]+) = (?P<value>.+)", Kept),
        (rf"{WHO} ziet nergens: (?P<text>.+)", NeverSaw),
        (rf"Niets bewaard van {WHO}", NothingKept),
        (
            rf"Profiel van {WHO} is (?P<standing>{_one_of(STANDINGS)})",
            lambda standing, **rest: ProfileIs(standing=STANDINGS[standing], **rest),
        ),
        (rf"Baan van {WHO}: (?P<vacancy>.+)", Placed),
        (rf"Geen baan van {WHO}", lambda **rest: Placed(vacancy=None, **rest)),
        (rf"Taal van {WHO}: (?P<language>[a-z]{{2}})", Speaks),
        (rf"Bot aan {WHO}: (?P<said>.+)", _hears),
        (rf"{WHO} aan {WHOM}: (?P<text>.+)", Replies),
        (rf"{WHO}: (?P<text>.+)", _says),
    )
)
"""What each line looks like, and what it becomes; the first that fits."""
