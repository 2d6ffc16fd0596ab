"""A vacancy in words: in short in a list, on a card with the reasons, and whole."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from bot.dialogs import in_words
from bot.domain.reasons import reasons_told
from bot.text import Text, _, _n, lines, verbatim

if TYPE_CHECKING:
    from bot.dialogs.facts import Fitting
    from bot.domain.vacancy import Pay, Vacancy


def headline(vacancy: Vacancy) -> Text:
    """Name a vacancy: the work and who offers it."""
    return _("{title} bij {employer}", title=verbatim(vacancy.title), employer=verbatim(vacancy.employer))


def in_short(number: int, vacancy: Vacancy) -> Text:
    """Write a vacancy as a line of a list."""
    return _("{number}. {job}", number=number, job=named(vacancy))


def named(vacancy: Vacancy) -> Text:
    """Name a vacancy with its place."""
    return _("{job}, {place}", job=headline(vacancy), place=verbatim(vacancy.place.name))


def card(fitting: Fitting) -> tuple[Text, ...]:
    """Show a vacancy with the reasons why it may fit."""
    vacancy = fitting.vacancy
    what = [headline(vacancy), _("Plaats: {place}", place=verbatim(vacancy.place.name))]
    if vacancy.pay:
        what.append(_("Loon: {pay}", pay=pay_told(vacancy.pay)))
    why = reasons_told(fitting.fit) if fitting.fit else ()
    return (lines(*what), *((lines(*why),) if why else ()))


def whole(vacancy: Vacancy) -> tuple[Text, ...]:
    """Show all that is known of a vacancy."""
    told = lines(headline(vacancy), *known_of(vacancy).values())
    return (told, verbatim(vacancy.about)) if vacancy.about else (told,)


def known_of(vacancy: Vacancy) -> dict[str, Text]:
    """Give what is known of a vacancy, a line each, by what the line is about."""
    return {**_offered(vacancy), **_asked_for(vacancy)}


def _offered(vacancy: Vacancy) -> dict[str, Text]:
    week = {"days": list(vacancy.days), "dayparts": list(vacancy.dayparts)}
    held = {
        "place": _("• Plaats: {place}", place=verbatim(vacancy.place.name)),
        "hours": _("• Uren: {hours}", hours=in_words.hours({"min": vacancy.hours.min, "max": vacancy.hours.max})),
    }
    if vacancy.days or vacancy.dayparts:
        held["days"] = _("• Dagen: {days}", days=in_words.days(week))
    if vacancy.pay:
        held["pay"] = _("• Loon: {pay}", pay=pay_told(vacancy.pay))
    if vacancy.contract:
        held["contract"] = _("• Contract: {contract}", contract=in_words.contract(vacancy.contract.value))
    if vacancy.start:
        held["start"] = _("• Begin: {day}", day=date.fromisoformat(vacancy.start))
    return held


def _asked_for(vacancy: Vacancy) -> dict[str, Text]:
    held: dict[str, Text] = {}
    if vacancy.licence:
        held["licence"] = _("• Rijbewijs: {codes}", codes=in_words.licence_codes(list(vacancy.licence)))
    if vacancy.dutch is not None:
        held["dutch"] = _("• Nederlands: {level}", level=in_words.dutch_needed(vacancy.dutch))
    if vacancy.asks:
        held["asks"] = _("• In dit werk moet je: {heavy}", heavy=in_words.demands(list(vacancy.asks)))
    if vacancy.guidance:
        held["guidance"] = _("• Er is iemand die je helpt op het werk")
    if vacancy.until:
        held["until"] = _("• Je kunt reageren tot en met {day}", day=date.fromisoformat(vacancy.until))
    return held


def pay_told(pay: Pay) -> Text:
    """Say what is paid before tax."""
    return in_words.pay(asdict(pay))


def how_many(count: int) -> Text:
    """Say how many vacancies there are to see."""
    return _n("Ik heb {n} baan voor je.", "Ik heb {n} banen voor je.", count)
