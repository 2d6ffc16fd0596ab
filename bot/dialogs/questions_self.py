"""Questions about what somebody brings: languages, licence, and, where the gemeente allows, the five fields of V4."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask, confirm, forget, put
from bot.domain.gemeente import Policy
from bot.domain.profile import ABILITIES
from bot.nlu.asked import ASKED
from bot.text import Text, _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import Answers
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence


def _keep_languages(answers: Answers, name: str, value: list[dict[str, Any]]) -> dict[str, Any]:
    """Keep languages, each once; who tells of others than Dutch is not asked for these again."""
    new = {held["code"] for held in value}
    kept = [held for held in answers.get("language") or [] if held["code"] not in new]
    answers = put(answers, "language", [*kept, *value])
    others = name == "language.other" or bool(new - {"nl"})
    return put(answers, "language.other", others) if others else dict(answers)


def _forget_others(answers: Answers, name: str) -> dict[str, Any]:
    kept = forget(answers, name)
    if kept.get("language"):
        kept["language"] = [held for held in kept["language"] if held["code"] == "nl"]
    return kept


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _without_dutch(value: Any) -> list[Any]:
    """Take other languages than Dutch: "alleen Nederlands" says that there are none."""
    return [held for held in _listed(value) if held["code"] != "nl"]


def _level_of_dutch(value: list[dict[str, Any]]) -> str:
    return str(value[0]["level"])


LANGUAGE = ask(
    "language",
    _("Hoe goed spreek je Nederlands?"),
    reads=ASKED["language"],
    entities=("language",),
    takes=_listed,
    fold=_keep_languages,
    choices=tuple(
        Choice(str(level), label, [{"code": "nl", "level": level}])
        for level, label in ((1, _("Een beetje")), (2, _("Redelijk")), (3, _("Goed")), (0, _("Nog niet")))
    ),
    key=_level_of_dutch,
    tells=True,
    which=_("Hoe goed is je Nederlands?"),
    bare=_("Kies hoe goed: een beetje, redelijk, goed, of nog niet."),
    why=_("Voor sommig werk is weinig Nederlands genoeg. Ik zoek wat bij je past."),
    again=_("Schrijf bijvoorbeeld: een beetje. Of: goed."),
    says=in_words.language,
    label=_("Talen"),
    shown_to_employers=True,
    words=("taal", "talen", "nederlands", "languages"),
)


def _dutch_missing(answers: Answers, _moment: Moment) -> bool:
    """Tell whether somebody only told of other languages so far."""
    return bool(answers.get("language")) and all(held["code"] != "nl" for held in answers["language"])


DUTCH = replace(LANGUAGE, name="language.dutch", entities=(), when=_dutch_missing, label=None, part_of="language")


_ONLY = frozenset("alleen enkel slechts gewoon only geen niet nee verder niks".split())
"""With one of these "Nederlands" says that there is no other language."""


def _others(sentence: Sentence, today: date) -> Entity | None:
    """Read other languages: how well somebody speaks Dutch is no choice here, and that they do no answer."""
    read = ASKED["language"](sentence, today)
    if read is None or not (_without_dutch(read.value) or sentence.words & _ONLY or len(sentence.tokens) == 1):
        return None
    return replace(read, options=())


OTHER_LANGUAGES = ask(
    "language.other",
    _("Spreek je nog andere talen?"),
    reads=_others,
    takes=_without_dutch,
    fold=_keep_languages,
    choices=(Choice("none", _("Nee"), []),),
    tells=True,
    no=[],
    unfold=_forget_others,
    why=_("Bij sommig werk is een andere taal handig."),
    again=_("Schrijf de talen op. Bijvoorbeeld: Arabisch en Engels."),
    says=lambda value: in_words.language(value) if value else _("geen andere taal"),
    part_of="language",
)


def _also_licence(answers: Answers, value: list[str]) -> list[str]:
    return list(dict.fromkeys([*(answers.get("licence") or ()), *value]))


def _left_of_licence(answers: Answers, value: list[str], entity: Entity) -> list[str]:
    """Take what is gone off what was there: "C is verlopen"."""
    held = answers.get("licence")
    return [code for code in held if code not in entity.without] if entity.without and held else value


LICENCE = ask(
    "licence",
    _("Heb je een rijbewijs?"),
    reads=ASKED["licence"],
    entities=("licence",),
    takes=list,
    also=_also_licence,
    meant=_left_of_licence,
    choices=(
        Choice("none", _("Nee"), []),
        Choice("B", _("Ja, voor de auto (B)"), ["B"]),
        Choice("AM", _("Ja, voor de brommer (AM)"), ["AM"]),
        Choice("C", _("Ja, voor de vrachtwagen (C)"), ["B", "C"]),
    ),
    key=lambda value: "C" if "C" in value else (value or ["none"])[0],
    which=_("Welk rijbewijs heb je?"),
    tells=True,
    yes=["B"],
    no=[],
    why=_("Voor sommige banen moet je rijden."),
    again=_("Schrijf welk rijbewijs je hebt. Bijvoorbeeld: B. Of schrijf: nee."),
    says=in_words.licence,
    label=_("Rijbewijs"),
    shown_to_employers=True,
    words=("rijbewijs", "licence"),
)


def _asked_at_all(field: str, _answers: Answers, moment: Moment) -> bool:
    return bool(getattr(moment.gemeente.asks, field) is Policy.WITH_CONSENT)


def _any_ability_asked(answers: Answers, moment: Moment) -> bool:
    return any(_asked_at_all(field, answers, moment) for field in ABILITIES)


def may_keep(name: str, moment: Moment) -> bool:
    """Tell whether the policy (still) lets us keep the answer to a question, which it decides for the five of V4."""
    field = name.removeprefix("ability.")
    return field not in {*ABILITIES, "register"} or _asked_at_all(field, {}, moment)


def _asked_after_yes(field: str, answers: Answers, moment: Moment) -> bool:
    gate = "register.may" if field == "register" else "ability"
    return answers.get(gate) is True and _asked_at_all(field, answers, moment)


HELPS = _("Dit helpt mij om werk te vinden dat je kunt.")
WHO_SEES = _("Alleen ik zie dit. Wil ik het laten zien? Dan vraag ik dat eerst aan jou.")

ON_THE_LIST = _("Op de lijst staan mensen met een ziekte of handicap.")

LEAVE: Mapping[str, Any] = {"may_ask": True}
"""What "vraag maar" means where it is asked whether something may be asked."""

MAY_ASK = confirm(
    "ability",
    (
        _("Ik wil graag weten wat je lichaam kan."),
        HELPS,
        _("Alleen ik zie dit."),
        _("Mag ik het vragen?"),
    ),
    yes=_("Ja, vraag maar"),
    no=_("Nee, liever niet"),
    seen=WHO_SEES,
    means=LEAVE,
    thanks=lambda agreed: _("Dank je.") if agreed else _("Dat is goed."),
    why=_("Bij sommig werk moet je veel staan of tillen. Alleen ik zie dit."),
    when=_any_ability_asked,
)

MAY_ASK_REGISTER = confirm(
    "register.may",
    (_("Ik wil graag iets vragen over een lijst van het UWV."), _("Alleen ik zie dit."), _("Mag dat?")),
    yes=MAY_ASK.choices[0].label,
    no=MAY_ASK.choices[1].label,
    seen=WHO_SEES,
    means=LEAVE,
    thanks=MAY_ASK.thanks,
    why=_("Sommige banen zijn er voor mensen op die lijst. Alleen ik zie dit."),
    again=_("{who} Schrijf: ja of nee.", who=ON_THE_LIST),
    when=partial(_asked_at_all, "register"),
)


_LEAVE_ALONE = frozenset("mag magt kan doe maar gang gaat ga je uw u toe dat het hoor ja prima goed best".split())
_LEAVES = frozenset({"mag", "doe", "gang", "toe"})


def _only_leave(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Tell "ja, mag" and "ga je gang" from an answer: they say that it may be asked."""
    words = yes.words
    return _("Dank je.") if words & _LEAVES and words <= _LEAVE_ALONE else None


ABILITY_WORDS = {"stand": "staan", "sit": "zitten", "bend": "bukken", "lift": "tillen"}


def _ability(field: str, text: Text, label: Text, can: Text, cannot: Text) -> Question:
    return confirm(
        f"ability.{field}",
        text,
        reads=ASKED[f"ability.{field}"],
        entities=("ability",),
        accepts=lambda value: field in value,
        takes=lambda value: value[field],
        tells=True,
        doubt=_only_leave,
        when=partial(_asked_after_yes, field),
        seen=WHO_SEES,
        why=HELPS,
        again=_("Schrijf: ja of nee. Je mag dit ook overslaan."),
        says=lambda value: can if value else cannot,
        label=label,
        words=(ABILITY_WORDS[field],),
    )


BODY_QUESTIONS = (
    _ability(
        "stand",
        _("Kun je bij je werk lang staan?"),
        _("Lang staan"),
        _("je kunt lang staan"),
        _("je kunt niet lang staan"),
    ),
    _ability(
        "sit",
        _("Kun je bij je werk lang zitten?"),
        _("Lang zitten"),
        _("je kunt lang zitten"),
        _("je kunt niet lang zitten"),
    ),
    _ability(
        "bend",
        _("Kun je bij je werk vaak bukken?"),
        _("Vaak bukken"),
        _("je kunt vaak bukken"),
        _("je kunt niet vaak bukken"),
    ),
    _ability(
        "lift",
        _("Kun je bij je werk zware dingen tillen?"),
        _("Zwaar tillen"),
        _("je kunt zwaar tillen"),
        _("je kunt niet zwaar tillen"),
    ),
)

REGISTER = confirm(
    "register",
    (
        _("Het UWV heeft een lijst: het doelgroepenregister. Veel mensen kennen die lijst niet."),
        _("Sta je op die lijst?"),
    ),
    reads=ASKED["register"],
    entities=("register",),
    tells=True,
    doubt=_only_leave,
    when=partial(_asked_after_yes, "register"),
    seen=WHO_SEES,
    why=MAY_ASK_REGISTER.why,
    again=_("{who} Wie erop staat, kreeg een brief van het UWV. Je mag dit overslaan.", who=ON_THE_LIST),
    says=lambda value: _("je staat op de lijst") if value else _("je staat niet op de lijst"),
    label=_("Op de lijst van het UWV"),
    words=("register", "doelgroepregister", "doelgroepenregister", "lijst"),
)

ABILITY_QUESTIONS = (*BODY_QUESTIONS, REGISTER)
"""The five of V4."""
