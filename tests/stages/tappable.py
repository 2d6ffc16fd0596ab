"""What can be tapped in words of the chat, for the page with a script and the page without."""

from __future__ import annotations

PHONE = "14 012"

EXAMPLES: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ("Bel 112.", [("112", "tel:112")]),
    ("Bel nu 113 of 0800-0113.", [("113", "tel:113"), ("0800-0113", "tel:08000113")]),
    ("Chat op 113.nl. Dat mag altijd.", [("113.nl", "https://113.nl")]),
    ("Bel Veilig Thuis: 0800-2000. Dat is gratis.", [("0800-2000", "tel:08002000")]),
    ("Wil je praten? Bel 14 012.", [("14 012", "tel:14012")]),
    (
        "Of ga naar autoriteitpersoonsgegevens.nl.",
        [("autoriteitpersoonsgegevens.nl", "https://autoriteitpersoonsgegevens.nl")],
    ),
    ("Ga naar www.uwv.nl/werk, of bel.", [("www.uwv.nl/werk", "https://www.uwv.nl/werk")]),
    ("Lees https://stad.example/a?b=1.", [("https://stad.example/a?b=1", "https://stad.example/a?b=1")]),
    ("Het nummer is 06 12 34 56 78.", [("06 12 34 56 78", "tel:0612345678")]),
    ("Het nummer is 06-12345678.", [("06-12345678", "tel:0612345678")]),
    (
        "Bel (070-1234567) of +31 6 12345678!",
        [("070-1234567", "tel:0701234567"), ("+31 6 12345678", "tel:+31612345678")],
    ),
    ("Bel tel:+31201234567.", [("+31201234567", "tel:+31201234567")]),
    ("Je code is 0123 4567.", []),
    ("Het is 112 minuten, en ik heb 113 berichten.", []),
    ("Postcode 1132, 2.112 banen, 113,50 en € 1.113.", []),
    ("Mail naar werk@voorbeeldstad.nl of jan.nl@stad.example.", []),
    ("<a href=x>113</a>", []),
)
"""Words of the chat, and what can be tapped in them: what it says, and where it leads."""
