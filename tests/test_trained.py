"""The model of this installation: trained once, kept whole, trained again when it no longer fits."""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Barrier, Thread
from typing import TYPE_CHECKING

import pytest

from bot import trained
from bot.nlu.classifier import Model, pack, unpack
from bot.nlu.rasa_yaml import Data, Example
from bot.nlu.training import train

if TYPE_CHECKING:
    from pathlib import Path

SAID = {
    "stop": ("stop ermee", "hou op", "geen berichten meer"),
    "human": ("een mens", "met iemand praten", "bel mij"),
    "inform": ("24 uur", "ik wil 32 uur", "20 uur"),
}
SMALL = train(
    Data(tuple(Example(intent, text) for intent, texts in SAID.items() for text in texts)), lambda _sentence: ()
)


class Training:
    """Counts how often there is trained, and gives a small model at once."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, _told: object) -> Model:
        self.times += 1
        return SMALL


@pytest.fixture
def training(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Training:
    made = Training()
    monkeypatch.setattr(trained, "train", made)
    monkeypatch.setattr(trained, "ENVIRONMENT", tmp_path / "environment")
    return made


def kept(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_it_is_trained_once_and_kept_in_the_environment(training: Training, tmp_path: Path) -> None:
    trained.model(tmp_path / "data")
    trained.model(tmp_path / "data")
    assert training.times == 1
    assert kept(tmp_path / "environment") == [f"understanding-{trained.fingerprint()}.npz"]
    assert not (tmp_path / "data").exists()


def test_another_version_of_data_or_code_trains_again_and_the_old_one_goes(
    training: Training, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained.model()
    monkeypatch.setattr(trained, "fingerprint", lambda: "another")
    trained.model()
    assert training.times == 2
    assert kept(tmp_path / "environment") == ["understanding-another.npz"]


def test_a_changed_sentence_or_reader_is_another_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a.yml", "b.py"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(trained, "NLU", tmp_path)
    before = trained.fingerprint()
    assert trained.fingerprint() == before
    (tmp_path / "b.py").write_text("two", encoding="utf-8")
    after = trained.fingerprint()
    (tmp_path / "b.py").rename(tmp_path / "c.py")
    assert len({before, after, trained.fingerprint()}) == 3


@pytest.mark.parametrize("broken", [b"", b"half", pack(SMALL)[:-200]])
def test_a_broken_file_is_trained_again(training: Training, tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "environment" / f"understanding-{trained.fingerprint()}.npz"
    file.parent.mkdir()
    file.write_bytes(broken)
    trained.model()
    assert training.times == 1
    assert unpack(file.read_bytes()).intents == SMALL.intents


def test_where_the_environment_cannot_be_written_the_data_folder_keeps_it(training: Training, tmp_path: Path) -> None:
    (tmp_path / "environment").write_text("a file, so no folder can be made here", encoding="utf-8")
    trained.model(tmp_path / "data")
    trained.model(tmp_path / "data")
    assert training.times == 1
    assert len(kept(tmp_path / "data")) == 1


def test_where_nothing_can_be_written_it_works_all_the_same(training: Training, tmp_path: Path) -> None:
    (tmp_path / "environment").write_text("", encoding="utf-8")
    assert trained.model() is SMALL
    assert training.times == 1


def test_several_starts_at_once_leave_one_whole_file(training: Training, tmp_path: Path) -> None:
    together = Barrier(8)
    models: list[Model] = []

    def start() -> None:
        together.wait()
        models.append(trained.model())

    threads = [Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert training.times >= 1
    assert {model.intents for model in models} == {SMALL.intents}
    assert kept(tmp_path / "environment") == [f"understanding-{trained.fingerprint()}.npz"]


def test_progress_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    trained.show(0.2)
    trained.show(1.0)
    assert capsys.readouterr().err == "De chat leert zinnen begrijpen: 20%\nDe chat leert zinnen begrijpen: 100%\n"


def test_a_running_product_never_loads_what_only_training_needs() -> None:
    trained.model()
    code = (
        "import json, sys; from bot.app import make; from bot.config import Settings; from bot.trained import model;"
        "model(); print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "bot.nlu.classifier" in loaded
    assert not loaded & {"sklearn", "scipy", "yaml", "threadpoolctl", "bot.nlu.training", "httpx"}
