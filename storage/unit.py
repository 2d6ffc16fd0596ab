"""A unit of work: the repositories, on one connection, in one transaction. None of them ever commits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.contacts import Contacts
from storage.conversations import Conversations
from storage.disclosures import Disclosures
from storage.dues import Dues
from storage.events import Events
from storage.fields import FieldConsents
from storage.files import Files
from storage.handoffs import Handoffs
from storage.invitations import Invitations
from storage.known import Known
from storage.lessons import Lessons
from storage.matching import Matching
from storage.outbox import Outbox
from storage.people import People
from storage.profiles import Profiles
from storage.replies import Replies
from storage.sessions import Sessions
from storage.shown import ShownVacancies
from storage.standard_answers import StandardAnswers
from storage.surveys import Surveys
from storage.topics import Topics
from storage.vacancies import Vacancies

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.sealing import Seal


class Unit:
    """All repositories of one transaction."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self.connection = connection
        self.seal = seal

    @cached_property
    def people(self) -> People:
        """Who takes part, and where they are."""
        return People(self.connection, self.seal)

    @cached_property
    def conversations(self) -> Conversations:
        """Where conversations stand."""
        return Conversations(self.connection, self.seal)

    @cached_property
    def events(self) -> Events:
        """Which events were taken."""
        return Events(self.connection, self.seal)

    @cached_property
    def invitations(self) -> Invitations:
        """Invitations and codes."""
        return Invitations(self.connection, self.seal)

    @cached_property
    def outbox(self) -> Outbox:
        """What goes out."""
        return Outbox(self.connection, self.seal)

    @cached_property
    def profiles(self) -> Profiles:
        """What people agreed to be matched by."""
        return Profiles(self.connection, self.seal)

    @cached_property
    def matching(self) -> Matching:
        """Who fits what."""
        return Matching(self.connection, self.seal)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is signed in on the web."""
        return Sessions(self.connection, self.seal)

    @cached_property
    def dues(self) -> Dues:
        """What is to happen by the clock, or because of somebody else."""
        return Dues(self.connection, self.seal)

    @cached_property
    def handoffs(self) -> Handoffs:
        """Who asked for a human, and what was said."""
        return Handoffs(self.connection, self.seal)

    @cached_property
    def standard_answers(self) -> StandardAnswers:
        """What werkmatchers say often."""
        return StandardAnswers(self.connection, self.seal)

    @cached_property
    def topics(self) -> Topics:
        """Handoffs in the team's group on Telegram."""
        return Topics(self.connection)

    @cached_property
    def vacancies(self) -> Vacancies:
        """What employers offer."""
        return Vacancies(self.connection, self.seal, self.matching)

    @cached_property
    def lessons(self) -> Lessons:
        """Sentences to learn from."""
        return Lessons(self.connection, self.seal)

    @cached_property
    def shown(self) -> ShownVacancies:
        """Which vacancies people were shown, and what they said of them."""
        return ShownVacancies(self.connection, self.seal)

    @cached_property
    def contacts(self) -> Contacts:
        """Contacts between people and employers."""
        return Contacts(self.connection, self.seal)

    @cached_property
    def fields(self) -> FieldConsents:
        """Which of the five fields of V4 people show to employers."""
        return FieldConsents(self.connection, self.seal)

    @cached_property
    def disclosures(self) -> Disclosures:
        """Whom employers know, and what they were shown."""
        return Disclosures(self.connection, self.seal)

    @cached_property
    def files(self) -> Files:
        """What people give to employers as a file."""
        return Files(self.connection, self.seal)

    @cached_property
    def replies(self) -> Replies:
        """Which message passed on words of which contact."""
        return Replies(self.connection, self.seal)

    @cached_property
    def surveys(self) -> Surveys:
        """What people said of the chat, apart from who they are."""
        return Surveys(self.connection, self.seal)

    @cached_property
    def known(self) -> Known:
        """All that is known of one person."""
        return Known(self.connection, self.seal)
