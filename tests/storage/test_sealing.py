"""Sealing: nothing personal is readable on the disk, and the key is made once and kept well."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import SECRETS, a_full_life, a_person, an_invitation

from storage.sealing import KEY_BYTES, Seal, SealError, key_from
from storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from postgres import Server

SEAL = Seal(bytes(KEY_BYTES))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_what_is_sealed_opens_again(value: object) -> None:
    assert SEAL.open(SEAL.seal(value)) == value


def test_the_same_words_are_never_sealed_the_same_way_twice() -> None:
    assert SEAL.seal("ja") != SEAL.seal("ja")


def test_another_key_does_not_open_it_and_says_what_to_do() -> None:
    with pytest.raises(SealError, match=r"De sleutel past niet bij deze database. Zet HALLOWERK_KEY goed"):
        Seal(b"x" * KEY_BYTES).open(SEAL.seal("geheim"))


@pytest.mark.parametrize("sealed", [b"", b"x" * 11, b"x" * 30])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(SealError):
        SEAL.open(sealed)


def test_a_changed_byte_does_not_open() -> None:
    sealed = bytearray(SEAL.seal("ja"))
    sealed[-1] ^= 1
    with pytest.raises(SealError):
        SEAL.open(bytes(sealed))


def test_lookups_differ_by_kind_value_and_key() -> None:
    found = {SEAL.lookup("web", "1"), SEAL.lookup("web", "2"), SEAL.lookup("telegram", "1")}
    assert len(found | {Seal(b"x" * KEY_BYTES).lookup("web", "1")}) == 4
    assert SEAL.lookup("web", "1") in found


@pytest.mark.parametrize("setting", ["geen sleutel", "abcd", "zz" * KEY_BYTES, "ab" * (KEY_BYTES + 1)])
def test_a_setting_that_is_no_key_says_what_a_key_is(setting: str, tmp_path: Path) -> None:
    with pytest.raises(SealError, match="HALLOWERK_KEY moet 64 tekens hebben") as raised:
        Seal(key_from(setting, tmp_path))
    assert setting not in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_a_set_key_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert key_from("ab" * KEY_BYTES, tmp_path) == b"\xab" * KEY_BYTES
    assert list(tmp_path.iterdir()) == []


def test_the_first_start_makes_a_key_that_only_we_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    key = key_from(None, folder)
    assert len(key) == KEY_BYTES
    assert stat.S_IMODE((folder / "key").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["key"]
    assert key_from(None, folder) == key


def test_whatever_the_umask_the_key_is_ours_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        key_from(None, tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_threads_that_start_at_the_same_moment_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _number: key_from(None, tmp_path), range(32)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


CRASHES = """
import os, sys
from pathlib import Path
from storage.sealing import key_from
name = sys.argv[2]
setattr(os, name, lambda *given: os._exit(9))
key_from(None, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("instant", ["fsync", "link"])
def test_a_crash_while_the_key_is_made_leaves_no_half_key(instant: str, tmp_path: Path) -> None:
    crashed = subprocess.run([sys.executable, "-c", CRASHES, tmp_path, instant], check=False)
    assert crashed.returncode == 9
    assert not (tmp_path / "key").exists()
    assert len(key_from(None, tmp_path)) == KEY_BYTES


@pytest.mark.parametrize("held", ["", "abcd", "geen sleutel\n", "ü" * 64])
def test_a_broken_key_file_is_not_replaced_but_told(held: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(held, encoding="utf-8")
    with pytest.raises(SealError, match="Het bestand key in de datamap is kapot"):
        key_from(None, tmp_path)
    assert (tmp_path / "key").read_text(encoding="utf-8") == held


def test_a_database_of_another_key_is_told_at_the_start(store: Store, database_url: str) -> None:
    store.check_key()
    store.write(a_person)
    store.check_key()
    other = Store(database_url, Seal(b"x" * KEY_BYTES))
    with pytest.raises(SealError, match="De sleutel past niet"):
        other.check_key()
    other.close()


def fill(store: Store) -> None:
    store.write(a_full_life)
    store.write(lambda unit: an_invitation(unit, "uitnodiging", "zonnebloem-token-1234"))


def readable(held: bytes) -> list[str]:
    words = (*SECRETS, "zonnebloem-token-1234", "Utrecht")
    found = [word for word in words if word.lower().encode() in held.lower()]
    # four digits stand by chance inside numbers and sealed text: a value has neither letters nor digits beside it
    alone = re.search(rb"(?<![0-9A-Za-z+/_-])3531(?![0-9A-Za-z+/_=-])", held)
    return [*found, "3531"] if alone else found


def test_four_digits_are_found_where_they_are_a_value_and_not_inside_a_number() -> None:
    assert readable(b"\x0b3531\x00") == ["3531"]
    assert readable(b'{"pc4": "3531"}') == ["3531"]
    assert readable(b"1735312; a3531f") == []


def test_nothing_personal_is_readable_in_the_files_of_sqlite(sqlite_url: str, tmp_path: Path) -> None:
    store = Store(sqlite_url, SEAL)
    fill(store)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    store.close()
    assert b"jobseeker" in held
    assert readable(held) == []


def test_nothing_personal_is_readable_in_the_files_of_postgresql(postgres_url: str, postgres: Server) -> None:
    store = Store(postgres_url, SEAL)
    fill(store)
    store.close()
    postgres.do("checkpoint")
    files = [file for file in postgres.folder.rglob("*") if file.is_file() and not file.is_socket()]
    held = b"".join(file.read_bytes() for file in files)
    assert b"jobseeker" in held
    assert readable(held) == []
