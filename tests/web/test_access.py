"""Walks every route and every event with every role, and finds only what docs/access.md allows."""

from __future__ import annotations

import asyncio
import typing
import uuid
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from made import VACANCY, a_contact
from patience import PATIENCE

from bot.cli import parser
from bot.domain import event as events
from bot.domain.event import Address, Blocked, Channel, Coded, Due, Event, Opened, Said, Sent, Tapped
from bot.domain.handoff import Bring, Claim, Close, HandBack, PassOn, Reply
from bot.domain.person import Contact, Role, Support
from bot.handlers.site import site
from bot.replay.house import house
from bot.taken import How
from stages.serving import web_of
from web.access import ROLES, commands, table
from web.desk_guests import ask_for_a_human, sit_down
from web.guests import Guest, invite, once_of, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from stages.serving import Web
    from storage.unit import Unit

ONLINE = ROLES[:-1]
"""All but who is at the command line, and so on no page."""

NAME, ABOUT, SECRET = "Zonnebloem", "mijn klaproos", "anjer"
"""What she is called, what she asks and shows, and what she said to the chat alone."""

DENIED = {401, 403, 410}


@dataclass(slots=True)
class Everybody:
    """Everybody at once, each in a browser of their own, and Fatima whose conversation it is about."""

    web: Web
    fatima: Guest
    handoff: str
    browsers: dict[str, httpx.AsyncClient]
    addresses: dict[str, Address]
    colleague: str
    vacancy: str
    cookies: dict[str, str] = field(default_factory=dict)

    def hers(self) -> dict[str, Any]:
        """Give all that is kept of her."""
        at = self.addresses["Zelf"]

        def work(unit: Unit) -> dict[str, Any]:
            speaker = unit.people.speaker(at)
            return unit.known.everything(speaker.person.id) if speaker else {}

        held: dict[str, Any] = self.web.house.store.write(work)
        return held


@pytest.fixture
async def everybody() -> AsyncIterator[Everybody]:
    people = (("Fatima", "Zoekt werk.", "/u/een-link-die-niemand-heeft"),)
    async with house() as opened, web_of(opened, demo=people) as web:
        browsers = {role: web.client() for role in ONLINE}
        yield await _everybody(web, browsers)
        await asyncio.gather(*(browser.aclose() for browser in browsers.values()))


async def _everybody(web: Web, browsers: dict[str, httpx.AsyncClient]) -> Everybody:
    fatima = await ask_for_a_human(web, browsers["Zelf"], NAME, ABOUT)
    await fatima.say(f"wie ben jij {SECRET}?")
    bram = await sign_in(web, browsers["Ander"])
    token = web.house.invite(Support.SELF, Contact.DIRECT, 1, Role.EMPLOYER, "Bakkerij Zon")
    await once_of(browsers["Werkgever"], token)
    baker = (await browsers["Werkgever"].post(f"/u/{token}")).headers["location"].split("/")[2]
    karin = await sit_down(web, browsers["Werkmatcher"], "Karin")
    piet = await sit_down(web, browsers["Collega"], "Piet")
    (card,) = (await karin.desk())["waiting"]
    assert (await karin.act("claim", card["id"])).status_code == 202
    web.house.store.write(lambda unit: unit.vacancies.save(VACANCY))
    made = Everybody(web, fatima, card["id"], browsers, {}, (await piet.desk())["me"]["id"], VACANCY.id)
    web_ids = {"Zelf": fatima.web_id, "Ander": bram.web_id, "Werkgever": baker, "Vreemde": "niemand"}
    made.addresses = {role: Address(Channel.WEB, web_id) for role, web_id in web_ids.items()}
    made.addresses |= web.house.store.write(_desks)
    for role, browser in browsers.items():
        made.cookies[role] = _everywhere(browser, fatima)
    return made


def _talks(everybody: Everybody, unit: Unit) -> None:
    """Let her talk with an employer, for whom she sent a file that she did not say yes to yet."""
    both = [unit.people.speaker(everybody.addresses[role]) for role in ("Zelf", "Werkgever")]
    person, employer = (held.person.id for held in both if held)
    unit.vacancies.save(replace(VACANCY, employer_id=employer))
    a_contact(unit, person, employer)


def _desks(unit: Unit) -> dict[str, Address]:
    found = {}
    for person_id, name in unit.handoffs.colleagues():
        at = unit.people.address_on(person_id, Channel.DESK)
        assert at
        found["Werkmatcher" if name == "Karin" else "Collega"] = at
    return found


def _everywhere(browser: httpx.AsyncClient, fatima: Guest) -> str:
    """Give a role's secrets as cookies that are sent wherever they go, and as if they were hers."""
    held = {str(cookie.value) for cookie in browser.cookies.jar if cookie.name in {"hallowerk", "hallowerk-desk"}}
    secrets = [value.rpartition(".")[2] for value in held] or ["niets"]
    return f"hallowerk={fatima.web_id}.{secrets[0]}; hallowerk-desk={secrets[0]}"


def _routes() -> set[str]:
    routes: Any = site(typing.cast("Any", None)).routes
    return {f"{method} {route.path}" for route in routes for method in route.methods - {"HEAD"}}


def test_every_route_and_every_event_has_a_row_and_no_other() -> None:
    kinds = {kind.__name__ for kind in typing.get_args(events.What)}
    assert {what for what in table() if " /" in what} == _routes()
    assert {what for what in table() if " /" not in what} == kinds


def test_every_command_is_explained() -> None:
    (choices,) = (action.choices for action in parser()._actions if isinstance(action.choices, dict))  # noqa: SLF001
    assert commands() == {f"hallowerk {name}" for name in choices}


def test_who_is_at_the_command_line_gets_on_no_page_by_that() -> None:
    for what, allowed in table().items():
        assert allowed["Beheerder"] == allowed["Vreemde"], what


async def test_nobody_gets_on_a_page_but_who_may(everybody: Everybody) -> None:
    everybody.web.house.store.write(partial(_talks, everybody))
    last = "POST /desk/out"
    wrong = []
    for what in (*sorted(_routes() - {last}), last):
        for role in ONLINE:
            before = everybody.hers()
            status, said = await _ask(everybody, role, what)
            if (status not in DENIED) != table()[what][role]:
                wrong.append(f"{what}: {role} got {status}")
            if role != "Zelf":
                assert everybody.hers() == before, f"{what}: {role} changed what is hers"
                assert SECRET not in said, f"{what}: {role}"
                may_see = role == "Werkmatcher" and what in {"GET /desk/api/state", "GET /desk/api/stream"}
                assert (NAME in said and ABOUT in said) == may_see, f"{what}: {role}"
    assert wrong == []


async def _ask(everybody: Everybody, role: str, what: str) -> tuple[int, str]:
    """Ask for something as a role; give the status and what was said."""
    method, _space, path = what.partition(" ")
    path = path.replace("{id}", everybody.fatima.web_id).replace("{name}", "chat.css").replace("{file_id}", "8" * 32)
    headers = {"Cookie": everybody.cookies[role]}
    if "{token}" in path:
        token = invite(everybody.web)
        path, headers = path.replace("{token}", token), {}  # a link is what is held here
    async with everybody.web.client(headers=headers) as browser:
        if path.endswith("/stream"):
            return await _listen(browser, path)
        body = {"id": str(uuid.uuid4()), "text": ""}  # what is let in is refused for its words alone
        sent = {"content": "{}"} if "/api/" in path else {"data": body}
        answer = await browser.request(method, path, **(sent if method == "POST" else {}))
        return answer.status_code, answer.text


async def _listen(browser: httpx.AsyncClient, path: str) -> tuple[int, str]:
    said = ""
    async with browser.stream("GET", path) as answer:
        async with asyncio.timeout(PATIENCE):
            async for line in answer.aiter_lines():
                said += line
                if line.startswith("data:") or answer.status_code in DENIED:
                    break
        return answer.status_code, said


def _doings(everybody: Everybody) -> dict[str, events.What]:
    handoff = everybody.handoff
    return {
        "Said": Said("nee"),
        "Tapped": Tapped("do=menu", 1),
        "Sent": Sent("photo"),
        "Opened": Opened("een-link-die-niemand-heeft"),
        "Coded": Coded("12345678"),
        "Blocked": Blocked(),
        "Due": Due("handoff"),
        "Claim": Claim(handoff),
        "Reply": Reply(handoff, "Dag!"),
        "PassOn": PassOn(handoff, everybody.colleague),
        "Bring": Bring(handoff, everybody.vacancy),
        "HandBack": HandBack(handoff),
        "Close": Close(handoff),
    }


@pytest.mark.parametrize("kind", sorted({kind.__name__ for kind in typing.get_args(events.What)}))
async def test_nobody_does_anything_but_what_they_may(everybody: Everybody, kind: str) -> None:
    what, allowed = _doings(everybody)[kind], table()[kind]
    if kind == "Claim":  # of what waits: the conversation that Karin has is nobody else's to take
        for role in set(ONLINE) - {"Werkmatcher"}:
            assert not await _does(everybody, role, what), role
        await everybody.web.house.turns.take(_event(everybody, "Zelf", Said("stop")))
        await everybody.web.house.happens()
        return await _claims_what_waits(everybody)
    # those who may not first: whoever may can end it
    for role in sorted(ONLINE, key=lambda role: allowed[role]):
        if (kind, role) != ("Due", "Zelf"):  # no channel brings what the clock does; nobody can send it
            assert await _does(everybody, role, what) == allowed[role], role
    return None


async def _claims_what_waits(everybody: Everybody) -> None:
    for role in sorted(ONLINE, key=lambda role: table()["Claim"][role]):
        await everybody.fatima.say("ik wil met een mens praten")
        await everybody.fatima.tap("Sla over")
        await everybody.fatima.tap("Nee, laat niets zien")
        (card, *_more) = everybody.web.house.store.read(lambda unit: unit.handoffs.open())
        assert await _does(everybody, role, Claim(card.id)) == table()["Claim"][role], role
        await everybody.web.house.happens()
        if table()["Claim"][role]:
            await everybody.fatima.say("stop")
            await everybody.web.house.happens()


def _event(everybody: Everybody, role: str, what: events.What) -> Event:
    return Event(f"test:{uuid.uuid4()}", everybody.addresses[role], what, everybody.web.house.now)


async def _does(everybody: Everybody, role: str, what: events.What) -> bool:
    """Do something as a role; tell whether anything of hers changed by it."""
    before = everybody.hers()
    taken = await everybody.web.house.turns.take(_event(everybody, role, what))
    changed = everybody.hers() != before
    if role != "Zelf":
        assert not (taken.how in {How.REFUSED, How.STRANGER} and changed)
    acted = isinstance(what, Claim | Reply | PassOn | Bring | HandBack | Close)
    return taken.how is How.TAKEN if acted and not changed else changed
