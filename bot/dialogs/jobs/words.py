"""What people say around a job when they point at one: "laat die baan in Zeist maar zien"."""

from __future__ import annotations

import re

OF_JOBS = ("jobs", "job")
"""The dialogs in which somebody looks at jobs."""

JOB_WORDS = frozenset("baan banen baantje job jobs vacature vacatures".split())

POINTERS = frozenset("die deze dit dat degene diegene welke di dei dee".split())
"""Words that point at one of what is seen, also as learners write them."""

WEAK = frozenset({"dat", "dit"})
"""Pointers that mostly point at something that was said."""

OWN = frozenset("mijn me mij ons onze".split())
"""Who says one of these speaks of something else than a job that is shown."""

FREE = frozenset("kan kun ik".split())
"""With one of these a day or an hour is said of oneself: "die dag kan ik"."""

OTHER = re.compile(
    r"(?:(?:ja|nee|en|toch|liever|laat|doe|maar|dan|ik|wil|mag|eerst) )*(?:de|die|dat|the) (?:andere?|other)"
    r"(?: (?:baan|job|one|zien|maar|graag|wil|ik))*"
)
"""The job or jobs besides the one that is open."""

ARTICLES = frozenset("de het the".split())

_ONE = r"\w*(?:baan|baantje|job|vacature|one)"
DEFINITE = re.compile(rf"\b(?:de|het|the) (?:\w+ ){{0,2}}?{_ONE}\b")
"""The one job that both know of; "een baan" is any."""

_BEFORE = rf"\b(?:{'|'.join(sorted(POINTERS))}|(?:de|het|the) {_ONE})(?: (?:ene|baan|job|werk))?"
BEHIND = re.compile(rf"{_BEFORE} (?:in|bij|met|van|voor|uit|over|at|with|of) ")
"""Behind this stands which one is meant, also when nothing shown is like it."""
WHEN_BEHIND = re.compile(rf"{_BEFORE} (?:is )?(?:in|met|van|op|om|s|zonder|niet|geen|vast|tijdelijk|with|of)\b")
"""Behind this stands what it is like: its hours, days or pay."""

ASIDE = frozenset(
    """ja jawel ok oke okay nee nou en dan dus toch ook eerst liever graag maar even eens nog hoor alsjeblieft aub
    please yes no doe geef laat kies neem pak open zie zien kijk kijken bekijk bekijken lees lezen vertel toon tonen
    openen kiezen nemen hebben weten wil wilt willen zou mag kan kun meer info informatie over ik je jij u me mij mijn
    wat i want show see wel ene one vind lijkt leuk mooi interessant naar in bij met van voor op uit aan om at with of
    to the de het er waar is zijn s""".split()
) | POINTERS | JOB_WORDS  # fmt: skip
"""What may stand around the words that point, and says nothing of the job itself."""

BARE = frozenset("ja ok oke nou dan graag alsjeblieft aub please doe maar laat in bij de het the at baan job".split())
"""What may stand around a name alone, under the question which one somebody wants to see."""
SEEING = frozenset("zien zie lezen bekijken kijken see".split())
AGAIN = SEEING | {"toch"}
"""With one of these "de bakker" is the one that was shown, also where nothing is asked."""
WISHING = frozenset("ik wil wilt mag kan i want".split())
"""Also this, where somebody wants to see it: "ik wil zeist zien"."""

ASKING = frozenset("hoe ver hoeveel wat verdient verdien betaalt krijg lang uur reizen heeft".split())
"""What somebody asks of a job, and its card answers."""

AT_WORK = frozenset("werk werken werkt".split())
"""May stand there as well where a word points: "die baan waar je met honden werkt"."""

NO_WORDS = frozenset("niet geen nooit not".split())

WORK_NO = frozenset("geen nooit meer".split())
"""With a no this refuses all work of a kind, and not the one job: "geen schoonmaak meer"."""

CLAUSES = re.compile(r"[,;.!?\n]+|(?<!doe )(?<!geef )(?<!ja )(?<!dan )\bmaar\b")
"""What parts "niet die in Utrecht, maar die in Zeist"."""

WHICH_JOB = JOB_WORDS | frozenset("die deze dat degene diegene eerste tweede derde laatste first second one".split())
"""What somebody says who looks at jobs and means one of them."""
