"""Invitations and codes: once, in time, and telling nobody what became of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from made import DAY, NOW, a_person, an_invitation, row_counts
from sqlalchemy import select

from bot.domain.event import Address, Channel
from bot.domain.invitation import Invitation
from bot.domain.person import Contact, Role, Support
from storage.store import Store, StoreFault
from storage.tables import invitation

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.unit import Unit

TOKEN = "a-token-of-an-invitation"  # noqa: S105 - made up
USERS = 4


def used(store: Store, token: str = TOKEN, later: int = 0) -> Invitation | None:
    return store.write(lambda unit: unit.invitations.use(token, NOW + later * DAY))


def at_once(store: Store, work: Callable[[Unit], object]) -> list[object]:
    """Do the same in several transactions at the same moment."""
    barrier = Barrier(USERS)

    def one(_number: int) -> object:
        barrier.wait()
        return store.write(work)

    with ThreadPoolExecutor(USERS) as threads:
        return list(threads.map(one, range(USERS)))


def test_an_invitation_gives_what_staff_decided(store: Store) -> None:
    made = Invitation(Role.JOBSEEKER, NOW + DAY, Support.GUIDED, Contact.WERKMATCHER)
    store.write(lambda unit: unit.invitations.issue("1", TOKEN, made, NOW))
    assert used(store) == made


def test_an_invitation_works_once(store: Store) -> None:
    store.write(lambda unit: an_invitation(unit, "1", TOKEN))
    assert used(store) is not None
    assert used(store) is None


def test_of_several_who_use_an_invitation_at_once_one_gets_in(store: Store) -> None:
    store.write(lambda unit: an_invitation(unit, "1", TOKEN))
    found = at_once(store, lambda unit: unit.invitations.use(TOKEN, NOW))
    assert sum(invitation is not None for invitation in found) == 1


@pytest.mark.parametrize(("later", "works"), [(0, True), (1, False), (2, False)])
def test_an_invitation_works_until_it_expires(store: Store, later: int, works: bool) -> None:  # noqa: FBT001 - a parameter
    store.write(lambda unit: an_invitation(unit, "1", TOKEN))
    assert (used(store, later=later) is not None) is works


def test_a_revoked_and_an_unknown_invitation_do_not_work(store: Store) -> None:
    store.write(lambda unit: an_invitation(unit, "1", TOKEN))
    store.write(lambda unit: unit.invitations.revoke("1"))
    assert used(store) is None
    assert used(store, "nobody-knows-this-token") is None


def test_staff_see_the_same_whatever_became_of_an_invitation(store: Store) -> None:
    fates = ("unopened", "used", "erased", "revoked", "expired")
    for fate in fates:
        store.write(partial(an_invitation, issued_id=fate, token=f"token-of-{fate}"))
    before = store.read(lambda unit: unit.invitations.listed())
    used(store, "token-of-used")
    store.write(a_person)
    used(store, "token-of-erased")
    gone = store.write(a_person)
    store.write(lambda unit: unit.people.erase(gone.id))
    store.write(lambda unit: unit.invitations.revoke("revoked"))
    store.write(lambda unit: unit.invitations.forget_expired(NOW + 2 * DAY))
    after = store.read(lambda unit: unit.invitations.listed())
    assert after == before
    assert {issued.id for issued in after} == set(fates)
    assert {(issued.role, issued.made_at, issued.expires_at) for issued in after} == {(Role.JOBSEEKER, NOW, NOW + DAY)}


def test_the_database_looks_the_same_whatever_became_of_an_invitation(store: Store) -> None:
    """Rows, sizes and what can be read of them without the key: nothing tells who opened a link (V2)."""
    for fate in ("unopened", "used", "revoked"):
        store.write(partial(an_invitation, issued_id=fate, token=f"token-of-{fate}"))

    def rows(unit: Unit) -> list[Any]:
        return list(unit.connection.execute(select(invitation).order_by(invitation.c.token_hash)))

    before = store.read(rows)
    used(store, "token-of-used")
    store.write(lambda unit: unit.invitations.revoke("revoked"))
    after = store.read(rows)
    assert [(row.token_hash, row.issue_hash, row.expires_at) for row in after] == [
        (row.token_hash, row.issue_hash, row.expires_at) for row in before
    ]
    assert len({len(row.terms_sealed) for row in after}) == 1
    store.write(lambda unit: unit.invitations.reseal())
    assert {row.terms_sealed for row in store.read(rows)}.isdisjoint({row.terms_sealed for row in after})
    assert [used(store, f"token-of-{fate}") is not None for fate in ("unopened", "used", "revoked")] == [
        True,
        False,
        False,
    ]


def test_a_code_lets_its_person_in_once_and_in_time(store: Store) -> None:
    who = store.write(a_person)
    store.write(lambda unit: unit.invitations.offer_code("12345678", who.id, NOW + DAY))
    assert store.write(lambda unit: unit.invitations.accept_code("12345678", NOW + DAY)) is None
    assert store.write(lambda unit: unit.invitations.accept_code("12345678", NOW)) == who.id
    assert store.write(lambda unit: unit.invitations.accept_code("12345678", NOW)) is None


def offer(unit: Unit, person_id: str, code: str) -> None:
    unit.invitations.offer_code(code, person_id, NOW + DAY)


def test_a_new_code_replaces_the_one_before(store: Store) -> None:
    who = store.write(a_person)
    for code in ("11111111", "22222222"):
        store.write(partial(offer, person_id=who.id, code=code))
    assert store.write(lambda unit: unit.invitations.accept_code("11111111", NOW)) is None
    assert store.write(lambda unit: unit.invitations.accept_code("22222222", NOW)) == who.id


def test_of_several_who_type_a_code_at_once_one_gets_in(store: Store) -> None:
    who = store.write(a_person)
    store.write(lambda unit: unit.invitations.offer_code("12345678", who.id, NOW + DAY))
    found = at_once(store, lambda unit: unit.invitations.accept_code("12345678", NOW))
    assert sorted(map(str, found)) == sorted([who.id, *["None"] * (USERS - 1)])


def test_an_address_belongs_to_one_person(store: Store) -> None:
    at = Address(Channel.TELEGRAM, "4711")
    store.write(lambda unit: a_person(unit, at.key))
    counts = store.read(row_counts)
    with pytest.raises(StoreFault, match=r"IntegrityError|UniqueViolation"):
        store.write(lambda unit: a_person(unit, at.key))
    assert store.read(row_counts) == counts
