"""Showing what a body can do, in any order of yes, no, other answers, other policies and crashes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from contacting import ASKS_NOTHING, GEMEENTE, Stage, template
from following import HIDING, SHOWING, Following
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

FIELDS = st.sampled_from(tuple(SHOWING))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("template"), ("fatima",))


class Choosing(RuleBasedStateMachine):
    """A person who chooses and chooses again, and an employer who looks."""

    made: Path
    read = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="hallowerk-")
        shutil.copy(self.made, Path(self.folder.name) / "stage.db")
        self.stage = Stage(Path(self.folder.name))
        self.person = self.stage.id_of("fatima")
        self.following = Following("fatima", "zon")
        self.may_ask = True
        self.erased = False

    def teardown(self) -> None:
        Choosing.read += self.following.read
        self.stage.close()
        self.folder.cleanup()

    @initialize(field=st.sampled_from(("lift", "lift", "stand", "register")))
    def begins(self, field: str) -> None:
        """Begin with a yes that the employer reads: all else is about what becomes of it."""
        self.stage.says("fatima", SHOWING[field])
        self.stage.says("fatima", "ja")
        self.looks()

    @rule()
    def looks(self) -> None:
        self.stage.says("zon", "mensen")
        self.stage.taps("zon", "people:.*", "0")

    @precondition(lambda self: not self.erased)
    @rule(field=FIELDS, answer=st.sampled_from(("ja", "ja", "ja", "nee", "als het moet", "")))
    def shows(self, field: str, answer: str) -> None:
        self.stage.says("fatima", SHOWING[field])
        if answer:
            self.stage.says("fatima", answer)
        self.looks()

    @precondition(lambda self: not self.erased)
    @rule(field=FIELDS)
    def shows_no_longer(self, field: str) -> None:
        self.stage.says("fatima", HIDING[field])
        self.looks()

    @precondition(lambda self: not self.erased)
    @rule(key=st.sampled_from(("show", "hide", "yes", "no")))
    def taps_an_old_button(self, key: str) -> None:
        self.stage.taps("fatima", "field:.*", key)

    @precondition(lambda self: not self.erased)
    @rule(answer=st.sampled_from(("ja", "nee", "sla over")))
    def answers_otherwise(self, answer: str) -> None:
        for words in ("verander mijn antwoord over tillen", answer, "ja"):
            self.stage.says("fatima", words)
        self.looks()

    @precondition(lambda self: not self.erased)
    @rule(words=st.sampled_from(("laat mij niet zien", "laat mij weer zien", "pauze", "verder", "nee", "terug")))
    def says(self, words: str) -> None:
        self.stage.says("fatima", words)

    @precondition(lambda self: not self.erased)
    @rule()
    def wants(self) -> None:
        """Let the employer know of them: then they read the same lines."""
        self.stage.says("fatima", "laat banen zien")
        if self.stage.taps("fatima", "job:.*", "want"):
            self.stage.taps("fatima", r"want\.sure", "yes")
        self.stage.happens()

    @rule(may_ask=st.booleans())
    def policy(self, *, may_ask: bool) -> None:
        self.may_ask = may_ask
        self.stage.policy(GEMEENTE if may_ask else ASKS_NOTHING)
        self.looks()

    @rule()
    def crashes(self) -> None:
        self.stage.crashes = True

    @precondition(lambda self: not self.erased)
    @rule(sure=st.sampled_from(("no", "no", "yes")))
    def erases(self, sure: str) -> None:
        self.stage.says("fatima", "wis alles")
        self.erased = self.stage.taps("fatima", "erase_all", sure) and sure == "yes"

    @invariant()
    def every_line_has_a_yes(self) -> None:
        if self.erased:
            self.following.agreed = set()
        self.following.follow(self.stage, may_ask=self.may_ask)

    @invariant()
    def nothing_is_left_of_who_is_gone(self) -> None:
        assert not (self.erased and str(self.person) in self.stage.everything())


def test_whatever_is_chosen(made: Path) -> None:
    Choosing.made = made
    run_state_machine_as_test(
        Choosing,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
    assert Choosing.read, "no line was ever read, so this proves nothing"
