"""The catalogues of sentences: `python -m bot.catalogue extract`, `check` or `compile`.

extract   collects every `_(...)` and `_n(...)` of bot/**.py and bot/web/templates/**.html (see babel.cfg), the everyday
          names of occupations and what the example gemeente says itself in locales/messages.pot, and brings each
          locales/<language>/LC_MESSAGES/messages.po up to date with it
check     exits 1 when messages.pot is not what extract would write, when the English catalogue lacks a sentence, or
          when a translation names other {placeholders} than its sentence
compile   writes the messages.mo that `bot.translate` reads

Files name no line numbers and no dates, so that only a changed sentence changes them.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bot.text import from_data
from bot.translate import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message

ROOT = Path(__file__).parent.parent
COMPLETE = ("en",)
"""The languages in which nothing may be missing: the proof that a second language works."""

OCCUPATIONS = "bot/data/synonyms.csv"
"""Where the names of occupations in everyday words stand, in the column `label`; sectors.csv takes them from there."""

GEMEENTE = "gemeente.toml"
"""The example: its own sentences, such as where the workshop is, are said in the chat."""

KEYWORDS = {"_": None, "_n": (1, 2)}
COMMENTS = ("staff:",)
"""A comment that starts so, above a sentence: only staff read it, and the measure of plain Dutch is milder."""

_HEADER = "# What HalloWerk says. The sentences stand in the code; `python -m bot.catalogue extract` writes this file."
_NOT_WRITTEN = tuple(
    f'"{field}'.encode()
    for field in ("POT-Creation-Date:", "PO-Revision-Date:", "Last-Translator:", "Language-Team:", "Report-Msgid-")
)


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run one of the commands; 0 when all is well."""
    commands = {"extract": extract, "check": check, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in commands:
        print("Say one of: python -m bot.catalogue extract|check|compile", file=sys.stderr)  # noqa: T201 - a command
        return 2
    complaints = commands[arguments[0]](root)
    print(*complaints, sep="\n", end="\n" if complaints else "", file=sys.stderr)  # noqa: T201 - a command
    return 1 if complaints else 0


def extract(root: Path) -> list[str]:
    """Write messages.pot, and update each language's catalogue: new sentences come in untranslated, old ones go."""
    template = collect(root)
    _template_file(root).parent.mkdir(exist_ok=True)
    _template_file(root).write_bytes(_written(template))
    for language in sorted({*COMPLETE, *(file.parent.parent.name for file in _catalogue_files(root))}):
        file = _template_file(root).parent / language / "LC_MESSAGES" / "messages.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        catalogue = _read(file, language) if file.exists() else Catalog(locale=language, header_comment=_HEADER)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=True)
        file.write_bytes(_written(catalogue))
    return []


def check(root: Path) -> list[str]:
    """Say what is stale, missing or broken, each in a sentence that says what to do."""
    template = collect(root)
    file = _template_file(root)
    if not file.exists() or file.read_bytes() != _written(template):
        return ["locales/messages.pot is stale. Run: python -m bot.catalogue extract"]
    found = []
    for language in COMPLETE:
        name = f"locales/{language}/LC_MESSAGES/messages.po"
        if not (root / name).exists():
            return [f"{name} is not there. Run: python -m bot.catalogue extract"]
        held = _read(root / name, language)
        missing = [message for message in template if message.id and not _translated(held.get(message.id))]
        found += [f"{name} lacks a translation. Add it: {_first(message)!r}" for message in missing]
    for place in _catalogue_files(root):
        found += [f"{place.relative_to(root)}: {complaint}" for complaint in _broken(_read(place))]
    return found


def compile_all(root: Path) -> list[str]:
    """Write the messages.mo of each language; one with broken placeholders is refused."""
    found = []
    for place in _catalogue_files(root):
        catalogue = _read(place)
        found += [f"{place.relative_to(root)}: {complaint}" for complaint in _broken(catalogue)]
        with place.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalogue)
    return found


def collect(root: Path) -> Catalog:
    """Make the template of what stands in the code now."""
    with (root / "babel.cfg").open(encoding="utf-8") as opened:
        methods, options = parse_mapping_cfg(opened)  # type: ignore[no-untyped-call] # Babel has no type for it
    template = Catalog(project="HalloWerk", version="1", header_comment=_HEADER, fuzzy=False)
    found = extract_from_dir(root, methods, options, KEYWORDS, COMMENTS, strip_comment_tags=False)
    for file, line, msgid, comments, context in found:
        template.add(msgid, None, [(Path(file).as_posix(), line)], auto_comments=comments, context=context)
    for place, words in _from_data(root):
        template.add(from_data(words).msgid, None, [(place, 0)])
    return template


def _from_data(root: Path) -> Iterator[tuple[str, str]]:
    """Give what the chat says that stands in no code, each with its file."""
    if (root / OCCUPATIONS).is_file():
        with (root / OCCUPATIONS).open(encoding="utf-8", newline="") as opened:
            yield from ((OCCUPATIONS, row["label"]) for row in csv.DictReader(opened))
    if (root / GEMEENTE).is_file():
        said = tomllib.loads((root / GEMEENTE).read_text(encoding="utf-8"))
        yield from ((GEMEENTE, words) for words in (*said["after_no"], *said["workshop"].values()))


def _written(catalogue: Catalog) -> bytes:
    """Give a catalogue's file: sorted, without anything that changes by itself."""
    out = BytesIO()
    write_po(out, catalogue, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(_NOT_WRITTEN))


def _read(file: Path, language: str | None = None) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=language or file.parent.parent.name)


def _translated(message: Message | None) -> bool:
    if message is None or message.fuzzy or not message.string:
        return False
    return all(message.string) if isinstance(message.string, tuple | list) else True


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _broken(catalogue: Catalog) -> list[str]:
    """Find translations whose {placeholders} are not those of their sentence, or cannot be read."""
    found = []
    for message in catalogue:
        if not message.id or not _translated(message):
            continue
        wanted = _placeholders(_first(message) if isinstance(message.id, str) else message.id[-1])
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        # a plural form may say "one" and leave the number out, never name what is not there
        if not all(_fits(_placeholders(string or ""), wanted, plural=message.pluralizable) for string in strings):
            found.append(f"use exactly the placeholders of {_first(message)!r}")
    return found


def _fits(held: frozenset[str] | None, wanted: frozenset[str] | None, *, plural: bool) -> bool:
    if held is None or wanted is None:
        return False
    return held == wanted or (plural and held | {"n"} == wanted | {"n"})


def _placeholders(sentence: str) -> frozenset[str] | None:
    """Give the names in braces, or None where the braces make no sense."""
    try:
        return frozenset(name for _literal, name, _spec, _how in Formatter().parse(sentence) if name is not None)
    except ValueError:
        return None


def _template_file(root: Path) -> Path:
    return root / "locales" / "messages.pot"


def _catalogue_files(root: Path) -> list[Path]:
    files = sorted(root.glob("locales/*/LC_MESSAGES/messages.po"))
    return [file for file in files if file.parent.parent.name != SOURCE]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
