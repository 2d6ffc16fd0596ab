"""Erasing is real: not a row of the person is left, nor a byte; and what is known is all told before (V11)."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from made import DAY, NOW, SECRETS, a_full_life, a_person, an_invitation, row_counts
from sqlalchemy import event, func, select, update

from bot.domain.gemeente import Keep
from bot.export import export_of
from storage.housekeeping import tidy
from storage.sealing import KEY_BYTES, Seal
from storage.store import Store
from storage.tables import conversation, metadata

if TYPE_CHECKING:
    from pathlib import Path

    from made import Made
    from sqlalchemy import Table

    from storage.unit import Unit

KEEP = Keep(conversation=90, handoff=30, events=14, sentences=90)


def of_a_person() -> dict[str, Table]:
    """Give every table that has a row of a person, or of something that is theirs."""
    found = {"person": metadata.tables["person"]}
    while True:
        more = {
            name: table
            for name, table in metadata.tables.items()
            if name not in found and any(key.column.table.name in found for key in table.foreign_keys)
        }
        if not more:
            return found
        found |= more


PERSONAL = of_a_person()


def test_tables_that_name_a_person_are_found() -> None:
    named = {name for name, table in metadata.tables.items() if "person_id" in table.c or "address_id" in table.c}
    assert named <= set(PERSONAL)
    assert {"message", "web_session", "link_code"} <= set(PERSONAL)


@pytest.mark.parametrize("name", sorted(set(PERSONAL) - {"person"}))
def test_every_key_to_a_person_or_to_what_is_theirs_erases_with_it(name: str) -> None:
    keys = [
        key
        for key in PERSONAL[name].foreign_keys
        if key.column.table.name in PERSONAL and key.parent.name != "taken_by"  # a werkmatcher's leaving erases nobody
    ]
    assert {key.ondelete for key in keys} == {"CASCADE"}
    direct = [column for column in PERSONAL[name].c if column.name in {"person_id", "address_id"}]
    assert all(column.foreign_keys for column in direct)


def personal_rows(unit: Unit) -> dict[str, int]:
    return {name: count for name, count in row_counts(unit).items() if name in PERSONAL}


def test_a_full_life_has_a_row_in_every_table(store: Store) -> None:
    store.write(a_full_life)
    assert all(store.read(personal_rows).values())


def test_erasing_leaves_not_one_row_and_takes_nobody_elses(store: Store) -> None:
    def another(unit: Unit) -> Made:
        other = a_person(unit, "another")
        unit.events.add("tg:1", other.id, NOW)
        unit.invitations.offer_code("11111111", other.id, NOW + DAY)
        return other

    store.write(another)
    before = store.read(row_counts)
    who = store.write(a_full_life)
    store.write(lambda unit: unit.people.erase(who.id))
    assert store.read(row_counts) == before
    store.write(lambda unit: unit.people.erase(who.id))
    assert store.read(row_counts) == before


def test_what_is_known_is_read_from_every_table(store: Store) -> None:
    who = store.write(a_full_life)
    asked: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement.lower().replace("\n", " ") + " ")

    event.listen(store.engine, "before_cursor_execute", listen)
    store.read(lambda unit: unit.known.everything(who.id))
    missed = [name for name in PERSONAL if not any(f"from {name} " in statement for statement in asked)]
    assert missed == []


def test_everything_holds_everything(store: Store) -> None:
    who = store.write(a_full_life)
    held = store.read(lambda unit: unit.known.everything(who.id))
    told = str(held)
    assert [word for word in (*SECRETS[:4], SECRETS[6]) if word not in told] == []
    assert [word for word in SECRETS[4:6] if word in told] == []  # these would let somebody in
    assert held["events"] == [{"at": NOW.isoformat()}]
    assert held["web_sessions"] == held["codes"] == [{"until": (NOW + DAY).isoformat()}]
    assert [spoken["from"] for spoken in held["messages"]] == ["me", "chat"]
    assert held["profile"]["active"] is True
    assert held["sentences"] == [{"on": NOW.date().isoformat(), "sentence": "wat is een zin"}]
    assert store.read(lambda unit: unit.known.summary(who.id)) == {
        "since": NOW.date(),
        "channels": ["web"],
        "messages": 2,
        "handoffs": 1,
        "sentences": ["wat is een zin"],
        "wanted": [],
    }


def test_everything_of_somebody_new_is_little(store: Store) -> None:
    who = store.write(a_person)
    held = store.read(lambda unit: unit.known.everything(who.id))
    assert held["profile"] is None
    assert held["messages"] == held["events"] == held["web_sessions"] == held["codes"] == held["vacancies"] == []


def test_the_file_holds_words_as_they_are_read(store: Store) -> None:
    who = store.write(a_full_life)
    file = store.read(lambda unit: export_of(unit, who.id)).decode()
    assert f"Dag {SECRETS[2]}" in file
    assert f"Ik woon in de {SECRETS[0]}" in file


def test_after_erasing_and_tidying_no_byte_is_left_in_the_files_of_sqlite(sqlite_url: str, tmp_path: Path) -> None:
    store = Store(sqlite_url, Seal(bytes(KEY_BYTES)))
    who = store.write(a_full_life)
    query = select(conversation.c.state_sealed).where(conversation.c.person_id == who.id)
    sealed = store.read(lambda unit: bytes(unit.connection.execute(query).scalar_one()))
    held = (sealed, who.id.encode(), store.seal.lookup(who.at.channel, who.at.key))

    def on_disk() -> bytes:
        return b"".join(file.read_bytes() for file in tmp_path.glob("hallowerk.db*"))

    assert all(part in on_disk() for part in held)
    store.tidy()
    assert all(part in (tmp_path / "hallowerk.db").read_bytes() for part in held)
    store.write(lambda unit: unit.people.erase(who.id))
    store.tidy()
    assert [part for part in held if part in on_disk()] == []
    assert (tmp_path / "hallowerk.db-wal").stat().st_size == 0
    store.close()


def test_tidying_the_disk_waits_for_nobody_and_breaks_nothing(store: Store) -> None:
    reading, done = Event(), Event()

    def read(unit: Unit) -> None:
        row_counts(unit)
        reading.set()
        done.wait()

    reader = Thread(target=store.read, args=(read,))
    reader.start()
    try:
        assert reading.wait(30)
        store.write(a_person)
        quick = Store(store.engine.url.render_as_string(hide_password=False), store.seal, busy_seconds=0.01)
        quick.tidy()
        quick.close()
    finally:
        done.set()
        reader.join()
    store.tidy()
    assert store.read(row_counts)["person"] == 1


def test_housekeeping_forgets_what_is_old_and_keeps_the_rest(store: Store) -> None:
    def fill(unit: Unit) -> tuple[str, str]:
        idle = a_person(unit, "idle", heard_at=NOW - timedelta(days=91))
        there = a_person(unit, "there", heard_at=NOW - timedelta(days=89))
        for who in (idle, there):
            unit.invitations.offer_code(who.id[:8], who.id, NOW + DAY)
        unit.events.add("tg:old", there.id, NOW - timedelta(days=15))
        unit.events.add("tg:new", there.id, NOW - timedelta(days=13))
        unit.lessons.keep(there.id, "wat is een old zin", NOW.date() - timedelta(days=91))
        unit.lessons.keep(there.id, "wat is een nieuwe zin", NOW.date() - timedelta(days=90))
        unit.sessions.add(there.address_id, "ended", NOW)
        unit.sessions.add(there.address_id, "open", NOW + DAY)
        an_invitation(unit, "expired", "expired-token", NOW)
        an_invitation(unit, "open", "an-open-token", NOW + DAY)
        return idle.id, there.id

    idle, there = store.write(fill)
    store.write(lambda unit: tidy(unit, NOW, KEEP))
    counts = store.read(row_counts)
    assert [counts[name] for name in ("person", "address", "conversation", "event", "web_session", "link_code")] == [
        1
    ] * 6
    assert (counts["invitation"], counts["issued"]) == (1, 2)
    assert store.read(lambda unit: unit.lessons.review()) == [("2026-08", "wat is een nieuwe zin")]
    assert store.read(lambda unit: unit.events.add("tg:new", there, NOW)) is False
    assert store.write(lambda unit: unit.invitations.use("an-open-token", NOW))
    assert store.read(lambda unit: unit.known.summary(there))["channels"] == ["telegram"]
    store.write(lambda unit: tidy(unit, NOW + 2 * DAY, KEEP))
    after = store.read(row_counts)
    assert (after["person"], after["link_code"], after["web_session"], after["invitation"]) == (0, 0, 0, 0)
    assert idle not in str(after)


def test_who_speaks_at_the_moment_of_housekeeping_stays(postgres_url: str) -> None:
    store = Store(postgres_url, Seal(bytes(KEY_BYTES)))
    who = store.write(lambda unit: a_person(unit, heard_at=NOW - timedelta(days=400)))
    speaking, done = Event(), Event()

    def speak(unit: Unit) -> None:
        assert unit.people.speaker(who.at) is not None
        speaking.set()
        done.wait()
        unit.conversations.keep(who.id, {"answers": {}}, NOW)

    speaker = Thread(target=store.write, args=(speak,))
    speaker.start()
    try:
        assert speaking.wait(30)
        store.write(lambda unit: tidy(unit, NOW, KEEP))
    finally:
        done.set()
        speaker.join()
    assert store.read(row_counts)["person"] == 1
    store.write(lambda unit: unit.connection.execute(update(conversation).values(heard_at=NOW - 400 * DAY)))
    store.write(lambda unit: tidy(unit, NOW, KEEP))
    assert (
        store.read(lambda unit: unit.connection.execute(select(func.count(conversation.c.person_id))).scalar_one()) == 0
    )
    store.close()
