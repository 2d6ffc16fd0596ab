"""The trained classifier of this installation: read when it fits the data and the code, else trained and kept.

`python -m bot.trained` does that when the environment is made, so that the first start need not wait.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import bot.data
import bot.nlu
from bot.kept import ENVIRONMENT, keep
from bot.nlu.classifier import Model, pack, unpack
from bot.nlu.engine import spotted
from bot.nlu.real_words import words
from bot.nlu.vocabulary_sources import LANGUAGES
from bot.text import _
from bot.translate import render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.nlu.sentence import Sentence

NLU = Path(bot.nlu.__file__).parent
EXAMPLES = NLU / "data"
"""Where the training data is: Rasa's YAML, the only source for both engines."""

_PREFIX, _SUFFIX = "understanding-", ".npz"
_ANY_DAY = date(2026, 1, 1)
"""The kinds of values in a sentence do not depend on the day."""


def model(*other_folders: Path, told: Callable[[float], None] | None = None) -> Model:
    """Give the model that fits this data and code: kept before, else trained now, which takes some seconds.

    It is kept in the environment, or where that cannot be written in the first of the other folders that can. `told`
    hears which share of the training is done; without it, a line on standard error says so.
    """
    folders = (ENVIRONMENT, *other_folders)
    name = f"{_PREFIX}{fingerprint()}{_SUFFIX}"
    for folder in folders:
        with contextlib.suppress(OSError, ValueError):  # not there, or not whole: then it is trained again
            return unpack((folder / name).read_bytes())
    trained = train(told or show)
    packed = pack(trained)
    for folder in folders:
        with contextlib.suppress(OSError):
            _keep(folder, name, packed)
            break
    return trained


def train(told: Callable[[float], None] = lambda _share: None) -> Model:
    """Train on the data of this installation."""
    from bot.nlu import rasa_yaml, training  # noqa: PLC0415 - scikit-learn costs a running product 100 MB

    files = sorted(EXAMPLES.glob("*.yml"))
    held = rasa_yaml.read((file.name, file.read_text(encoding="utf-8")) for file in files)
    return training.train(held, values_in, told)


def values_in(sentence: Sentence) -> set[str]:
    """Name the entities that the readers find in a sentence."""
    return {entity.entity for entity in spotted(sentence, _ANY_DAY)}


def fingerprint() -> str:
    """Give what tells this data and code from any other: all that a model is made of."""
    made = hashlib.sha256()
    for file in _sources():
        made.update(file.name.encode() + b"\0")
        with file.open("rb") as opened:
            made.update(hashlib.file_digest(opened, "sha256").digest())
    return made.hexdigest()[:16]


def show(share: float) -> None:
    """Show on standard error how far the training is; on a terminal as one line."""
    line = render(_("De chat leert zinnen begrijpen: {share}%", share=round(share * 100)), "nl")
    end = "\r" if sys.stderr.isatty() and share < 1 else "\n"
    sys.stderr.write(line + end)
    sys.stderr.flush()


def _sources() -> Iterable[Path]:
    return sorted(
        file
        for folder, kinds in ((NLU, ("*.py", "*.yml")), (Path(bot.data.__file__).parent, ("*.csv", "*.txt")))
        for kind in kinds
        for file in folder.rglob(kind)
        if file.parent.name != "rasa"
    )


def _keep(folder: Path, name: str, packed: bytes) -> None:
    """Keep a model; those that no longer fit go."""
    keep(folder / name, packed)
    for old in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        if old.name != name:
            old.unlink(missing_ok=True)


if __name__ == "__main__":
    for language in LANGUAGES:
        words(language)
    model()
