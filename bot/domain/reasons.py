"""Why a vacancy fits somebody, in simple words: at most three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.matching import Closeness
from bot.text import _, _n, from_data

if TYPE_CHECKING:
    from bot.domain.matching import Fit
    from bot.domain.profile import Hours
    from bot.text import Text

ROUNDED_MINUTES = 5


def reasons_told(fit: Fit) -> tuple[Text, ...]:
    """Say which wish it comes close to, how long the journey is, and how many hours a week it is."""
    work = from_data(fit.wish.label)
    if fit.closeness is Closeness.SAME:
        wished = _("Je zoekt werk als {work}.", work=work)
    else:
        wished = _("Het lijkt op werk als {work}.", work=work)
    return (wished, journey_told(fit.by, fit.minutes), *hours_told(fit.hours))


def journey_told(by: str, minutes: int) -> Text:
    """Say how long a journey takes, rounded up to five minutes: it is an estimate, and "1 minuut" is never said."""
    n = max(ROUNDED_MINUTES, -(-minutes // ROUNDED_MINUTES) * ROUNDED_MINUTES)
    match by:
        case "bike":
            return _("Het is {n} minuten fietsen.", n=n)
        case "walk":
            return _("Het is {n} minuten lopen.", n=n)
        case "car":
            return _("Het is {n} minuten met de auto.", n=n)
        case "moped":
            return _("Het is {n} minuten met de brommer.", n=n)
    return _("Het is {n} minuten met bus, tram of trein.", n=n)


def hours_told(hours: Hours) -> tuple[Text, ...]:
    """Say how many hours a week the work is; nothing when that is not known."""
    low, high = (number if number is None or number % 1 else int(number) for number in (hours.min, hours.max))
    if low is None and high is None:
        return ()
    if low is None or high is None:
        most = _("Het is niet meer dan {n} uur in de week.", n=high or 0)
        return (most,) if low is None else (_("Het is {n} uur of meer in de week.", n=low),)
    if low != high:
        return (_("Het is {low} tot {high} uur in de week.", low=low, high=high),)
    if isinstance(low, int):
        return (_n("Het is {n} uur in de week.", "Het is {n} uur in de week.", low),)
    return (_("Het is {n} uur per week.", n=low),)
