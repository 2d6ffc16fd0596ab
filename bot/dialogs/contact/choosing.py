"""What employers can read of somebody: told, and for the five fields of V4 chosen line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed_to
from bot.dialogs.asking import GONE, ask_again, go_on, say_beside
from bot.dialogs.contact.fields import LINES, NOBODY, SAME, SHOW, hide_button, key_of, show_button, why_not
from bot.dialogs.contact.seen_button import WHAT_IS_SEEN
from bot.dialogs.hiding import is_direct
from bot.dialogs.readback import TRAVEL_TIME, employer_lines
from bot.dialogs.seen import FIELDS_IN_A_SENTENCE, field_line
from bot.dialogs.turn import Turn, say
from bot.domain.effects import KeepFieldConsent
from bot.domain.fields import withdrawn
from bot.nlu.parse import Parse
from bot.text import _, lines

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.fields import Field
    from bot.nlu.fields import Wanted

BACK = "niet-meer-1"
"""Names the text that answers a withdrawal."""


def what_is_seen(state: State, moment: Moment, _parse: Parse) -> Turn:
    """Tell what employers can read of somebody, and let them choose for each line of V4."""
    if not is_direct(moment):
        return ask_again(state, moment).after(
            say(_("Werkgevers zien jou niet. Wil je met een werkgever praten? Dan zie je eerst wat hij ziet."))
        )
    answers = agreed_to(state.of("profile"))
    if answers is None:
        return ask_again(state, moment, _("Nu ziet geen werkgever iets van jou."))
    shows = moment.facts.shows()
    active = moment.facts.reaches(moment.person.id)
    head = _("Dit kan een werkgever zien:") if active else _("Nu ziet geen werkgever jou. Zoek je weer? Dan zien ze:")
    seen = lines(*employer_lines(answers, moment), TRAVEL_TIME)
    buttons = (*map(hide_button, shows.lines), *map(show_button, shows.hidden))
    if not buttons:
        return say_beside(state, moment, say(head, seen))
    hidden = (_("Dit ziet geen werkgever:"), lines(*map(field_line, shows.hidden))) if shows.hidden else ()
    change = _("Wil je daar iets aan veranderen? Tik dan op een knop.")
    return say_beside(state, moment, say(head, seen), say(*hidden, change, buttons=buttons))


def tapped_field(state: State, moment: Moment, thing: str, key: str) -> Turn:
    """Hear a button about one line, however old: a yes counts only under the question that is open."""
    line = LINES.get(thing)
    if line is None:
        return ask_again(state, moment, GONE)
    is_open = state.stack[-1] == SHOW.name and state.of(SHOW.name).get("line") == thing
    if is_open and key in {"yes", "no"}:
        return go_on(state.having(SHOW.name, {**state.of(SHOW.name), "show.sure": key == "yes"}), moment)
    if key in {"hide", "no"}:
        return hide(state, moment, line[0])
    return show(state, moment, line[0])


def about_fields(state: State, moment: Moment, wanted: Wanted) -> Turn:
    """Do what somebody says about what employers may read; what is not clear shows nothing, and lets them choose."""
    if wanted.about is None or wanted.shown is None:
        return what_is_seen(state, moment, Parse(""))
    return (show if wanted.shown else hide)(state, moment, wanted.about)


def show(state: State, moment: Moment, about: Field) -> Turn:
    """Ask whether employers may read a line, under the line itself."""
    told = why_not(state, moment, about)
    if told:
        return ask_again(state.settled(), moment).after(say(*told, buttons=(WHAT_IS_SEEN,)))
    line = next(line for line in moment.facts.shows().known if line[0] is about)
    return go_on(state.settled().opening(SHOW.name).having(SHOW.name, {"line": key_of(line)}), moment)


def hide(state: State, moment: Moment, about: Field) -> Turn:
    """Take a yes back, from this moment on."""
    below = state.closing() if state.stack[-1] == SHOW.name else state.settled()
    shows = moment.facts.shows()
    row = withdrawn(shows.rows, about, moment.at, BACK)
    if row is None:
        return ask_again(below, moment).after(say(NOBODY))
    told = say(
        _("Goed. Vanaf nu ziet geen werkgever dit meer: {field}.", field=FIELDS_IN_A_SENTENCE[about]),
        _("Wat een werkgever al las, kan ik niet weghalen."),
        SAME,
        buttons=(WHAT_IS_SEEN,),
    )
    return say_beside(below, moment, told).after(KeepFieldConsent(row))
