"""An employer asks somebody for contact: a sentence, read by the leak guard, seen exactly as it goes, and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.contact.guarding import LEAKS, MARK, WORDS, leak_question, passing
from bot.dialogs.contact.naming import ASKED, OVER, quoted, work
from bot.dialogs.contact.people_buttons import MY_TALKS, see_people
from bot.dialogs.dialog import Dialog
from bot.dialogs.employer.draft import placed
from bot.dialogs.question import TAP_YES_OR_NO, Choice, ask, marked
from bot.dialogs.turn import Turn, say
from bot.domain.contact import Between, Phase, Side, phase_at
from bot.domain.contact import ask as asked
from bot.domain.effects import BeginContact, Plan
from bot.domain.known_as import NOBODY
from bot.domain.opening import AMSTERDAM
from bot.text import _, verbatim

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.contact import ContactRequest
    from bot.domain.vacancy import Vacancy
    from bot.text import Text

WORDS_QUESTION = "ask.words"


def _opening(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    return (_("Schrijf aan {name} waarom je wilt praten. 1 of 2 zinnen is genoeg.", name=verbatim(answers["name"])),)


def _preview(answers: Answers, moment: Moment) -> tuple[Text, ...]:
    vacancy = placed(moment, answers["vacancy"])
    words = passing(answers, answers.get("ask.leak"))
    if vacancy is None or words is None:
        raise ValueError("nothing to send")
    return (
        _("Dit stuur ik naar {name}:", name=verbatim(answers["name"])),
        _("{employer} wil met je praten over: {job}.", employer=verbatim(vacancy.employer), job=work(vacancy)),
        quoted(words),
        _("Is dit goed?"),
    )


def _ready(answers: Answers, _moment: Moment) -> bool:
    return passing(answers, answers.get("ask.leak")) is not None


def _done(state: State, moment: Moment) -> Turn:
    """Send it, or go back to writing, or leave it."""
    answers = state.of("ask")
    sure, words = answers.get("ask.sure"), passing(answers, answers.get("ask.leak"))
    if words is None or sure == "again":
        anew = {name: held for name, held in answers.items() if name in {"handle", "name", "vacancy"}}
        return Turn(state.having("ask", anew))
    vacancy = placed(moment, answers["vacancy"])
    below = state.closing()
    if sure != "yes" or vacancy is None:
        return Turn(below, (say(_("Goed, ik stuur niets."), buttons=(MY_TALKS,)),), rests=True)
    return _sent(below, moment, answers, vacancy, words)


def _sent(below: State, moment: Moment, answers: Answers, vacancy: Vacancy, words: str) -> Turn:
    """Send it. To who cannot be reached any more nothing goes, and the employer hears the same (decision 019)."""
    pair = moment.facts.pair(answers["handle"])
    reaches = pair is not None and not pair.is_blocked and moment.facts.reaches(pair.person_id)
    between = Between(pair.person_id if pair else NOBODY, moment.person.id, vacancy.id)
    begun = asked(between, Side.EMPLOYER, moment.at, reaches=reaches)
    told = say(
        _("Je vraag is gestuurd aan {name}.", name=verbatim(answers["name"])),
        _(
            "Op {day} weet je of {name} wil praten. Misschien al eerder.",
            day=_last_day(begun),
            name=verbatim(answers["name"]),
        ),
        _("Soms duurt het even. Niet iedereen antwoordt snel."),
        buttons=(see_people(vacancy), MY_TALKS),
    )
    body = {"id": moment.fresh_id}
    going = Plan(ASKED, {**body, "text": words}, to=between.person_id)
    reached = (going,) if phase_at(begun, moment.at) is Phase.ASKED else ()
    over = Plan(OVER, body, at=begun.expires_at)
    begin = BeginContact(moment.fresh_id, begun, answers["name"])
    return Turn(below, (begin, *reached, over, told), rests=True)


def _last_day(begun: ContactRequest) -> date:
    return begun.expires_at.astimezone(AMSTERDAM).date()


ASK = Dialog(
    name="ask",
    questions=(
        ask(
            WORDS_QUESTION,
            _opening,
            when=lambda answers, _moment: WORDS not in answers and LEAKS not in answers,
            needed=True,
            no=None,
            why=_("Dan weet iemand waar het over gaat."),
            again=_("Schrijf bijvoorbeeld: ik zoek iemand voor de ochtend, heb je tijd?"),
        ),
        leak_question("ask.leak", to=lambda answers: verbatim(answers["name"])),
        ask(
            "ask.sure",
            _preview,
            mark=marked(MARK),
            whole=True,
            when=_ready,
            choices=(
                Choice("yes", _("Ja, stuur dit"), "yes"),
                Choice("again", _("Ik schrijf het anders"), "again"),
                Choice("no", _("Nee, stuur niets"), "no"),
            ),
            yes="yes",
            no="no",
            means={"stop": "no", "back": "again"},
            needed=True,
            why=_("Je ziet eerst precies wat ik stuur."),
            again=TAP_YES_OR_NO,
        ),
    ),
    done=_done,
)
"""Its answers hold `handle`, `name` and `vacancy`: whom, what they are called, and about which work."""
