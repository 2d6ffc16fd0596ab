"""Phone numbers, the BSN and IBANs."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.nlu.bsn import is_bsn
from bot.nlu.leaks.digits import runs
from bot.nlu.leaks.kinds import Kind
from bot.nlu.leaks.lexicon import list_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.nlu.leaks.digits import Unit
    from bot.nlu.leaks.words import Words

Place = tuple[Kind, int, int]

_DUTCH = re.compile(r"0[1-9]\d{8}")
_COUNTRY = re.compile(r"(?:00)?31(?:0)?[1-9]\d{8}|00[1-9]\d{7,13}")
_ABROAD = re.compile(r"[1-9]\d{7,14}")
_LOCAL = re.compile(r"\d{7,12}")
_AREA = re.compile(
    r"0(?:6[1-8]|1[0358]|1(?:1[1-8]|6[1-8]|7[24]|8[0-7])|2[0346]|2(?:2[2-9]|5[125]|9[4-9])|3[03568]|3(?:1[3-8]|2[01]|"
    r"4[1-8])|4[0356]|4(?:1[1-8]|7[58]|8[5-8]|9[2379])|5[0358]|5(?:1[1-9]|2[1-9]|4[1-8]|6[126]|7[0-8]|9[1-9])|7\d|8[4578]|"
    r"9[017])"
)
"""What a Dutch phone number begins with (ACM, Nummerplan telefoon- en ISDN-diensten)."""
_DATE = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01]) ?[-/. ] ?(?:0?[1-9]|1[0-2]) ?[-/. ] ?(?:19|20)\d\d(?![\d])")
_CLOCKS = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d(?:[01]\d|2[0-4])[0-5]\d")
_LONGEST, _BSN, _SHORT, _BEFORE = 15, 9, 8, 4

_IBAN = re.compile(r"(?<![^\W_])[a-z]{2}[ .-]{0,2}\d{2}")
_IBAN_LENGTHS = {
    country: length
    for length, countries in (
        *((15, "no"), (16, "be"), (18, "nl dk fi"), (19, "si"), (20, "at lu ee lt ba"), (21, "hr ch lv")),
        *((22, "de gb ie bg rs ge"), (24, "es se cz sk ro"), (25, "pt"), (26, "tr"), (27, "fr it gr")),
        *((28, "pl hu cy al"), (29, "ua"), (31, "mt")),
    )
    for country in countries.split()
}
"""How long an IBAN is, by country (SWIFT, IBAN Registry)."""


def ibans(words: Words) -> Iterator[Place]:
    """Find bank accounts: of the right length, and with the check digits of ISO 13616 or the shape of a Dutch one."""
    for found in _IBAN.finditer(words.folded):
        length = _IBAN_LENGTHS.get(words.folded[found.start() : found.start() + 2], 0)
        characters, end = "", found.start()
        for at in range(found.start(), min(len(words.folded), found.start() + 3 * length)):
            letter = words.folded[at]
            if letter.isascii() and letter.isalnum():
                characters, end = characters + letter, at + 1
                if len(characters) == length:
                    break
            elif letter not in " .-\n\u00a0":
                break
        if length and len(characters) == length and not words.folded[end : end + 1].isalnum():
            turned = "".join(str(int(letter, 36)) for letter in characters[4:] + characters[:4])
            if int(turned) % 97 == 1 or re.fullmatch(r"nl\d\d[a-z]{4}\d{10}", characters):
                yield Kind.IBAN, found.start(), end


def numbers(words: Words) -> Iterator[Place]:
    """Find phone numbers and BSNs."""
    secret = any(token.text in list_of("bsn words") for token in words.tokens)
    for run in runs(words):
        rest: list[Unit] = []
        at = 0
        while at < len(run):
            after = _phone(words, run, at)
            if after is None:
                rest.append(run[at])
                at += 1
                continue
            yield from _bsns(words, rest, secret=secret)
            kind = Kind.BSN if _hides_bsn(run[at:after]) else Kind.PHONE
            yield kind, _start(words, run[at]), run[after - 1].end
            rest, at = [], after
        yield from _bsns(words, rest, secret=secret)


def _start(words: Words, unit: Unit) -> int:
    """Give where a phone number starts: the plus before it belongs to it."""
    before = words.folded[max(0, unit.start - 3) : unit.start]
    plus = before.rfind("+")
    return unit.start - len(before) + plus if plus >= 0 and not before[plus + 1 :].strip(" (") else unit.start


def _phone(words: Words, run: Sequence[Unit], at: int) -> int | None:
    """Give the number of the unit after the phone number that begins here; the longest that fits."""
    abroad = _start(words, run[at]) < run[at].start
    called = at == 0 and _said_before(words, run[at]) == "phone words"
    digits, found = "", None
    for after in range(at + 1, len(run) + 1):
        digits += run[after - 1].digits
        if len(digits) > _LONGEST + 2:
            break
        whole = words.folded[run[at].start : run[after - 1].end]
        if _DUTCH.fullmatch(digits):
            if not _DATE.search(whole):
                return after
        elif _COUNTRY.fullmatch(digits) or (abroad and _ABROAD.fullmatch(digits)):
            found = after
        elif called and after == len(run) and _LOCAL.fullmatch(digits) and not is_bsn(digits):
            found = None if _DATE.search(whole) else after
    return found


def _hides_bsn(units: Sequence[Unit]) -> bool:
    """Tell whether a BSN is dressed up as a phone number: behind a 0, a plus, 00 or 31, and with no Dutch area code."""
    digits = "".join(unit.digits for unit in units)
    prefix, last = digits[:-_BSN], digits[-_BSN:]
    return prefix in {"", "0", "00", "31", "310", "0031", "00310"} and is_bsn(last) and not _AREA.match(f"0{last}")


def _said_before(words: Words, unit: Unit) -> str | None:
    """Give what the words before a number say that it is: a BSN if one of them does, else what the nearest says."""
    before = [words.tokens[number].text for number in range(unit.token - 1, max(-1, unit.token - 1 - _BEFORE), -1)]
    if any(word in list_of("bsn words") for word in before):
        return "bsn words"
    for word, earlier in zip_longest(before, before[1:], fillvalue=""):
        # "artikel nummer 123": the word before the one that says little decides
        if word in list_of("no phone") or (word in list_of("phone words") and earlier in list_of("no phone")):
            return "no phone"
        if word in list_of("phone words"):
            return "phone words"
    return None


def _bsns(words: Words, run: Sequence[Unit], *, secret: bool) -> Iterator[Place]:
    """Find BSNs: 9 digits, or 8 where the 0 before them was left off."""
    at = 0
    while at < len(run):
        after = _bsn(words, run, at, secret=secret)
        if after is None:
            at += 1
        else:
            yield Kind.BSN, run[at].start, run[after - 1].end
            at = after


def _bsn(words: Words, run: Sequence[Unit], at: int, *, secret: bool) -> int | None:
    digits, short = "", None
    said = _said_before(words, run[at])
    for after in range(at + 1, len(run) + 1):
        digits += run[after - 1].digits
        if len(digits) > _BSN + 1:
            break
        whole = words.folded[run[at].start : run[after - 1].end]
        # "bsn 123456789" with a slip of the finger is one too; "artikel 123456782" is none
        counts = said == "bsn words" or ((secret or said != "no phone") and is_bsn(digits[-_BSN:]))
        if not counts:
            continue
        if len(digits) == _BSN or (len(digits) == _BSN + 1 and digits[0] == "0" and is_bsn(digits[1:])):
            return after
        if len(digits) == _SHORT and (secret or _alone(run[at:after], digits, whole)):
            short = after
    return short


def _alone(units: Sequence[Unit], digits: str, whole: str) -> bool:
    """Tell whether 8 digits are meant as one number, and not as a date or as two times."""
    if digits[0] == "0" or (any(unit.spelled for unit in units) and len(units) < _SHORT):
        return False
    return not _DATE.fullmatch(whole) and not (len(units) > 1 and _CLOCKS.fullmatch(digits))
