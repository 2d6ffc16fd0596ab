"""The people of whom somebody tells besides of themselves: one list for all readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CHILDREN = frozenset(
    """kind kinderen kids kindjes kleine kleintje kleintjes zoon zonen zoontje zoontjes dochter dochters dochtertje
    dochtertjes kleinkind kleinkinderen kleinzoon kleindochter baby tweeling""".split()
)
FAMILY = frozenset(
    """man vrouw partner ex echtgenoot echtgenote verloofde vader moeder pa ma papa mama ouders broer broers broertje
    zus zussen zusje oom tante oma opa neef nicht zwager schoonzus schoonzoon schoondochter schoonvader schoonmoeder
    schoonouders schoonfamilie familie""".split()
)
FRIENDS = frozenset("vriend vrienden vriendje vriendin vriendinnen buurman buurvrouw buren kennis huisgenoot".split())
WORKERS = frozenset("collega baas begeleider begeleidster jobcoach".split())
_SAY_MORE = frozenset({"kleine", "tweeling"})
"""What says something else, too: "een kleine baan"."""
RELATIVES = CHILDREN | FAMILY | FRIENDS
OTHERS = (RELATIVES | WORKERS) - _SAY_MORE
"""Of whom can be told what somebody else is or does."""
MINE = r"(?:mijn|m'n|mn|me|ons|onze)"
"""Whose they are."""


def one_of(people: Iterable[str]) -> str:
    """Make the pattern of any of these people."""
    return f"(?:{'|'.join(sorted(people))})"
