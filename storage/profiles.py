"""What people agreed to be matched by, sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from bot.domain.fields import Shows
from bot.domain.profile import profile_from, profile_json
from storage.fields import FieldConsents
from storage.matching import Matching
from storage.tables import profile

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.domain.profile import Profile
    from storage.sealing import Seal

_DROP = delete(profile).where(profile.c.person_id == bindparam("person"))
_ADD = insert(profile)
_SHOW = update(profile).where(profile.c.person_id == bindparam("person")).values(active=bindparam("yes"))
_OF = select(profile.c.body_sealed, profile.c.active).where(profile.c.person_id == bindparam("person"))


class Profiles:
    """Profiles, one a person."""

    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal
        self._matching = Matching(connection, seal)
        self._fields = FieldConsents(connection, seal)

    def save(self, person_id: str, agreed: Profile, at: datetime) -> None:
        """Keep a profile as it was agreed to, in place of an earlier one, and match by it.

        There is no other way in which an answer changes, so no yes to showing a field outlives the answer it was for.
        """
        held = self.of(person_id)
        said = self._fields.of(person_id)
        shows = Shows(profile_from(held[0]) if held else None, said, frozenset())
        self._fields.add(person_id, shows.agreed_anew(agreed, at).rows[len(said) :])
        self._connection.execute(_DROP, {"person": person_id})
        row = {"person_id": person_id, "body_sealed": self._seal.seal(profile_json(agreed)), "active": True}
        self._connection.execute(_ADD, {**row, "agreed_at": at})
        self._matching.put_person(person_id, agreed)

    def show(self, person_id: str, *, active: bool) -> None:
        """Match by it, or not for now."""
        self._connection.execute(_SHOW, {"person": person_id, "yes": active})
        held = self.of(person_id) if active else None
        if held:
            self._matching.put_person(person_id, profile_from(held[0]))
        else:
            self._matching.drop_person(person_id)

    def of(self, person_id: str) -> tuple[dict[str, Any], bool] | None:
        """Give the profile of a person (JSON) and whether it is matched by."""
        row = self._connection.execute(_OF, {"person": person_id}).one_or_none()
        return (self._seal.open(row.body_sealed), row.active) if row else None
