"""`hallowerk understand`: one sentence a line in, one JSON object a line out."""

from __future__ import annotations

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
from bot.nlu.engine import no_guess, parse_sentence
from bot.nlu.sentence import Sentence
from bot.nlu.wire import as_json
from bot.text import _

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping


def run(options: Namespace, environ: Mapping[str, str]) -> int:
    """Read until the end of the input; or show what there is to learn from."""
    if options.review:
        return _review(environ)
    if options.asked and options.asked not in ASKED:
        raise HalloWerkError(_("Die vraag ken ik niet. Kies uit: {names}.", names=tuple(ASKED)))
    today = datetime.now(AMSTERDAM).date()
    for line in sys.stdin:
        text = line.rstrip("\n")
        parse = parse_sentence(text, today, no_guess)
        if options.asked and not parse.certain:
            read = ASKED[options.asked](Sentence.of(text), today)
            others = tuple(entity for entity in parse.entities if not read or entity.entity != read.entity)
            parse = replace(parse, entities=(read, *others) if read else parse.entities)
        print(json.dumps(as_json(parse), ensure_ascii=False), flush=True)
    return 0


def _review(environ: Mapping[str, str]) -> int:
    """Print the sentences that people gave to learn from, by month; nothing tells whose they are."""
    with closing(open_store(Settings.from_environment(environ))) as store:
        given = store.read(lambda unit: unit.lessons.review())
    for month, sentence in given:
        print(f"{month}\t{sentence}", flush=True)
    return 0
