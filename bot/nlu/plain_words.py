"""The words that the measure of plain Dutch knows: hard ones with an easier one, abbreviations, numbers."""

from __future__ import annotations

JARGON: tuple[tuple[str, str], ...] = (
    # of this trade
    (r"match(?:en|t|te|es|ing|ings\w*)?|gematcht", "passen bij, banen die bij je passen"),
    (r"profiel (?:in te vullen|invullen|ingevuld)|vul\w* (?:je|jouw|een|het) profiel in", "vragen beantwoorden"),
    (r"platform(?:en|s)?", "chat"),
    (r"trajecten|traject", "hulp"),
    (r"re-?integr\w+", "weer werk vinden"),
    (r"competenties?", "wat je goed kunt"),
    (r"vaardighe(?:id|den)", "wat je goed kunt"),
    (r"kandida(?:at|ten)", "persoon, werkzoekende"),
    (r"functies?", "werk, baan"),
    (r"arbeidsmarkt\w*", "werk"),
    (r"arbeidsvermogen|arbeidsbeperking\w*", "wat je kunt"),
    (r"uitkeringsgerechtigden?|bijstandsgerechtigden?", "iemand met een uitkering"),
    (r"inwoners?", "mensen, jij"),
    (r"persoonsgegevens", "wat we van jou weten"),
    (r"notificaties?", "bericht"),
    (r"chatbots?|bots?", "chat, computer"),
    (r"algoritmes?|classifier|AI", "computer"),
    (r"data|database", "wat we bewaren"),
    (r"default|standaardwaarden?", "als je niets kiest"),
    (r"device|apparaten", "telefoon of computer"),
    (r"ok|oké", "zeg wat er gebeurt"),
    # of offices
    (r"aangaande|betreffende|inzake|omtrent", "over"),
    (r"alsmede|eveneens|tevens", "ook"),
    (r"alvorens", "voordat"),
    (r"annuleren|annuleer", "stoppen"),
    (r"beschik\w* over", "hebben"),
    (r"bewerkstellig\w*|realiser\w+|gerealiseerd", "zorgen voor, doen"),
    (r"circa", "ongeveer"),
    (r"conform", "zoals"),
    (r"derhalve", "daarom"),
    (r"desgewenst", "als je dat wilt"),
    (r"diverse", "veel, meer"),
    (r"echter", "maar"),
    (r"gedurende", "tijdens, in"),
    (r"hieromtrent|hieraangaande", "hierover"),
    (r"indien|mits", "als"),
    (r"in verband met|ten gevolge van|wegens", "door, omdat"),
    (r"middels", "met"),
    (r"momenteel|thans|per direct", "nu"),
    (r"ondanks", "toch"),
    (r"ontvang(?:en|t|st)?", "krijgen"),
    (r"optioneel", "je mag dit overslaan"),
    (r"opties?", "keuze"),
    (r"raadple(?:eg|gen|egt)", "kijken in"),
    (r"reeds", "al"),
    (r"relevante?", "die bij je past"),
    (r"retourner\w+", "terugsturen"),
    (r"teneinde", "om"),
    (r"ten aanzien van|met betrekking tot", "over"),
    (r"uiterlijk", "tot en met"),
    (r"verstrek(?:ken|t)?", "geven"),
    (r"verwerk(?:en|t|ing)", "zeg wat er gebeurt: bewaren, lezen, sturen"),
    (r"verwijder(?:en|t|d)?", "wissen"),
    (r"verzend(?:en|t)?|verzonden", "sturen"),
    (r"wijzig(?:en|t|ing|ingen)?", "veranderen"),
    # pictures in words
    (r"aan de slag", "beginnen, werken"),
    (r"achter de hand|in de wacht|op de plank", "bewaren"),
    (r"op de hoogte", "weten, horen"),
    (r"steuntje in de rug|op weg helpen", "helpen"),
    (r"uit handen geven|onder de arm nemen", "hulp vragen"),
)
"""Patterns of hard words, each with what to write instead."""

ABBREVIATIONS = (
    r"bijv\.?",
    r"bv\.",
    r"ca\.",
    r"dhr\.?",
    r"enz\.?",
    r"etc\.?",
    r"evt\.?",
    r"excl\.?",
    r"incl\.?",
    r"max\.",
    r"mbt",
    r"mevr\.?",
    r"min\.",
    r"mw\.",
    r"nr\.?",
    r"obv",
    r"p/[uwm]",
    r"svp",
    r"t/m",
    r"tel\.",
    r"tm",
    r"vb\.",
    r"ivm",
    r"ipv",
    r"aub",
    r"zgn\.?",
    r"zsm",
)
"""Shortened words, beside those with a full stop after each letter."""

CAPITALS = frozenset({"QR", "UWV", "VCA", "AM", "BE", "CE", "DE", "OK"})
"""What is known by its letters alone: a QR code, the UWV, a certificate, driving licences; OK is jargon."""

NUMBERS = {
    "één": "1",
    "twee": "2",
    "drie": "3",
    "vier": "4",
    "vijf": "5",
    "zes": "6",
    "zeven": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
    "elf": "11",
    "twaalf": "12",
    "dertien": "13",
    "veertien": "14",
    "vijftien": "15",
    "twintig": "20",
    "dertig": "30",
    "veertig": "40",
    "vijftig": "50",
    "zestig": "60",
    "honderd": "100",
    "duizend": "1000",
}
"""Numbers in words, each with its digits."""

ASKING = frozenset("hoe hoelang hoeveel waar waarom waarmee wanneer wat welk welke wie".split())
"""What a question begins with that cannot mean "als"."""

DO = frozenset("bel druk ga kies kom mail open schrijf sla stop stuur tik typ vraag vul wis zeg".split())
"""What a sentence begins with that says what to do."""

NEGATIONS = frozenset("niet geen nooit niemand niets niks nergens zonder noch".split())

NO_PARTICIPLES = frozenset(
    """geld gelden gemeenten gezond gewend gevoel gesprekken gevolgen geluid gebied gedachten gerechten gezinnen
    gewoonten bericht bent best belt beest bekend beeld bezet begint brood verschil verstand verband verhaal
    vertrek herfst bedoelt betekent bepaalt beslist bewaart verandert verdient vertelt vraagt""".split()
)
"""What looks like a participle and is not."""
