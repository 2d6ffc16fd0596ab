"""The desk in a real browser: two werkmatchers and two jobseekers at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from made import VACANCY
from playwright.async_api import expect

from bot.delivery.nudges import DESK
from browser.contrast import LOW_CONTRAST
from browser.desk_pages import arrived, ask_for_a_human, at_rest, claim, open_first, reply, sit_down, waiting, write
from browser.pages import overflows, send

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page, Route

    from stages.serving import Web

    Somebody = Callable[..., Awaitable[Page]]

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.usefixtures("happening")]


async def _four(somebody: Somebody, web: Web) -> tuple[Page, Page, Page, Page]:
    """Let Karin and Piet sit down, and Fatima and Bram ask for a human, in that order."""
    karin, piet, fatima, bram = [await somebody() for _each in range(4)]
    await sit_down(karin, web, "Karin")
    await sit_down(piet, web, "Piet")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    web.house.now += timedelta(minutes=1)
    await ask_for_a_human(bram, web, "Bram", "een brief")
    return karin, piet, fatima, bram


async def _press_at_once(desks: list[Page], name: str) -> None:
    """Let all take who waits with this name: nobody is heard before all have pressed."""
    pressed = asyncio.Barrier(len(desks))

    async def hold(route: Route) -> None:
        await pressed.wait()
        await route.continue_()

    for desk in desks:
        await desk.route("**/api/acts", hold, times=1)
    await asyncio.gather(*(waiting(desk, name).get_by_role("button").click() for desk in desks))


async def test_two_werkmatchers_and_two_jobseekers(somebody: Somebody, web: Web) -> None:
    karin, piet, fatima, bram = await _four(somebody, web)
    for desk in (karin, piet):
        await expect(desk.locator("#waiting .name")).to_have_text(["Fatima", "Bram"])  # who waits longest comes first
        await expect(desk).to_have_title("(2) Gesprekken – Gemeente Voorbeeldstad")
    await _press_at_once([karin, piet], "Fatima")  # one gets it, the other is told
    talks = [desk.get_by_role("heading", name="Gesprek met Fatima") for desk in (karin, piet)]
    await expect(talks[0].or_(karin.locator("#talk-told:not(:empty)"))).to_be_visible()
    await expect(talks[1].or_(piet.locator("#talk-told:not(:empty)"))).to_be_visible()
    won = [await talk.is_visible() for talk in talks]
    assert sorted(won) == [False, True]
    first, second = (karin, piet) if won[0] else (piet, karin)
    names = ("Karin", "Piet") if won[0] else ("Piet", "Karin")
    await expect(second.locator("#talk-told")).to_have_text(f"{names[0]} heeft dit gesprek.")
    await expect(second.locator("#waiting .name")).to_have_text(["Bram"])
    await claim(second, "Bram")
    await expect(second.locator("#card")).to_contain_text("een brief")
    # both talk, each with their own
    await reply(first, "Dag Fatima, waar kan ik mee helpen?")
    await reply(second, "Dag Bram")
    await expect(fatima.get_by_text("Dag Fatima, waar kan ik mee helpen?")).to_be_visible()
    await expect(bram.get_by_text("Dag Bram")).to_be_visible()
    await send(fatima, "ik wil minder uren")
    await expect(first.locator("#messages")).to_contain_text("ik wil minder uren")
    await expect(second.get_by_text("ik wil minder uren")).to_have_count(0)
    # pass on: the colleague sees that it is new
    await first.get_by_label("Geef aan een collega").select_option(names[1])
    await first.get_by_role("button", name="Geef", exact=True).click()
    await expect(second.locator("#mine .name")).to_have_text(["Fatima", "Bram"])
    await expect(second.locator("#mine > li").first).to_contain_text("Nieuw bericht")
    await expect(first.locator("#mine > li")).to_have_count(0)
    await expect(fatima.get_by_text(f"Vanaf nu praat je met {names[1]}.")).to_be_visible()
    # hand back, and close
    await open_first(second, "Fatima")
    await second.get_by_role("button", name="Geef terug aan de chat").click()
    await expect(fatima.get_by_text(f"{names[1]} stopt nu.")).to_be_visible()
    await at_rest(second, "Bram")
    await open_first(second, "Bram")
    await second.get_by_role("button", name="Sluit het gesprek").click()
    await expect(bram.get_by_text("Je praat weer met mij, de computer.")).to_be_visible()
    await expect(second.locator("#closed > li")).to_have_text([f"10.01 uur, {names[1]}"] * 2)
    await expect(second.get_by_role("heading", name="Kies een gesprek")).to_be_visible()
    await expect(second).to_have_title("Gesprekken – Gemeente Voorbeeldstad")


async def test_nothing_typed_is_lost_when_the_line_is_gone(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await karin.context.set_offline(True)
    await expect(karin.locator("#line")).to_have_text("Geen verbinding. Wat je typt, blijft bewaard.")
    await write(karin, "Ik ben er nog")
    await expect(karin.locator("#messages > li").last).to_contain_text("Nog niet verstuurd…")
    await karin.get_by_label("Je bericht").fill("half get")
    await karin.context.set_offline(False)
    await expect(fatima.get_by_text("Ik ben er nog")).to_have_count(1)
    await expect(karin.locator("#messages .state")).to_have_count(0)
    await expect(karin.locator("#line")).to_be_empty()
    await karin.reload()
    await expect(karin.get_by_label("Je bericht")).to_have_value("half get")
    await expect(karin.get_by_role("heading", name="Gesprek met Fatima")).to_be_visible()
    await expect(karin.get_by_text("Ik ben er nog")).to_have_count(1)


async def test_an_answer_that_got_lost_is_not_said_twice(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    sent: list[str | None] = []

    async def lose(route: Route) -> None:
        sent.append(route.request.post_data)
        if len(sent) == 1:
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await karin.route("**/api/acts", lose)
    await karin.route("**/api/stream", lambda route: route.abort())
    await reply(karin, "Dag Fatima")
    await expect(fatima.get_by_text("Dag Fatima")).to_have_count(1)
    assert len(set(sent)) == 1


async def test_what_a_colleague_got_meanwhile_comes_back_to_the_box(somebody: Somebody, web: Web) -> None:
    karin, also_karin, fatima = [await somebody() for _each in range(3)]
    await sit_down(karin, web, "Karin")
    await sit_down(also_karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await karin.context.set_offline(True)
    await write(karin, "nog een vraag")
    await open_first(also_karin, "Fatima")
    await also_karin.get_by_role("button", name="Sluit het gesprek").click()
    await expect(also_karin.locator("#closed > li")).to_have_count(1)
    await karin.context.set_offline(False)
    await expect(karin.locator("#talk-told")).to_have_text("Het gesprek is gestopt.")
    await expect(karin.get_by_label("Je bericht")).to_have_value("nog een vraag")
    await expect(karin.get_by_role("heading", name="Dit gesprek is gestopt")).to_be_visible()


async def test_what_was_typed_outlives_the_session(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await karin.get_by_label("Je bericht").fill("half get")
    web.house.store.write(lambda unit: unit.sessions.forget_expired(web.house.now + timedelta(hours=12)))
    web.edge.nudges.ring(DESK)
    await expect(karin.locator("#line")).to_contain_text("Je bent niet meer ingelogd.")
    await sit_down(karin, web, "Karin")
    await expect(karin.get_by_label("Je bericht")).to_have_value("half get")


async def test_standard_answers_and_hints(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await karin.get_by_role("button", name="Welk werk deed je vroeger graag?").click()
    box = karin.get_by_label("Je bericht")
    await expect(box).to_have_value("Welk werk deed je vroeger graag?")
    await expect(karin.locator("#hints > li")).to_have_count(0)
    await box.fill("Indien je wilt, kom dan langs.")
    await expect(karin.locator("#hints > li")).to_have_text(["“Indien” Makkelijker: als."])
    await box.fill("Kom dan langs.")
    await expect(karin.locator("#hints > li")).to_have_count(0)
    await karin.get_by_role("button", name="Bewaar als standaardantwoord").click()
    own = karin.locator("#answers > li").filter(has_text="Kom dan langs.")
    await expect(own).to_have_count(1)
    await own.get_by_role("button", name="Gooi weg").click()
    await expect(own).to_have_count(0)


async def test_with_the_keyboard_alone(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await expect(waiting(karin, "Fatima")).to_be_visible()
    await _tab_to(karin, "Neem dit gesprek")
    await karin.keyboard.press("Enter")
    await expect(karin.get_by_label("Je bericht")).to_be_focused()
    await karin.keyboard.type("Dag Fatima")
    await karin.keyboard.press("Enter")
    await expect(fatima.get_by_text("Dag Fatima")).to_be_visible()
    await expect(karin.get_by_label("Je bericht")).to_be_focused()
    await arrived(karin)
    await _tab_to(karin, "Sluit het gesprek")
    await karin.keyboard.press("Space")
    await expect(karin.locator("#mine > li")).to_have_count(0)
    await expect(karin.get_by_role("heading", name="Wachten")).to_be_focused()


async def _tab_to(page: Page, words: str) -> None:
    for _press in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.innerText.trim()") == words:
            assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError("not reached with the keyboard")


async def test_a_promise_for_another_day_has_its_day_with_it(somebody: Somebody, web: Web) -> None:
    karin, fatima = await somebody(), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await reply(karin, "Dag Fatima")
    web.house.now += timedelta(hours=8)
    await send(fatima, "ik wil minder uren")
    await expect(karin.locator("#mine .since")).to_have_text("antwoord dinsdag voor 9.15 uur")


async def test_sound_is_off_until_it_is_turned_on(somebody: Somebody, web: Web) -> None:
    karin = await somebody()
    await sit_down(karin, web, "Karin")
    sound = karin.get_by_role("button", name="Geluid")
    await expect(sound).to_have_attribute("aria-pressed", "false")
    await sound.click()
    await expect(sound).to_have_attribute("aria-pressed", "true")
    await karin.reload()
    await expect(sound).to_have_attribute("aria-pressed", "true")


async def test_another_werkmatcher_on_the_same_machine_finds_nothing(somebody: Somebody, web: Web) -> None:
    desk, fatima = await somebody(), await somebody()
    await sit_down(desk, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(desk, "Fatima")
    await desk.get_by_label("Je bericht").fill("half get")
    await desk.get_by_role("button", name="Log uit").click()
    await expect(desk.get_by_role("heading", name="Je bent niet ingelogd")).to_be_visible()
    assert await desk.evaluate("Object.keys(localStorage).filter((key) => key.includes('/desk/'))") == []
    await sit_down(desk, web, "Piet")
    await expect(desk.locator("#mine > li")).to_have_count(0)
    await expect(desk.get_by_label("Je bericht")).to_be_hidden()


@pytest.mark.parametrize(("width", "columns"), [(1360, 3), (1024, 1), (768, 1), (360, 1)])
async def test_columns_and_room(somebody: Somebody, web: Web, width: int, columns: int) -> None:
    karin, fatima = await somebody(viewport={"width": width, "height": 900}), await somebody()
    long = replace(VACANCY, title="Medewerker schoonmaak en onderhoud van treinen", employer="Schoonmaakbedrijf Helder")
    web.house.store.write(lambda unit: unit.vacancies.save(long))
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await claim(karin, "Fatima")
    await expect(karin.get_by_label("Breng een baan")).to_be_visible()
    boxes = [await karin.locator(name).bounding_box() for name in ("#queue", "#talk", "#about")]
    assert len({round(box["x"]) // 100 for box in boxes if box}) == columns
    assert await overflows(karin) == 0
    for path in ("/desk/invitations", "/desk/guide"):
        await karin.goto(f"{web.address}{path}")
        assert await overflows(karin) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_word_can_be_read(somebody: Somebody, web: Web, scheme: str) -> None:
    karin, fatima = await somebody(color_scheme=scheme), await somebody()
    await sit_down(karin, web, "Karin")
    await ask_for_a_human(fatima, web, "Fatima", "mijn uren")
    await expect(waiting(karin, "Fatima")).to_be_visible()
    assert await karin.evaluate(LOW_CONTRAST) == []
    await claim(karin, "Fatima")
    await reply(karin, "Dag Fatima")
    assert await karin.evaluate(LOW_CONTRAST) == []
    assert await karin.evaluate("document.getAnimations().length") == 0
