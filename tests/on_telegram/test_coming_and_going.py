"""Who may come in, how somebody goes on elsewhere, and what is left of who goes: on Telegram, by both ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.delivery.telegram_menu import MENU
from bot.dialogs import strangers
from bot.translate import languages, render
from on_telegram.talking import PROFILE, answers, joins, text_of
from stages.visitor import Visitor, code_in

if TYPE_CHECKING:
    from fake_telegram import Person
    from stages.product import Running


async def test_in_a_group_nobody_is_asked_anything(run: Running) -> None:
    group, token = run.server.group(-5), run.invite()
    before = run.rows()
    await group.member(8).says(f"/start {token}")
    await run.settled()
    assert [shown.text for shown in group.unheard()] == [text_of(strangers.only_alone())]
    assert run.rows() == before
    fatima = run.server.person(8)
    assert (await run.told(fatima, fatima.opens(token)))[-1].labels, "the link still opens"


async def test_a_no_leaves_nothing(run: Running, fatima: Person) -> None:
    await run.told(fatima, fatima.opens(run.invite()))
    heard = await answers(run, fatima, "!Nee, liever niet")
    phone = run.product.gemeente.contact.phone
    assert [phone in shown.text for shown in heard] == [True]
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
        assert heard[-1].labels == ["Nee, dit is genoeg", "Laat soorten werk zien"]
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
    await joins(run, fatima)
    await answers(run, fatima, "Sam", "/taal", "!English")
    menu = MENU[0]
    heard = await answers(run, fatima, f"/{render(menu.name, 'en')}")
    assert heard[0].text == render(menu.does, "en") != render(menu.does, "nl")


async def test_the_menu_of_commands_speaks_every_language(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    assert languages() == ("nl", "en")
    for code, language in (("", "nl"), ("en", "en")):
        lines = run.server.settings["setMyCommands", code]["commands"]
        assert [line["command"] for line in lines] == [render(line.name, language) for line in MENU]
        assert [line["description"] for line in lines] == [render(line.does, language) for line in MENU]
        for line in lines:
            assert await answers(run, fatima, f"/{line['command']}")


async def test_who_blocks_is_left_alone_and_comes_back(run: Running, fatima: Person) -> None:
    await joins(run, fatima)
    await run.told(fatima, fatima.blocks())
    assert await run.told(fatima, fatima.unblocks()) == []
    heard = await run.told(fatima, fatima.opens())
    assert heard[-1].text.endswith("Hoe mag ik je noemen?")
    heard = await answers(run, fatima, "Sam")
    assert heard[-1].text.endswith("Welk werk wil je doen?")
