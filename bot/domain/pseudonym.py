"""What an employer calls somebody whose name they do not know: two friendly words, another pair for each employer.

The words say nothing about a person: no looks, no age, no origin, no belief. All nouns are de-words, so that the
adjective always has the same form ("de stille maan", "een stille maan").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

ADJECTIVES = tuple(
    """blauwe groene paarse oranje gouden zilveren houten stille rustige zonnige heldere verre ronde nieuwe vrije open
    vroege late eerste frisse zachte warme koele vrolijke fijne simpele gewone bijzondere bekende echte hele dubbele
    vaste diepe veilige gezellige speciale unieke moderne prachtige dansende vliegende centrale ruime digitale
    muzikale""".split()
)
NOUNS = tuple(
    """fiets maan zon boot brug tuin boom appel tafel stoel lamp kast deur klok trap tas schoen pen krant
    radio piano gitaar ballon trein tram bus molen toren haven rivier zee golf wolk wind berg straat markt winkel kaart
    munt sleutel beker lepel pan soep kaas honing thee koffie tomaat zomer lente herfst winter ochtend avond film foto
    cirkel lijn trui sjaal zaak kamer keuken camera muur vloer spiegel""".split()
)

_STEP = 1009
"""A prime that divides neither number of words: stepping by it visits every pair once."""
_LEAST = 8


def pseudonym(seed: bytes, taken: Collection[str]) -> str:
    """Give "Blauwe Fiets", the same for the same seed, and another one than those `taken` for this employer.

    The seed is a keyed hash of the person and the employer (8 bytes or more), so that a name tells nothing and two
    employers cannot compare theirs. Where all pairs are taken, a number follows.
    """
    if len(seed) < _LEAST:
        raise ValueError(f"a seed has {_LEAST} bytes or more")
    pairs = len(ADJECTIVES) * len(NOUNS)
    first, held = int.from_bytes(seed, "big") % pairs, frozenset(taken)
    for turn in range(len(held) + 1):
        lap, step = divmod(turn, pairs)
        name = _name((first + step * _STEP) % pairs) + (f" {lap + 1}" if lap else "")
        if name not in held:
            return name
    raise AssertionError("there is one more name than there are taken")


def _name(number: int) -> str:
    """Give one of the pairs."""
    adjective, noun = divmod(number, len(NOUNS))
    return f"{ADJECTIVES[adjective].capitalize()} {NOUNS[noun].capitalize()}"
