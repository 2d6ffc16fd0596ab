"""Going on on another device with a code (/koppel)."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.invitation import CODE_MINUTES
from bot.handlers.guesses import MOST_OF_ONE, WINDOW_SECONDS
from web.guests import Guest, code_of, rows

if TYPE_CHECKING:
    import httpx

    from stages.serving import Web


@pytest.mark.parametrize("written", ["{code}", "{digits}", "code {code}", " {digits} "])
async def test_a_code_opens_the_conversation_on_another_device(
    fatima: Guest, other: httpx.AsyncClient, written: str
) -> None:
    code = await code_of(fatima)
    assert (await other.get("/koppel")).status_code == 200
    answer = await other.post("/koppel", data={"code": written.format(code=code, digits=code.replace(" ", ""))})
    assert (answer.status_code, answer.headers["location"]) == (303, fatima.here)
    there = Guest(other, fatima.web_id)
    assert await there.messages() == await fatima.messages()
    assert (await there.say("wie ben jij?")).status_code == 202
    assert (await fatima.messages())[-1] == (await there.messages())[-1]


async def test_wrong_used_and_old_codes_are_one_and_the_same_page(
    web: Web, fatima: Guest, other: httpx.AsyncClient
) -> None:
    used = await code_of(fatima)
    assert (await other.post("/koppel", data={"code": used})).status_code == 303
    old = await code_of(fatima)
    await web.house.passes(timedelta(minutes=CODE_MINUTES, seconds=1))
    before = rows(web)
    pages = [
        await other.post("/koppel", data={"code": code})
        for code in (used, old, "00000000", "", "abc", "1" * 500, "١٢٣٤٥٦٧٨", "\0")
    ]
    pages.append(await other.post("/koppel"))
    assert {page.status_code for page in pages} == {422}
    assert len({page.content for page in pages}) == 1
    assert "Deze code werkt niet." in pages[0].text
    assert rows(web) == before


async def test_guessing_codes_has_to_wait(web: Web, fatima: Guest, other: httpx.AsyncClient) -> None:
    for guess in range(MOST_OF_ONE):
        assert (await other.post("/koppel", data={"code": f"{guess:08}"})).status_code == 422
    code = await code_of(fatima)
    assert (await other.post("/koppel", data={"code": code})).status_code == 429
    web.clock.seconds += WINDOW_SECONDS + 1
    assert (await other.post("/koppel", data={"code": code})).status_code == 303


async def test_too_long_a_form_is_refused(other: httpx.AsyncClient) -> None:
    answer = await other.post("/koppel", data={"code": "1" * 70_000})
    assert answer.status_code == 413
    assert answer.headers["content-type"].startswith("text/html")


async def test_guesses_at_the_same_moment_count_too(other: httpx.AsyncClient) -> None:
    posts = (other.post("/koppel", data={"code": f"{guess:08}"}) for guess in range(3 * MOST_OF_ONE))
    answers = Counter(answer.status_code for answer in await asyncio.gather(*posts))
    assert answers == {422: MOST_OF_ONE, 429: 2 * MOST_OF_ONE}


async def test_good_codes_are_not_counted(fatima: Guest, other: httpx.AsyncClient) -> None:
    for _time in range(MOST_OF_ONE + 1):
        assert (await other.post("/koppel", data={"code": await code_of(fatima)})).status_code == 303
