"""Every sentence that somebody can read keeps to simple Dutch (V14, design section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from bot.nlu.plain import MOST_SENTENCES, Fault, Rule, faults, forms, lengths, sentences, words
from language.plain_dutch import COMMON, EASY, ease, is_easy, rare_words, read_allowed, zipf

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATE = Path(__file__).parents[2] / "locales" / "messages.pot"
ALLOWED = read_allowed(Path(__file__).parent / "allowed_words.txt")
FOR_STAFF = (
    *("bot/cli", "bot/commands", "bot/config.py", "bot/toml_table.py"),
    *("bot/importing", "bot/sources.py", "bot/taking_in.py"),
    *("bot/handlers/desk", "bot/web/templates/desk"),
)
"""Files whose sentences only staff read; elsewhere a comment `staff:` above the sentence says so."""
MOST_WORDS_FOR_STAFF = 15
LABELS = "bot/data/"
"""Files whose words are names of work, no sentences: what vacancies call a job is not ours to choose."""
MOST_WORDS_IN_A_LABEL = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A msgid (or its plural), where it stands, whether only staff read it, and whether it is a name of work."""

    msgid: str
    places: tuple[str, ...]
    staff: bool
    label: bool


def all_sentences() -> Iterator[Sentence]:
    if not TEMPLATE.is_file():
        pytest.fail(f"{TEMPLATE} is missing: run `python -m bot.catalogue extract`", pytrace=False)
    with TEMPLATE.open("rb") as template:
        catalogue = read_po(template)
    for entry in catalogue:
        places = tuple(file for file, _line in entry.locations)
        marked = any(comment.startswith("staff:") for comment in entry.auto_comments)
        staff = marked or (bool(places) and all(place.startswith(FOR_STAFF) for place in places))
        label = bool(places) and all(place.startswith(LABELS) for place in places)
        for msgid in entry.id if isinstance(entry.id, tuple | list) else (entry.id,):
            if msgid and words(msgid):
                yield Sentence(msgid, places, staff, label)


def complaints(text: str, *, staff: bool) -> list[str]:
    """Give what is wrong with a text: the whole measure, or the milder one for staff."""
    if staff:
        return [str(fault) for fault in (*lengths(sentences(text), MOST_WORDS_FOR_STAFF), *forms(text))]
    found = [str(fault) for fault in faults(text)]
    rare = rare_words(text, frozenset(ALLOWED))
    found += [f"rare word: {word} (Zipf {zipf(word.lower())} < {COMMON})" for word in rare]
    if len(sentences(text)) >= MOST_SENTENCES and (score := ease(text)) < EASY:
        found.append(f"hard to read: Flesch-Douma {score:.0f} < {EASY}")
    return found


def test_every_sentence_is_plain() -> None:
    held = list(all_sentences())
    assert held
    found = [
        f"{', '.join(sentence.places)}: {sentence.msgid!r}\n    {complaint}"
        for sentence in held
        if not sentence.label
        for complaint in complaints(sentence.msgid, staff=sentence.staff)
    ]
    assert not found, "\n" + "\n".join(found)


def test_names_of_work_are_a_few_words() -> None:
    labels = [sentence.msgid for sentence in all_sentences() if sentence.label]
    assert "schoonmaker" in labels
    assert [label for label in labels if len(words(label)) > MOST_WORDS_IN_A_LABEL or label[-1] in ".?!"] == []


def test_every_allowed_word_says_why_and_is_needed() -> None:
    assert all(ALLOWED.values())
    others = frozenset(ALLOWED)
    needless = [word for word in ALLOWED if is_easy(word, others - {word})]
    assert needless == []


@pytest.mark.parametrize(
    "good",
    [
        "Ik stel je een paar vragen. Het duurt ongeveer 4 minuten. Je kunt altijd stoppen.",
        "Hallo {name}! Ik ben de chat van HalloWerk. Ik ben een computer. Wil je meedoen?",
        "Hoeveel uur per week wil je werken?",
        "Dat lukt nu niet. Probeer het over 5 minuten nog een keer.",
        "Goed, {name}. Een werkmatcher belt je op {day:year} om 9.30 uur.",
        "Ja, stuur mijn naam",
        "Wij vragen geen adres en geen foto.",
        "Je hoeft niets te doen. Nee zeggen mag, en er verandert niets.",
        "Wat wil je worden?",
        "Word je gezond, dan kun je weer werken.",
        "Je geld blijft hetzelfde, ook als je niet meedoet.",
        "Kies een plaats, zoals Utrecht of ’s-Hertogenbosch.",
        "🚲 Met de fiets",
        "Zeg je nee? Dan verandert er niets. Wil je meedoen?",
        "Ben je in gevaar? Bel 112.",
        "Wil je dat weten? Schrijf dan: wat weet je van mij?",
    ],
)
def test_good_sentences_pass(good: str) -> None:
    assert complaints(good, staff=False) == []


@pytest.mark.parametrize(
    ("bad", "rule", "named"),
    [
        (
            "Je kunt hier elke dag met de chat praten over het werk dat je wilt doen.",
            Rule.LONG_SENTENCE,
            "16 words",
        ),
        ("Ja. Nee. Goed. Kom maar. Tot dan.", Rule.MANY_SENTENCES, "5 sentences"),
        ("Wil je dit? Of wil je dat?", Rule.QUESTION, "Wil je dit? Of wil je dat?"),
        ("Wil je dit? Je mag kiezen.", Rule.QUESTION, "Wil je dit?"),
        ("Waar woon je? Schrijf je plaats.", Rule.QUESTION, "Waar woon je?"),
        ("Lukt het? Wil je hulp? Dan bel ik. Wat doe je?", Rule.QUESTION, "Lukt het? Wat doe je?"),
        ("Neem iets mee, bijv. een pen.", Rule.ABBREVIATION, "bijv."),
        ("Schrijf a.u.b. je naam.", Rule.ABBREVIATION, "a.u.b."),
        ("Wij vragen geen BSN.", Rule.ABBREVIATION, "BSN"),
        ("Van maandag t/m vrijdag.", Rule.ABBREVIATION, "t/m"),
        ("Het duurt vier minuten.", Rule.NUMBER_WORD, "vier"),
        ("Kies er één.", Rule.NUMBER_WORD, "één"),
        ("Wij matchen jou met een baas.", Rule.JARGON, "matchen"),
        ("Wil je je profiel invullen?", Rule.JARGON, "profiel invullen"),
        ("Dit platform is nieuw.", Rule.JARGON, "platform"),
        ("Je kunt meteen aan de slag.", Rule.JARGON, "aan de slag"),
        ("OK", Rule.JARGON, "OK"),
        ("Je wordt door ons gebeld.", Rule.PASSIVE, "wordt … gebeld"),
        ("Je antwoorden worden bewaard.", Rule.PASSIVE, "worden … bewaard"),
        ("Ik zeg dat het opgeslagen wordt.", Rule.PASSIVE, "wordt … opgeslagen"),
        ("Wat is uw naam?", Rule.FORMAL, "uw"),
        ("Kunt U komen?", Rule.FORMAL, "U"),
        ("Niemand ziet dit niet.", Rule.DOUBLE_NEGATION, "Niemand … niet"),
        ("Je kunt niet zonder fiets komen.", Rule.DOUBLE_NEGATION, "niet … zonder"),
        ("Dat is niet onmogelijk.", Rule.DOUBLE_NEGATION, "niet onmogelijk"),
        ("👍", Rule.NO_WORDS, "👍"),
    ],
)
def test_bad_sentences_fail_by_name(bad: str, rule: Rule, named: str) -> None:
    found = faults(bad)
    assert [fault.rule for fault in found] == [rule]
    assert named in found[0].words
    assert complaints(bad, staff=False)


def test_a_fault_gives_the_easier_word() -> None:
    assert str(Fault(Rule.NUMBER_WORD, "vier", "4")) == "number in words: vier (easier: 4)"
    assert [fault.easier for fault in faults("Wij ontvangen je brief.")] == ["krijgen"]


def test_rare_words_are_found_and_names_are_not() -> None:
    allowed = frozenset(ALLOWED)
    assert rare_words("Wij faciliteren een symbiose.", allowed) == ["faciliteren", "symbiose"]
    assert rare_words("Je werkmatcher heet Szymborska.", allowed) == []
    assert rare_words("Ga naar symbiose.nl, of naar symbiose.", allowed) == ["symbiose"]
    assert rare_words("Schrijf “symbiose”, {symbiose} of https://symbiose.example/x.", allowed) == []


def test_compounds_of_common_words_are_common() -> None:
    assert is_easy("schoonmaakwerk", frozenset())
    assert is_easy("werkdagen", frozenset())
    assert is_easy("opleidingsplek", frozenset())
    assert not is_easy("symbiosewerk", frozenset())


def test_long_hard_texts_score_low() -> None:
    hard = (
        "De gemeentelijke verordening verplicht deelnemers tot voortdurende beschikbaarheid. "
        "Arbeidsvoorwaardelijke onderhandelingen vinden regelmatig plaats. "
        "Voorzieningen ondersteunen maatschappelijke zelfredzaamheid. "
        "Verantwoordelijkheden verschillen aanzienlijk."
    )
    assert ease(hard) < EASY
    assert any(complaint.startswith("hard to read") for complaint in complaints(hard, staff=False))


def test_staff_get_the_milder_measure() -> None:
    longer = "Schrijf hier de naam van de gemeente zoals die in de brief staat."
    assert len(words(longer)) == 13
    assert complaints(longer, staff=True) == []
    assert complaints(longer, staff=False)
    assert complaints("Vul hier bijv. uw naam in.", staff=True) == [
        "abbreviation: bijv. (easier: write it out)",
        "u instead of je: uw (easier: je, jij, jou, jouw)",
    ]
    assert complaints(f"{longer[:-1]} die je naar iedereen stuurt.", staff=True)


def test_sentences_and_words() -> None:
    assert sentences("Het is 9.30 uur. “Kom je?” Ja!\n- maandag\n- dinsdag") == [
        "Het is 9.30 uur.",
        "“Kom je?”",
        "Ja!",
        "- maandag",
        "- dinsdag",
    ]
    assert len(words("{first} tot en met {last:year}, ’s avonds")) == 7
    assert words("een QR-code van 4 cijfers") == ["een", "QR-code", "van", "4", "cijfers"]
