"""Sentences that need care before anything else: suicide, violence at home, despair (V9).

Rather once too often than once too little, but not for "ik ga dood van de kou" and other ways of speaking.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_CLOSE = (
    r"(?:man|vrouw|vriend|vriendin|vader|moeder|ex|ex man|ex vriend|partner|zoon|dochter|broer|zus|schoonvader|schoonmoeder|"
    r"oom|familie|huisgenoot|ouders|stiefvader|hij|zij|ze|iemand|echtgenoot|baas)"
)
_ME = r"(?:mij|me|ons|mijn (?:kind|kinderen|dochter|zoon|moeder|zoontje|dochtertje))"
_PATTERNS = (
    # suicide
    r"\bzelf ?moord|\bzelf ?doding|\bsui[cs]i[dc]|\bself ?harm",
    r"\b(?:wil|wou|wilde|zou|mag|ga|kan) (?:ik )?(?:nu |gewoon |echt |liever |alleen |maar |graag |soms |het liefst )*(?:dood|doot|dod|sterven|doodgaan)(?: (?:zijn|gaan))?(?! (?:van|aan))\b",
    r"\b(?:liever|beter|was ik maar|ben ik maar|beter af) (?:ik )?dood\b(?! (?:hout|materiaal|gewicht|geld))",
    r"\bik (?:wil|hoef) (?:gewoon |echt )?(?:niet|nooit) meer (?:verder )?(?:leven|bestaan|wakker worden|hier zijn op|er zijn|verder met leven)",
    r"\bniet meer (?:willen )?leven\b|\bwil niet (?:meer )?leven\b|\bwil er niet meer zijn\b|\bniet meer wil leven\b",
    r"\b(?:maak|maken|maakte|zet) (?:ik )?er (?:nu |straks |vandaag )?(?:een |n )?ein(?:d|de)(?: aan| achter)?\b|\bein(?:d|de) (?:aan )?(?:maken )?(?:aan )?mijn leven\b|"
    r"\ber ?(?:een )?eind(?:e)? aan (?:te )?maken\b|\bstap (?:ik )?eruit uit het leven\b|\buit het leven stappen\b",
    r"\b(?:mezelf|mij zelf|mijzelf|me|myself) (?:zelf )?(?:iets aandoen|iets aan te doen|wat aandoen|wat aan te doen|van kant|ophangen|op te hangen|snijden|verhangen|doden|vermoorden|"
    r"verdrinken|doodmaken|doodschieten|dood maken|dood)\b(?! (?:schrik|lach|werk|verve))",
    r"\b(?:mezelf|mijzelf|mij zelf|myself) (?:pijn doen|pijn te doen|verwonden|beschadigen)\b|\b(?:snij|snijd|sneed|verwond|beschadig) (?:ik )?(?:mezelf|me zelf|mijzelf|mij zelf|in mijn arm)\b",
    r"\b(?:voor|onder) (?:de |een )?(?:trein|metro|tram) (?:springen|te springen|gooien|te gooien|stappen)\b|\bspring(?:en)? (?:ik )?(?:voor|van) (?:de |het |een )?(?:trein|metro|brug|dak|flat|gebouw|balkon)\b|"
    r"\bvan (?:de |het |een )?(?:brug|dak|flat|gebouw|balkon) (?:af )?(?:te )?springen\b",
    r"\boverdosis\b|\b(?:alle|te veel|heel veel) pillen (?:in)?(?:nemen|genomen|slikken|geslikt)\b",
    r"\b(?:leven|bestaan) (?:is |heeft |hoeft )(?:voor mij )?(?:echt |helemaal |toch )?(?:geen zin|zinloos|niets waard|niks waard|niet meer waard|niet meer)\b|"
    r"\bgeen zin meer in (?:het |mijn |dit )?leven\b|\b(?:klaar|moe) (?:met|van) (?:het |mijn |dit )?leven\b|\bleven niet meer (?:aan|zitten)\b|\bleven beu\b",
    # despair
    r"\bwanhopig\b|\bradeloos\b|\btotale wanhoop\b|\bik zie (?:het |t |alles )?(?:echt |gewoon )?niet meer zitten\b|\bik zie geen (?:uitweg|toekomst) meer\b|"
    r"\bik (?:hou|houd) (?:het|t) (?:echt |gewoon )?niet meer (?:vol|uit)\b|\bik kan (?:het )?(?:echt |gewoon )?niet meer(?: aan)?$|\bniemand (?:zal|gaat|zou) mij? missen\b|"
    r"\bbeter zonder mij\b|\balles is (?:zinloos|hopeloos)\b|\bik geef (?:het )?leven op\b|\bgeen reden (?:meer )?om te leven\b|\bhet hoeft voor mij niet meer\b",
    # violence
    rf"\b{_CLOSE} (?:\w+ )?(?:slaat|sloeg|mishandelt|mishandelde|schopt|schopte|bedreigt|bedreigde|wurgt|steekt|stalkt|misbruikt|misbruikte|verkracht|verkrachtte|slaan|mishandelen|bedreigen|vermoordt) {_ME}\b",
    rf"\b{_CLOSE} (?:heeft|had|hebben|gaat|wil|dreigt|zou) {_ME} (?:\w+ ){{0,3}}(?:geslagen|mishandeld|bedreigd|verkracht|misbruikt|gestoken|vermoorden|slaan|te slaan|te vermoorden|dood|doodmaken|geschopt|aangerand)\b",
    r"\b(?:word|wordt|ben|worden|werd) (?:ik |wij |we )?(?:thuis |vaak |elke dag |altijd |weer |door \w+ \w+ |door \w+ )*(?:geslagen|mishandeld|bedreigd|misbruikt|verkracht|aangerand|gestalkt|opgesloten|uitgebuit)\b",
    r"\bhuiselijk geweld\b|\b(?:niet|on) ?veilig thuis\b|\bthuis (?:is het )?(?:niet veilig|onveilig)\b|\bverkracht(?:ing)?\b|\baangerand\b|\beerwraak\b|\bmishandeling thuis\b|"
    rf"\bik ben bang (?:voor|van) mijn {_CLOSE}\b|\bslaat (?:mij|me)(?: thuis)?$|\bgeslagen door mijn\b|\bmensenhandel\b|\bgeweld thuis\b|\bik moet vluchten (?:van|voor) mijn\b",
    r"\bik (?:ga|wil) (?:\w+ ){0,2}(?:vermoorden|neersteken|doodschieten|doodmaken|dood maken|doodslaan|neerschieten)\b",
    # other languages
    r"\b(?:want|going) to die\b|\bwanna die\b|\bkill (?:my ?self|me)\b|\bend my life\b|\bdon ?t want to live\b|\b(?:he|husband|my husband|my boyfriend) (?:hits|beats|is beating|hurts) me\b",
    r"\bolmek istiyorum\b|\bintihar\b|\bkendimi oldur|\bkocam beni dovuyor\b|\bchce umrzec\b|\bsamobojst|\bnie chce zyc\b|\bmaz mnie bije\b|"
    r"\bje veux mourir\b|\bme suicider\b|\bme tuer\b|\bquiero morir|\bno quiero vivir\b|\bmatarme\b|\bmi marido me pega\b|\bmon mari me frappe\b",
    r"хочу померти|хочу вмерти|самогубств|не хочу жити|хочу умереть|самоубийств|не хочу жить",
    r"اريد ان اموت|أريد أن أموت|بدي موت|انتحار|لا اريد ان اعيش|زوجي يضربني|ክመውት|ሞት ደልየ|ርእሰ ቅትለት|መሞት እፈልጋለሁ",
)  # fmt: skip
_CRISIS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_SPEAKING = re.compile(
    r"\b(?:ga|gaan|ging) (?:ik )?(?:bijna |echt |nog |zo )*dood (?:van|aan)\b|\b(?:schrik|schrok|lach|lachte|verveel|verveelde|werk|werkte|erger|wacht) (?:ik )?"
    r"(?:me|mij|mezelf) (?:echt |helemaal |bijna |nog )*(?:dood|kapot)\b|\bdood ?(?:moe|op|saai|normaal|simpel|eng|leuk)\b|\bmoordend\w*\b|\bdoodsbang voor (?:spinnen|honden)\b|"
    r"\bop sterven na\b|\b(?:moord|dood) ?zonde\b|\bstervens(?:druk|koud)\b|\bzou (?:een )?moord doen voor\b|\b(?:dood|sterf) van (?:de |het )?(?:kou|honger|lachen|dorst|warmte|slaap|verveling|zenuwen)\b|"
    r"\bdood (?:van|aan) (?:de )?(?:kou|honger|hitte|warmte|dorst|verveling)\b"
)
_CUES = re.compile(
    r"moord|doding|doding|sui|dood|doot|\bdod\b|ster[vf]|leven|bestaan|eind|mezelf|mijzelf|mij ?zelf|me zelf|trein|brug|dak|flat|balkon|pillen|overdosis|"
    r"wanhop|radeloos|niet meer|uitweg|toekomst|zinloos|hopeloos|missen|zonder mij|sla|sloeg|handel|schop|dreig|wurg|stee?k|stalk|misbruik|verkracht|gerand|"
    r"veilig|geweld|eerwraak|bang|vlucht|die|kill|my life|live|hits|beats|beating|hurts|schiet|self|istiyorum|intihar|kendimi|kocam|umrzec|samoboj|zyc|mnie bije|mourir|"
    r"suicider|me tuer|morir|vivir|matarme|pega|frappe|worden|opgesloten|uitgebuit|metro|tram|gebouw|snij|sneed|verwond|beschadig|aandoen|aan te doen|[^\x00-\x7f]"
)


def is_crisis(sentence: Sentence) -> bool:
    """Say whether somebody may be in danger or in despair."""
    plain = sentence.plain
    if not _CUES.search(plain):
        return False
    return _CRISIS.search(_SPEAKING.sub(" ", plain) if _SPEAKING.search(plain) else plain) is not None
