"""Questions about the person's name and the work they want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.dialogs import in_words
from bot.dialogs.question import Choice, More, ask, forget, number_in, put
from bot.nlu.asked import ASKED
from bot.nlu.occupations import by_uri_id, sectors
from bot.nlu.readers.occupation import listed
from bot.nlu.readers.past import tells_past
from bot.nlu.taken_back import taken_back
from bot.nlu.wording import whole
from bot.text import Text, _, from_data, verbatim

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers
    from bot.nlu.occupations import Sector
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

MOST_WISHES = 3
ON_A_PAGE = 4

EXAMPLES_OF_WORK = _("Schrijf bijvoorbeeld: schoonmaker, of koken. Of tik op de knop.")


def _occupation_key(value: dict[str, str]) -> str:
    return value["uri"].rsplit("/", 1)[-1]


def _work(key: str) -> Choice | More | None:
    """Give an occupation, a sector, or a page of sectors."""
    if key.startswith("sectors"):
        return _page(key.removeprefix("sectors"))
    sector = next((sector for sector in sectors() if key == f"sector.{sector.key}"), None)
    if sector:
        keys = tuple(occupation.uri.rsplit("/", 1)[-1] for occupation in sector.occupations)
        return More(_pictured(sector), _("Welk werk past bij jou?"), (*keys[:ON_A_PAGE], "sectors"))
    occupation = by_uri_id(key)
    if not occupation:
        return None
    value = {"uri": occupation.uri, "label": occupation.label, "isco": occupation.isco}
    return Choice(key, from_data(occupation.label), value)


def _pictured(sector: Sector) -> Text:
    return _("{picture} {sector}", picture=sector.emoji, sector=sector.label)


def _page(number: str) -> More | None:
    page = number_in(number or "0")
    if not isinstance(page, int):
        return None
    held = sectors()[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    if not held:
        return None
    is_last = (page + 1) * ON_A_PAGE >= len(sectors())
    following = f"sectors{0 if is_last else page + 1}"
    keys = (*(f"sector.{sector.key}" for sector in held), following)
    label = _("Laat soorten werk zien") if page == 0 else _("Laat meer zien")
    return More(label, _("Wat voor werk past bij jou?"), keys)


def add_wish(answers: Answers, name: str, value: Any) -> dict[str, Any]:
    """Put a wish for work beside the others; the question for more goes on until there are three."""
    held = answers.get("wishes") or []
    new = [] if value["uri"] in {wish["uri"] for wish in held} else [value]
    return {**forget(answers, name), "wishes": [*held, *new]}


def _no_room(answers: Answers, value: Any) -> Text | None:
    """Say that there are three wishes already: an older one never goes away unsaid."""
    held = answers.get("wishes") or []
    if value is None or len(held) < MOST_WISHES or value["uri"] in {wish["uri"] for wish in held}:
        return None
    work = _says_wish(value)
    return _("Ik onthoud 3 soorten werk, dus {work} niet. Wil je dat wel? Schrijf: verander werk.", work=work)


def _forget_wishes(answers: Answers, name: str) -> dict[str, Any]:
    """Forget the work, and how long somebody did it."""
    return forget(forget(answers, name), "experience")


def _listed(sentence: Sentence) -> list[tuple[dict[str, str], ...]]:
    """Give what each part of a list of work can mean, without what is taken back: "kapper, nee wacht, kok"."""
    return listed(taken_back(sentence).sentence)


def _has_room(answers: Answers, _moment: Moment) -> bool:
    return 0 < len(answers.get("wishes") or []) < MOST_WISHES


def _says_wish(value: dict[str, str]) -> Text:
    return from_data(value["label"])


def _years(key: str) -> Choice | None:
    """Give a number of years that the words can mean."""
    years = number_in(key)
    value = {"years": years}
    return None if years is None else Choice(key, in_words.years(value), value)


NAME_SEEN = _("Niemand ziet je naam, behalve als jij ja zegt.")

FIRST_NAME = ask(
    "first_name",
    (NAME_SEEN, _("Hoe mag ik je noemen?")),
    reads=ASKED["first_name"],
    entities=("first_name",),
    yields=True,
    alone=True,
    seen=NAME_SEEN,
    why=_("Dan kan ik je bij je naam noemen. Je mag dit overslaan."),
    again=_("Schrijf alleen je voornaam. Bijvoorbeeld: Sam. Je mag dit ook overslaan."),
    says=verbatim,
    thanks=lambda name: _("Hallo {name}, leuk dat je er bent.", name=verbatim(name)),
    label=_("Je naam"),
    words=("naam", "voornaam", "name"),
)

SECTOR_KEYS = (*(f"sector.{sector.key}" for sector in sectors()[:3]), "sectors1")
"""Sectors with pictures, and a page with more."""

WISHES = ask(
    "wishes",
    _("Welk werk wil je doen?"),
    reads=ASKED["wishes"],
    entities=("occupation",),
    dynamic=_work,
    offers=("sectors",),
    easy=SECTOR_KEYS,
    several=True,
    lists=_listed,
    full=_no_room,
    fold=add_wish,
    unfold=_forget_wishes,
    key=_occupation_key,
    needed=True,
    why=_("Dan zoek ik banen die bij je passen."),
    again=EXAMPLES_OF_WORK,
    sorry=_("Sorry, dat werk ken ik nog niet."),
    says=_says_wish,
    label=_("Werk"),
    shown_to_employers=True,
    words=("werk", "beroep", "baan", "work", "job"),
)


def _work_or_enough(sentence: Sentence, today: date) -> Entity | None:
    """Read more work, or that it is enough."""
    if sentence.words & {"genoeg", "klaar", "enough"} or sentence.plain == "niet meer":
        return whole(sentence, "occupation", None)
    return None if tells_past(sentence) else ASKED["wishes"](sentence, today)


def _listed_wanted(sentence: Sentence) -> list[tuple[dict[str, str], ...]]:
    """Give what each part of a list of more work can mean; of work that was done, nothing."""
    return [] if tells_past(sentence) else _listed(sentence)


MORE_WISHES = ask(
    "wishes.more",
    _("Wil je ook nog ander werk doen?"),
    reads=_work_or_enough,
    entities=("occupation",),
    dynamic=_work,
    choices=(Choice("enough", _("Nee, dit is genoeg"), None),),
    offers=("enough", "sectors"),
    easy=("enough", *SECTOR_KEYS),
    yields=True,
    several=True,
    lists=_listed_wanted,
    full=_no_room,
    fold=lambda answers, name, value: put(answers, name, None) if value is None else add_wish(answers, name, value),
    key=_occupation_key,
    needed=True,
    no=None,
    when=_has_room,
    bare=_("Fijn. Zeg welk werk, of kies een soort."),
    why=_("Met meer soorten werk vind ik meer banen."),
    again=EXAMPLES_OF_WORK,
    sorry=WISHES.sorry,
    says=_says_wish,
    part_of="wishes",
)


def _how_long(answers: Answers, _moment: Moment) -> tuple[Text, ...]:
    """Ask about the first wish by its name when there are more."""
    wishes = answers.get("wishes") or []
    if len(wishes) > 1:
        return (_("Hoe lang heb je al gewerkt als {work}?", work=from_data(wishes[0]["label"])),)
    return (_("Hoe lang heb je dit werk al gedaan?"),)


def _wish_of(answers: Answers, kinds: tuple[str, ...]) -> Mapping[str, str] | None:
    """Give the wish that years of these kinds of work are for; the first one where no work was said."""
    wishes: list[Mapping[str, str]] = answers.get("wishes") or []
    return next((wish for wish in wishes if not kinds or wish["isco"].startswith(kinds)), None)


def _of_the_first(answers: Answers, entity: Entity) -> Entity:
    """Give of years of several kinds of work those of the first wish, else those of the next."""
    for wish in answers.get("wishes") or ():
        for each in (entity, *entity.beside):
            if not each.of or wish["isco"].startswith(each.of):
                return each
    return entity


def _other_work(answers: Answers, entity: Entity) -> Text | None:
    """Say so where years are of other work than the one whose years are kept."""
    wishes = answers.get("wishes")
    if not wishes:
        return _("Hoe lang je al werkt, vraag ik straks.")
    wish = _wish_of(answers, _of_the_first(answers, entity).of)
    held = answers.get("experience") or {}
    if wish is wishes[0] or (wish and not held.get("years")):
        return None
    return _("Ik onthoud alleen hoe lang je werkte als {work}.", work=_says_wish(wishes[0]))


def _may_be_of_first(answers: Answers, entity: Entity) -> bool:
    """Tell whether years, asked of the first wish, may be of it: only the place was said, "2 jaar in een cafe"."""
    return entity.where and not entity.beside and _other_work(answers, entity) is not None


def _of_wish(answers: Answers, value: dict[str, Any], entity: Entity) -> dict[str, Any]:
    """Name the work that years are of, where somebody wishes more than one or told of more."""
    said = _of_the_first(answers, entity)
    wish = _wish_of(answers, said.of)
    if entity.beside and wish:
        return {**said.value, "as": wish, "alone": True}
    if wish is None and answers.get("wishes"):
        return {**value, "as": answers["wishes"][0]}  # a guess, to be confirmed
    return {**value, "as": wish} if wish and len(answers["wishes"]) > 1 else value


def _keep_years(answers: Answers, name: str, value: dict[str, Any] | None) -> dict[str, Any]:
    """Keep years; they are always those of the first wish."""
    if value is None or "as" not in value:
        return put(answers, name, value)
    others = [wish for wish in answers["wishes"] if wish != value["as"]]
    return put({**answers, "wishes": [value["as"], *others]}, name, {"years": value["years"]})


def _also_years(answers: Answers, value: dict[str, float]) -> dict[str, float]:
    """Leave the years as they are: those of other work ("ook 2 jaar als kok") are asked for nowhere."""
    return answers.get("experience") or value


def _thanks_for_years(value: dict[str, Any]) -> Text:
    """Say which years are kept, and that others are not."""
    what = in_words.experience(value)
    if "alone" in value:
        return _("Goed: {what}. Jaren in ander werk onthoud ik niet.", what=what)
    return _("Goed: {what}.", what=what)


EXPERIENCE = ask(
    "experience",
    _how_long,
    reads=ASKED["experience"],
    entities=("experience",),
    also=_also_years,
    apart=_other_work,
    guessed=_may_be_of_first,
    meant=_of_wish,
    fold=_keep_years,
    alone=True,
    dynamic=_years,
    key=lambda value: str(value["years"]),
    choices=(
        Choice("0", _("Nog niet"), {"years": 0}),
        Choice("0.5", _("Minder dan 1 jaar"), {"years": 0.5}),
        Choice("2", _("1 tot 3 jaar"), {"years": 2}),
        Choice("4", _("Meer dan 3 jaar"), {"years": 4}),
    ),
    tells=True,
    no={"years": 0},
    why=_("Sommige werkgevers zoeken iemand die het werk al kent. Anderen leren het je."),
    again=_("Schrijf hoeveel jaar je dit werk deed. Bijvoorbeeld: 2 jaar. In een ander land telt ook."),
    says=in_words.experience,
    thanks=_thanks_for_years,
    label=_("Ervaring"),
    shown_to_employers=True,
    words=("ervaring", "experience"),
)
