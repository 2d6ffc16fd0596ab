"""More, by a yes: a first name, a phone number, a mail address, a file. Each is seen as it goes, and can be taken back.

What is given is asked for only now, is kept in the chats of who gives and who gets it, and goes from there at the end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.contact.naming import button, other_name, shown
from bot.dialogs.contact.piece_words import WORDS
from bot.dialogs.contact.this_job import GIVING, says_more
from bot.dialogs.dialog import Dialog
from bot.dialogs.question import TAP_YES_OR_NO, Choice, ask, marked
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import forced
from bot.domain.consent import Answer, Consent, Piece, answered, holds, may_be_asked
from bot.domain.contact import may_pass
from bot.domain.effects import ForgetFile, KeepConsent, Plan
from bot.domain.message import Button, GivenFile, given_file
from bot.nlu.asked import ASKED
from bot.nlu.contact import called, pieces_in
from bot.nlu.readers.contact import sends, spot
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.facts import Talk
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question, Reader
    from bot.dialogs.state import Answers, State
    from bot.nlu.parse import Entity, Parse
    from bot.nlu.sentence import Sentence

GIVEN = "piece_given"
"""To an employer: a piece that a person gives. Body: `id`, `piece`, `text`."""
VERSION = "stuur-1"
"""Names the text of `GIVE`; another text is another version."""


def as_sent(piece: Piece, value: str) -> Text:
    """Give the very words in which a piece goes."""
    file = given_file(value)
    return replace(WORDS[piece].sent, params=(("value", verbatim(file.name if file else value)),))


def _only(kind: str) -> Reader:
    def read(sentence: Sentence, today: date) -> Entity | None:
        return next((found for found in spot(sentence, today) if found.entity == kind), None)

    return read


def _may_come(answers: Answers, moment: Moment) -> bool:
    """Tell whether a file can be kept now: the conversation goes on, and none was given in it."""
    talk = moment.facts.contact(answers["about"])
    if talk is None or not may_pass(talk.contact, moment.at):
        return False
    return may_be_asked(talk.consents, Piece.FILE) and not holds(talk.consents, Piece.FILE)


def _value(piece: Piece, text: Text | tuple[Text, ...], again: Text, reads: Reader | None) -> Question:
    return ask(
        f"give.{piece.value}",
        text,
        reads=reads,
        file=_may_come if reads is None else None,
        when=lambda answers, _moment: answers.get("piece") == piece.value,
        alone=True,
        needed=True,
        no=None,
        means={"back": None, "skip": None},
        why=_("Je ziet eerst wat ik stuur. De werkgever krijgt het pas na jouw ja."),
        again=again,
    )


def asks_file(state: State) -> bool:
    """Tell whether a file is asked for now."""
    held = state.of("give") if state.stack[-1] == "give" else {}
    return held.get("piece") == Piece.FILE.value and f"give.{Piece.FILE.value}" not in held


def _beside(file: GivenFile | None) -> tuple[Text, ...]:
    """Warn of what cannot be seen in a file."""
    hidden = _("In een pdf kan je naam staan. Die zie je daar niet altijd.")
    return (hidden,) if file and file.kind == "pdf" else ()


def _preview(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    piece = Piece(answers["piece"])
    return (
        _("Dit stuur ik naar {employer}:", employer=verbatim(answers["employer"])),
        as_sent(piece, answers[f"give.{piece.value}"]),
        *_beside(given_file(answers[f"give.{piece.value}"])),
        _("Nee mag ook. Zal ik het sturen?"),
    )


def _doubted(yes: Sentence, answers: Answers, moment: Moment) -> Text | None:
    """Doubt a yes beside which anything is said that is not of this piece, or not of this employer."""
    talk, piece = moment.facts.contact(answers["about"]), Piece(answers["piece"])
    asked = (*_preview(answers, moment)[:2], WORDS[piece].yes)
    told = (*map(moment.in_words, asked), *(text.msgid for text in asked), *called(piece.value))
    unsure = says_more(yes, talk.vacancy if talk else None, told, GIVING)
    others = pieces_in(yes) - {piece.value}
    return forced(yes) or (_("Ik weet niet zeker of ik dit mag sturen.") if unsure or others else None)


def giving(state: State, moment: Moment, talk: Talk, piece: Piece, after: Piece | None = None) -> State:
    """Open the questions about a piece for one employer; `after`: what is to be given when this piece is.

    A first name that is known is shown at once.
    """
    held: dict[str, Any] = {"about": talk.id, "employer": talk.vacancy.employer, "piece": piece.value}
    held |= {"mark": moment.fresh_id, **({"after": after.value} if after else {})}
    name = state.of("profile").get("first_name") if piece is Piece.FIRST_NAME else None
    return state.opening("give").having("give", {**held, **({"give.first_name": name} if name else {})})


def held_for_later(state: State, parse: Parse) -> State | None:
    """Keep a number that is typed while the first name before it is asked; it is shown before it goes, as always."""
    answers = state.of("give")
    after = answers.get("after") if state.stack[-1] == "give" else None
    value = next((each.value for each in parse.entities if each.entity == after), None)
    return None if value is None else state.having("give", {**answers, f"give.{after}": value})


def _done(state: State, moment: Moment) -> Turn:
    answers = state.of("give")
    piece, below = Piece(answers["piece"]), state.closing()
    value, talk = answers.get(f"give.{piece.value}"), moment.facts.contact(answers["about"])
    if talk is None or not may_pass(talk.contact, moment.at) or not may_be_asked(talk.consents, piece):
        gone = (ForgetFile(answers["about"]),) if piece is Piece.FILE else ()
        return Turn(below, (*gone, say(_("Dit gesprek is gestopt. Ik heb niets gestuurd."))), rests=True)
    if value is None or not answers.get("give.sure"):
        return refused(below, moment, talk, piece)
    file = given_file(value)
    if file and not moment.facts.has_file(talk.id, file.id):
        told = say(_("Dit bestand is er niet meer. Stuur het nog een keer."), buttons=(_again(talk),))
        return Turn(below, (told,), rests=True)
    given = Consent(piece, Answer.GIVEN, moment.at, VERSION)
    employer = other_name(talk, moment)
    receipt = say(
        _("Op {day} stuurde je {what} naar {employer}.", day=moment.today, what=WORDS[piece].your, employer=employer),
        _("Wil je dat niet meer? Tik dan op de knop."),
        buttons=(button(talk, WORDS[piece].back, f"back_{piece.value}"), button(talk, _("Bericht schrijven"), "write")),
    )
    body = {"id": talk.id, "piece": piece.value, "text": value}
    effects = (
        KeepConsent(talk.id, moment.person.id, answered(talk.consents, given)[len(talk.consents) :]),
        shown(talk, moment.person.id, piece.value),
        Plan(GIVEN, body, to=talk.contact.between.employer_id),
        receipt,
    )
    after = answers.get("after")
    if after is None:
        return Turn(below, effects, rests=True, unkept=True)
    following, typed = giving(below, moment, talk, Piece(after)), f"give.{after}"
    held = {**following.of("give"), **({typed: answers[typed]} if typed in answers else {})}
    return Turn(following.having("give", held), effects, unkept=True)


def _again(talk: Talk) -> Button:
    return button(talk, WORDS[Piece.FILE].give, f"give_{Piece.FILE.value}")


def refused(state: State, moment: Moment, talk: Talk, piece: Piece) -> Turn:
    """Keep a no to a piece; the employer hears nothing. What was given before stays given until it is taken back."""
    rows = () if holds(talk.consents, piece) else (Consent(piece, Answer.REFUSED, moment.at, VERSION),)
    told = say(
        _("Goed, ik stuur niets. {employer} hoort niet dat je nee zei.", employer=other_name(talk, moment)),
        buttons=(button(talk, _("Bericht schrijven"), "write"),),
    )
    return Turn(state, (KeepConsent(talk.id, moment.person.id, rows), told), rests=True)


VALUES = (
    _value(Piece.FIRST_NAME, _("Wat is je voornaam?"), _("Schrijf bijvoorbeeld: Ali."), ASKED["first_name"]),
    _value(
        Piece.PHONE,
        _("Wat is je telefoonnummer?"),
        _("Schrijf het zo: {number}.", number="06 12345678"),
        _only("phone"),
    ),
    _value(Piece.EMAIL, _("Wat is je mailadres?"), _("Schrijf het zo: naam@mail.nl."), _only("email")),
    _value(
        Piece.FILE,
        (_("Een foto van jezelf hoeft nooit."), _("Stuur nu je bestand: een foto of een pdf. Bijvoorbeeld van je cv.")),
        _("Lukt het niet? Maak dan een foto met je telefoon. Of schrijf: terug."),
        None,
    ),
)

_CHOICES = tuple(Choice(piece.value, words.yes, value=True) for piece, words in WORDS.items())


def _buttons(answers: Answers) -> tuple[Button, ...]:
    piece = Piece(answers["piece"])
    return (Button(WORDS[piece].yes, f"give.sure={piece.value}"), Button(_("Nee, stuur niets"), "give.sure=no"))


def _has_value(answers: Answers, _moment: Moment) -> bool:
    return answers.get(f"give.{answers['piece']}") is not None


GIVE = Dialog(
    name="give",
    light=True,
    renews=True,
    left=(_("Goed, ik stuur niets."),),
    questions=(
        *VALUES,
        ask(
            "give.sure",
            _preview,
            mark=marked("mark"),
            whole=True,
            choices=(*_CHOICES, Choice("no", _("Nee, stuur niets"), value=False)),
            buttons=_buttons,
            when=_has_value,
            reads=sends,
            yes=True,
            no=False,
            doubt=_doubted,
            exact=True,
            means={"back": False, "stop": False},
            needed=True,
            why=_("Wat je geeft, kan een werkgever bewaren. Daarom vraag ik het."),
            again=TAP_YES_OR_NO,
        ),
    ),
    done=_done,
)
"""Its answers hold `about`, `employer`, `piece`, `mark` (which time this is), the value until it is sent or not, and
`after`: the piece that is given when this one is, with its value where it was typed already."""
