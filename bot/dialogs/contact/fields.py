"""Which of the five fields of V4 employers may read: each by a yes of its own, to the very line that they read.

Nobody is asked anything: who wants it taps a button, once offered when the profile is done, or says so. A no costs
nothing, and one tap or a sentence takes a yes back (docs/decisions/032).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed
from bot.dialogs.contact.seen_button import WHAT_IS_SEEN
from bot.dialogs.dialog import Dialog
from bot.dialogs.may_see import may_see, only_right
from bot.dialogs.question import confirm
from bot.dialogs.seen import FIELDS_IN_A_SENTENCE, field_line
from bot.dialogs.turn import Turn, say
from bot.domain.effects import KeepFieldConsent
from bot.domain.fields import Field, refused
from bot.domain.message import Button
from bot.domain.person import Contact
from bot.nlu.fields import without_clause
from bot.nlu.sentence import Sentence
from bot.text import Text, _, lines

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.domain.effects import Say
    from bot.domain.fields import Line
    from bot.domain.profile import Profile
    from bot.nlu.parse import Entity

ONCE = "fields"
"""The mark in the state that the choice was offered, whatever came of it."""

VERSION = "laat-zien-1"
"""Names the text of `SHOW`; another text is another version."""

NOBODY = _("Goed. Geen werkgever ziet dit.")
SAME = _("Er verandert niets aan je uitkering.")


def key_of(line: Line) -> str:
    """Name a line in a button."""
    about, can = line
    return f"{about.value}.{'yes' if can else 'no'}"


LINES: dict[str, Line] = {key_of((about, can)): (about, can) for about in Field for can in (True, False)}
"""By the key that stands in a button: it names what the line says, so that no old button is about another answer."""


def _button(label: Text, line: Line, key: str) -> Button:
    return Button(label, f"field:{key_of(line)}={key}")


def show_button(line: Line) -> Button:
    """Make the button that puts the question about a line."""
    return _button(_("Laat zien: {field}", field=FIELDS_IN_A_SENTENCE[line[0]]), line, "show")


def hide_button(line: Line) -> Button:
    """Make the button that takes the yes to a line back, for ever."""
    return _button(_("Laat niet meer zien: {field}", field=FIELDS_IN_A_SENTENCE[line[0]]), line, "hide")


def offered(state: State, moment: Moment, profile: Profile) -> tuple[State, tuple[Say, ...]]:
    """Offer the choice once, when a profile is agreed to; and tell of a yes that lapses because the answer changed."""
    if moment.person.contact is Contact.WERKMATCHER:
        return state, ()
    before = moment.facts.shows()
    now = before.agreed_anew(profile, moment.at)
    fell = tuple(line for line in before.lines if line not in now.lines)
    choosing = (WHAT_IS_SEEN,) if now.hidden else ()
    if fell:
        told = say(
            _("Je antwoord is nu anders. Daarom ziet geen werkgever dit meer:"),
            lines(*map(field_line, fell)),
            buttons=choosing,
        )
    elif choosing and ONCE not in state.once:
        told = say(
            _("Dit ziet geen werkgever:"),
            lines(*map(field_line, now.hidden)),
            _("Dat blijft zo als je niets doet. Wil je er iets van laten zien? Tik dan op de knop."),
            buttons=choosing,
        )
    else:
        return state, ()
    return replace(state, once=tuple(dict.fromkeys((*state.once, ONCE)))), (told,)


def why_not(state: State, moment: Moment, about: Field) -> tuple[Text, ...]:
    """Say why somebody cannot choose to show a field now; nothing where they can."""
    if about not in moment.gemeente.asks.allowed:
        return (_("De gemeente wil dat ik hier niet naar vraag. Geen werkgever ziet dit."),)
    if moment.person.contact is Contact.WERKMATCHER:
        return (_("Werkgevers zien jou niet, en dit ook niet."),)
    shows = moment.facts.shows()
    if not agreed(state):
        return (_("Dat kan straks, als ik al je antwoorden heb."),)
    if about not in dict(shows.known):
        return (_("Hier heb je nog niets over verteld. Geen werkgever ziet dit."),)
    if about in dict(shows.lines):
        return (_("Een werkgever ziet dit al."), *(field_line(line) for line in shows.lines if line[0] is about))
    return ()


def _without_line(sentence: Sentence, today: date) -> Entity | None:
    """Hear "laat zien dat ik niet kan tillen" without what the line itself says."""
    return may_see(Sentence.of(without_clause(sentence.plain)), today)


def _first(answers: Answers, _moment: Moment) -> tuple[tuple[Text, ...], ...]:
    """Say what it is about, that a no is as good, and what a yes can mean for somebody."""
    line = LINES[answers["line"]]
    register = (_("Het doelgroepenregister is de lijst van het UWV."),) if line[0] is Field.REGISTER else ()
    return (
        (
            _("Jij kiest of werkgevers dit zien: {field}.", field=FIELDS_IN_A_SENTENCE[line[0]]),
            *register,
            _("Nee mag ook. Je krijgt dan dezelfde banen."),
        ),
        (_("Kent een werkgever jou al? Dan kan hij je hieraan misschien herkennen."),),
    )


def _question(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    """Put the question, always with the very line."""
    line = field_line(LINES[answers["line"]])
    return (lines(_("Zeg je ja? Dan ziet elke werkgever die jou ziet ook dit:"), line, _("Wil je dat?")),)


def _buttons(answers: Answers) -> tuple[Button, ...]:
    line = LINES[answers["line"]]
    return (
        _button(_("Ja, laat dit zien"), line, "yes"),
        _button(_("Nee, laat dit niet zien"), line, "no"),
    )


def _done(state: State, moment: Moment) -> Turn:
    held = state.of(SHOW.name)
    line, below = LINES[held["line"]], state.closing()
    if not held["show.sure"]:
        told = say(NOBODY, SAME, buttons=(WHAT_IS_SEEN,))
        return Turn(below, (KeepFieldConsent(refused(line[0], moment.at, VERSION)), told), rests=True)
    shows = moment.facts.shows()
    if line not in shows.known or why_not(below, moment, line[0]):
        return Turn(
            below, (say(_("Je antwoord is nu anders. Ik laat niets zien."), buttons=(WHAT_IS_SEEN,)),), rests=True
        )
    receipt = say(
        _("Op {day} zei je ja. Elke werkgever die jou ziet, ziet nu ook:", day=moment.today),
        field_line(line),
        _("Wil je dat niet meer? Tik dan op de knop."),
        buttons=(hide_button(line), WHAT_IS_SEEN),
    )
    return Turn(below, (KeepFieldConsent(shows.given(line, moment.at, VERSION)), receipt), rests=True)


SHOW = Dialog(
    name="show",
    light=True,
    left=(NOBODY,),
    questions=(
        confirm(
            "show.sure",
            _question,
            first=_first,
            buttons=_buttons,
            reads=_without_line,
            doubt=only_right,
            skipped=False,
            means={"back": False, "dont_know": False},
            needed=True,
            why=_("Soms wil iemand dat een werkgever dit vooraf weet. Het hoeft niet."),
        ),
    ),
    done=_done,
)
"""Its answers hold `line`: the key of what an employer would read."""
