"""What an employer sees of people: how many fit a vacancy, and who, under pseudonyms; no search, no order of their own.

Each time it is shown, it is recorded for whom it shows ("wie zag wat van mij?").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import GONE, ask_again, go_on, say_beside
from bot.dialogs.contact.naming import work
from bot.dialogs.contact.people_buttons import MY_TALKS
from bot.dialogs.employer.draft import placed
from bot.dialogs.employer.home import PLACE_ONE
from bot.dialogs.paging import a_page, page_in
from bot.dialogs.question import number_in
from bot.dialogs.seen import lines_of, parts_of
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Between
from bot.domain.contact_seen import BOUNDS, Refused, why_not
from bot.domain.effects import Disclose, Know
from bot.domain.message import Button
from bot.domain.vacancy import Standing
from bot.text import Text, _, _n, lines, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dialogs.facts import Listed, People
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Parse

ON_A_PAGE = 3
JOBS_AT_ONCE = 3

LISTED = "people"
"""Beside the dialogs' answers: the vacancy that was listed last, and the pseudonyms of whom it showed, by handle."""

_REFUSED: Mapping[Refused, tuple[Text, ...]] = {
    Refused.ASKED_BEFORE: (_("Je hebt dit al gevraagd. Dat kan 1 keer voor elke baan."),),
    Refused.VACANCY_FULL: (
        _("Je wacht al op {n} antwoorden voor deze baan.", n=BOUNDS.vacancy),
        _("Wacht eerst op een antwoord. Dan kun je weer iemand vragen."),
    ),
    Refused.EMPLOYER_FULL: (
        _("Je wacht al op {n} antwoorden.", n=BOUNDS.employer),
        _("Wacht eerst op een antwoord. Dan kun je weer iemand vragen."),
    ),
}


def people_menu(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Tell for each open vacancy how many people it fits."""
    return _jobs(state, moment, 0)


def tapped_jobs(state: State, moment: Moment, thing: str, _key: str) -> Turn:
    """Show further vacancies: `thing` is the number of the page."""
    return _jobs(state, moment, page_in(thing))


def _jobs(state: State, moment: Moment, page: int) -> Turn:
    held = [one for one in moment.facts.vacancies_placed() if one.standing is Standing.OPEN]
    if not held:
        told = say(_("Je hebt nu geen baan die open staat."), buttons=(PLACE_ONE, MY_TALKS))
        return say_beside(state, moment, told)
    shown, more = a_page(held, page, JOBS_AT_ONCE, "fits")
    named = tuple(
        Button(
            _("{job}: {count}", job=work(one), count=_how_many(moment.facts.people(one, 0, 0))), f"people:{one.id}=0"
        )
        for one in shown
    )
    told = say(_("Zoveel mensen passen bij je banen. Tik op een baan."), buttons=(*named, *more, MY_TALKS))
    return say_beside(state, moment, told)


def _how_many(people: People) -> Text:
    return _n("{n} mens", "{n} mensen", people.count)


def tapped_people(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Show a page of the people whom a vacancy fits."""
    vacancy, page = placed(moment, thing), number_in(key)
    if vacancy is None or not isinstance(page, int):
        return ask_again(state, moment, GONE)
    if vacancy.standing is not Standing.OPEN:
        return ask_again(state, moment, _("Deze baan is niet open. Dan laat ik geen mensen zien."))
    people = moment.facts.people(vacancy, page, ON_A_PAGE)
    if not people.page:
        told = _("Nu past er niemand bij deze baan. Kijk later nog een keer.")
        return say_beside(state, moment, say(_("Dit waren alle mensen.") if page else told, buttons=(MY_TALKS,)))
    return _shown(state, moment, vacancy, people, page)


def _shown(state: State, moment: Moment, vacancy: Vacancy, people: People, page: int) -> Turn:
    each = tuple(lines(verbatim(one.pair.name), *lines_of(one.seen)) for one in people.page)
    count = _n("{n} mens past bij {job}.", "{n} mensen passen bij {job}.", people.count, job=work(vacancy))
    head = () if page else (count, _("De namen heb ik bedacht. Zo blijft iedereen onbekend."))
    more = (
        (Button(_("Laat meer mensen zien"), f"people:{vacancy.id}={page + 1}"),)
        if people.count > (page + 1) * ON_A_PAGE
        else ()
    )
    told = say(*head, *each, buttons=(*(_ask_button(one, vacancy) for one in people.page), *more, MY_TALKS))
    before = state.of(LISTED).get("names", {}) if page and state.of(LISTED).get("vacancy") == vacancy.id else {}
    names = {**before, **{one.pair.handle: one.pair.name for one in people.page}}
    kept = replace(state, answers={**state.answers, LISTED: {"vacancy": vacancy.id, "names": names}})
    known = tuple(one.pair for one in people.page)
    showing = (
        Disclose((one.pair.person_id,), "list", vacancy.employer, vacancy.title, parts_of(one.seen))
        for one in people.page
    )
    return say_beside(kept, moment, told).after(Know(known), *showing)


def _ask_button(one: Listed, vacancy: Vacancy) -> Button:
    return Button(_("Vraag contact: {name}", name=verbatim(one.pair.name)), f"ask:{one.pair.handle}={vacancy.id}")


def tapped_ask(state: State, moment: Moment, handle: str, vacancy_id: str) -> Turn:
    """Begin to ask somebody for contact. Who is gone or hidden since the list was shown is asked as anybody."""
    listed, vacancy = state.of(LISTED), placed(moment, vacancy_id)
    name = listed.get("names", {}).get(handle) if listed.get("vacancy") == vacancy_id else None
    if vacancy is None or name is None:
        return ask_again(state, moment, _("Deze lijst is oud. Open de lijst nog een keer."))
    if vacancy.standing is not Standing.OPEN:
        return ask_again(state, moment, _("Deze baan is niet open."))
    refused = _why_not(moment, handle, name, vacancy)
    if refused:
        return say_beside(state, moment, say(*_REFUSED[refused], buttons=(MY_TALKS,)))
    about = {"handle": handle, "name": name, "vacancy": vacancy_id}
    return go_on(state.settled().opening("ask").having("ask", about), moment)


def _why_not(moment: Moment, handle: str, name: str, vacancy: Vacancy) -> Refused | None:
    """Say why this cannot be asked. Somebody who is gone is known by the pseudonym alone."""
    talks = moment.facts.contacts()
    if any(each.name == name and each.vacancy.id == vacancy.id for each in talks):
        return Refused.ASKED_BEFORE
    pair = moment.facts.pair(handle)
    between = Between(pair.person_id if pair else handle, moment.person.id, vacancy.id)
    return why_not([each.contact for each in talks], between, moment.at)
