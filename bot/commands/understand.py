"""`hallowerk understand`: one sentence a line in, one JSON object a line out."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.app import open_store
from bot.config import Settings
from bot.domain.opening import AMSTERDAM
from bot.errors import HalloWerkError
from bot.nlu.asked import ASKED
from bot.nlu.sentence import Sentence
from bot.nlu.wire import as_json
from bot.text import _
from bot.understanding import engine_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from bot.nlu.parse import Parse


def run(options: Namespace, environ: Mapping[str, str]) -> int:
    """Read until the end of the input; or show what there is to learn from."""
    if options.review:
        return _review(environ)
    if options.asked and options.asked not in ASKED:
        raise HalloWerkError(_("Die vraag ken ik niet. Kies uit: {names}.", names=tuple(ASKED)))
    settings = Settings.from_environment(environ)
    if options.engine == "embedded":
        settings = replace(settings, rasa_url=None)
    elif options.engine == "rasa" and not settings.rasa_url:
        raise HalloWerkError(_("Zet eerst het adres van Rasa in HALLOWERK_RASA_URL. Start Rasa met: make rasa."))
    with asyncio.Runner() as runner:
        engine = engine_of(settings)
        try:
            for line in sys.stdin:
                parse = runner.run(engine.parse(line.rstrip("\n")))
                print(json.dumps(as_json(_asked(parse, options.asked)), ensure_ascii=False), flush=True)
        finally:
            runner.run(engine.aclose())
    return 0


def _asked(parse: Parse, question: str | None) -> Parse:
    """Put in front what the readers of the open question make of it."""
    if not question or parse.certain:
        return parse
    read = ASKED[question](Sentence.of(parse.text), datetime.now(AMSTERDAM).date())
    others = tuple(entity for entity in parse.entities if not read or entity.entity != read.entity)
    return replace(parse, entities=(read, *others) if read else parse.entities)


def _review(environ: Mapping[str, str]) -> int:
    """Print the sentences that people gave to learn from, by month; nothing tells whose they are."""
    with closing(open_store(Settings.from_environment(environ))) as store:
        given = store.read(lambda unit: unit.lessons.review())
    for month, sentence in given:
        print(f"{month}\t{sentence}", flush=True)
    return 0
