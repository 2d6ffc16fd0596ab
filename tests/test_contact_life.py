"""The whole life of a contact, whatever happens in whatever order, with crashes: what must never be, never is."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from contacting import Stage, template
from following import HIDING, SHOWING, Following
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.domain.consent import Piece, holds
from bot.domain.contact import may_pass
from bot.domain.message import Message
from bot.translate import render

if TYPE_CHECKING:
    from storage.unit import Unit

PEOPLE = ("fatima",)
SECRET = ("Fatimazon", "3531")
"""What the employer must never read: a name, a postcode."""

GIVEN = {"first_name": "Zonnestraal", "phone": "0612345678", "email": "zon@straal.nl"}
AS_SENT = {"first_name": "Zonnestraal", "phone": "+31612345678", "email": "zon@straal.nl"}

BOTH = st.sampled_from(("zon", "fatima"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), PEOPLE)


class Life(RuleBasedStateMachine):
    """An employer and a person who do anything at any moment."""

    made: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="hallowerk-")
        shutil.copy(self.made, Path(self.folder.name) / "stage.db")
        self.stage = Stage(Path(self.folder.name))
        self.person = self.stage.id_of("fatima")
        self.sent: dict[str, list[str]] = {"zon": [], "fatima": []}
        self.number = 0
        self.erased = False
        self.following = Following("fatima", "zon")

    def teardown(self) -> None:
        self.stage.close()
        self.folder.cleanup()

    # what the employer does

    @rule()
    def looks(self) -> None:
        self.stage.says("zon", "mensen")
        self.stage.taps("zon", "people:.*", "0")

    @rule()
    def asks(self) -> None:
        if self.stage.taps("zon", "ask:.*", ".*"):
            self.stage.says("zon", "Heb je tijd in de ochtend?")
            self.stage.taps("zon", r"ask\.sure", "yes")

    @rule(key=st.sampled_from(("yes", "no", "never")))
    def answers(self, key: str) -> None:
        self.stage.taps("zon", "contact:.*", key)

    # what the person does

    @precondition(lambda self: not self.erased)
    @rule(key=st.sampled_from(("yes", "yes", "no", "never", "help")))
    def decides(self, key: str) -> None:
        self.stage.taps("fatima", "contact:.*", key)

    @precondition(lambda self: not self.erased)
    @rule()
    def wants(self) -> None:
        self.stage.says("fatima", "laat banen zien")
        if self.stage.taps("fatima", "job:.*", "want"):
            self.stage.taps("fatima", r"want\.sure", "yes")

    @precondition(lambda self: not self.erased)
    @rule(piece=st.sampled_from(tuple(GIVEN)))
    def gives(self, piece: str) -> None:
        """Give a name or a number, by its own yes."""
        self.stage.says("fatima", "mijn gesprekken")
        self.stage.taps("fatima", "talk:.*", "write")
        self.stage.taps("fatima", "talk:.*", "more")
        if self.stage.taps("fatima", "talk:.*", f"give_{piece}"):
            self.stage.says("fatima", GIVEN[piece])
            self.stage.taps("fatima", r"give\.sure", piece)

    @precondition(lambda self: not self.erased)
    @rule(piece=st.sampled_from(tuple(GIVEN)))
    def takes_back(self, piece: str) -> None:
        self.stage.taps("fatima", "talk:.*", f"back_{piece}")

    @precondition(lambda self: not self.erased)
    @rule(words=st.sampled_from(("laat mij niet zien", "pauze", "verder")))
    def hides(self, words: str) -> None:
        self.stage.says("fatima", words)

    @precondition(lambda self: not self.erased)
    @rule()
    def stops_all(self) -> None:
        self.stage.says("fatima", "stop")
        self.stage.taps("fatima", "stop_how", "stop")

    @precondition(lambda self: not self.erased)
    @rule()
    def erases(self) -> None:
        self.stage.says("fatima", "wis alles")
        self.erased = self.stage.taps("fatima", "erase_all", "yes")

    @precondition(lambda self: not self.erased)
    @rule(field=st.sampled_from(tuple(SHOWING)), shown=st.booleans())
    def chooses(self, field: str, *, shown: bool) -> None:
        """Let employers read a field of V4, or not any more (more in `test_fields_life.py`)."""
        self.stage.says("fatima", SHOWING[field] if shown else HIDING[field])
        if shown:
            self.stage.says("fatima", "ja")

    # what both do

    @rule(who=BOTH, twice=st.booleans())
    def writes(self, who: str, *, twice: bool) -> None:
        """Write to the other side; a phone may deliver it twice."""
        if who == "fatima" and self.erased:
            return
        if not self.stage.taps(who, "talk:.*", "write"):
            return
        self.number += 1
        words = f"Bericht {self.number} over het werk"
        before = len(self.stage.heard(who))
        self.stage.says(who, words)
        if twice:
            self.stage.again(who)
        if any("Verstuurd" in render(part, "nl") for told in self.stage.heard(who)[before:] for part in told.text):
            self.sent[who].append(words)

    @rule(who=BOTH, key=st.sampled_from(("stop", "block", "withdraw", "report", "open", "done")))
    def taps(self, who: str, key: str) -> None:
        if not (who == "fatima" and self.erased):
            self.stage.says(who, "mijn gesprekken")
            self.stage.taps(who, "talk:.*", key)

    @rule()
    def crashes(self) -> None:
        """Let the next transaction break off just before its end."""
        self.stage.crashes = True

    @rule()
    def happens(self) -> None:
        self._happen()

    @rule(days=st.integers(1, 15))
    def passes(self, days: int) -> None:
        self._happen()
        self.stage.passes(timedelta(days=days))

    # what must hold

    def _happen(self) -> None:
        """Let happen what is due; a message arrives only if the person's yes holds at that moment."""
        covered = self._covered()
        before = set(self._arrived("zon"))
        self.stage.happens()
        new = set(self._arrived("zon")) - before
        assert not new or covered
        self._given_holds()
        if not self.erased:
            for who, other in (("fatima", "zon"), ("zon", "fatima")):
                failed = self._told(who, "niet aangekomen")
                lost = set(self.sent[who]) - set(self._arrived(other))
                assert len(lost) <= failed, "a message was lost, and nobody said so"

    def _given_holds(self) -> None:
        """Nothing that was given stands in the employer's chat without a yes that holds, in a talk that runs."""
        shown = " ".join(render(part, "nl") for told in self.stage.heard("zon") for part in told.text)

        def read(unit: Unit) -> set[str]:
            zon = self.stage.id_of("zon")
            assert zon
            held = [each for each in unit.contacts.of(zon) if may_pass(each.contact, self.stage.now)]
            return {piece for piece in AS_SENT for each in held if holds(each.consents, Piece(piece))}

        given = self.stage.store.read(read)
        assert [piece for piece, words in AS_SENT.items() if words in shown and piece not in given] == []

    def _covered(self) -> bool:
        def read(unit: Unit) -> bool:
            zon = self.stage.id_of("zon")
            assert zon
            return any(
                may_pass(each.contact, self.stage.now) and holds(each.consents, Piece.CONVERSATION)
                for each in unit.contacts.of(zon)
            )

        return self.stage.store.read(read)

    def _arrived(self, who: str) -> list[str]:
        """Give the messages of the other side that came."""
        found = [
            render(told.text[-1], "nl") for told in self.stage.heard(who) if told.by is not None and len(told.text) > 1
        ]
        return [each for each in found if each.startswith("Bericht")]

    def _told(self, who: str, words: str) -> int:
        return sum(words in render(told.text[0], "nl") for told in self.stage.heard(who))

    @invariant()
    def nothing_arrives_twice(self) -> None:
        for who in ("zon", "fatima"):
            arrived = self._arrived(who)
            assert len(arrived) == len(set(arrived))

    @invariant()
    def every_line_of_the_body_has_a_yes(self) -> None:
        if self.erased:
            self.following.agreed = set()
        self.following.follow(self.stage)

    @invariant()
    def the_employer_reads_no_name_and_no_place(self) -> None:
        seen = " ".join(
            render(part, "nl")
            for _seq, body, _at, _due in self.stage.rows("zon")
            if isinstance(body, Message)
            for part in body.text
        )
        assert not any(secret in seen for secret in SECRET)

    @invariant()
    def nothing_is_left_of_who_is_gone(self) -> None:
        if not self.erased:
            return
        self.stage.happens()
        held = self.stage.everything()
        assert self.person
        assert self.person not in held
        assert not any(words in held for words in (*self.sent["fatima"], *SECRET[:1], *AS_SENT.values()))


def test_whatever_happens(made: Path) -> None:
    Life.made = made
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
