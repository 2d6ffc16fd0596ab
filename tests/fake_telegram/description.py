"""What the Bot API's machine-readable description says, and whether a value fits it.

`bot_api.json` beside this file holds every method and type without their prose; `compact` makes it from the whole
description. Where a field can only hold one word (`type` of a `MenuButtonDefault`), that word is kept as `=default`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

HERE = Path(__file__).parent
UPLOADED = "attach://"
"""How a value names a file that travels in another part of the same request."""

Fields: TypeAlias = "dict[str, list[str]]"

_ARRAY = "Array of "
_ONLY = re.compile(r'(?:must be|always) "?([a-z_]+)"?$')
_KINDS: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "InputFile": (str,),
    "Boolean": (bool,),
    "True": (bool,),
}
_MINIMAL: dict[str, Any] = {"Integer": 0, "Float": 0.0, "String": "", "Boolean": True, "True": True}


def compact(whole: dict[str, Any]) -> dict[str, Any]:
    """Leave out prose and links; a required field gets a `!` behind its name."""
    methods = {
        name: {"returns": method["returns"], "fields": _fields(method)} for name, method in whole["methods"].items()
    }
    types = {
        name: type_["subtypes"] if "subtypes" in type_ else _fields(type_) for name, type_ in whole["types"].items()
    }
    return {"version": whole["version"], "release_date": whole["release_date"], "methods": methods, "types": types}


def _fields(described: dict[str, Any]) -> Fields:
    fields = {}
    for field in described.get("fields", ()):
        only = _ONLY.search(field["description"])
        types = [f"={only[1]}"] if only and field["types"] == ["String"] else field["types"]
        fields[field["name"] + "!" * field["required"]] = types
    return fields


@cache
def description() -> dict[str, Any]:
    """Give the compact description: `methods` and `types` by name."""
    read: dict[str, Any] = json.loads((HERE / "bot_api.json").read_text(encoding="utf-8"))
    return read


def problem(value: Any, types: list[str], where: str) -> str | None:
    """Say what is wrong with a JSON value that has to be of one of these types; None when nothing is."""
    problems = [_problem(value, type_, where) for type_ in types]
    return None if None in problems else problems[0]


def _problem(value: Any, type_: str, where: str) -> str | None:
    if type_.startswith("="):
        return None if value == type_[1:] else f"{where} must be {type_[1:]}"
    if type_.startswith(_ARRAY):
        if not isinstance(value, list):
            return f"{where} must be of type Array"
        inner = [type_.removeprefix(_ARRAY)]
        return next((wrong for n, held in enumerate(value) if (wrong := problem(held, inner, f"{where}[{n}]"))), None)
    if type_ in _KINDS:
        fits = isinstance(value, _KINDS[type_]) and isinstance(value, bool) == (bool in _KINDS[type_])
        return None if fits else f"{where} must be of type {type_}"
    described = description()["types"][type_]
    if isinstance(described, list):
        return problem(value, described, where)
    return fields_problem(value, described, where) if isinstance(value, dict) else f"{where} must be an Object"


def fields_problem(given: dict[str, Any], fields: Fields, where: str) -> str | None:
    """Say what is wrong with an object's fields: missing, unknown, or of a wrong type."""
    known = {name.removesuffix("!"): types for name, types in fields.items()}
    for name in fields:
        if name.endswith("!") and name[:-1] not in given:
            return f"{where}.{name[:-1]} is missing"
    for name, value in given.items():
        if name not in known:
            return f"{where}.{name} is unknown"
        if wrong := problem(value, known[name], f"{where}.{name}"):
            return wrong
    return None


def minimal(types: list[str]) -> Any:
    """Make the smallest value of the first of these types."""
    type_ = types[0]
    if type_.startswith("="):
        return type_[1:]
    if type_.startswith(_ARRAY):
        return []
    if type_ in _MINIMAL:
        return _MINIMAL[type_]
    described = description()["types"][type_]
    if isinstance(described, list):
        return minimal(described)
    return {name[:-1]: minimal(held) for name, held in described.items() if name.endswith("!")}
