"""How people say from when they can work: the expressions, and the words that tell what they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER
from bot.nlu.readers.start_days import (
    DAY_NUMBER,
    DAYS,
    MONTHS,
    after_holiday,
    after_ramadan,
    coming,
    fixed,
    from_now,
    in_days,
    in_digits,
    in_next_week,
    iso,
    month_end,
    named_day,
    of_month,
    soon,
    week_later,
    weekend,
    written,
    year_end,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Says = Callable[[re.Match[str], date], date | None]
    """What gives the date that an expression says."""

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
_DAY = "(?P<day>" + "|".join(DAYS) + ")"
_A_DAY, _A_MONTH = _DAY.replace("?P<day>", "?:"), _MONTH.replace("?P<month>", "?:")
CUES = re.compile(
    r"\b(?:begin|beginnen|begint|start|starten|beschikbaar|inzetbaar|aan de slag|werken vanaf|vanaf|per direct|"
    r"zo snel mogelijk|zsm|asap|can start)\b"
)
_SOON = re.compile(
    r"\b(?:meteen|direct|gelijk|per direct|onmiddellijk|nu|zo snel mogelijk|zo spoedig mogelijk|zsm|z s m|"
    r"z\.s\.m|asap|"
    r"vandaag|snel|straks|now|today|immediately|zo gauw mogelijk|zo vlug mogelijk|deze (?:week|maand)|elk moment|"
    r"wanneer je wilt|(?:kan|kunnen)(?: ik)? altijd|altijd (?:goed|prima|kan|beschikbaar|inzetbaar)|"
    r"zo snel|zo (?:beginnen|starten|aan de slag|aan het werk)|per nu|hemen|nu meteen|metteen|mteen|direkt)\b"
)


_YEAR = r"(?:[ ,]+(?P<year>20\d\d))?"
EXPRESSIONS: tuple[tuple[re.Pattern[str], Says], ...] = (
    (re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<mm>\d{1,2})-(?P<nr>\d{1,2})(?!\d)"), iso),
    (re.compile(rf"(?<![^\W_])(?P<nr>{DAY_NUMBER})(?:e|ste|de|st|nd|rd|th)?(?: van| of)?[ -]{_MONTH}{_YEAR}\b"),
     written),
    (re.compile(rf"\bover (?:een |n )?(?P<unit>dag|week|weekje|maand|maandje) of (?P<count>{NUMBER})\b"), from_now),
    (re.compile(rf"\b{_MONTH} (?P<nr>\d{{1,2}})(?:st|nd|rd|th)?(?![\w.,:]){_YEAR}"), written),
    (re.compile(r"(?<![\d.,])(?P<nr>\d{1,2})[-/.](?P<mm>\d{1,2})(?:[-/.](?P<year>20\d\d|\d\d))?(?![\d.,]\d|"
        r"\d)"), in_digits),
    (re.compile(rf"\b{_DAY} over (?:een|1) week\b"), week_later),
    (re.compile(rf"\b{_DAY} (?:in |van )?(?:de )?(?:volgende|komende|aankomende) week\b"), in_next_week),
    (
        re.compile(rf"\b(?:over|binnen|na|in|pas over)\s+(?:een |ongeveer |minimaal |zo n )?(?P<count>{NUMBER})\s*"
                   r"(?P<unit>dag|dagen|week|weken|weekjes?|maand|maanden|maandje|jaar|days|weeks|months)\b"),
        from_now,
    ),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? (?:de )?)?"
        r"(?:volgende?|komende|next|aankomende|vlgende) (?P<unit>week|maand|month|"
        rf"jaar|year)(?:\s+{_DAY})?\b"), coming),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na)(?: van)?(?: het| dit)? jaar\b"), year_end),
    (re.compile(r"\b(?:eind|einde|aan het eind|aan het einde|na|end)(?: van)?(?: (?:de|deze|dit|"
        r"het))? maand\b"), month_end),
    (re.compile(rf"\b(?:(?P<part>begin|half|halverwege|mid|midden|medio|eind|einde)(?: van)? )?"
        rf"{_MONTH}{_YEAR}\b"), of_month),
    (re.compile(r"\bovermorgen\b"), in_days(2)),
    (re.compile(r"\b(?:morgen|tomorrow|morge)\b"), in_days(1)),
    (re.compile(r"\b(?P<after>na|after)? ?(?:het |dit |the )?(?:weekend|wekend|weekeinde)\b"), weekend),
    (re.compile(rf"\b(?:volgende |komende )?{_DAY}\b"), named_day),
    (re.compile(r"\b(?:na|einde?|after) (?:van )?(?:de )?(?:zomer|zomervakantie|grote vakantie|"
        r"summer)\b"), fixed(9, 1)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:nieuwjaar|feestdagen|kerstvakantie|jaarwisseling|oud en nieuw|"
        r"nieuw jaar)\b"), fixed(1, 2)),
    (re.compile(r"\b(?:na|after) (?:de )?(?:kerst|kerstmis)\b"), fixed(12, 27)),
    (re.compile(r"\bna (?:sinterklaas|pakjesavond)\b"), fixed(12, 6)),
    (re.compile(r"\b(?:eerste|1e) kerstdag\b"), fixed(12, 25)),
    (re.compile(r"\b(?:tweede|2e) kerstdag\b"), fixed(12, 26)),
    (re.compile(r"\bna (?:de )?herfstvakantie\b"), fixed(11, 1)),
    (re.compile(r"\b(?:na|after) (?:de |het )?(?:ramadan|ramazan|suikerfeest|eid|bayram)\b"), after_ramadan),
    (re.compile(r"\b(?:na|after) (?:de )?(?:school)? ?(?:vakantie|vakanties|holidays?)\b"), after_holiday),
    (re.compile(r"\b(?:nieuwe? jaar|in januari)\b"), fixed(1, 1)),
    (re.compile(r"\b(?:voorjaar|lente|na de winter)\b"), fixed(3, 1)),
    (re.compile(r"\b(?:in|vanaf|deze) (?:de )?zomer\b"), fixed(6, 1)),
    (re.compile(r"\b(?:herfst|najaar)\b"), fixed(9, 1)),
    (re.compile(r"^\W*altijd\W*$"), soon),
    (_SOON, soon),
)  # fmt: skip
GUESSES = {after_holiday, after_ramadan}
"""What nobody can say to the day: the person is asked whether it is right."""
BARE = re.compile(
    rf"(?:ik kan )?(?:ongeveer |zo n |nog |circa |met )?(?P<count>{NUMBER}) "
    r"(?P<unit>dag|dagen|week|weken|weekjes?|maand|maanden|days|weeks|months)(?: nog| denk ik| opzegtermijn)?"
)
"""So long from now: said when asked from when."""
NOT_BEFORE = re.compile(
    r"\bniet (?:eerder(?: dan)?|voor)\b|\b(?:eerder|vroeger|sneller) (?:kan |gaat |lukt |wil ik )?(?:ik |het )?niet\b"
)
"""A no that only says from when: "niet eerder dan 4 januari"."""
RATHER = re.compile(
    rf"\bniet (?:(?:op|in|per|al) )?(?:{_DAY}|{_MONTH}|(?:deze|volgende|komende) \w+|morgen|vandaag|nu|meteen|"
    r"direct|gelijk)[^,;.]{0,12}?,? (?:maar\b|(?=(?:pas|wel|liever|eerder)\b))"
)
"""A day that is not meant, before the one that is: "niet deze week maar volgende week"."""
THAN = re.compile(
    rf"(?P<rather>\bliever [^,;.]{{1,30}}?)\bdan (?:vandaag|morgen|overmorgen|nu|straks|later|{_A_DAY}|"
    rf"(?:deze|volgende|komende) \w+|(?:\d{{1,2}} )?{_A_MONTH})\b"
)
"""A day that is liked less: "liever maandag dan dinsdag"."""
YESTERDAY = re.compile(
    r"\b(?:liefst|liever|eigenlijk|eerder)(?: \w+){0,2}? gisteren(?: (?:al|nog|dan vandaag|dan morgen)\b)*"
)
"""As soon as can be: "liever gisteren dan vandaag"."""
EAGER = re.compile(rf"{YESTERDAY.pattern}|\bliever vandaag dan\b|^\W*(?:per |vanaf )?wanneer\b[^?]{{0,24}}\?")
"""What is said of nothing else than when to start."""
EAGER_WORDS = frozenset({"gisteren", "vandaag", "wanneer"})
LATER = re.compile(
    rf"\b(?:(?P<count>{NUMBER}) |de )?(?P<unit>dag|dagen|week|weken|maand|maanden) "
    r"(?:daarna|erna|erop|daarop|later|nadien)\b"
)
"""So long after a date that was named before: "1 mei ben ik terug, een week later kan ik beginnen"."""
AFTER_THAT = re.compile(r"\b(?:dan|daarna|erna|daarop|later|erop)\b")
COMES = re.compile(
    rf"\b(?:volgende|komende|aankomende|aanstaande) (?:week|maand|{_A_DAY})\b[^,;.]{{0,60}}"
    r"\b(?:werken|komen\W*$)"
)
"""When somebody comes to work for the first time: "volgende week kan ik komen werken"."""
ONLY_FREE = re.compile(r"beschikbaar|inzetbaar")
FROM = re.compile(r"\b(?:vanaf|per|pas|al|komende|aankomende|aanstaande|volgende)\b")
FROM_TO = re.compile(rf"\bvanaf {_DAY} (?:tot|t/m|tm)\b")
"""Days of the week, and no start."""
FLOOR = re.compile(
    r"\b(?:(?:de|het|mijn) (?:\w*school|cursus|\w*lessen|\w*les|opleiding|vakantie|ramadan|stage|training) "
    r"(?:begint|beginnen|start|starten)|(?:begint|beginnen|start|starten) (?:de|het|mijn) (?:\w*school|cursus|"
    r"\w*lessen|\w*les|opleiding|vakantie|ramadan|stage|training)|jarig|verjaardag|bevalt (?:mijn|m'n)|"
    r"nieuwe (?:baan|werk)|new job|geleden|gisteren|vorige?|afspraak|gesprek|"
    r"weet (?:ik|het) niet)\b|"
    r"^\W*eerst (?![^;]*\b(?:tot|t/m|na)\b)[^;]*\b(?:daarna|erna)"
    r"(?: (?:graag|pas|kan|wil|ik|werken|beginnen|starten|weer|wel|beschikbaar|ben))*\W*$"
)
"""When something else is, and no date to begin: "eerst vakantie in juli, daarna"."""
ALONE_SIGNS = frozenset("per pas al".split())
AROUND_ALONE = ALONE_SIGNS.union(
    """nog in op de het als dat kan mag moet graag liefst liever hoor ja nou dan wel ik kan komen goed prima oke
    rond zo snel mogelijk eerder zeker makkelijk misschien zoiets denk ongeveer echt""".split()
)
"""Words beside which a date is a beginning, and nothing else: "vandaag nog als het kan"."""
NO = re.compile(r"\b(?:niet|nooit)\b")
