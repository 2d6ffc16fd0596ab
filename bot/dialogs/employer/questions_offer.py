"""What an employer offers: contract, pay, from when, how many places, and until when people may react."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask, confirm, forget
from bot.dialogs.questions_week import START as OWN_START
from bot.nlu.asked import ASKED
from bot.nlu.wording import is_question, whole
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_ENOUGH = frozenset("genoeg klaar plaats plaatsen niet enough".split())
_AGREED = {"min": None, "max": None, "per": "month"}


def _pay(key: str) -> Choice | None:
    return Choice(key, _("Volgens de cao"), dict(_AGREED)) if key == "agreed" else None


CONTRACT = ask(
    "contract",
    _("Wat voor contract is het?"),
    reads=ASKED["contract"],
    entities=("contract",),
    choices=(
        Choice("permanent", _("Vast contract"), "permanent"),
        Choice("temporary", _("Tijdelijk contract"), "temporary"),
        Choice("on_call", _("Oproepcontract"), "on_call"),
        Choice("agency", _("Via een ander bedrijf"), "agency"),
        Choice("learning", _("Werken en leren"), "learning"),
    ),
    bare=_("Tik op een knop."),
    why=_("Mensen willen weten hoe zeker het werk is."),
    again=_("Schrijf bijvoorbeeld: vast, of een half jaar. Leren en werken kan ook."),
    says=in_words.contract,
    label=_("Contract"),
    words=("contract",),
)

PAY = ask(
    "pay",
    _("Wat verdient iemand bruto?"),
    reads=ASKED["pay"],
    entities=("pay",),
    dynamic=_pay,
    offers=("agreed",),
    bare=_("Schrijf hoeveel euro."),
    why=_("Mensen kiezen eerder een baan als het loon erbij staat."),
    again=_("Schrijf bijvoorbeeld: 15 euro per uur. Of: cao. Je mag dit overslaan."),
    says=in_words.pay,
    label=_("Loon"),
    words=("loon", "salaris", "geld", "verdienen", "verdient", "pay", "wage"),
)

START = replace(
    OWN_START,
    text=lambda _answers, _moment: (_("Vanaf wanneer is het werk?"),),
    why=_("Dan vind ik mensen die op tijd kunnen beginnen."),
)

PLACES = ask(
    "places",
    _("Hoeveel mensen zoek je?"),
    reads=ASKED["places"],
    entities=("places",),
    choices=(Choice("1", _("1 persoon"), 1), Choice("2", _("2 mensen"), 2), Choice("3", _("3 mensen"), 3)),
    bare=_("Schrijf een getal."),
    why=_("Dan weet ik wanneer de baan vol is."),
    again=_("Schrijf een getal. Bijvoorbeeld: 2."),
    says=in_words.places,
    label=_("Aantal mensen"),
    words=("mensen", "aantal", "plekken", "plaatsen", "people"),
)

UNTIL = ask(
    "until",
    _("Tot wanneer mogen mensen reageren?"),
    reads=ASKED["until"],
    entities=("until",),
    choices=(
        Choice("2 weken", _("Nog 2 weken")),
        Choice("4 weken", _("Nog 4 weken")),
        Choice("8 weken", _("Nog 8 weken")),
    ),
    no=None,
    bare=_("Schrijf een dag."),
    why=_("Na die dag zoekt de chat niet meer. Ik vraag je eerst of je verder wilt."),
    again=_("Schrijf een dag. Bijvoorbeeld: 4 weken, of 1 januari."),
    says=lambda value: _("tot en met {day:year}", day=date.fromisoformat(value)),
    label=_("Reageren tot en met"),
    words=("reageren", "einde", "datum", "until"),
)


def _enough(sentence: Sentence, _today: date) -> Entity | None:
    """Hear "dit is genoeg" as a no, and "vraag maar" as a yes; a plain yes or no is heard anyway."""
    if is_question(sentence):
        return None
    if sentence.words & _ENOUGH:
        return whole(sentence, "more", value=False)
    return whole(sentence, "more", value=True) if sentence.words & {"vraag", "vragen", "meer", "more"} else None


def gate(optional: tuple[Question, ...]) -> Question:
    """Make the question whether the rest may be asked; a no skips what is not answered, and can be taken back."""
    names = [question.name for question in optional]

    def keep(answers: Answers, name: str, value: Any) -> dict[str, Any]:
        skipped = {} if value else {held: None for held in names if held not in answers}
        return {**forget(answers, name), **skipped, name: value}

    def take_back(answers: Answers, name: str) -> dict[str, Any]:
        return {held: value for held, value in forget(answers, name).items() if held not in names or value is not None}

    return confirm(
        "more",
        (
            _("Dit is genoeg voor een baan. Met nog een paar antwoorden zoek ik beter."),
            _("Mag ik nog wat vragen?"),
        ),
        yes=_("Ja, vraag maar"),
        yields=True,
        no=_("Nee, dit is genoeg"),
        reads=_enough,
        fold=keep,
        unfold=take_back,
        skipped=False,
        why=_("Ik vraag dan naar dagen, loon en contract. Je mag alles overslaan."),
        needed=True,
    )
