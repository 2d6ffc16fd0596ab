"""When a day is taken by something else than work: "woensdag heb ik les", "'s ochtends slaap ik nog"."""

from __future__ import annotations

import re

from bot.nlu.others import CHILDREN, MINE, RELATIVES, one_of

_CHILD, _MINE = one_of(CHILDREN), MINE
_DOES = (
    r"(?:slaap|haal|help|zorg|pas|breng|sport|train|voetbal|zwem|fitness|dans|bid|rust|studeer|leer|oefen|kook|bezoek|"
    r"verzorg|loop|wandel|drink|kijk|lees|eet|klus|vis|tennis|speel|volg|herstel|lig|let|bel|teken|brei|jog|ren)"
)
"""What somebody does that is no work."""
_LESSON = (
    r"(?:(?!alles)\w*les|\w*lessen|school|cursus|inburgering|dokter|ziekenhuis|fysio|fysiotherapie|therapie|dialyse|"
    r"chemo|moskee|kerk|training|vrijwilligerswerk|stage|mantelzorg|oppassen|"
    r"gym|sportschool|gebed|afspraak)"
)
_MEANWHILE = r"(?:(?:dan|altijd|nog|ook|vaak|meestal|wel|eerst|zelf|elke week|iedere week|een|mijn|m'n|mn|me|de) )*"
_SOMEBODY = one_of(RELATIVES)
_AT_HOME_OR_AWAY = (
    r"(?:(?:ander|andere|tweede) (?:werk|baan|baantje)|bijbaan|bijbaantje|was|huishouden|tandarts|huisarts|"
    r"feest|feestje|verjaardag|bezoek)"
)
"""What takes the day on which somebody has it; not "een auto", "het liefst", "de tijd"."""
_SO = r"(?:(?:dan|altijd|nog|al|echt|heel|zo|te|vaak|meestal|helemaal) )*"
_FOR = r"\b(?:is|zijn) (?:het |er |alleen |altijd )?voor "
_BUSY = re.compile(
    "|".join(
        (
            rf"\b(?:{_LESSON}|bezet|druk|vol|vrij voor (?:de|mijn) kind(?:eren)?)\b",
            r"\b(?:rust|rusten|(?:rust|familie|kerk|school|les|zorg|oppas|papa|mama|vrije )dag|sabbat)\b",
            r"\b(?:slapen|uitslapen|sporten|zwemmen|voetballen|bidden|vissen|uitrusten|studeren)\b",
            rf"\bheb (?:ik|wij|we) {_MEANWHILE}(?:behandeling|koor|afspraken|{_AT_HOME_OR_AWAY}|{_SOMEBODY})\b",
            rf"\bik heb {_MEANWHILE}{_SOMEBODY}\b",
            rf"\b(?:is|zijn) {_MEANWHILE}{_SOMEBODY} (?:er|jarig|ziek|hier)\b",
            rf"\b(?:{_DOES} ik|ik {_MEANWHILE}{_DOES})\b",
            r"\bmoet ik\b(?! (?:\w+ ){0,4}(?:werken|kunnen)\b)",
            r"\b(?:ga|zit) ik (?:(?:dan|altijd|ook|meestal|weer|vaak) )*(?:naar|met|in|bij|op (?:bezoek|school))\b",
            r"\bnaar (?:de|het|mijn|me) (?!ochtend|middag|avond|nacht|weekend)",
            r"\bik (?:ga|zit)\b[^,;.]{0,24}\b(?:naar|met|bij)\b",
            rf"\b{_CHILD}\b[^,;.]{{0,30}}\b(?:thuis|vrij|bij (?:mij|me|ons))\b",
            rf"\b(?:thuis|vrij|bij (?:mij|me|ons))\b[^,;.]{{0,12}}\b{_CHILD}\b",
            rf"{_FOR}(?:het gezin|god|allah|familie)\b",
            rf"{_FOR}de (?!ochtend|middag|avond|nacht)",
            rf"{_FOR}{_MINE} (?:gezin|rust|geloof|hobby|{_SOMEBODY})\b",
            rf"\bben ik {_SO}(?:\w*moe|kapot|gesloopt|uitgeput|ziek|misselijk|suf|duf|weg|bezet|bij {_MINE}|op\W*$)",
        )
    )
)
"""What somebody does, or how they are, instead of working."""
_ARE = r"(?:is|zijn|gaat|gaan|zit|zitten)"
_AT_CARE = r"(?:op|naar|in) (?:de |het )?(?:school|opvang|creche|bso|peuterspeelzaal|kdv)\b"
_AT_WORK = re.compile(
    r"\b(?:kan|werk|werken|beschikbaar|wel|past|lukt|wil|sta ik klaar|op (?:mijn|m'n|me) best)\b|"
    rf"\b{_ARE}\b[^,;.]{{0,16}}\b{_CHILD} {_AT_CARE}|\b{_CHILD} {_ARE}\b[^,;.]{{0,24}} {_AT_CARE}"
)
"""What leaves time to work, also that the children are at school."""
_DOING = re.compile(rf"\b(?:{_DOES}|ga|zit|heb|moet) ik\b|\bik (?!(?:\w+ ){{0,3}}graag\b){_MEANWHILE}{_DOES}\b")
_WORKS_ALREADY = re.compile(r"\b(?:ik werk|werk ik) (?:dan )?al\b(?! (?:graag|liever|best)\b)")
"""Another job, on that day."""
CHILD_IS = re.compile(
    rf"\b{_CHILD} (?:is|zijn|heeft|hebben)\b|\b(?:is|zijn|heeft|hebben) (?:de |het |{_MINE} )?{_CHILD}\b"
)


def is_taken(text: str) -> bool:
    """Say whether a part of a sentence says what somebody does instead of working."""
    if _AT_WORK.search(text) is None:
        return _BUSY.search(text) is not None
    return _WORKS_ALREADY.search(text) is not None


def is_doing(text: str) -> bool:
    """Say whether a part of a sentence says with a verb what somebody does: "drie dagen per week ga ik naar school"."""
    return _DOING.search(text) is not None and is_taken(text)
