"""Plays a story on a stage, line by line, and notes what goes otherwise."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from functools import partial, singledispatchmethod
from typing import TYPE_CHECKING

from bot.domain.person import Contact, Role, Support
from bot.replay.desk import Desks
from bot.replay.difference import Difference, in_brackets, is_as_written
from bot.replay.kept import kept_in_short, kept_of, left_of, placed_of
from bot.replay.lines import (
    AsksContact,
    AtDesk,
    Becomes,
    Brings,
    Comes,
    HasProfile,
    Headline,
    Hears,
    Invited,
    Joins,
    Kept,
    Line,
    Link,
    MayAsk,
    MovesOn,
    NeverSaw,
    NothingKept,
    OfferChanges,
    Offered,
    Opens,
    Passes,
    Placed,
    ProfileIs,
    Prose,
    Repeats,
    Replies,
    Says,
    Sends,
    Speaks,
    Standing,
    Steps,
    Taps,
)
from bot.replay.naming import with_names
from bot.replay.offers import bring_offer, change_offer, offer
from bot.replay.quickly import ask_contact, make_profile
from bot.replay.transcript import VALID_DAYS
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.domain.known_as import Pair
    from bot.replay import kept
    from bot.replay.house import House
    from bot.replay.stage import Heard, Stage
    from bot.replay.transcript import Transcript
    from storage.unit import Unit

UNKNOWN_TOKEN = "geen-echte-link-maar-wel-lang-genoeg"  # noqa: S105 - a link that nobody made
_CODE = re.compile(r"\b(\d{4}) (\d{4})\b")

_LOOKS = Hears | Kept | NothingKept | NeverSaw | ProfileIs | Placed | Speaks
"""Lines that look at what is there, and change nothing."""

_STANDINGS = {Standing.ACTIVE: _("actief"), Standing.HIDDEN: _("niet actief"), Standing.NONE: _("er niet")}


@dataclass(slots=True)
class _Role:
    """Somebody in the story: their link, what they said, who they were, what they heard, and what no line matched."""

    token: str | None = None
    said: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    code: str = ""
    heard: list[str] = field(default_factory=list)
    unmatched: deque[tuple[Line, Heard]] = field(default_factory=deque)


class _Play:
    """One story being played."""

    def __init__(self, house: House, stage: Stage) -> None:
        self.house = house
        self.stage = stage
        self.desks = Desks(house, stage)
        self.roles: dict[str, _Role] = {}
        self.differences: list[Difference] = []
        self.pseudonyms: dict[str, dict[str, str]] = {}

    async def play(self, story: Transcript) -> list[Difference]:
        for line in story.lines:
            person = getattr(line, "person", None)
            if isinstance(line, Passes | Becomes | Offered | OfferChanges):
                self._nothing_unmatched(*self.roles)
            elif not isinstance(line, _LOOKS) and person:
                self._nothing_unmatched(person)
            await self._do(self._named(line))
            if not isinstance(line, _LOOKS | Headline | Prose):
                await self.house.happens()
                await self._listen(line)
        self._nothing_unmatched(*self.roles)
        return self.differences

    def _named(self, line: Line) -> Line:
        """Put the pseudonym of somebody where a line of an employer names them in braces: "{Fatima}"."""
        if not isinstance(line, Taps | Says | Hears) or "{" not in line.words:
            return line
        known = self.pseudonyms.get(line.person, {})
        return with_names(line, known)

    def _learn_names(self) -> None:
        """Note what employers call people, also those who are gone later."""
        ids = {each: person for person, role in self.roles.items() for each in role.ids}
        for person, role in self.roles.items():
            for each in role.ids:
                known = self.house.store.read(partial(_known_to, each))
                named = {ids[pair.person_id]: pair.name for pair in known if pair.person_id in ids}
                self.pseudonyms.setdefault(person, {}).update(named)

    def _role(self, person: str) -> _Role:
        return self.roles.setdefault(person, _Role())

    def _differs(self, line: Line, happened: Text) -> None:
        self.differences.append(Difference(line.number, line.words, happened))

    async def _listen(self, line: Line) -> None:
        """Gather what everybody hears after a line."""
        for person, role in self.roles.items():
            for heard in await self._heard(person):
                role.unmatched.append((line, heard))
                role.heard.append(in_brackets(heard))
                code = _CODE.search(heard.text)
                role.code = "".join(code.groups()) if code else role.code
            if person not in self.desks and (found := self._id(person)):
                role.ids.add(found)
        self._learn_names()

    async def _heard(self, person: str) -> list[Heard]:
        return self.desks.heard(person) if person in self.desks else await self.stage.heard(person)

    def _nothing_unmatched(self, *people: str) -> None:
        for person in people:
            unmatched = self._role(person).unmatched
            while unmatched:
                line, heard = unmatched.popleft()
                # staff: who writes a transcript reads this
                happened = _("De bot zei dit ook nog tegen {person}: {said}", person=person, said=in_brackets(heard))
                self._differs(line, happened)

    def _id(self, person: str) -> str | None:
        at = self.stage.address(person)
        speaker = self.house.store.read(lambda unit: unit.people.speaker(at)) if at else None
        return speaker.person.id if speaker else None

    def _kept(self, person: str) -> kept.Kept | None:
        at = self.stage.address(person)
        return self.house.store.read(lambda unit: kept_of(unit, at)) if at else None

    @singledispatchmethod
    async def _do(self, line: Line) -> None:
        raise TypeError(f"no way to play a line of this kind: {type(line).__name__}")

    @_do.register(Headline | Prose)
    async def _tell(self, line: Headline | Prose) -> None:
        pass

    @_do.register
    async def _invite(self, line: Invited) -> None:
        self._role(line.person).token = self.house.invite(
            line.support, line.contact, line.days, line.role, None if line.role is Role.JOBSEEKER else line.person
        )

    @_do.register
    async def _open(self, line: Opens) -> None:
        own = self._role(line.person).token
        token = UNKNOWN_TOKEN if line.link is Link.UNKNOWN else own
        if token is None:
            # staff: who writes a transcript reads this
            self._differs(line, _("{person} heeft geen uitnodiging.", person=line.person))
            return
        await self.stage.opens(line.person, token, elsewhere=line.link is Link.ELSEWHERE)

    @_do.register
    async def _join(self, line: Joins) -> None:
        token = self.house.invite(Support.SELF, Contact.DIRECT, VALID_DAYS, Role.EMPLOYER, line.person)
        self._role(line.person).token = token
        await self.stage.opens(line.person, token, elsewhere=False)
        await self.stage.heard(line.person)
        await self.stage.taps(line.person, "Ja, beginnen")
        await self.stage.heard(line.person)

    @_do.register
    async def _bring(self, line: Brings) -> None:
        held = self._kept(line.person)
        if held is None or not bring_offer(self.house, line.employer, held.person_id):
            # staff: who writes a transcript reads this
            self._differs(line, _("Die baan is er niet."))

    @_do.register
    async def _ask_contact(self, line: AsksContact) -> None:
        if not await ask_contact(self.stage, line, self.house.happens):
            # staff: who writes a transcript reads this
            self._differs(line, _("Er is niemand om contact mee te vragen."))

    @_do.register
    async def _make_profile(self, line: HasProfile) -> None:
        role = self._role(line.person)
        role.said |= {line.told}
        if role.token is None or not await make_profile(self.stage, line, role.token):
            # staff: who writes a transcript reads this
            self._differs(line, _("Met deze woorden komt er geen profiel."))

    @_do.register
    async def _come(self, line: Comes) -> None:
        self._role(line.person)
        await self.stage.opens(line.person, None, elsewhere=False)

    @_do.register
    async def _say(self, line: Says) -> None:
        self._role(line.person).said.add(line.text.strip())
        await self.stage.says(line.person, line.text, edited=line.edited)

    @_do.register
    async def _tap(self, line: Taps) -> None:
        self._role(line.person)
        done = self.stage.taps_again(line.person) if line.again else self.stage.taps(line.person, line.label)
        if not await done:
            # staff: who writes a transcript reads this
            self._differs(line, _("Deze knop is er niet."))

    @_do.register
    async def _send(self, line: Sends) -> None:
        await self.stage.sends(line.person, line.kind)

    @_do.register
    async def _repeat(self, line: Repeats) -> None:
        await self.stage.repeats(line.person)

    @_do.register
    async def _move_on(self, line: MovesOn) -> None:
        await self.stage.moves_on(line.person, line.channel, self._role(line.person).code)

    @_do.register
    async def _pass(self, line: Passes) -> None:
        await self.house.passes(line.span)

    @_do.register
    async def _become(self, line: Becomes) -> None:
        await self.house.becomes(line.weekday, line.at)

    @_do.register
    async def _let_ask(self, line: MayAsk) -> None:
        self.house.let_ask(line.fields)

    @_do.register
    async def _sit_down(self, line: AtDesk) -> None:
        self._role(line.person)
        await self.desks.sign_in(line.person)

    @_do.register
    async def _step(self, line: Steps) -> None:
        if not await self.desks.does(line.person, line.does, line.whom, line.to):
            # staff: who writes a transcript reads this
            self._differs(line, _("Dit gesprek is er niet."))

    @_do.register
    async def _reply(self, line: Replies) -> None:
        if not await self.desks.does(line.person, "replies", line.whom, line.text):
            # staff: who writes a transcript reads this
            self._differs(line, _("Dit gesprek is er niet."))

    @_do.register
    async def _offer(self, line: Offered) -> None:
        held = self._kept(line.employer) if line.employer in self.roles else None
        if not offer(self.house, line, held.person_id if held else None):
            # staff: who writes a transcript reads this
            self._differs(line, _("Dit werk of deze plaats ken ik niet."))

    @_do.register
    async def _change_offer(self, line: OfferChanges) -> None:
        if not change_offer(self.house, line):
            # staff: who writes a transcript reads this
            self._differs(line, _("Die baan is er niet."))

    @_do.register
    async def _hear(self, line: Hears) -> None:
        unmatched = self._role(line.person).unmatched
        if not unmatched:
            # staff: who writes a transcript reads this
            self._differs(line, _("De bot zei niets tegen {person}.", person=line.person))
            return
        _after, heard = unmatched.popleft()
        if not is_as_written(line, heard):
            # staff: who writes a transcript reads this
            self._differs(line, _("De bot zei: {said}", said=in_brackets(heard)))

    @_do.register
    async def _check_answer(self, line: Kept) -> None:
        held = self._kept(line.person)
        found = kept_in_short(held.answers if held else {}, line.question)
        if found != line.value:
            # staff: who writes a transcript reads this
            self._differs(line, _("Bewaard is: {found}", found=found))

    @_do.register
    async def _check_nothing(self, line: NothingKept) -> None:
        role = self._role(line.person)
        left = self.house.store.read(lambda unit: left_of(unit, role.ids, role.said))
        if left:
            # staff: who writes a transcript reads this
            self._differs(line, _("Er staat nog iets in: {tables}", tables=tuple(left)))

    @_do.register
    async def _check_never(self, line: NeverSaw) -> None:
        found = next((heard for heard in self._role(line.person).heard if line.text in heard), None)
        if found:
            # staff: who writes a transcript reads this
            self._differs(line, _("Het stond hier: {said}", said=found))

    @_do.register
    async def _check_profile(self, line: ProfileIs) -> None:
        held = self._kept(line.person)
        found = held.standing if held else Standing.NONE
        if found is not line.standing:
            # staff: who writes a transcript reads this
            self._differs(line, _("Het profiel is: {found}", found=_STANDINGS[found]))

    @_do.register
    async def _check_placed(self, line: Placed) -> None:
        held = self._kept(line.person)
        found = self.house.store.read(lambda unit: placed_of(unit, held.person_id)) if held else []
        if (found.count(line.vacancy) != 1) if line.vacancy else found:
            # staff: who writes a transcript reads this
            self._differs(line, _("De banen zijn: {found}", found=tuple(found) or "–"))

    @_do.register
    async def _check_language(self, line: Speaks) -> None:
        held = self._kept(line.person)
        found = held.language if held else "nl"
        if found != line.language:
            # staff: who writes a transcript reads this
            self._differs(line, _("De taal is: {found}", found=found))


def _known_to(employer_id: str, unit: Unit) -> list[Pair]:
    return [pair for pair in unit.disclosures.pairs(employer_id) if pair.employer_id == employer_id]


async def play(story: Transcript, house: House, stage: Stage) -> list[Difference]:
    """Play a story; give what went otherwise, in order."""
    differences = await _Play(house, stage).play(story)
    return sorted(differences, key=lambda difference: difference.line)
