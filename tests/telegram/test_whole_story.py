"""The whole story on Telegram: the product as it is wired, against the fake Bot API server, by both ways in."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from stages.product import Running, running
from stages.visitor import Visitor, code_in

from bot.delivery.telegram_menu import MENU
from bot.dialogs import strangers
from bot.dialogs.welcome import refused
from bot.telegram_edge import Clocks
from bot.translate import languages, render
from fake_telegram import Server, Shown, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.domain.message import Message
    from fake_telegram import Person

PROFILE = (
    "Sam",
    "schoonmaker",
    "!Nee, dit is genoeg",
    "2 jaar",
    "24 uur",
    "!Maandag tot en met vrijdag",
    "!Overdag",
    "Overvecht",
    "met de fiets, 30 minuten",
    "!Redelijk",
    "!Nee",
    "!Nee",
    "!Meteen",
    "!Ja, dit klopt",
)
"""What somebody says, and (after `!`) taps, from the first question to the last."""


@pytest.fixture(params=["polling", "webhook"])
async def run(request: pytest.FixtureRequest, patient: Server, tmp_path: Path) -> AsyncIterator[Running]:
    async with running(patient, tmp_path, webhook=request.param == "webhook") as made:
        yield made


@pytest.fixture
def fatima(patient: Server) -> Person:
    return patient.person(7)


async def joins(run: Running, person: Person) -> list[Shown]:
    """Open a link and say yes; give what is asked then."""
    await run.told(person, person.opens(run.invite()))
    return await run.told(person, person.taps("join=yes"))


async def answers(run: Running, person: Person, *words: str) -> list[Shown]:
    """Say words and tap buttons (`!`); give what is said to the last one."""
    heard: list[Shown] = []
    for said in words:
        heard = await run.told(person, person.taps(said[1:]) if said.startswith("!") else person.says(said))
    return heard


def text_of(message: Message, language: str = "nl") -> str:
    return "\n\n".join(render(paragraph, language) for paragraph in message.text)


async def test_from_the_link_to_a_profile(run: Running, fatima: Person) -> None:
    welcome = await run.told(fatima, fatima.opens(run.invite()))
    assert welcome[0].text.startswith("Hallo!")
    assert welcome[-1].labels[:2] == ["Ja, ik doe mee", "Nee, liever niet"]
    asked = await run.told(fatima, fatima.taps("Ja, ik doe mee"))
    assert asked[-1].text.endswith("?")
    ready = await answers(run, fatima, *PROFILE)
    (profile,) = run.profiles()
    assert profile["active"] is True
    assert ready[-1].by_bot
    assert all(run.server.queries.values()), "every tap was answered"
    assert [shown.labels for shown in fatima.screen[:-1] if shown.labels] == [], "old buttons are gone"
    assert "message" not in run.rows(), "what was sent is kept nowhere"


async def test_only_the_newest_message_shows_buttons(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    for said in ("Sam", "onzin waar niemand iets van maakt", "schoonmaker", "/menu", "!do=show_data", "24 uur"):
        await answers(run, fatima, said)
        with_buttons = [shown.id for shown in fatima.screen if shown.labels]
        assert with_buttons == [fatima.screen[-1].id]


async def test_an_old_button_and_a_double_tap_still_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    (asked,) = await answers(run, fatima, "Sam", "schoonmaker", "!Nee, dit is genoeg", "2 jaar")
    await run.told(fatima, fatima.taps("24 tot 32 uur", asked))
    assert await run.told(fatima, fatima.taps("24 tot 32 uur", asked))
    heard = await run.told(fatima, fatima.taps("32 tot 40 uur", asked))
    assert "32 tot 40" in heard[0].text


async def test_a_message_changed_afterwards_changes_the_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, "Sam", "schoonmaker", "!Nee, dit is genoeg", "2 jaar")
    said = await fatima.says("24 uur")
    await run.settled()
    heard = await run.told(fatima, fatima.edits(said, "32 uur"))
    assert "32 uur" in heard[0].text
    shown = await answers(run, fatima, "/gegevens")
    assert "32 uur" in shown[0].text
    assert "24 uur" not in shown[0].text


@pytest.mark.parametrize("kind", "voice photo sticker location document contact video".split())
async def test_what_is_not_words_gets_an_answer_and_the_question_again(
    patient: Server, tmp_path: Path, fatima: Person, kind: str
) -> None:
    async with running(patient, tmp_path) as run:
        await joins(run, fatima)
        (asked,) = await answers(run, fatima, "Sam")
        heard = await run.told(fatima, fatima.sends(kind))
        assert heard[-1].text.endswith("Welk werk wil je doen?")
        assert heard[0].text != asked.text
        assert heard[-1].labels == asked.labels


async def test_a_forwarded_message_is_not_their_answer(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, "Sam")
    heard = await run.told(fatima, fatima.forwards("schoonmaker"))
    assert heard[-1].text.endswith("Welk werk wil je doen?")


async def test_in_a_group_nobody_is_asked_anything(run: Running) -> None:
    group, token = run.server.group(-5), run.invite()
    before = run.rows()
    await group.member(8).says(f"/start {token}")
    await run.settled()
    assert [shown.text for shown in group.unheard()] == [text_of(strangers.only_alone())]
    assert run.rows() == before
    fatima = run.server.person(8)
    assert (await run.told(fatima, fatima.opens(token)))[-1].labels, "the link still opens"


async def test_what_is_known_comes_as_a_file(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    heard = await answers(run, fatima, "Sam", "schoonmaker", "/gegevens")
    (file,) = [shown for shown in heard if shown.file_name]
    assert file.file_name == "hallowerk.json"
    assert file.content is not None
    held = json.loads(file.content)
    assert "schoonmaker" in json.dumps(held)
    assert "schoonmaker" in heard[0].text


async def test_erased_at_once_and_really(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await answers(run, fatima, *PROFILE)
    await answers(run, fatima, "ander apparaat", "wis alles")
    farewell = await answers(run, fatima, "!Ja, wis alles")
    assert len(farewell) == 1
    assert run.rows() == {}
    assert all(not shown.labels for shown in fatima.screen)
    heard = await answers(run, fatima, "hallo?")
    assert [shown.text for shown in heard] == [text_of(strangers.not_invited(run.product.gemeente))]
    assert run.rows() == {}


async def test_a_no_leaves_nothing(run: Running, fatima: Person) -> None:
    await run.told(fatima, fatima.opens(run.invite()))
    heard = await answers(run, fatima, "!Nee, liever niet")
    phone = run.product.gemeente.contact.phone
    assert [phone in shown.text for shown in heard] == [True]
    assert refused.__name__ == "refused"
    assert run.rows() == {}


async def test_a_stranger_leaves_nothing(run: Running, fatima: Person) -> None:
    not_invited = text_of(strangers.not_invited(run.product.gemeente))
    for doing in (fatima.opens(), fatima.says("hoi"), fatima.sends("photo"), fatima.says("/menu")):
        assert [shown.text for shown in await run.told(fatima, doing)] == [not_invited]
    said = await fatima.says("dag")
    await run.settled()
    await run.told(fatima, fatima.edits(said, "doei"))
    await run.told(fatima, fatima.blocks())
    await run.told(fatima, fatima.unblocks())
    assert run.rows() == {}


async def test_a_link_opens_once(run: Running, fatima: Person) -> None:
    token = run.invite()
    await run.told(fatima, fatima.opens(token))
    gone = text_of(strangers.gone(run.product.gemeente))
    bram = run.server.person(8)
    for other in (token, "geen-echte-link-maar-wel-lang-genoeg", "kort"):
        assert [shown.text for shown in await run.told(bram, bram.opens(other))] == [gone]
    again = await run.told(fatima, fatima.opens(token))
    assert again[-1].labels[:2] == ["Ja, ik doe mee", "Nee, liever niet"]
    assert run.rows()["person"] == 1


async def test_from_the_web_to_telegram(run: Running, fatima: Person) -> None:
    async with Visitor(run.settings.base_url) as visitor:
        await visitor.opens(run.invite())
        await visitor.taps("Ja, ik doe mee")
        for words in ("Sam", "schoonmaker", "ander apparaat"):
            await visitor.says(words)
        heard = await run.told(fatima, fatima.says(visitor.code))
        assert heard[-1].labels == ["Nee, dit is genoeg", "Kies uit plaatjes"]
        await answers(run, fatima, *PROFILE[2:])
        assert run.rows()["person"] == 1
        (profile,) = run.profiles()
        assert profile["active"]
        bram = run.server.person(8)
        wrong = text_of(strangers.wrong_code(run.product.gemeente))
        assert [shown.text for shown in await run.told(bram, bram.says(visitor.code))] == [wrong]


async def test_from_telegram_to_the_web(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    heard = await answers(run, fatima, "Sam", "ander apparaat")
    async with Visitor(run.settings.base_url) as visitor:
        assert await visitor.types_code(code_in([heard[-1].text])) == 303
        assert "Welk werk wil je doen?" in visitor.messages[-1]["text"]
        await visitor.says("schoonmaker")
        assert "schoonmaker" in visitor.messages[-1]["text"]
        assert run.rows()["person"] == 1
        assert fatima.unheard() == [], "who speaks on the web is answered on the web"


async def test_the_language_changes_from_the_next_message_on(run: Running, fatima: Person) -> None:
    assert "en" in languages()
    await joins(run, fatima)
    await answers(run, fatima, "Sam", "/taal", "!English")
    for line in MENU:
        in_english = await run.told(fatima, fatima.says(f"/{render(line.name, 'en')}"))
        assert in_english[0].by_bot
    held = run.server.settings
    shown = {code: held["setMyCommands", code]["commands"] for code in ("", "en")}
    for code, language in (("", "nl"), ("en", "en")):
        assert [line["command"] for line in shown[code]] == [render(line.name, language) for line in MENU]
        assert [line["description"] for line in shown[code]] == [render(line.does, language) for line in MENU]
    heard = await answers(run, fatima, "/data" if render(MENU[3].name, "en") == "data" else "/gegevens")
    assert heard


async def test_who_blocks_is_left_alone_and_comes_back(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await run.told(fatima, fatima.blocks())
    assert await run.told(fatima, fatima.unblocks()) == []
    heard = await run.told(fatima, fatima.opens())
    assert heard[-1].text.endswith("Hoe mag ik je noemen?")
    heard = await answers(run, fatima, "Sam")
    assert heard[-1].text.endswith("Welk werk wil je doen?")


async def test_two_persons_at_once_at_telegrams_pace(tmp_path: Path) -> None:
    """With the product's own clocks, under Telegram's limits: none of them is ever hit."""
    async with serve() as server, running(server, tmp_path, clocks=Clocks()) as run:
        people = [server.person(7, "Fatima"), server.person(8, "Bram")]

        async def talks(person: Person) -> list[str]:
            await person.opens(run.invite())
            heard = [await person.hears() for _message in range(3)]
            await person.taps("Ja, ik doe mee")
            heard += [await person.hears() for _message in range(2)]
            await person.says("schoonmaker, 24 uur in Utrecht")
            heard.append(await person.hears())
            return [shown.text for shown in heard]

        first, second = await asyncio.gather(*(talks(person) for person in people))
    assert first == second
    assert server.violations == []
    assert {call.status for call in server.calls if call.method.startswith(("send", "edit", "answer"))} == {200}
