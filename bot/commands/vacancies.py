"""`hallowerk vacancies import`: vacancies of others are taken in, with a line for each record."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.app import open_store
from bot.commands.progress import Bar
from bot.commands.telling import tell
from bot.config import Settings
from bot.domain.opening import AMSTERDAM
from bot.errors import HalloWerkError
from bot.importing.stream import UnreadableError, pieces_of
from bot.sources import SourceError, is_address, sources_of
from bot.taking_in import Intake, Line, Outcome
from bot.text import Text, _, _n

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from bot.sources import Source

_MOST_SOURCE = 80
_OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.TAKEN: _("nieuw"),
    Outcome.CHANGED: _("veranderd"),
    Outcome.UNCHANGED: _("hetzelfde"),
    Outcome.CLOSED: _("gesloten"),
    Outcome.REFUSED: _("geweigerd"),
}


def run(options: Namespace, environ: Mapping[str, str]) -> int:
    """Import; 1 when anything was refused or could not be read. Raises `HalloWerkError`."""
    if options.complete and not options.source:
        raise HalloWerkError(_("Zet bij --complete ook --source, met de naam van de bron."))
    source = options.source or (urlsplit(options.given).hostname if is_address(options.given) else None) or "import"
    sources = sources_of(options.given)
    today = datetime.now(AMSTERDAM).date()
    sizes = [each.size for each in sources]
    bar = Bar(sum(size for size in sizes if size) if all(sizes) else None)
    with closing(open_store(Settings.from_environment(environ))) as store:

        def report(line: Line) -> None:
            bar.clear()
            _tell_line(line)
            bar.show(_n("1 vacature", "{n} vacatures", n=sum(intake.counts.values())))

        intake = Intake(store, source[:_MOST_SOURCE], today, report)
        unread = [each for each in sources if not _take(intake, each, bar)]
        if options.complete and (unread or intake.unsure):
            tell(_("Niet alles is gelezen. Daarom is er niets gesloten."))
        elif options.complete:
            tell(_("Gesloten, want ze staan er niet meer in: {n}", n=intake.close_missing()))
        tell(
            _(
                "Gesloten, want de laatste dag was al: {n}",
                n=len(store.write(lambda unit: unit.vacancies.expire(today))),
            )
        )
        for outcome, name in _OUTCOMES.items():
            tell(_("{name}: {n}", name=name, n=intake.counts[outcome]))
        tell(_("Vacatures die nu open staan: {n}", n=store.read(lambda unit: unit.vacancies.open_count())))
    return 1 if unread or intake.counts[Outcome.REFUSED] else 0


def _take(intake: Intake, source: Source, bar: Bar) -> bool:
    """Take in one file or address; say whether it could be read to its end, and had a vacancy."""
    why: Text | None = None
    try:
        count = intake.take(pieces_of(bar.counting(source.chunks())))
        why = None if count else _("Hier staat geen vacature in.")
    except (UnreadableError, SourceError) as error:
        why = error.sentence
    except OSError:
        why = _("Dit bestand kan ik niet lezen.")
    intake.commit()
    bar.clear()
    if why:
        tell(_("{name}: {why}", name=source.name, why=why))
    return why is None


def _tell_line(line: Line) -> None:
    what = " ".join(filter(None, (line.reference, line.title))) or "?"
    name = _OUTCOMES[line.outcome]
    if line.why:
        tell(_("{outcome}: {what}: {why}", outcome=name, what=what, why=line.why))
    else:
        tell(_("{outcome}: {what}", outcome=name, what=what))
