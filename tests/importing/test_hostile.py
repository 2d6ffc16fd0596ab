"""Whatever others send: a clear line, and nothing of the rest is lost."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing.records import as_bytes, made, posting, read, why

from bot.domain.vacancy import Vacancy
from bot.importing.page import data_in
from bot.importing.pieces import DEEPEST, LARGEST
from bot.importing.plain_text import line, plain, shortened
from bot.importing.schema_org import offer_of
from bot.importing.stream import UnreadableError
from bot.importing.vum import offer_of as offer_of_vum

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;">]><JobPosting><title>&lol2;&lol2;&lol2;</title></JobPosting>"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    *posting(),
    "baseSalary",
    "employmentType",
    "workHours",
    "validThrough",
    "totalJobOpenings",
    "jobStartDate",
)


def between(broken: bytes) -> list[str]:
    """Put a broken record between two good ones; give why it is refused."""
    before, *middle, after = read(b"[" + as_bytes(posting(1)) + b"," + broken + b"," + as_bytes(posting(2)) + b"]", 999)
    assert isinstance(before.made, Vacancy)
    assert isinstance(after.made, Vacancy)
    return [why(one) for one in middle]


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (b'{"@type" "JobPosting"}', "Dit is geen goede json."),
        (b'{"@type": "JobPosting", "title": NaN}', "Dit is geen goede json."),
        (b'{"title": "\xff\xfe"}', "Deze letters kan ik niet lezen. Bewaar het bestand als utf-8."),
        (b'{"a": ' + b"9" * 5000 + b"}", "Dit is geen goede json."),
        (b'{"a": "' + b"x" * LARGEST + b'"}', "Deze vacature is te groot."),
        (b'{"a":' * (DEEPEST + 9) + b"1" + b"}" * (DEEPEST + 9), "Deze vacature zit te diep in elkaar."),
        (b'{"naam": "iets anders"}', "Dit is geen vacature die ik ken."),
        (b"{}", "Dit is geen vacature die ik ken."),
    ],
)
def test_one_broken_record_costs_no_other(broken: bytes, said: str) -> None:
    assert between(broken) == [said]


@pytest.mark.parametrize("other", [b"null", b"1", b'"tekst"', b"[]", b"[[]]", b'{"@type": "Organization"}'])
def test_what_is_no_record_is_passed_by(other: bytes) -> None:
    assert between(other) == []


def test_a_file_that_stops_halfway_keeps_what_came_before() -> None:
    first, second = read(as_bytes([posting(1), posting(2)])[:-40])
    assert isinstance(first.made, Vacancy)
    assert why(second) == "Het bestand stopt midden in deze vacature."


def test_a_billion_laughs_is_a_page_without_vacancies() -> None:
    assert read(LAUGHS) == []


@pytest.mark.parametrize(
    "given", [b"PK\x03\x04", b"\x1f\x8b\x08", b"hallo", b"\xff\xfe{\x00}\x00", b"%PDF-1.7", b"\x00" * 99]
)
def test_a_file_that_is_something_else_says_so(given: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"Dit is geen json en geen html in utf-8\."):
        read(given)


@pytest.mark.parametrize("given", [b"", b" \n ", b"\xef\xbb\xbf"])
def test_an_empty_file_holds_nothing(given: bytes) -> None:
    assert read(given) == []


def test_a_page_without_end_is_not_read() -> None:
    with pytest.raises(UnreadableError, match="Deze pagina is te groot"):
        read(b"<html>" + b"<p>lang</p>" * 400_000)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Je maakt <b>schoon</b>.</p><script>alert('x')</script><p>Kom!</p>", "Je maakt schoon.\nKom!"),
        ("Jansen &amp; Zonen &eacute;n meer", "Jansen & Zonen én meer"),
        ("&lt;p&gt;Twee keer&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;", "Twee keer"),
        ("<style>p {}</style><ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("tekst <scr<script>ipt>alert(1)</script>weg", "tekst"),
        ('<img src=x onerror="alert(1)">tekst', "tekst"),
        ("a\x00b\u202ec\u200bd\ud800e", "abcde"),
        ("5 < 6 en 7 > 3", "5 < 6 en 7 > 3"),
        ("<!-- weg -->blijft<!-- ook weg", "blijft"),
        ("regel 1\r\n\r\n\r\nregel   2", "regel 1\nregel 2"),
    ],
)
def test_html_becomes_words(html: str, words: str) -> None:
    assert plain(html) == words


@given(st.text(alphabet="<>/&;!-script pli=\"'x\n", max_size=300))
def test_no_tag_is_left_of_any_text(text: str) -> None:
    found = plain(text)
    assert "<script" not in found.lower()
    assert len(line(text, 20)) <= 20


@pytest.mark.parametrize(
    "part", ["<!--", "<", "<a ", "</", "<![CDATA[", "&", "&lt;", "<script>", "<p", "<script x", "-->", "</script"]
)
def test_no_text_takes_long(part: str) -> None:
    began = time.process_time()
    plain(part * 50_000)
    data_in(part * 400_000)
    assert time.process_time() - began < 20  # it takes well under 1 second; a square of the length takes minutes


def test_words_are_cut_where_a_sentence_ends() -> None:
    assert shortened("Eerste zin. Tweede zin.", 15) == "Eerste zin."
    assert shortened("Zonder einde maar lang", 15) == "Zonder einde…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
    assert len(made(posting(description="Je werkt hier fijn. " * 90)).about) <= 600


def test_letters_that_a_database_does_not_take_are_gone() -> None:
    record = json.dumps([posting("A\u0000\ud8001", title="Schoon\u0000maker\ud800")]).encode()
    (one,) = read(record)
    vacancy = one.made
    assert isinstance(vacancy, Vacancy)
    assert (vacancy.reference, vacancy.title) == ("Zon:A1", "Schoonmaker")


@given(st.sampled_from(FIELDS), JSON)
def test_any_value_anywhere_is_read(name: str, value: Any) -> None:
    offer_of({**posting(), name: value})


@given(
    st.sampled_from(("werkgever", "werktijden", "contractvorm", "beroep", "rijbewijs", "taalbeheersing", "idVacature")),
    JSON,
)
def test_any_value_anywhere_in_vum_is_read(name: str, value: Any) -> None:
    offer_of_vum({"naamVacature": "kok", name: value})
