"""What Rasa 3.6 is given: its domain is ours, its data is what it reads, and nothing that people say is logged."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import bot.nlu
from bot.nlu.asked import READERS
from bot.nlu.parse import INTENTS

RASA = Path(bot.nlu.__file__).parent / "rasa"
COMPONENTS = {
    "WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer", "CountVectorsFeaturizer", "DIETClassifier",
    "EntitySynonymMapper", "LogisticRegressionClassifier", "CRFEntityExtractor",
}  # fmt: skip
CLASSIFIES = {"config.yml": "DIETClassifier", "config-light.yml": "LogisticRegressionClassifier"}
ENTITIES = READERS.keys() - {"push"}


def held(name: str) -> dict[str, Any]:
    return yaml.safe_load((RASA / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_domain_is_in_step_with_the_engine() -> None:
    domain = held("domain.yml")
    assert domain["version"] == "3.1"
    assert domain["intents"] == sorted(INTENTS)
    assert domain["entities"] == sorted(ENTITIES)


@pytest.mark.parametrize(("name", "classifier"), CLASSIFIES.items())
def test_a_configuration_has_the_shape_that_rasa_reads(name: str, classifier: str) -> None:
    config = held(name)
    assert (config["recipe"], config["language"]) == ("default.v1", "nl")
    names = [component["name"] for component in config["pipeline"]]
    assert set(names) <= COMPONENTS
    assert names[0] == "WhitespaceTokenizer"
    assert classifier in names
    parts = [each for each in config["pipeline"] if each.get("analyzer") == "char_wb"]
    assert [(each["min_ngram"], each["max_ngram"]) for each in parts] == [(2, 5)]


def test_every_package_of_the_lock_is_pinned_and_hashed_and_names_no_index() -> None:
    lock = (RASA / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert any(each.startswith("rasa==3.6.21 ") for each in packages)
    assert [each.split()[0] for each in packages if "==" not in each.split()[0] or "--hash=sha256:" not in each] == []
    assert not re.search(r"https?://|--(?:extra-)?index|--find-links", lock)


def test_the_logs_of_rasa_hold_faults_alone() -> None:
    logs = held("logging.yml")
    assert logs["root"]["level"] == "ERROR"
    assert {logger["level"] for logger in logs["loggers"].values()} <= {"ERROR", "CRITICAL"}
    assert "message" not in logs["formatters"]["short"]["format"]


def test_the_server_listens_on_this_machine_alone_and_shows_no_token() -> None:
    sys.path.insert(0, str(RASA))
    try:
        from serve import QUIET, arguments  # type: ignore[import-not-found]  # noqa: PLC0415 - Rasa's Python runs it
    finally:
        sys.path.remove(str(RASA))
    given = arguments("model.tar.gz", "5005", "geheim")
    assert given[given.index("--interface") + 1] == "127.0.0.1"
    assert given[given.index("--auth-token") + 1] == "geheim"
    assert QUIET["RASA_TELEMETRY_ENABLED"] == "false"


def test_where_there_is_no_python_3_10_it_says_what_to_do(tmp_path: Path) -> None:
    script = RASA / "make.sh"
    done = subprocess.run(
        ["/bin/sh", str(script)],
        env={"PATH": "/usr/bin:/bin", "RASA_PYTHON": sys.executable},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.10" in done.stdout
    assert "RASA_PYTHON" in done.stdout
    assert list(tmp_path.iterdir()) == []
