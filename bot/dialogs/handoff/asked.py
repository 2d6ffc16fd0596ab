"""Asking for a werkmatcher: when somebody answers, what it is about, and what they may see. Then the wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.care import GO_ON, cannot_wait
from bot.dialogs.dialog import Dialog
from bot.dialogs.handoff.discussed import discussed, name_of
from bot.dialogs.handoff.when import by_then, promise, when_told
from bot.dialogs.may_see import may_see
from bot.dialogs.question import ask, confirm
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import forced, is_clear_yes
from bot.domain.effects import AskWerkmatcher, Plan, TellWerkmatcher
from bot.domain.handoff import LATE, Request
from bot.domain.message import Button
from bot.domain.person import Role
from bot.text import Text, _, lines, pack, unpack_text, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.sentence import Sentence

NO_LONGER = Button(_("Niet meer wachten"), "handoff:wait=stop")

ABOUT = ask(
    "handoff.about",
    (_("De werkmatchers zijn mensen. Zij lezen wat je nu schrijft."), _("Waar gaat het over?")),
    takes=lambda words: pack(verbatim(words)),
    free=True,
    why=_("Dan weet de werkmatcher waar het over gaat."),
    again=_("Schrijf het in een paar woorden. Of tik op: Sla over."),
)


def _shown_first(answers: Answers, _moment: Moment) -> tuple[tuple[Text, ...], ...]:
    return ((_("Dit kan de werkmatcher dan zien:"), lines(*map(unpack_text, answers["_lines"]))),)


def _no_clear_yes(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Tell "ok" from "ja": what was read cannot be unread."""
    return forced(yes) or (None if is_clear_yes(yes) else _("Schrijf ja, of nee. Bij nee ziet de werkmatcher niets."))


SHOW = confirm(
    "handoff.show",
    _("Mag de werkmatcher zien wat we net bespraken?"),
    yes=_("Ja, laat dit zien"),
    no=_("Nee, laat niets zien"),
    first=_shown_first,
    when=lambda answers, _moment: bool(answers.get("_lines")),
    otherwise=False,
    reads=may_see,
    doubt=_no_clear_yes,
    why=_("Dan hoef je het niet nog een keer te vertellen."),
    needed=True,
)


def _asked(state: State, moment: Moment) -> Turn:
    held = state.of("handoff")
    about = held.get("handoff.about")
    shown = held.get("_lines", ()) if held.get("handoff.show") is True else ()
    return queued(
        state.closing(),
        moment,
        name=held.get("_name") if shown else None,
        about=unpack_text(about) if about else None,
        shown=tuple(map(unpack_text, shown)),
    )


HANDOFF = Dialog(
    name="handoff",
    questions=(ABOUT, SHOW),
    done=_asked,
    left=(_("Goed, ik vraag nu geen werkmatcher."), _("Wil je later wel? Schrijf dan: mens.")),
)


def opened(state: State, moment: Moment, about: Text | None = None) -> State:
    """Open the questions, with what may be shown as it stands now."""
    below = state.settled()
    held: dict[str, Any] = {"_lines": list(map(pack, discussed(below, moment))), "_name": name_of(below, moment)}
    if about:
        held["handoff.about"] = pack(about)
    return replace(below.opening("handoff").having("handoff", held), misunderstood=0)


def begun(state: State, moment: Moment, about: Text | None = None) -> Turn:
    """Begin to ask; the question that is open then is put by whoever goes on with the turn.

    `about`: what it is about, where that is known; the person hears that the werkmatcher sees it. To who waits already
    it is said how that stands, and what it is about is passed on too.
    """
    if state.handoff:
        turn = replace(still_waiting(state, moment), rests=True)
        return turn.after(TellWerkmatcher(moment.in_words(about))) if about else turn
    told = [say(*when_told(moment))]
    if about:
        told.append(say(_("De werkmatcher ziet dan waar het over gaat: {about}.", about=about)))
    if about and not discussed(state.settled(), moment):
        return queued(state.settled(), moment, about=about).after(*told)
    return Turn(opened(state, moment, about), tuple(told))


def queued(state: State, moment: Moment, *, urgent: bool = False, **shown: Any) -> Turn:
    """Put somebody in the queue, and say by when they hear something. `shown`: the fields of `Request` they allow."""
    until = promise(moment)
    request = Request(
        **{"name": None, "about": None, "shown": (), **shown},
        answer_by=until,
        is_urgent=urgent,
        is_employer=moment.person.role is Role.EMPLOYER,
    )
    meanwhile = cannot_wait(state) or (_("We kunnen nu gewoon verder praten."),)
    told = say(_("Je vraag staat in de rij."), by_then(moment, until), *meanwhile, buttons=(GO_ON, NO_LONGER))
    waiting = replace(state, handoff={"seen": 0, "by": None}, misunderstood=0)
    return Turn(waiting, (AskWerkmatcher(request), Plan(LATE, at=until), told), rests=True)


def still_waiting(state: State, moment: Moment) -> Turn:
    """Say again how it stands, to who asks again."""
    seen = (state.handoff or {}).get("seen", 0)
    standing = moment.facts.handoff(seen)
    until = standing.answer_by if standing else None
    told = by_then(moment, until) if until and until > moment.at else _("Ik weet niet hoe lang het nog duurt.")
    call = cannot_wait(state) or (_("Bellen mag ook: {phone}.", phone=moment.gemeente.contact.phone),)
    first = (_("Je staat al in de rij."), told, *call)
    return Turn(replace(state, misunderstood=0), (say(*first, buttons=(GO_ON, NO_LONGER)),))
