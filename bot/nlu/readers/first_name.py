"""How somebody wants to be called: at most 40 characters, letters of any script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import occupations, places
from bot.nlu.parse import Entity
from bot.nlu.readers.language import CODES
from bot.nlu.real_words import is_usual
from bot.nlu.sentence import fold
from bot.nlu.wording import FILLERS, is_indifferent, is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_LETTERS = r"[^\W\d_][^\d_\n@/\\<>{}\[\]()*#=+:;,.!?\"]*"
_STRONG = re.compile(
    r"(?:(?<![^\W_])(?:ik heet|ik hete|ik het|(?:mijn|mij|me|m'n) (?:voor)?naam is|noem (?:me|"
    r"mij)(?: maar)?(?: gewoon)?|"
    r"zeg maar(?: gewoon)?|(?:ze|mensen|vrienden|iedereen) noem(?:en|t) (?:me|mij)(?: altijd| gewoon)?|"
    r"(?:je|u|jullie) (?:mag|kunt|kan) (?:me|mij)(?: ook| gewoon)?(?= [^\d,.;]{2,40} (?:noemen|zeggen))|my name is|"
    r"call me|"
    r"i'm called|je m'appelle|me llamo|mam na imie|benim adim|adim|ismi)|اسمي|мене звати|меня зовут|"
    r"ስመይ)\s+(?:is\s+)?(?P<name>" + _LETTERS + ")"
)
_WEAK = re.compile(
    r"(?<![^\W_])(?:ik ben|i am|i'm|dit is|naam is|naam|heet|met|voornaam is|ich bin|je suis|soy)\s+(?P<name>"
    + _LETTERS
    + ")"
)
_HELLO = r"(?:(?:hallo|hoi|hi|hey|hee|hello|yo|ey|dag|salam|selam|goede\w+)(?: (?:allemaal|mevrouw|meneer))?[\s,.!]+)"
_OPENING = re.compile(
    rf"{_HELLO}(?:ik ben|dit is) (?P<greeted>[^\W\d_]{{2,20}})(?=[,.;!]| en ik\b|\W*$)|"
    r"ik ben (?P<name>[^\W\d_]{2,20})(?=[,.;!])"
)
"""Who says who they are and then something more, or says hello and who they are."""
_DESCRIBES = re.compile(
    r"(?:be|ge|ver|ont|on|op|af|uit|aan|arbeids)\w{3,}[dtnk]|"
    r"\w*(?:er|ent|ant|ist|eet|ees|aan|een|ier|aar|baar|loos|end|ende|erd|ig|ige|isch|lijk|iek|ief|eel|aal|air|aire|"
    r"ide|ing|schap|eus|euze|ibel|man|vrouw|moeder|vader|se)"
)
"""What words look like that say what somebody is, and no name; of the names, those that look so need a capital."""
_NAME_FIRST = re.compile(
    rf"{_HELLO}?(?P<name>[^\W\d_]+(?: [^\W\d_]+)?) is (?:mijn|mij|me|mn|m'n|de) (?:voor)?naam\b(?! niet)"
)
_NAME_BEHIND = re.compile(
    rf"{_HELLO}?(?:(?:mijn|mij|me|mn|m'n) (?:voor)?naam|(?:mijn )?(?:voor)?naam ?[:=])\s*"
    r"(?P<name>[^\W\d_]+)(?=\W*$|[,.;!])"
)
_ENDS = re.compile(
    r"\s+(?:en|noemen|heten|maar|want|alsjeblieft|aub|hoor|and|heet ik|is mijn naam|"
    r"dank)(?![^\W_]).*$"
)
_GREETING = re.compile(
    r"^(?:(?:hallo|hoi|hey|hi|hello|goedemorgen|goedemiddag|goedenavond|goedendag|dag|ja|oke|ok|nou|salam|"
    r"selam|sorry|nee|ik bedoel(?:de)?)[\s,.!]+)+"
)
_PARTICLES = frozenset("van de der den ten ter te het 't in op di da dos del la le von zu bin ibn".split())
_MOST, _MOST_WORDS = 40, 4
_NO_NAMES = (
    set(CODES)
    | FILLERS - {"dan", "jan", "mei"}
    | frozenset(
        """stop help menu terug overslaan volgende wissen weg niet geen niks niets weet idee banaan moe ziek blij boos
    bang werkloos
    zoekende man vrouw jongen meisje nieuw oud jong klaar alleen thuis hier daar waar wat wie hoe waarom hoezo
    welke wanneer werk werken werkt baan banen uur uren dagen week maand jaar euro geld uitkering gemeente bijstand
    privacy naam namen voornaam achternaam mens robot computer test tester anoniem anonym geheim liever zeg
    zeggen zeggen
    vragen vraag snap begrijp versta lees schrijf praat spreek taal nederlands engels turks arabisch pools english dutch
    please yes no nope neen ok oke okay goed slecht leuk mooi lekker fijn super top snel mogelijk nooit altijd soms
    misschien vandaag morgen gisteren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag schoonmaker kok
    chauffeur kapper verkoper monteur bakker magazijn zorg winkel fabriek keuken school straat huis auto fiets bus trein
    utrecht amsterdam rotterdam overvecht haag alles iets iemand niemand iedereen graag beginnen begin start doorgaan
    verder door later straks wacht pauze mij jou ons onze jullie zij hij haar hem hun deze dat dit zulke zo
    heel erg veel
    weinig meer minder kan kun kunt moet mag wil zal zou heeft had hebben word wordt worden werd gaat ging komt kom
    kwam zie ziet maak maakt uit doe doet laat bel mail app stuur geef gegevens profiel vacature vacatures sollicitatie
    hallo hoi hey hi hello goedemorgen goedemiddag goedenavond doei dag bedankt dank thanks sorry shit fuck kut lul
    stom dom gek gewoon bericht vertel kinderen kind moeder vader mama papa familie omdat want dus toch echt waarheid
    rijbewijs diploma opleiding ervaring contract telefoon nummer adres postcode stad land syrie turkije marokko polen
    oekraine eritrea somalie nederland holland het een der ene bedoel bedoelt bedoelen sla skip skippen over los nodig
    belangrijk verplicht vrijwillig hulp helpen helpt jouw jullie anders iets wens keuze kies ik mezelf persoon
    not know want don fout verkeerd klopt anders juist correct onjuist wrong privé prive veranderd gewijzigd
    veranderen aanpassen wijzigen moeilijk onbekend bereiken bezoeken spreken moslim moslima christen syrier turk turkse
    marokkaan nederlander nederlandse alleenstaand getrouwd zwanger student vluchteling statushouder vrij beschikbaar
    enthousiast gemotiveerd sterk lui on at back blut hindoe allround mbo vmbo havo
    hbo zzp weduwe kapot chill""".split()
    )
)
"""Words that no one is called by, or that would more likely mean something else."""


def spot(sentence: Sentence, today: date) -> list[Entity]:
    """Find "ik heet Fatima" and "Fatima is mijn naam", and "ik ben Fatima, ..." with a capital."""
    del today
    found = _after(sentence, _STRONG) or _introduced(sentence) or _beside_the_word(sentence)
    return [found] if found else []


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how somebody wants to be called; None for sentences that are no name."""
    found = spot(sentence, today)
    if found:
        return found[0]
    if is_question(sentence) or is_indifferent(sentence) or "?" in sentence.raw or not sentence.tokens:
        return None
    if re.search(r"\b(?:geen naam|niet zeggen|naam niet|liever niet)\b", sentence.folded):
        return None
    greeting = _GREETING.match(sentence.folded)
    return _after(sentence, _WEAK) or _named(sentence, greeting.end() if greeting else 0, len(sentence.raw))


def _introduced(sentence: Sentence) -> Entity | None:
    """Read the name of who says who they are, and then something more: "Ik ben Bram, ik zoek werk"."""
    match = _OPENING.match(sentence.folded)
    if match is None:
        return None
    group = "name" if match["name"] else "greeted"
    said = match[group]
    capital = sentence.raw[match.start(group)].isupper()
    if not capital and (group == "name" or is_usual(said) or is_usual(said, "en") or _DESCRIBES.fullmatch(said)):
        return None
    if occupations.exact(said) or places.named(said):
        return None
    return _named(sentence, match.start(group), match.end(group))


def _beside_the_word(sentence: Sentence) -> Entity | None:
    """Read "Fatima is mijn naam", "mij naam Fatima" and "naam: Fatima"; not "mijn naam klopt"."""
    if "naam" not in sentence.folded:
        return None
    match = None if is_question(sentence) else _NAME_FIRST.match(sentence.folded) or _NAME_BEHIND.match(sentence.folded)
    return _named(sentence, match.start("name"), match.end("name")) if match else None


def _after(sentence: Sentence, cue: re.Pattern[str]) -> Entity | None:
    """Read the name that follows a cue."""
    match = cue.search(sentence.folded)
    return _named(sentence, match.start("name"), match.end("name")) if match else None


def _named(sentence: Sentence, start: int, end: int) -> Entity | None:
    """Make a name of a piece of the sentence, when it can be one."""
    ends = _ENDS.search(sentence.folded[start:end])
    if ends:
        end = start + ends.start()
    while start < end and not sentence.raw[start].isalpha():
        start += 1
    while start < end and not (sentence.raw[end - 1].isalpha() or _is_mark(sentence.raw[end - 1])):
        end -= 1
    piece = sentence.raw[start:end]
    if (
        not piece
        or len(piece) > _MOST
        or re.search(r"[^\w\s'’.\-\u0300-\u036f\u064b-\u065f\u0900-\u0dff]|[\d_]", piece)
    ):
        return None
    words = piece.split()
    if len(words) > _MOST_WORDS or any(fold(word).strip("'’.-") in _NO_NAMES - _PARTICLES for word in words):
        return None
    surname = len(words) > 1 and fold(words[0]) in _PARTICLES and words[-1][0].isupper()
    if (fold(words[0]) in _NO_NAMES and not surname) or (len(piece) < 2 and piece.isascii()):  # noqa: PLR2004 - one Latin letter is no name
        return None
    return Entity("first_name", start, end, " ".join(_titled(word, at) for at, word in enumerate(words)))


def _is_mark(letter: str) -> bool:
    """Say whether a character belongs to the letter before it."""
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f"


def _titled(word: str, at: int) -> str:
    """Write a name with capitals, unless somebody chose them; particles stay small inside a name."""
    if word.lower() in _PARTICLES and at:
        return word.lower()
    if not (word.islower() or (word.isupper() and len(word) > 1)):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part.group()[:1].upper() + part.group()[1:].lower(), word)
