"""What werkmatchers often say, in simple Dutch: ready at the desk, to be changed before it is sent.

It is data, not a sentence of ours: a werkmatcher sends it, and the person gets it as it stands there.
"""

from __future__ import annotations

STANDARD_ANSWERS: tuple[str, ...] = (
    "Hallo, ik ben een werkmatcher. Ik lees nu je vraag. Je hoort zo iets van mij.",
    "Fijn dat je schrijft. Wat is nu het moeilijkst voor jou?",
    "Welk werk deed je vroeger graag?",
    "Je hoeft dit niet te doen. Nee zeggen mag. Er verandert niets aan je uitkering.",
    "Ik weet het nog niet. Ik zoek het uit. Je hoort het morgen van mij.",
    "Zullen we elkaar bellen? Schrijf dan je nummer en een goede tijd.",
    "Wil je langskomen? Zeg maar welke dag goed is.",
    "Ik heb misschien werk dat bij je past. Zal ik je meer vertellen?",
    "Een werkgever ziet je naam alleen als jij ja zegt.",
    "Is je vraag nu beantwoord? Dan stop ik. Je praat daarna weer met de computer.",
)
