"""Serves the trained model on this machine alone. Run by `make rasa`, with the Python of Rasa's own environment.

The token comes from the environment, so that no list of processes shows it. Nothing that people say is logged.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path

HERE = Path(__file__).parent
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",  # tells its makers about its use, else
    "LOG_LEVEL": "ERROR",
    "LOG_LEVEL_LIBRARIES": "ERROR",  # the web server would write each address, with the token in it
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


def arguments(model: str, port: str, token: str) -> list[str]:
    """Give the command line of `rasa run`."""
    return [
        *("rasa", "run", "--enable-api", "--model", model),
        *("--interface", "127.0.0.1", "--port", port, "--auth-token", token),
        *("--logging-config-file", str(HERE / "logging.yml"), "--endpoints", str(HERE / "endpoints.yml")),
    ]


def main() -> None:
    """Serve until stopped."""
    os.environ.update(QUIET)
    warnings.simplefilter("ignore")  # of packages that Rasa holds to old versions
    sys.argv = arguments(sys.argv[1], os.environ.get("HALLOWERK_RASA_PORT", "5005"), os.environ["HALLOWERK_RASA_TOKEN"])
    from rasa.__main__ import main as rasa  # type: ignore[import-not-found]  # noqa: PLC0415 - reads what is set above

    rasa()


if __name__ == "__main__":
    main()
