"""`hallowerk invite`: links, QR codes and letters; what is listed never tells what somebody did with one (V2)."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.app import open_store
from bot.commands.telling import tell, words
from bot.config import Settings, read_gemeente
from bot.domain.invitation import Invitation
from bot.domain.opening import AMSTERDAM
from bot.domain.person import Contact, Role, Support
from bot.errors import HalloWerkError
from bot.inviting import desk_link, draw, keep, opens_anywhere, telegram_link, web_link
from bot.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from storage.store import Store


def run(options: Namespace, environ: Mapping[str, str]) -> int:
    """Do what was asked."""
    settings = Settings.from_environment(environ)
    if getattr(options, "letter", None):
        _opens_anywhere(settings.base_url)
    with closing(open_store(settings)) as store:
        if options.kind == "list":
            _list(store)
        elif options.kind == "revoke":
            # word for word the same for an open, a used and an unknown one (V2)
            store.write(lambda unit: unit.invitations.revoke(options.number))
            tell(_("Niemand kan deze uitnodiging nu nog gebruiken."))
        else:
            _invite(settings, store, options)
    return 0


def _invite(settings: Settings, store: Store, options: Namespace) -> None:
    from bot import qr  # noqa: PLC0415 - only this needs it, and it costs the start of the others

    gemeente = read_gemeente(settings.gemeente_file)
    now = datetime.now(UTC)
    invitation = _invitation(options, now)
    made = draw()
    at_desk = invitation.role is Role.WERKMATCHER
    link = (desk_link if at_desk else web_link)(settings.base_url, made.token)
    name = None if at_desk else _bot_name(settings)
    telegram = telegram_link(name, made.token) if name else None
    until = invitation.expires_at.astimezone(AMSTERDAM).date()
    letter = getattr(options, "letter", None)
    if letter:
        from bot.letter import write_letter  # noqa: PLC0415 - as above

        # before the invitation is kept: a letter that cannot be written leaves no invitation behind
        write_letter(letter, link, telegram, until, gemeente, words)
    keep(store, made, invitation, now)
    tell(_("Nummer:   {number}", number=made.number))
    tell(_("Link:     {link}", link=link))
    if telegram:
        tell(_("Telegram: {link}", link=telegram))
    tell(_("De link werkt 1 keer, tot en met {day:year}.", day=until))
    print(qr.terminal(link))
    if letter:
        tell(_("De brief staat in {file}.", file=str(letter)))


def _invitation(options: Namespace, now: datetime) -> Invitation:
    """Make what was asked for: only a jobseeker's has terms, only the others' have a name."""
    role, until = Role(options.kind), now + options.valid
    if role is Role.JOBSEEKER:
        return Invitation(role, until, Support(options.support), Contact(options.contact))
    return Invitation(role, until, name=options.name, lets_in=getattr(options, "lets_in", False))


def _opens_anywhere(base_url: str) -> None:
    """Refuse an address that only this machine can open, or that anybody on the way can read."""
    if not opens_anywhere(base_url):
        raise HalloWerkError(
            _(
                # staff: who makes a letter reads this
                "Deze link werkt niet vanuit een brief. Zet HALLOWERK_BASE_URL op het adres van de chat, met https."
            )
        )


def _bot_name(settings: Settings) -> str | None:
    if not settings.telegram_token:
        return None
    from telegram.error import TelegramError  # noqa: PLC0415 - as above

    from bot.telegram_edge import bot_name  # noqa: PLC0415 - as above

    try:
        return bot_name(settings)
    except TelegramError:
        tell(_("Telegram geeft nu geen antwoord. Daarom is er geen link voor Telegram."))
        return None


def _list(store: Store) -> None:
    listed = store.read(lambda unit: unit.invitations.listed())
    if not listed:
        tell(_("Er zijn nog geen uitnodigingen."))
    for issued in listed:
        made, until = (
            moment.astimezone(AMSTERDAM).date().isoformat() for moment in (issued.made_at, issued.expires_at)
        )
        tell(
            _(
                "{number}  {role}  gemaakt op {made}, werkt tot en met {until}",
                number=issued.id,
                role=issued.role.value,
                made=made,
                until=until,
            )
        )
