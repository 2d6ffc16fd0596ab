"""What Telegram shows of the bot itself: its commands and what it says of itself, in each language."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.text import Text, _
from bot.translate import SOURCE, languages, render

if TYPE_CHECKING:
    from telegram import Bot

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the commands menu. `name` is a word of a-z (Bot API, BotCommand); `value` is that of a button."""

    name: Text
    does: Text
    value: str


MENU = (
    Command(_("menu"), _("Wat wil je doen?"), "do=menu"),
    Command(_("hulp"), _("Ik begrijp de vraag niet"), "do=help"),
    Command(_("mens"), _("Een mens spreken"), "do=human"),
    Command(_("gegevens"), _("Wat weet je van mij?"), "do=show_data"),
    Command(_("taal"), _("Taal / Language"), "do=language"),
    Command(_("stop"), _("Stoppen"), "do=stop"),
)

SHORT = _("De chat van de gemeente over werk. Meedoen mag, het moet niet.")
ABOUT = (
    _("Hallo! Ik ben de chat van HalloWerk. Ik ben een computer."),
    _("Ik zoek werk dat bij je past. Meedoen mag, het moet niet."),
)


def value_of(command: str) -> str | None:
    """Give the value of the button that does what a command does, whatever the language of its name."""
    named = {render(held.name, language): held.value for language in languages() for held in MENU}
    return named.get(command.lower())


async def set_up(bot: Bot) -> None:
    """Tell Telegram the commands and what the bot is, Dutch where it does not know better (Bot API, setMyCommands).

    Telegram limits how often this may change; what it refuses stays as it was, and the bot works all the same.
    """
    for language in languages():
        code = None if language == SOURCE else language
        commands = [(render(held.name, language), render(held.does, language)) for held in MENU]
        about = "\n\n".join(render(paragraph, language) for paragraph in ABOUT)
        try:
            await bot.set_my_commands(commands, language_code=code)
            await bot.set_my_short_description(render(SHORT, language), language_code=code)
            await bot.set_my_description(about, language_code=code)
        except TelegramError as error:
            log.warning("Telegram did not take the menu: %s", type(error).__name__)
