"""Which of somebody's contacts words mean, by name, work or place, as a job is pointed at; and the question which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.contact.naming import other_name
from bot.dialogs.contact.talk import MOST_TO_CHOOSE, apart
from bot.dialogs.dialog import Dialog
from bot.dialogs.facts import Fitting
from bot.dialogs.jobs.naming import naming
from bot.dialogs.question import Choice, ask
from bot.dialogs.turn import Turn, command, say
from bot.domain.message import Button
from bot.nlu import occupations
from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State

_EMPLOYER = frozenset("werkgever bedrijf baas employer".split())
_SOMEBODY = _EMPLOYER | frozenset("gesprek contact mevrouw meneer man vrouw persoon haar hem hun hen her him".split())
"""Words for one of the other side, without saying which."""
_AROUND = _SOMEBODY | frozenset(
    """de het een die dat deze dit van voor aan naar bij met in uit over op is ja doe maar graag stuur bericht alleen
    alsjeblieft aub baan werk nu dan toch eerst the for to at""".split()
)
"""What may stand around a name."""
_NOBODY = frozenset("niemand nobody jou jij you chat computer bot".split())
"""For nobody, or for the chat itself."""
_FOR = frozenset("voor naar aan for to".split())
_ALL = frozenset("allebei beide beiden alletwee both".split())


def meant(words: str, talks: Sequence[Talk], moment: Moment) -> tuple[Talk, ...]:
    """Give the contacts that words can mean: every word of them names one, or may stand around a name."""
    if Sentence.of(words).words <= _AROUND:
        return tuple(talks) if not words or names_nobody(words) else ()
    return tuple(talks[at] for at in named_in(words, [_as_job(each, moment) for each in talks]))


def named_in(words: str, jobs: Sequence[Fitting]) -> tuple[int, ...]:
    """Give which jobs (by their place) every word names, but for those that may stand around a name."""
    tokens = [token for token in Sentence.of(words).tokens if token.text not in _AROUND]
    return tuple(sorted(frozenset.intersection(*naming(tokens, (), jobs)))) if tokens else ()


def names_nobody(words: str) -> bool:
    """Tell whether words are of somebody on the other side, and do not say of whom: "die werkgever"."""
    said = Sentence.of(words).words
    return bool(said & _SOMEBODY) and said <= _AROUND


def names_employer(words: str, *, alone: bool = False) -> bool:
    """Tell whether words are of an employer, known or not: "de bakkerij", "Hotel Zwaan".

    One word alone may be what somebody does: it counts only where that cannot be meant.
    """
    said = [token.text for token in Sentence.of(words).tokens]
    return (alone or len(said) > 1) and (not _EMPLOYER.isdisjoint(said) or any(map(occupations.exact, said)))


def _as_job(talk: Talk, moment: Moment) -> Fitting:
    """See a contact as the job that it is about, with the other side in the place of the employer."""
    return Fitting(replace(talk.vacancy, employer=moment.in_words(other_name(talk, moment))), None)


def may_name(words: str) -> bool:
    """Tell whether words may be meant as a name, though of none that is known: "voor de kapper", "kapper"."""
    said = [token.text for token in Sentence.of(words).tokens]
    left = [word for word in said if word not in _AROUND]
    return len(left) <= 1 and (not left or said[0] in _FOR or bool(occupations.exact(left[0])))


def is_nobody(words: str) -> bool:
    """Tell whether words are for nobody on the other side: "voor jou", "niemand"."""
    said = Sentence.of(words).words - _AROUND
    return bool(said) and said <= _NOBODY


def chosen(words: str, talks: Sequence[Talk], moment: Moment) -> tuple[Talk, ...]:
    """Give those of some contacts that were put in a row, and are chosen in words: also "de eerste", or "allebei"."""
    sentence = Sentence.of(words)
    said = [token.text for token in sentence.tokens if token.text not in _AROUND]
    if len(talks) == len(_BOTH) and said and said[-1] in _ALL and set(said) <= _ALL | {"alle"}:
        return tuple(talks)
    if len(said) == 1 and not said[0].isdigit() and (number := ASKED["jobs.which"](Sentence.of(said[0]), moment.today)):
        return tuple(talks[number.value - 1 : number.value])
    found = meant(words, talks, moment)
    return found if len(found) == 1 else ()


_BOTH = range(2)


WHO = "whom.who"
_NONE = (_("Niemand"), f"{WHO}=nobody")


ALL_OF_IT = command(_("Ik stop met alles"), "stop")


def _named(answers: Answers) -> tuple[Button, ...]:
    each = tuple(Button(verbatim(name), f"talk:{talk}={answers['does']}") for talk, name in answers["options"])
    return (*each, ALL_OF_IT if answers["does"] == "end" else Button(*_NONE))


def _nobody(state: State, _moment: Moment) -> Turn:
    return Turn(state.closing(), (say(_("Dat is goed.")),))


WHOM = Dialog(
    name="whom",
    light=True,
    questions=(
        ask(
            WHO,
            _("Wie bedoel je?"),
            choices=(Choice("nobody", _("Niemand"), None),),
            buttons=_named,
            no=None,
            means={"back": None},
            why=_("Dan doe ik wat je vraagt, met wie jij wilt."),
            again=_("Tik op een naam."),
        ),
    ),
    done=_nobody,
)
"""Its answers hold `options`, by id and name, and what a button about one of these `does`."""


def asking(state: State, moment: Moment, talks: Sequence[Talk], does: str) -> State:
    """Ask which of some contacts somebody means."""
    talks = talks[-MOST_TO_CHOOSE:]
    options = [[each.id, moment.in_words(apart(each, moment, talks))] for each in talks]
    return state.settled().opening(WHOM.name).having(WHOM.name, {"options": options, "does": does})
