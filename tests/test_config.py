"""What a wrong setting or a wrong line of gemeente.toml leads to, and what the right ones give."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import EXAMPLE, Settings, read_gemeente
from bot.domain.gemeente import AA, BLACK, WHITE, Policy, Privacy, contrast, ink_for
from bot.domain.opening import AMSTERDAM, Opening, Span, is_open, next_open, opening_text
from bot.errors import ConfigError, HalloWerkError
from bot.nlu.plain import faults
from bot.translate import render

TOKEN = "123456:AAEhBOweik6ad9r_secret-part"  # noqa: S105 - made up
OFFICE = Span(time(9), time(17))
FRIDAY = Span(time(9), time(12, 30))
WEEK = Opening((OFFICE, OFFICE, OFFICE, OFFICE, FRIDAY, None, None), frozenset({date(2026, 12, 25)}))


def changed(tmp_path: Path, pattern: str, replacement: str, original: Path = EXAMPLE) -> Path:
    """Give the example with one change, which has to have changed something."""
    text = original.read_text(encoding="utf-8")
    other, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert times == 1
    file = tmp_path / "gemeente.toml"
    file.write_text(other, encoding="utf-8")
    return file


def test_an_empty_environment_runs_the_demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment({})
    assert settings == Settings(
        database_url="sqlite:///data/hallowerk.db",
        base_url="http://127.0.0.1:8080",
        port=8080,
        host="127.0.0.1",
        data_dir=Path("data"),
        demo=True,
        gemeente_file=EXAMPLE,
        telegram_api_base="https://api.telegram.org",
        telegram_webhook_url=None,
        telegram_token=None,
        rasa_url=None,
        rasa_token=None,
        key=None,
    )


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {
            "HALLOWERK_DATABASE_URL": "postgresql+psycopg://chat:geheim@db/chat",
            "HALLOWERK_BASE_URL": "https://chat.voorbeeldstad.example/",
            "HALLOWERK_PORT": "9000",
            "HALLOWERK_HOST": "0.0.0.0",  # noqa: S104 - a value that is read, nothing listens
            "HALLOWERK_DATA_DIR": str(tmp_path),
            "HALLOWERK_KEY": "sleutel",
            "HALLOWERK_DEMO": "1",
            "HALLOWERK_GEMEENTE": str(tmp_path / "ons.toml"),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": "http://localhost:8081",
            "TELEGRAM_WEBHOOK_URL": "https://chat.voorbeeldstad.example/telegram",
            "HALLOWERK_RASA_URL": "http://localhost:5005",
        }
    )
    assert settings.database_url == "postgresql+psycopg://chat:geheim@db/chat"
    assert settings.base_url == "https://chat.voorbeeldstad.example"
    assert (settings.port, settings.host, settings.data_dir) == (9000, "0.0.0.0", tmp_path)  # noqa: S104 - as above
    assert (settings.key, settings.telegram_token, settings.demo) == ("sleutel", TOKEN, True)
    assert settings.gemeente_file == tmp_path / "ons.toml"
    assert settings.telegram_api_base == "http://localhost:8081"
    assert settings.telegram_webhook_url == "https://chat.voorbeeldstad.example/telegram"
    assert settings.rasa_url == "http://localhost:5005"


@pytest.mark.parametrize(
    ("environ", "demo"),
    [
        ({}, True),
        ({"TELEGRAM_BOT_TOKEN": ""}, True),
        ({"TELEGRAM_BOT_TOKEN": TOKEN}, False),
        ({"HALLOWERK_DATABASE_URL": "sqlite:///x.db"}, False),
        ({"TELEGRAM_BOT_TOKEN": TOKEN, "HALLOWERK_DEMO": "1"}, True),
        ({"HALLOWERK_DEMO": "nee"}, False),
    ],
)
def test_the_demo_is_on_where_nothing_real_is_set(environ: dict[str, str], *, demo: bool) -> None:
    assert Settings.from_environment(environ).demo is demo


def test_the_port_is_in_the_link_and_the_folder_in_the_database() -> None:
    settings = Settings.from_environment({"HALLOWERK_PORT": "9001", "HALLOWERK_DATA_DIR": "/srv/chat"})
    assert settings.base_url == "http://127.0.0.1:9001"
    assert settings.database_url == "sqlite:////srv/chat/hallowerk.db"


def test_the_gemeente_of_this_folder_goes_before_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gemeente.toml").write_text("", encoding="utf-8")
    assert Settings.from_environment({}).gemeente_file == Path("gemeente.toml")


def test_no_secret_is_shown() -> None:
    shown = repr(
        Settings.from_environment(
            {
                "HALLOWERK_DATABASE_URL": "postgresql://chat:geheim1@db/chat",
                "HALLOWERK_KEY": "geheim2",
                "TELEGRAM_BOT_TOKEN": "1:geheim3",
                "TELEGRAM_WEBHOOK_URL": "https://x.example/geheim4",
                "HALLOWERK_RASA_URL": "http://u:geheim5@rasa",
                "HALLOWERK_RASA_TOKEN": "geheim7",
                "TELEGRAM_API_BASE": "http://u:geheim6@bots",
            }
        )
    )
    assert "geheim" not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HALLOWERK_PORT", "0"),
        ("HALLOWERK_PORT", "65536"),
        ("HALLOWERK_PORT", "geheim"),
        ("HALLOWERK_PORT", "²"),
        ("HALLOWERK_DEMO", "geheim"),
        ("HALLOWERK_DATABASE_URL", "mysql://geheim"),
        ("HALLOWERK_DATABASE_URL", "geheim"),
        ("HALLOWERK_BASE_URL", "geheim"),
        ("HALLOWERK_BASE_URL", "ftp://geheim"),
        ("HALLOWERK_BASE_URL", "https://ge heim"),
        ("HALLOWERK_BASE_URL", "https://"),
        ("HALLOWERK_BASE_URL", "https://x:geheim"),
        ("HALLOWERK_BASE_URL", "https://x?geheim"),
        ("TELEGRAM_BOT_TOKEN", "geheim"),
        ("TELEGRAM_BOT_TOKEN", "1:ge/heim"),
        ("TELEGRAM_WEBHOOK_URL", "http://geheim"),
        ("TELEGRAM_API_BASE", "geheim"),
        ("HALLOWERK_RASA_URL", "[geheim"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(name: str, value: str) -> None:
    with pytest.raises(ConfigError) as raised:
        Settings.from_environment({name: value})
    said = str(raised.value)
    assert said.startswith(f"De instelling {name} klopt niet. Vul in: ")
    assert "heim" not in said
    assert isinstance(raised.value, HalloWerkError)


def test_the_example_is_whole_and_safe() -> None:
    gemeente = read_gemeente(EXAMPLE)
    assert gemeente.name == "Gemeente Voorbeeldstad"
    assert gemeente.contact.phone == "14 012"
    assert gemeente.opening.week == (OFFICE,) * 5 + (None,) * 2
    assert date(2026, 12, 25) in gemeente.opening.holidays
    asks = gemeente.asks
    assert {asks.stand, asks.sit, asks.bend, asks.lift, asks.register} == {Policy.NEVER}
    assert (gemeente.travel.minutes, gemeente.travel.by) == (45, "ov")
    assert (gemeente.employer_answer_days, gemeente.keep.handoff, gemeente.telegram_group) == (5, 30, None)
    assert gemeente.privacy == Privacy(
        officer="privacy@voorbeeldstad.example", statement="https://www.voorbeeldstad.example/privacy"
    )
    assert len(gemeente.after_no) == 3
    assert [faults(sentence) for sentence in gemeente.after_no] == [[], [], []]


def test_what_may_be_left_out_may_be_there_too(tmp_path: Path) -> None:
    file = changed(tmp_path, r"^# telegram_group = .*$", "telegram_group = -1001234567890")
    assert read_gemeente(file).telegram_group == -1001234567890
    file = changed(tmp_path, r"^# logo = .*$", 'logo = "logo.svg"')
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert read_gemeente(file).look.logo == str(tmp_path / "logo.svg")


@pytest.mark.parametrize(
    ("pattern", "replacement", "key", "allowed"),
    [
        (r"^name = .*$", "name = 3", "name", "een regel tekst"),
        (r"^name = .*$", 'name = " "', "name", "een regel tekst"),
        (r"^name = .*$", 'name = "a\\\\nb"', "name", "een regel tekst"),
        (r"^name = .*$", f'name = "{"a" * 201}"', "name", "een regel tekst"),
        (r"^phone = .*$", 'phone = "bel ons"', "contact.phone", "een telefoonnummer"),
        (r"^email = .*$", 'email = "werk"', "contact.email", "een mailadres"),
        (r"^website = .*$", 'website = "javascript:x"', "contact.website", "een link"),
        (r"^officer = .*$", 'officer = "070 123 45 67"', "privacy.officer", "een mailadres"),
        (r"^statement = .*$", 'statement = "http://voorbeeldstad.example"', "privacy.statement", "begint met https://"),
        (r"^statement = .*$", 'statement = "https:// "', "privacy.statement", "begint met https://"),
        (r"^\[privacy\]\n[^[]*", "", "privacy", "[privacy]"),
        (r"^colour = .*$", 'colour = "blauw"', "look.colour", "een kleur"),
        (r"^# logo = .*$", 'logo = "weg.svg"', "look.logo", "een plaatje dat er is"),
        (r"^stand = .*$", 'stand = "misschien"', "asks.stand", "niet en met_toestemming"),
        (r"^stand = .*$", "stand = true", "asks.stand", "niet en met_toestemming"),
        (r"^minutes = .*$", "minutes = 4", "travel.minutes", "van 5 tot en met 180"),
        (r"^minutes = .*$", "minutes = 45.0", "travel.minutes", "van 5 tot en met 180"),
        (r"^by = .*$", 'by = "boot"', "travel.by", "bike, ov, car, walk en moped"),
        (r"^events = .*$", "events = true", "keep.events", "van 7 tot en met 365"),
        (r"^employer_answer_days = .*$", "employer_answer_days = 0", "employer_answer_days", "van 1 tot en met 30"),
        (r"^# telegram_group = .*$", "telegram_group = 12", "telegram_group", "tot en met -1"),
        (r"^monday = .*$", 'monday = "9 tot 5"', "opening.monday", "zoals 09:00-17:00"),
        (r"^monday = .*$", 'monday = "17:00-09:00"', "opening.monday", "zoals 09:00-17:00"),
        (r"^monday = .*$", 'monday = "09:00-24:00"', "opening.monday", "zoals 09:00-17:00"),
        (r"^monday = .*$", "monday = 9", "opening.monday", "zoals 09:00-17:00"),
        (r"^(holidays = \[)$", r"\1 1,", "opening.holidays", "een lijst van datums"),
        (r"^(holidays = \[)$", r"\1 2026-12-25T09:00:00,", "opening.holidays", "een lijst van datums"),
        (r"^after_no = \[[^]]*\]", "after_no = []", "after_no", "een lijst van 1 tot 5 zinnen"),
        (r"^after_no = \[[^]]*\]", "after_no = [1]", "after_no", "een lijst van 1 tot 5 zinnen"),
        (r"^\[workshop\]\n[^[]*", "", "workshop", "[workshop]"),
        (r"^(employer_answer_days = 5)$", r"\1\nlook = 1", "look", "[look]"),
    ],
)
def test_a_wrong_value_names_key_and_what_is_allowed(
    tmp_path: Path, pattern: str, replacement: str, key: str, allowed: str
) -> None:
    if key == "look":  # a value where a table belongs: take the table away first
        changed(tmp_path, r"^\[look\]\n[^[]*", "")
        changed(tmp_path, pattern, replacement, tmp_path / "gemeente.toml")
    else:
        changed(tmp_path, pattern, replacement)
    with pytest.raises(ConfigError) as raised:
        read_gemeente(tmp_path / "gemeente.toml")
    assert f" {key} " in str(raised.value)
    assert allowed in str(raised.value)


@pytest.mark.parametrize(
    ("key", "pattern"),
    [
        ("name", r"^name = .*$"),
        ("contact.phone", r"^phone = .*$"),
        ("privacy.officer", r"^officer = .*$"),
        ("opening.holidays", r"^holidays = \[[^]]*\]"),
    ],
)
def test_a_missing_key_is_named(tmp_path: Path, key: str, pattern: str) -> None:
    with pytest.raises(ConfigError, match=rf"^In gemeente\.toml staat {re.escape(key)} nog niet\."):
        read_gemeente(changed(tmp_path, pattern, ""))


def test_an_unknown_key_is_named_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"staat look\.color\. Dat ken ik niet\..*colour en logo\.$"):
        read_gemeente(changed(tmp_path, r"^(colour = .*)$", r'\1\ncolor = "#ffffff"'))
    with pytest.raises(ConfigError, match=r"staat slogan\. Dat ken ik niet\."):
        read_gemeente(changed(tmp_path, r"^(name = .*)$", r'\1\nslogan = "Aan het werk"'))


def test_a_week_without_a_human_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"opening\.monday.*ten minste 1 dag"):
        read_gemeente(changed(tmp_path, r'^monday(.|\n)*sunday = "dicht"$', closed_week()))


def closed_week() -> str:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return "\n".join(f'{day} = "dicht"' for day in days)


def test_a_file_that_is_no_toml_or_not_there(tmp_path: Path) -> None:
    file = tmp_path / "gemeente.toml"
    with pytest.raises(ConfigError, match="kan ik niet lezen"):
        read_gemeente(file)
    file.write_text("name = x", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"gemeente\.toml klopt niet\. Kijk hier: .*line 1"):
        read_gemeente(file)
    file.write_bytes(b'name = "\xe9"')
    with pytest.raises(ConfigError, match="kan ik niet lezen"):
        read_gemeente(file)


@pytest.mark.parametrize(
    ("at", "opened", "following"),
    [
        ("2026-11-23T08:59:59", False, "2026-11-23T09:00"),
        ("2026-11-23T09:00:00", True, "2026-11-23T09:00"),
        ("2026-11-23T16:59:59", True, "2026-11-23T16:59:59"),
        ("2026-11-23T17:00:00", False, "2026-11-24T09:00"),
        ("2026-11-27T12:30:00", False, "2026-11-30T09:00"),
        ("2026-12-25T10:00:00", False, "2026-12-28T09:00"),
    ],
)
def test_open_and_when_next(at: str, following: str, *, opened: bool) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=AMSTERDAM)
    assert is_open(WEEK, moment) is opened
    assert next_open(WEEK, moment) == datetime.fromisoformat(following).replace(tzinfo=AMSTERDAM)


def test_hours_are_dutch_in_summer_and_winter() -> None:
    assert is_open(WEEK, datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
    assert not is_open(WEEK, datetime(2026, 11, 23, 7, 59, tzinfo=UTC))
    assert is_open(WEEK, datetime(2026, 7, 6, 7, 0, tzinfo=UTC))


@given(st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - Hypothesis wants naive ends
def test_the_next_open_moment_is_open_and_not_past(at: datetime) -> None:
    moment = next_open(WEEK, at)
    assert is_open(WEEK, moment)
    assert moment >= at


def test_a_week_needs_seven_days_and_one_open() -> None:
    with pytest.raises(ValueError, match="seven days"):
        Opening((None,) * 7)
    with pytest.raises(ValueError, match="seven days"):
        Opening((OFFICE,) * 5)


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ((OFFICE,) * 5 + (None,) * 2, "maandag tot en met vrijdag van 9 tot 17 uur"),
        (
            WEEK.week,
            "maandag tot en met donderdag van 9 tot 17 uur en vrijdag van 9 tot 12.30 uur",
        ),
        ((OFFICE, OFFICE, None, None, None, None, None), "maandag en dinsdag van 9 tot 17 uur"),
        (
            (OFFICE, None, OFFICE, None, OFFICE, None, None),
            "maandag van 9 tot 17 uur, woensdag van 9 tot 17 uur en vrijdag van 9 tot 17 uur",
        ),
    ],
)
def test_opening_hours_in_words(week: tuple[Span | None, ...], said: str) -> None:
    assert render(opening_text(Opening(week)), "nl") == said


@given(st.integers(0, 0xFFFFFF))
def test_ink_can_be_read_on_every_colour(number: int) -> None:
    colour = f"#{number:06x}"
    assert contrast(colour, ink_for(colour)) >= AA


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)
    assert (ink_for("#1d5b79"), ink_for("#ffd500")) == (WHITE, BLACK)
