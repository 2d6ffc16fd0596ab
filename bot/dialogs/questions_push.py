"""How often somebody wants to hear of new work."""

from __future__ import annotations

from bot.dialogs import in_words
from bot.dialogs.question import Choice, ask
from bot.nlu.asked import ASKED
from bot.text import _

PUSH = ask(
    "push",
    _("Hoe vaak mag ik je banen sturen?"),
    reads=ASKED["push"],
    entities=("push",),
    choices=(
        Choice("now", _("Meteen als er een is"), "now"),
        Choice("daily", _("1 keer per dag"), "daily"),
        Choice("weekly", _("1 keer per week"), "weekly"),
        Choice("never", _("Niet, ik vraag het zelf"), "never"),
    ),
    no="never",
    bare=_("Fijn. Kies hoe vaak: meteen, elke dag, elke week, of niet."),
    why=_("Dan krijg je niet te veel berichten. Ik stuur nooit iets in de nacht."),
    again=_("Schrijf bijvoorbeeld: 1 keer per dag. Of: niet."),
    says=in_words.push,
    label=_("Banen sturen"),
    words=("sturen", "vaak", "berichten", "often"),
)
