"""Texts become words here: at the edge, in the language of whoever reads them.

Dutch is the language of the sentences themselves and needs no catalogue; the others are gettext catalogues,
`locales/<language>/LC_MESSAGES/messages.mo`, made by `python -m bot.catalogue compile`. What has no translation stays
Dutch. A `{day}` that holds a date becomes "dinsdag 24 november"; `{day:year}` adds the year. 1.5 is "1,5" in Dutch
and "1.5" in English.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.domain.message import Message
    from bot.text import Text, Value

SOURCE = "nl"
LOCALES = Path(__file__).parent.parent / "locales"
VERBATIM = "{verbatim}"

_DAY = {"": "EEEE d MMMM", "year": "EEEE d MMMM y"}
_AS = {"en": "en_GB"}  # lists without the comma before "and"

_Parts: TypeAlias = "tuple[tuple[str, str | None, str], ...]"


class Renderer:
    """Renders with the catalogues of one folder; what it read it keeps."""

    def __init__(self, locales: Path) -> None:
        self._locales = locales
        self._catalogues: dict[str, GNUTranslations | None] = {SOURCE: None}
        self._parts = lru_cache(maxsize=8192)(self._find_parts)

    def render(self, text: Text, language: str) -> str:
        """Give a text's words in this language (ISO 639-1), or in Dutch where there is no translation.

        KeyError: the text lacks what its sentence names, which is a mistake in our code.
        """
        parts = self._parts(language, text.msgid, text.plural, text.count)
        held = dict(text.params)
        said = []
        for literal, name, spec in parts:
            said.append(literal)
            if name is not None:
                said.append(self._words(held[name], language, spec))
        return "".join(said)

    def languages(self) -> tuple[str, ...]:
        """List the languages that there are words in: Dutch first, then by their code."""
        found = sorted(file.parent.parent.name for file in self._locales.glob("*/LC_MESSAGES/messages.mo"))
        return (SOURCE, *(language for language in found if language != SOURCE))

    def _words(self, value: Value, language: str, spec: str) -> str:
        match value:
            case str():
                return value  # as it is: braces in what people said are theirs
            case int():
                return str(value)
            case float():
                return _number(value, self._locale(language))
            case date():
                return _day(value, self._locale(language), spec)
            case tuple():
                return _list([self._words(held, language, spec) for held in value], self._locale(language))
            case _:
                return self.render(value, language)

    def _find_parts(self, language: str, msgid: str, plural: str | None, count: int) -> _Parts:
        catalogue = None if msgid == VERBATIM else self._catalogue(language)
        if catalogue is None:
            sentence = msgid if plural is None or count == 1 else plural
        elif plural is None:
            sentence = catalogue.gettext(msgid)
        else:
            sentence = catalogue.ngettext(msgid, plural, count)
        return tuple((literal, name, spec or "") for literal, name, spec, _how in Formatter().parse(sentence))

    def _locale(self, language: str) -> str:
        return _AS.get(language, language) if self._catalogue(language) else SOURCE

    def _catalogue(self, language: str) -> GNUTranslations | None:
        if language not in self._catalogues:
            self._catalogues[language] = self._read(language)
        return self._catalogues[language]

    def _read(self, language: str) -> GNUTranslations | None:
        if not language.isalnum():  # never a path
            return None
        file = self._locales / language / "LC_MESSAGES" / "messages.mo"
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return GNUTranslations(opened)


def direction(language: str) -> str:
    """Give the direction of a language's script: "ltr" or "rtl"."""
    from babel import Locale  # noqa: PLC0415 - as above

    return Locale.parse(language).text_direction


@lru_cache(maxsize=512)
def _day(day: date, language: str, spec: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - costs the start more than all of this file

    return format_date(day, _DAY[spec], locale=language)


def _number(value: float, language: str) -> str:
    """Write a number with at most 3 decimals, and none that say nothing."""
    if value.is_integer():
        return str(int(value))
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return format_decimal(value, locale=language, group_separator=False)


def _list(words: list[str], language: str) -> str:
    from babel.lists import format_list  # noqa: PLC0415 - as above

    return format_list(words, locale=language)


_ours = Renderer(LOCALES)
render = _ours.render
languages = _ours.languages


def words_of(body: str | Message, language: str) -> str:
    """Give the words: what a person wrote as it is, what is said to them rendered, a blank line between paragraphs."""
    if isinstance(body, str):
        return body
    return "\n\n".join(render(paragraph, language) for paragraph in body.text)
