"""An employer and people in contact, driven without a channel: for rules that say "never" and "always"."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from made import NOW, SEAL_KEY, VACANCY
from sqlalchemy import select

from bot.config import EXAMPLE, read_gemeente
from bot.dialogs.profile import PROFILE
from bot.domain.event import Address, Channel, Event, Opened, Said, Tapped
from bot.domain.gemeente import Asks, Policy
from bot.domain.invitation import Invitation
from bot.domain.message import Message, pack_message
from bot.domain.person import Role
from bot.domain.profile import Hours, Occupation, Place, Profile, Travel
from bot.inviting import invite
from bot.nlu.engine import Embedded
from bot.rounds import Rounds
from bot.taken import World
from bot.text import _
from bot.translate import render
from bot.turns import Turns
from storage.migrate import migrate
from storage.sealing import Seal
from storage.store import Store, StoreError
from storage.tables import message as message_table
from storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.domain.event import What
    from bot.domain.gemeente import Gemeente
    from storage.unit import Unit

ENGINE = Embedded(today=NOW.date)
ASKS_NOTHING = read_gemeente(EXAMPLE)
GEMEENTE = replace(ASKS_NOTHING, asks=Asks(*[Policy.WITH_CONSENT] * 5))
SEEKER = Profile(
    wishes=(Occupation("http://data.europa.eu/esco/occupation/1", "bakker", "7512"),),
    hours=Hours(24, 32),
    place=Place("3531", "Utrecht"),
    first_name="Fatimazon",
    travel=Travel(30, None, "bike"),
    ability=(("stand", True), ("lift", False)),
    register=True,
)
STATE = {
    "stack": ["home"],
    "answers": {
        "profile": {
            **{question.name: None for question in PROFILE.questions},
            "wishes": [{"uri": SEEKER.wishes[0].uri, "label": "bakker", "isco": "7512"}],
            "hours": {"min": 24, "max": 32},
            "place": {"pc4": "3531", "name": "Utrecht"},
            "travel": {"minutes": 30, "by": "bike"},
            "first_name": "Fatimazon",
            "push": "never",
            "ability": True,
            "ability.stand": True,
            "ability.lift": False,
            "register.may": True,
            "register": True,
            "consent": True,
        }
    },
}


T = TypeVar("T")


class CrashedError(StoreError):
    """The machine stopped in the middle of a transaction."""


@dataclass
class Stage:
    """A database with an employer and people who fit their vacancy, and a clock."""

    folder: Path
    now: datetime = NOW
    crashes: bool = False
    count: int = 1000
    last: dict[str, Event] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = Store(f"sqlite:///{self.folder / 'stage.db'}", Seal(SEAL_KEY))
        self.turns = Turns(World(self.store, ENGINE, GEMEENTE, "https://chat.example"))
        write = self.store.write

        def crashing(work: Callable[[Unit], Any]) -> Any:
            def works(unit: Unit) -> Any:
                done = work(unit)
                if self.crashes:
                    self.crashes = False
                    raise CrashedError(_("weg"))
                return done

            return write(works)

        self.store.write = crashing  # type: ignore[method-assign]

    def close(self) -> None:
        self.turns.close()
        self.store.close()

    def take(self, who: str, what: What) -> None:
        """Let something come in; when it crashes, the channel delivers it again."""
        self.count += 1
        event = Event(f"stage:{self.count}", Address(Channel.WEB, who), what, self.now)
        self.last[who] = event
        self.deliver(event)

    def deliver(self, event: Event) -> None:
        parse = asyncio.run(ENGINE.parse(event.what.text)) if isinstance(event.what, Said) else None
        try:
            self.turns.take_now(event, parse)
        except CrashedError:
            self.turns.take_now(event, parse)

    def again(self, who: str) -> None:
        """Deliver the last event of somebody once more."""
        if who in self.last:
            self.deliver(replace(self.last[who], at=self.now))

    def policy(self, gemeente: Gemeente) -> None:
        """Let the gemeente decide otherwise."""
        self.turns.world = replace(self.turns.world, gemeente=gemeente)

    def says(self, who: str, text: str) -> None:
        self.take(who, Said(text))

    def taps(self, who: str, kind: str, key: str) -> bool:
        """Tap the newest button of a kind with a key; False where there is none."""
        values = [button.value for told in reversed(self.heard(who)) for button in told.buttons]
        value = next((each for each in values if re.fullmatch(f"{kind}={key}(~.*)?", each)), None)
        if value:
            self.take(who, Tapped(value))
        return value is not None

    def happens(self) -> None:
        """Let happen what is due."""
        rounds = Rounds(self.turns, lambda: self.now)
        while True:
            try:
                if not asyncio.run(rounds.once()):
                    return
            except StoreError:
                continue

    def passes(self, span: timedelta) -> None:
        """Let time pass, each thing at its own moment."""
        until = self.now + span
        while (due := self.store.read(lambda unit: unit.dues.next_at())) and due <= until:
            self.now = max(self.now, due)
            self.happens()
        self.now = until

    def id_of(self, who: str) -> str | None:
        found = self.store.read(lambda unit: unit.people.speaker(Address(Channel.WEB, who)))
        return found.person.id if found else None

    def heard(self, who: str) -> list[Message]:
        """Give all that somebody was told so far."""
        return [body for _seq, body, _at, _due in self.rows(who) if isinstance(body, Message)]

    def rows(self, who: str) -> list[tuple[int, str | Message, datetime, datetime]]:
        """Give all that stands in somebody's chat."""
        person = self.id_of(who)
        columns = message_table.c

        def read(unit: Unit) -> list[tuple[int, str | Message, datetime, datetime]]:
            query = select(columns.seq, columns.at, columns.due_at, columns.address_id).order_by(columns.seq)
            found = unit.connection.execute(query.where(columns.person_id == person)).all()
            shown = {row.seq: row.body for row in (unit.outbox.since(found[0].address_id, 0, 5000) if found else ())}
            return [(row.seq, shown[row.seq], row.at, row.due_at) for row in found]

        return self.store.read(read) if person else []

    def everything(self) -> str:
        """Give all that stands in the database, opened."""

        def read(unit: Unit) -> str:
            parts = []
            for table in metadata.sorted_tables:
                if table.name == "match_part":
                    continue
                for row in unit.connection.execute(select(table)).mappings():
                    parts += [str(unit.seal.open(v) if v and k.endswith("_sealed") else v) for k, v in row.items()]
            return "\n".join(parts)

        return self.store.read(read)


def people_on(stage: Stage, people: tuple[str, ...]) -> None:
    """Let an employer join with a vacancy, and people whom it fits."""

    def joins(who: str, role: Role, name: str | None) -> None:
        token = invite(stage.store, Invitation(role, stage.now + timedelta(days=30), name=name), stage.now).token
        stage.take(who, Opened(token))

    joins("zon", Role.EMPLOYER, "Bakkerij Zon")
    stage.taps("zon", "employer.start", "yes")
    vacancy = replace(VACANCY, employer_id=stage.id_of("zon"), about="")
    stage.store.write(lambda unit: unit.vacancies.save(vacancy))
    for who in people:
        joins(who, Role.JOBSEEKER, None)
        person = stage.id_of(who)
        assert person

        def ready(unit: Unit, person: str = person) -> None:
            unit.profiles.save(person, SEEKER, stage.now)
            unit.conversations.keep_unheard(person, {**STATE, "heard_at": stage.now.isoformat(timespec="minutes")})

        stage.store.write(ready)
    stage.happens()


def template(folder: Path, people: tuple[str, ...]) -> Path:
    """Make a database once, of which every example takes a copy."""
    made = Stage(folder, count=0)
    migrate(made.store.engine)
    people_on(made, people)
    made.store.tidy()
    made.close()
    return folder / "stage.db"


def talks(stage: Stage) -> None:
    """Let the employer and the first person talk: a question, and a yes."""
    stage.says("zon", "mensen")
    stage.taps("zon", "people:.*", "0")
    stage.taps("zon", "ask:.*", ".*")
    stage.says("zon", "Heb je tijd?")
    stage.taps("zon", r"ask\.sure", "yes")
    stage.happens()
    stage.taps("fatima", "contact:.*", "yes")
    stage.happens()


def told(stage: Stage, who: str) -> list[list[Any]]:
    """Give every byte that somebody got, with its moments; random ids are named by when they first came."""
    return _without_ids([[_packed(body), str(at), str(due)] for _seq, body, at, due in stage.rows(who)])


def read_lines(stage: Stage, who: str) -> list[list[str]]:
    """Give every message that somebody got as its lines, with its buttons and moments; ids as in `told`."""
    return _without_ids(
        [
            [line for part in body.text for line in render(part, "nl").split("\n")]
            + [f"{render(button.label, 'nl')} {button.value}" for button in body.buttons]
            + [str(at), str(due)]
            for _seq, body, at, due in stage.rows(who)
            if isinstance(body, Message)
        ]
    )


def _without_ids(held: list[T]) -> list[T]:
    text = json.dumps(held)
    names: dict[str, str] = {}
    named = re.sub(r"[0-9a-f]{32}|(?<=~)[0-9a-f]{8}", lambda found: names.setdefault(found[0], f"id{len(names)}"), text)
    result: list[T] = json.loads(named)
    return result


def _packed(body: str | Message) -> Any:
    return body if isinstance(body, str) else pack_message(body)
