"""What is certain without any guess: safety first, then commands. All rules are data; see `crisis` and `phrases`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.crisis import is_crisis
from bot.nlu.parse import Intent
from bot.nlu.phrases import PHRASES, SLASHED
from bot.nlu.readers.language import CODES

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_WHOLE = {
    phrase: intent
    for intent, phrases in PHRASES.items()
    for phrase in (" ".join(piece.split()) for piece in phrases.split("|"))
    if phrase
}
_LONGEST = 16
_LEAD = re.compile(
    r"^(?:(?:nee|ja|nou|eh|uh|oke|ok|okay|sorry|hallo|hoi|hey|en|maar|even|eerst|please|alsjeblieft|aub|toch|dus|"
    r"mag ik even|ik heb een vraag|vraag|een vraag|vraagje|zeg|wacht) )+"
)
_TAIL = re.compile(
    r"(?: (?:alsjeblieft|alstublieft|aub|svp|a u b|s v p|please|graag|nu|even|maar|dan|eigenlijk|hoor|dank je|dank je wel|bedankt|joh|man|"
    r"hier|eens|nou|meteen|direct|toch))+$"
)
_WORK = r"(?:vacatures?|banen|berichten|berichtjes|appjes|mails|meldingen)"
_PERSON = (
    r"(?:een |n |de |mijn |jullie |jouw )?(?:echte? )?(?:mens|persoon|iemand|medewerker|werkmatcher|werkcoach|consulent|klantmanager|"
    r"contactpersoon|begeleider|jobcoach|collega|human|person)"
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("stop", re.compile(
        rf"\b(?:stuur|stuurt|sturen|app|mail|bel|krijgen|ontvangen|wil) (?:je |mij |me |ons |nu |alsjeblieft |ik )*(?:niks|niets|geen|nooit|niet) (?:{_WORK} |iets |ook )?meer\b|"
        rf"\bgeen {_WORK} meer\b|\bstop met (?:het )?(?:sturen|appen|berichten|mailen|vacatures|deze chat|dit)\b|\bik wil (?:hier|er|hiermee|ermee|nu)? ?(?:mee )?stoppen\b(?! met (?:roken|drinken|werken))|"
        r"\b(?:me|mij) (?:uitschrijven|afmelden)\b|\blaat (?:me|mij) (?:nou |nu |gewoon )?met rust\b")),
    ("delete_data", re.compile(
        r"\b(?:wis|verwijder|delete|vernietig|wissen|verwijderen|verwijdert|erase) (?:\w+ ){0,2}(?:alles|gegevens|data|account|profiel|mij|informatie|antwoorden|gesprek)(?: (?:van|over) mij)?\b|"
        r"\b(?:alles|gegevens|data|account|profiel|informatie|gesprek) (?:\w+ ){0,2}(?:wissen|verwijderen|verwijdert|weghalen|weggooien|laten wissen|laten verwijderen|deleten|weg)\b|"
        r"\bdat (?:je|jullie) (?:\w+ ){0,2}(?:wist|verwijdert)\b")),
    ("who_saw", re.compile(
        r"\bwie (?:heeft|hebben|zag|zagen|kreeg) (?:er |al |allemaal )*mijn (?:\w+ )?(?:profiel|gegevens|naam|nummer|antwoorden|telefoonnummer|cv)\b|\bwie zag (?:mij|wat)\b|\bwie heeft (?:er )?naar mijn profiel gekeken\b")),
    ("show_data", re.compile(
        r"\bwat (?:weet|weten|bewaart|bewaar|bewaren) (?:je|jij|jullie|u|de chat|de computer)(?: nu| al| nog| allemaal| eigenlijk)* (?:van|over) (?:mij|me)\b|\bwelke (?:gegevens|informatie) (?:heb|hebben|bewaar|bewaren|weet)\b|"
        r"\b(?:laat|toon|geef|stuur|zie|zien|inzien|download)\b.{0,20}\bmijn gegevens\b|\bmijn gegevens (?:zien|inzien|downloaden|hebben|meenemen)\b")),
    ("benefit_question", re.compile(
        r"\b(?:uitkering|bijstand|uitkeringen|toeslag(?:en)?|korting|gekort|strafkorting|maatregel|sanctie|boete|benefits?|daklozenuitkering|bijstandsuitkering|inkomsten)\b")),
    ("privacy_question", re.compile(
        r"\b(?:kan|kunnen|mag|mogen|gaat|zal|ziet|leest|weet|krijgt|hoort) (?:de |mijn |een |jullie )?(?:gemeente|werkgevers?|consulent|klantmanager|politie|ind|belastingdienst|uwv|mensen|iemand|anderen|baas|overheid|familie|man|vrouw)\b.{0,24}"
        r"\b(?:lezen|zien|meelezen|dit|dat|inzien|horen|weten|meekijken|gegevens|antwoorden|naam|profiel|gesprek|chat)\b|"
        r"\bwie (?:kan|kunnen|mag|mogen|gaat|ziet|leest|krijgt) (?:\w+ ){0,3}(?:dit|dat|zien|lezen|mee|meelezen|gegevens|antwoorden|naam|gesprek|chat|profiel)\b|\bwat (?:doe|doen|gebeurt er|gebeurd er) (?:\w+ )?met mijn (?:gegevens|antwoorden|data|naam|nummer)\b|"
        r"\b(?:privacy|anoniem|vertrouwelijk)\b")),
    ("voluntary_question", re.compile(
        r"\b(?:moet|ben|is) (?:ik|dit|het|dat|meedoen) (?:\w+ ){0,2}(?:verplicht|vrijwillig|meedoen|mee doen)\b|\bwat (?:gebeurt er )?als ik (?:\w+ ){0,2}(?:niet|nee|weiger|stop)\b|\bmag ik (?:ook )?(?:nee zeggen|weigeren)\b")),
    ("human", re.compile(
        rf"\b(?:wil|kan|kun|mag|zou|liever|graag|moet) (?:\w+ ){{0,5}}(?:met )?{_PERSON} (?:\w+ ){{0,3}}(?:praten|spreken|bellen|chatten|contact|te spreken|aan de telefoon|mailen)\b|"
        rf"\b(?:praten|spreken|bellen|contact|chatten) met {_PERSON}\b|\b(?:talk|speak) (?:to|with) (?:a |an )?(?:human|person|someone|somebody)\b|\b(?:wil|liever|mag ik|kan ik|graag) (?:\w+ )?(?:een )?(?:echte? )?(?:mens|werkmatcher)\b|"
        rf"\bkan {_PERSON} (?:mij|me) (?:\w+ ){{0,2}}(?:bellen|helpen|terugbellen)\b")),
    ("bot_question", re.compile(r"\b(?:ben|bent|is) (?:je|jij|u|dit) (?:\w+ ){0,2}(?:robot|bot|chatbot|mens|computer|ai|persoon|machine|programma)\b")),
    ("found_work", re.compile(
        r"\bik heb (?:al |nu |sinds \w+ |inmiddels |zelf |net |vandaag |gisteren )*(?:een (?:nieuwe |andere )?)?(?:baan|werk|job)(?: \w+)? (?:gevonden|gekregen)\b|\bik ben (?:\w+ )?aangenomen\b|\b(?:werk|baan) gevonden\b")),
    ("report", re.compile(
        r"\b(?:klacht|discriminatie|gediscrimineerd|discrimineert|racistisch|racisme|oplichting|oplichter|opgelicht)\b|\b(?:werkgever|baas|bedrijf) (?:\w+ ){0,3}(?:betaalt|betaald) (?:\w+ )?niet\b|\bniet uitbetaald\b|\bwil (?:\w+ ){0,3}(?<!ziek )(?<!me )(?:melden|klagen)\b|"
        r"\bwerkgever (?:\w+ ){0,2}vraagt (?:\w+ )?geld\b")),
    ("more_vacancies", re.compile(rf"\b(?:meer|andere|vaker) {_WORK}\b(?! meer)")),
    ("fewer_vacancies", re.compile(rf"\b(?:minder(?: vaak)?|te ?veel|niet zo ?veel) {_WORK}\b")),
    ("show_vacancies", re.compile(
        r"\b(?:laat|toon|show|stuur)\b(?!.*\b(?:week|dag|maand|keer|dagelijks|wekelijks)\b).{0,16}\b(?:vacatures|banen|jobs)\b|\b(?:heb|hebben|zijn|is) (?:je|jij|jullie|er) (?:\w+ ){0,3}(?:vacatures|banen|werk|een baan|jobs) ?(?:voor (?:mij|me)|in \w+|vandaag|nu)?$")),
    ("workshop", re.compile(r"\bworkshops?\b")),
    ("change_answer", re.compile(
        r"\b(?:wil|kan ik|mag ik|moet) (?:\w+ ){0,4}(?<!baan )(?<!werk )(?<!leven )(?:veranderen|wijzigen|aanpassen|corrigeren)\b|^(?:verander|wijzig|pas) (?:mijn|de|het)\b|\bik heb (?:\w+ ){0,3}(?:fout|verkeerd) (?:gezegd|ingevuld|getypt|geschreven|gemaakt)\b")),
    ("show_profile", re.compile(r"\b(?:laat|toon|bekijk|zie|zien)\b.{0,16}\bmijn (?:werk)?profiel\b|\bmijn (?:werk)?profiel (?:zien|bekijken|lezen)\b")),
    ("skip", re.compile(r"\b(?:sla|slaan) (?:\w+ ){0,3}over\b|\b(?:vraag|deze|dit) (?:\w+ )?overslaan\b|\bwil (?:ik )?(?:dat |dit |het )?(?:liever )?niet (?:zeggen|vertellen|beantwoorden)\b")),
    ("repeat", re.compile(r"\b(?:vraag|dat|dit) (?:\w+ )?(?:nog (?:een|1) keer|nog eens|herhalen|opnieuw)\b|^(?:kun|kan|wil) je (?:\w+ )?(?:nog een keer|nog eens|herhalen)\b")),
    ("why", re.compile(r"^(?:en )?waar(?:om|voor|toe) (?:vraag|vraagt|vragen|wil|willen|moet|moeten|heb|hebben|is|zijn) (?:je|jij|jullie|u|dat|dit|deze)\b")),
    ("help", re.compile(
        r"\b(?:ik )?(?:snap|begrijp|versta|verstaan) (?:ik )?(?:het|je|jou|dit|dat|u|de vraag|deze vraag|er|er niks|niks|jullie)? ?(?:echt |nog |helemaal |gewoon )?(?:niet|niks van)\b|\bwat (?:bedoel|bedoelt|betekent|bedoelen) (?:je|jij|u|dat|dit|jullie|het|deze vraag|\w+)\b|"
        r"^hoe werkt (?:dit|het|deze|de chat|hallowerk)\b")),
    ("pause", re.compile(r"\b(?:later|morgen|straks|volgende week|vanavond) (?:\w+ )?(?:verder|verdergaan|terug|doorgaan)\b|\b(?:nu|even) (?:\w+ )?geen tijd\b")),
)  # fmt: skip
_HINTS = re.compile(
    r"meer|stop|schrijven|afmelden|rust|wis|verwijder|delete|vernietig|gooi|haal|weg|wie |wat |welke|gegevens|uitkering|bijstand|toeslag|kort|maatregel|sanctie|boete|benefit|"
    r"inkomsten|kan|kun|mag|gaat|zal|ziet|leest|weet|krijgt|hoort|privacy|anoniem|vertrouwelijk|moet|ben|is |wil|praten|spreken|bellen|contact|talk|speak|liever|graag|gevonden|gekregen|"
    r"aangenomen|klacht|discrimin|racis|oplicht|betaa|melden|klagen|geld|andere|vaker|minder|veel|laat|toon|show|stuur|heb|zijn|workshop|verander|wijzig|pas|fout|verkeerd|bekijk|zie|"
    r"sla|overslaan|keer|eens|herhalen|opnieuw|waar|snap|begrijp|versta|hoe werkt|verder|terug|tijd|doorgaan"
)
_LINK = re.compile(
    r"\b(?:op|via|naar|met|in) (?:mijn |de |een |n )?(?:telegram|andere? (?:telefoon|apparaat|computer|mobiel|toestel|laptop)|nieuwe (?:telefoon|mobiel)|laptop|webchat|website)\b.{0,20}\b(?:verder|doorgaan|door|gaan|praten|chatten|gebruiken)\b|"
    r"\b(?:verder|doorgaan|chatten|ga|gaan) (?:\w+ )?(?:op|via|in|met) (?:mijn |de |een )?(?:telegram|andere? (?:telefoon|apparaat|computer|mobiel|toestel)|nieuwe telefoon|laptop|computer|tablet|website)\b|"
    r"^(?:telegram|koppelen?|koppelcode|code|ander apparaat|andere telefoon|nieuwe telefoon|een ander apparaat|een andere telefoon|een nieuwe telefoon|ik heb een (?:nieuwe|andere) telefoon|via telegram|op telegram)$|"
    r"\bkoppel ?code\b|\bkoppelen (?:met|aan) telegram\b|\btelegram koppelen\b|\b(?:andere? apparaat|andere telefoon) koppelen\b"
)
_NAMED_LANGUAGE = re.compile(r"[^\W\d_]+")
_ASKING_LANGUAGE = re.compile(
    r"\b(?:please|pls|lutfen|prosze|por favor|s il vous plait|aub|svp|alsjeblieft|graag|in het|in t|kun je|kan je|kunt u|spreek je|spreekt u|praat je|do you speak|can you speak|"
    r"speak|i speak|i only speak|ik spreek alleen|ik praat alleen|liever|naar het|verander naar|zet op|schakel|praat|only|alleen|in)\b"
)
_ABOUT_SELF = re.compile(
    r"\b(?:ik|mijn|wij|we|werk|werken|restaurant|leren|les|cursus|moedertaal|beetje|goed|redelijk|en|slecht)\b"
)
_SELF_LANGUAGE = {
    "ingilizce": "en", "turkce": "tr", "polski": "pl", "polsku": "pl", "francais": "fr", "espanol": "es", "arabi": "ar", "українською": "uk",
    "украінською": "uk", "русскии": "ru", "русски": "ru", "deutsch": "de",
}  # fmt: skip


def decide(sentence: Sentence) -> Intent | None:
    """Give the intent when a safety or command rule is certain; None lets readers and classifier look."""
    if is_crisis(sentence):
        return Intent("crisis", 1.0)
    named = _slashed(sentence) or _whole(sentence) or _clear(sentence)
    if named is None and _asks_language(sentence):
        named = "language"
    return Intent(named, 1.0) if named else None


def wants_link(sentence: Sentence) -> bool:
    """Say whether somebody asks to go on on another device or channel."""
    if sentence.folded.strip().startswith("/koppel"):
        return True
    if len(sentence.tokens) > _LONGEST:
        return False
    return _LINK.search(_core(sentence.plain)) is not None


def wanted_language(sentence: Sentence) -> str | None:
    """Give the code of the language that somebody asks to speak in: "english please", "in het engels"."""
    codes = _languages(sentence)
    if not codes or len(sentence.tokens) > _LONGEST:
        return None
    return codes[-1] if len(sentence.tokens) == 1 or _asks_language(sentence) else None


def _languages(sentence: Sentence) -> list[str]:
    """Give the languages that the sentence names."""
    words = [token.text for token in sentence.tokens]
    return [code for word in words if (code := CODES.get(word) or _SELF_LANGUAGE.get(word))]


def _asks_language(sentence: Sentence) -> bool:
    """Say whether a sentence asks for a language rather than telling which one somebody speaks."""
    if len(sentence.tokens) < 2 or len(sentence.tokens) > _LONGEST or not _languages(sentence):  # noqa: PLR2004 - a name alone may be an answer
        return False
    plain = sentence.plain
    if re.search(
        r"\b(?:kun je|kan je|kunt u|spreek je|do you speak|can you|kan dit|kan het|kan deze|mag het|please|lutfen|prosze|por favor)\b",
        plain,
    ):
        return re.search(r"\bleren\b", plain) is None
    if re.search(r"\bin (?:het |t )?(?:" + "|".join(_LANGUAGE_WORDS) + r")\b", plain):
        return re.search(r"\b(?:werken|werk|les|ervaring|gewerkt|diploma)\b", plain) is None
    if (
        re.search(
            r"\b(?:i (?:only )?speak|ik (?:spreek|praat) alleen|speak|liever|zet .* op|verander .* naar|schakel|по|po|en|بال)\b",
            plain,
        )
        and len(sentence.tokens) <= 4
    ):  # noqa: PLR2004 - "liever engels"
        return (
            re.search(r"\b(?:goed|beetje|redelijk|slecht|ik spreek(?! alleen))\b|^(?!en |po |по )\w+ en ", plain)
            is None
        )
    return len(sentence.tokens) <= 3 and _ASKING_LANGUAGE.search(plain) is not None and not _ABOUT_SELF.search(plain)  # noqa: PLR2004 - "engels graag"


_LANGUAGE_WORDS = sorted((word for word in CODES if word.isascii()), key=len, reverse=True)


def _slashed(sentence: Sentence) -> str | None:
    """Read a command with a slash, with or without the bot's name behind it."""
    text = sentence.folded.strip()
    if not text.startswith("/"):
        return None
    match = re.match(r"/([a-z]+)(?:@\w+)?(?P<more>\s+\S)?", text)
    if match is None or (match.group(1) == "start" and match["more"]):
        return None
    return SLASHED.get(match.group(1))


def _core(plain: str) -> str:
    """Take off what stands around a request for politeness."""
    return _TAIL.sub("", _LEAD.sub("", plain))


def _whole(sentence: Sentence) -> str | None:
    """Look the whole sentence up, as it is and without politeness."""
    if len(sentence.tokens) > _LONGEST or not sentence.tokens:
        return None
    plain = sentence.plain
    found = _WHOLE.get(plain)
    if found is None and len(sentence.tokens) > 1 and not plain.startswith(("ja ", "nee ")):
        found = _WHOLE.get(_core(plain))
    if found is None and plain.startswith(("nee ", "ja ")):
        core = _core(plain)
        found = (
            _WHOLE.get(core)
            if " " in core or core in {"stop", "stoppen", "later", "pauze", "hulp", "help", "terug", "overslaan"}
            else None
        )
        if found == "thanks":
            found = None
    return found


def _clear(sentence: Sentence) -> str | None:
    """Look for a clear cue inside a sentence that is not too long."""
    if not 1 < len(sentence.tokens) <= _LONGEST * 2:
        return None
    plain = sentence.plain
    if not _HINTS.search(plain):
        return None
    for intent, pattern in _PATTERNS:
        if pattern.search(plain) and (intent != "benefit_question" or _asks(sentence)):
            return intent
    return None


def _asks(sentence: Sentence) -> bool:
    """Tell "krijg ik minder uitkering?" from "ik heb een uitkering"."""
    return (
        "?" in sentence.raw
        or re.search(
            r"^(?:en |maar )?(?:krijg|krijgen|verlies|raak|hou|houd|heeft|wordt|word|mag|kan|moet|wat|hoe|is|gaat|gaan|stopt|blijft|heb ik|ben ik|als ik|zal|worden)\b|"
            r"\b(?:minder|kwijt|verlies|verliezen|gekort|korten|stopt|gevolgen|bang|invloed|houden|behouden|behoud)\b",
            sentence.plain,
        )
        is not None
    )
