"""JSON is cut into its records however it comes in, and one broken record costs no other."""

from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.importing.pieces import DEEPEST, LARGEST, Cutter, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(st.text(max_size=6), VALUES, max_size=3), max_size=5)


def cut(given: bytes, size: int = 1 << 16) -> list[Piece]:
    cutter = Cutter()
    pieces = [piece for at in range(0, len(given), size) for piece in cutter.take(given[at : at + size])]
    return pieces + list(cutter.end())


def whole(pieces: list[Piece]) -> list[Any]:
    return [json.loads(piece.raw) for piece in pieces if not piece.around]


@given(RECORDS, st.integers(1, 9), st.sampled_from([None, 2]), st.booleans())
def test_any_records_come_out_as_they_went_in(
    records: list[dict[str, Any]],
    size: int,
    indent: int | None,
    ascii_only: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    listed = json.dumps(records, indent=indent, ensure_ascii=ascii_only).encode(errors="surrogatepass")
    assert whole(cut(listed, size)) == records
    one_a_line = "\n".join(json.dumps(record) for record in records).encode()
    assert whole(cut(one_a_line, size)) == records


@pytest.mark.parametrize("name", ["@graph", "itemListElement", "vacatures"])
@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_a_list_inside_an_object_is_cut_too(name: str, size: int) -> None:
    inner = [{"a": 1, "b": [{"c": "]}"}]}, {"a": 2}]
    pieces = cut(json.dumps({"before": [1], name: inner, "after": {"x": [{}]}}).encode(), size)
    assert whole(pieces) == inner
    assert [json.loads(piece.raw) for piece in pieces if piece.around] == [
        {"before": [1], name: [], "after": {"x": [{}]}}
    ]


def test_a_broken_record_is_one_piece_and_the_next_is_whole() -> None:
    pieces = cut(b'[{"a": 1}, {"a" 2, }, {"a": nul}, {"a": 3}]')
    assert [bytes(piece.raw) for piece in pieces] == [b'{"a": 1}', b'{"a" 2, }', b'{"a": nul}', b'{"a": 3}']


def test_what_ends_halfway_says_so() -> None:
    pieces = cut(b'[{"a": 1}, {"a": "hal')
    assert [piece.unfinished for piece in pieces] == [False, True]
    assert len(cut(b'{"@graph": [{"a": 1}, {"b"')) == 3


def test_brackets_that_fit_nothing_cost_nothing() -> None:
    assert whole(cut(b']]}}, "x" {"a": 1} ]} {"a": 2}')) == [{"a": 1}, {"a": 2}]


def test_a_record_that_is_too_large_or_too_deep_is_said_to_be() -> None:
    large = b'{"a": "' + b"x" * LARGEST + b'"}'
    deep = b'{"a": ' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1)
    pieces = cut(b"[" + large + b"," + deep + b',{"a": 1}]')
    assert [(piece.too_large, piece.too_deep) for piece in pieces] == [(True, False), (False, True), (False, False)]
    assert len(pieces[0].raw) == LARGEST


@pytest.mark.parametrize(
    "part", [b'{"a": 1, "b": "words"},', b"x" * 64, b'{"@graph":[', b"[", b'{"a":', b'"', b'\\"', b"}"]
)
@pytest.mark.parametrize("begin", [b"[", b'{"a": "'])
def test_little_is_kept_of_whatever_comes(begin: bytes, part: bytes) -> None:
    cutter = Cutter()
    for chunk in (begin, *[part * (65536 // len(part))] * 6):
        for _piece in cutter.take(chunk):
            pass
        assert cutter.held <= LARGEST + 4096


def test_50_mb_of_records_take_no_more_memory_than_1() -> None:
    record = json.dumps({"a": "words " * 10_000}).encode() + b","

    def coming() -> Iterator[bytes]:
        yield b"["
        for _time in range(50_000_000 // len(record)):
            yield record

    cutter = Cutter()
    count = 0
    tracemalloc.start()
    try:
        for chunk in coming():
            count += sum(1 for _piece in cutter.take(chunk))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count > 800
    assert peak < 4 * LARGEST
