"""The English catalogue is whole and simple, and who reads English never gets a Dutch sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from made import DAY, NOW

from bot import catalogue
from bot.config import EXAMPLE, read_gemeente
from bot.domain.event import Address, Channel, Event, Opened, Said
from bot.domain.gemeente import Asks, Policy
from bot.domain.invitation import Invitation
from bot.domain.message import Message
from bot.domain.person import Role
from bot.inviting import invite
from bot.nlu.engine import Embedded
from bot.nlu.plain import sentences, words
from bot.taken import World
from bot.text import Text
from bot.translate import VERBATIM, Renderer
from bot.turns import Turns
from storage.outbox import ME
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message as Entry

    from bot.domain.event import What
    from bot.text import Value

ENGLISH = catalogue.ROOT / "locales" / "en" / "LC_MESSAGES" / "messages.po"
FOR_STAFF = ("bot/cli", "bot/commands", "bot/config.py", "bot/toml_table.py", "bot/replay")
MOST_WORDS = 14
COMMANDS = 6
SAME_IN_BOTH = frozenset("Chat Menu Telegram postcode am bus".split())
"""Words that are written the same in both languages."""

DUTCH = re.compile(
    r"\b(?:de|het|een|ik|je|jij|jouw|niet|niets|geen|en|met|voor|naar|wil|kan|mag|moet|werk|uur|jaar|dagen|nog|"
    r"alles|schrijf|bel|vraag|goed|dan|wat|wie|waar|hoe)\b",
    re.IGNORECASE,
)
"""Words that give a Dutch sentence away and are not English."""

COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def entries() -> list[Entry]:
    with ENGLISH.open("rb") as opened:
        return [entry for entry in read_po(opened, locale="en") if entry.id]


def translations(entry: Entry) -> list[str]:
    held = entry.string
    return list(held) if isinstance(held, tuple | list) else [str(held)]


def for_staff(entry: Entry) -> bool:
    files = [file for file, _line in entry.locations]
    return "staff:" in "".join(entry.auto_comments) or all(file.startswith(FOR_STAFF) for file in files)


def test_the_catalogue_is_complete_and_its_placeholders_fit() -> None:
    assert catalogue.check(catalogue.ROOT) == []


def test_nothing_is_left_to_be_looked_at_again() -> None:
    with ENGLISH.open("rb") as opened:
        held = read_po(opened, locale="en")
    assert not held.fuzzy
    assert [entry.id for entry in held if entry.id and entry.fuzzy] == []
    assert held.obsolete == {}


def test_english_sentences_are_short() -> None:
    found = [
        sentence
        for entry in entries()
        if not for_staff(entry)
        for text in translations(entry)
        for sentence in sentences(text)
        if len(words(sentence)) > MOST_WORDS
    ]
    assert found == []


def test_english_sentences_are_english() -> None:
    found = [text for entry in entries() for text in translations(entry) if DUTCH.search(_without_names(text))]
    assert found == []


def _without_names(text: str) -> str:
    """Take out what is named by its Dutch name, and what is no word."""
    return re.sub(r"\{[^{}]*\}|`[^`]*`|\(gemeente\)|https?://\S+|\S+@\S+", " ", text)


def test_names_of_commands_are_what_telegram_takes() -> None:
    menu = [
        entry for entry in entries() if COMMAND.fullmatch(str(entry.id)) and "telegram_menu" in str(entry.locations)
    ]
    assert len(menu) == COMMANDS
    assert all(COMMAND.fullmatch(text) for entry in menu for text in translations(entry))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """Render with the catalogue as it stands now, compiled or not."""
    locales = tmp_path_factory.mktemp("locales")
    file = locales / "en" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    with ENGLISH.open("rb") as opened, file.open("wb") as compiled:
        write_mo(compiled, read_po(opened, locale="en"))
    return Renderer(locales)


JOIN = (*("who sees what I say?", "do I have to?", "will I lose my benefit?", "are you a robot?", "why", "yes I join"),)
PROFILE = (
    *(
        "language",
        "english",
        "why",
        "Sara",
        "back",
        "skip this",
        "qwrtp",
        "cleaner",
        "I do not understand",
        "choose from pictures",
        "back",
    ),
    *("cleaning", "no, this is enough", "less than a year", "twenty four hours a week", "monday till friday"),
    *("during the day", "I live in The Hague", "not by car", "by bike", "half an hour", "quite good"),
    *("Arabic and a little English", "B and C", "in two weeks", "once a day"),
)
BODY = ("why", "yes, you can ask", "I can't stand for a long time", "no problem", "yes", "no lifting", "why", "no")
AT_HOME = (
    *("no, change something", "hours", "more than 20 hours", "yes, this is right", "what do you know about me?"),
    *("show my answers", "do not stop", "yes", "more", "use another phone", "pause", "go on", "hello", "thanks"),
    *("do you have a job for me?", "less jobs", "i found a job", "i lost my job", "complaint", "talk to a person"),
    *("qwrtp", "xzxzxz", "no, go on", "stop", "do not stop, go on", "i want to die"),
    *("delete everything", "no, keep everything", "delete everything", "yes, delete everything"),
)


async def test_a_whole_conversation_in_english_has_no_dutch_in_it(sqlite_url: str, english: Renderer) -> None:
    store = Store(sqlite_url, Seal(bytes(KEY_BYTES)))
    allowed = Asks(*(Policy.WITH_CONSENT,) * 5)
    world = World(store, Embedded(NOW.date), replace(read_gemeente(EXAMPLE), asks=allowed), "http://127.0.0.1")
    turns = Turns(world)
    token = invite(store, Invitation(Role.JOBSEEKER, NOW + DAY), NOW).token
    heard: list[str] = []
    number = 0

    async def tell(what: What) -> str:
        nonlocal number
        number += 1
        taken = await turns.take(Event(f"web:{number}", Address(Channel.WEB, "sara"), what, NOW))
        at = taken.address_id
        shown = () if at is None else store.read(lambda unit: unit.outbox.since(at, 0))
        after = max((place for place, held in enumerate(shown) if held.author == ME), default=-1)
        said = [held.body for held in shown[after + 1 :] if isinstance(held.body, Message)] + list(taken.direct)
        assert said, f"no answer to event {number}"
        if number > 1:
            assert taken.language == "en"
            found = [words for held in said for words in dutch_in(held, english)]
            assert found == [], f"after event {number}: Dutch in {found}"
        heard.append("\n".join(english.render(text, "en") for held in said for text in held.text))
        return heard[-1]

    try:
        await tell(Opened(token))
        assert "Do you want to join?" in await tell(Said("english please"))
        for words in (*JOIN, *PROFILE, *BODY):
            last = await tell(Said(words))
        assert "an employer can see this:" in last
        for words in AT_HOME:
            last = await tell(Said(words))
        assert "Everything is gone." in last
    finally:
        turns.close()
        store.close()


def dutch_in(body: Message, english: Renderer) -> list[str]:
    """Give the sentences of a message, and on its buttons, that are still Dutch in English."""
    texts = [*body.text, *(button.label for button in body.buttons)]
    return [text.msgid for whole in texts for text in inside(whole) if is_dutch(text, english)]


def inside(value: Value) -> Iterator[Text]:
    """Give a text and all that it holds, without what somebody said and what the gemeente wrote."""
    if isinstance(value, Text):
        if value.msgid != VERBATIM:
            yield value
        for _name, held in value.params:
            yield from inside(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from inside(held)


def is_dutch(text: Text, english: Renderer) -> bool:
    filled = replace(text, params=tuple((name, held if isinstance(held, date) else "") for name, held in text.params))
    said, meant = english.render(filled, "en"), english.render(filled, "nl")
    same = said == meant and not set(re.findall(r"[^\W\d_]+", said)) <= SAME_IN_BOTH
    return same or DUTCH.search(_without_names(said)) is not None
