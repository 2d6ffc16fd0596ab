"""The vacancies of an employer: listed, shown, and what can be done with one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.dialogs import in_words
from bot.dialogs.asking import GONE, ask_again, go_on, say_beside
from bot.dialogs.employer.asides import longer, told_longer
from bot.dialogs.employer.draft import FORM, ID, answers_of, drafted, placed
from bot.dialogs.employer.form import GO_ON_DRAFT
from bot.dialogs.employer.home import MY_JOBS, PLACE_ONE
from bot.dialogs.employer.placing import begun, busy
from bot.dialogs.employer.readback import STANDINGS, called, vacancy_lines
from bot.dialogs.employer.reminders import OVER, forgotten, noted
from bot.dialogs.paging import a_page, page_in
from bot.dialogs.question import forget
from bot.dialogs.turn import Turn, say
from bot.domain.effects import SetStanding
from bot.domain.message import Button
from bot.domain.vacancy import Standing
from bot.nlu.sentence import Sentence
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Effect
    from bot.domain.vacancy import Vacancy
    from bot.nlu.parse import Parse

ON_A_PAGE = 4
_ORDER = (Standing.OPEN, Standing.PAUSED, Standing.CLOSED)

CHANGE, COPY, CLOSE, PAUSE, OPEN = (
    (_("Veranderen"), "change"),
    (_("Kopie maken"), "copy"),
    (_("Sluiten"), "close"),
    (_("Pauze"), "pause"),
    (_("Weer open zetten"), "open"),
)

CAN: Mapping[Standing, tuple[tuple[Text, str], ...]] = {
    Standing.OPEN: (CHANGE, PAUSE, CLOSE, COPY),
    Standing.PAUSED: (OPEN, CHANGE, CLOSE, COPY),
    Standing.CLOSED: (OPEN, COPY),
}
"""What can be done with a vacancy, as it stands."""


def _button(vacancy: Vacancy, label: Text, key: str) -> Button:
    return Button(label, f"vacancy:{vacancy.id}={key}")


def _ordered(moment: Moment) -> list[Vacancy]:
    """Give all vacancies: the open ones first, then by title, and those of one title by their hours."""
    return sorted(
        moment.facts.vacancies_placed(),
        key=lambda one: (_ORDER.index(one.standing), one.title.casefold(), one.hours.min or 0, one.id),
    )


def list_jobs(state: State, moment: Moment, _parse: Parse) -> Turn:
    """List all vacancies, the open ones first."""
    return _page(state, moment, 0)


def tapped_page(state: State, moment: Moment, thing: str, _key: str) -> Turn:
    """Show further vacancies: `thing` is the number of the page."""
    return _page(state, moment, page_in(thing))


def _page(state: State, moment: Moment, page: int) -> Turn:
    held = _ordered(moment)
    draft = (GO_ON_DRAFT,) if drafted(state) and FORM not in state.stack else ()
    if not held:
        return say_beside(state, moment, say(_("Je hebt nog geen baan geplaatst."), buttons=draft or (PLACE_ONE,)))
    shown, more = a_page(held, page, ON_A_PAGE - len(draft), "vacancies")
    told = say(_("Dit zijn jouw banen. Tik op een baan."), buttons=(*_named(shown), *draft, *more))
    return say_beside(state, moment, told)


def _named(shown: Sequence[Vacancy], key: str = "show") -> tuple[Button, ...]:
    names = [called(one) for one in shown]
    several = {name for name in names if names.count(name) > 1}
    return tuple(
        _button(one, _("{job}: {standing}", job=_apart(one) if name in several else name, standing=standing), key)
        for one, name in zip(shown, names, strict=True)
        if (standing := STANDINGS[one.standing])
    )


def _apart(vacancy: Vacancy) -> Text:
    """Tell vacancies of the same name in the same place apart."""
    return _("{job}, {hours}", job=called(vacancy), hours=in_words.hours(asdict(vacancy.hours)))


def tapped_job(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Do what a button about a vacancy says."""
    vacancy = placed(moment, thing)
    does = _DOES.get(key)
    return does(state, moment, vacancy) if vacancy and does else ask_again(state, moment, GONE)


def _shown(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    told = (
        _("{job}: {standing}.", job=called(vacancy), standing=STANDINGS[vacancy.standing]),
        lines(*vacancy_lines(answers_of(vacancy), moment)),
    )
    buttons = tuple(_button(vacancy, label, key) for label, key in CAN[vacancy.standing])
    return say_beside(state, moment, say(*told, buttons=(*buttons, MY_JOBS)))


def _stands(standing: Standing, told: Callable[[Text], Text], *then: tuple[Text, str]) -> Callable[..., Turn]:
    def does(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
        buttons = (*(_button(vacancy, label, key) for label, key in then), MY_JOBS)
        effects: tuple[Effect, ...] = () if vacancy.standing is standing else (SetStanding(vacancy.id, standing),)
        return say_beside(state, moment, say(told(called(vacancy)), buttons=buttons)).after(*effects)

    return does


def _opened(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    """Open a vacancy again; one whose last day is past gets some weeks more."""
    if vacancy.until and vacancy.until < moment.today.isoformat():
        return _longer(state, moment, vacancy)
    told = say(_("Je baan staat open: {job}.", job=called(vacancy)), buttons=(_button(vacancy, *PAUSE), MY_JOBS))
    return say_beside(forgotten(state, vacancy), moment, told).after(SetStanding(vacancy.id, Standing.OPEN))


def _longer(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    effects, going_on = longer(vacancy, moment)
    told = say(*told_longer(going_on), buttons=(MY_JOBS,))
    return say_beside(forgotten(_answered(state), vacancy), moment, told).after(*effects)


def _ended(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    return _closed(noted(_answered(state), vacancy, OVER), moment, vacancy)


def _answered(state: State) -> State:
    """Take the question away whether a vacancy goes on: it is answered."""
    return state.closing() if state.stack[-1] == "ends" else state


def _changed(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    if state.of(FORM).get(ID) == vacancy.id:
        return go_on(state.settled().returning_to(FORM).opening("vacancy_change"), moment)
    below = state.settled().opening(FORM).having(FORM, {ID: vacancy.id, **answers_of(vacancy)})
    return busy(state, moment) or go_on(below.opening("vacancy_change"), moment)


def _copied(state: State, moment: Moment, vacancy: Vacancy) -> Turn:
    waiting = busy(state, moment)
    if waiting:
        return waiting
    told = say(_("Ik maak een kopie van {job}.", job=called(vacancy)))
    return begun(state, forget(answers_of(vacancy), "until"), moment).after(told)


_closed = _stands(Standing.CLOSED, lambda job: _("Je baan is gesloten: {job}.", job=job), OPEN)

_DOES: Mapping[str, Callable[[State, Moment, Vacancy], Turn]] = {
    "show": _shown,
    "open": _opened,
    "pause": _stands(Standing.PAUSED, lambda job: _("Je baan staat op pauze: {job}.", job=job), OPEN),
    "close": _ended,
    "longer": _longer,
    "change": _changed,
    "copy": _copied,
}
"""By key of a button about a vacancy."""

_FOR: Mapping[str, tuple[frozenset[Standing], Text]] = {
    "pause": (frozenset({Standing.OPEN}), _("Welke baan zet ik op pauze?")),
    "close": (frozenset({Standing.OPEN, Standing.PAUSED}), _("Welke baan sluit ik?")),
    "open": (frozenset({Standing.PAUSED, Standing.CLOSED}), _("Welke baan zet ik weer open?")),
    "change": (frozenset({Standing.OPEN, Standing.PAUSED}), _("Welke baan wil je veranderen?")),
    "copy": (frozenset(Standing), _("Van welke baan maak ik een kopie?")),
}
"""What can be asked for in words: of vacancies that stand so; and what is asked when several do."""


def asked_for(key: str, state: State, moment: Moment, parse: Parse) -> Turn:
    """Do in words what a button does: with the one that is named, the only one, or the one that is chosen."""
    standings, which = _FOR[key]
    held = [one for one in _ordered(moment) if one.standing in standings]
    words = Sentence.of(parse.text).words
    named = [one for one in held if words & (Sentence.of(one.title).words | Sentence.of(one.occupation.label).words)]
    if len(named or held) == 1:
        return _DOES[key](state, moment, (named or held)[0])
    if not held:
        told = say(_("Er is geen baan waarmee ik dat kan doen."), buttons=(MY_JOBS,))
        return say_beside(state, moment, told)
    return say_beside(state, moment, say(which, buttons=(*_named((named or held)[:ON_A_PAGE], key), MY_JOBS)))
