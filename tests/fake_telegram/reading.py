"""Reads a call as the Bot API does: a query, a form, a form with files or JSON, each value by its described type."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from fake_telegram.description import UPLOADED, description, problem
from fake_telegram.refusal import wrong

if TYPE_CHECKING:
    from starlette.requests import Request

_WHOLE = re.compile(r"-?\d+")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "document": "there is no document in the request",
}


@dataclass(frozen=True)
class Upload:
    """A file in a request."""

    name: str
    content: bytes


@dataclass
class Given:
    """What a call brought along: raw values (text, or JSON values) and files, both by name."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def upload(self, name: str) -> Upload | None:
        """Give the file of a parameter, whether it is the part itself or a part that the value names."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith(UPLOADED):
            return self.files.get(value.removeprefix(UPLOADED))
        return self.files.get(name)


async def read(request: Request) -> Given:
    """Take a request apart."""
    given = Given(dict(request.query_params))
    body = await request.body()
    head = Message()
    head["content-type"] = request.headers.get("content-type", "")
    match head.get_content_type():
        case "application/json" if body:
            try:
                values = json.loads(body)
            except ValueError:
                values = None
            if not isinstance(values, dict):
                raise wrong("can't parse JSON object in the request")
            given.values |= values
        case "application/x-www-form-urlencoded":
            given.values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
        case "multipart/form-data":
            _read_parts(body, str(head.get_param("boundary")), given)
    return given


def _read_parts(body: bytes, boundary: str, given: Given) -> None:
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        lines, _blank, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        head = BytesHeaderParser().parsebytes(lines)
        name = str(head.get_param("name", header="content-disposition"))
        file_name = head.get_filename()
        if file_name is None:
            given.values[name] = content.decode()
        else:
            given.files[name] = Upload(file_name, content)


def check(method: str, given: Given) -> dict[str, Any]:
    """Give the call's values as the description types them; Refusal when it does not allow the call."""
    fields: dict[str, list[str]] = description()["methods"][method]["fields"]
    types = {name.removesuffix("!"): held for name, held in fields.items()}
    named = {name for name, held in types.items() if "InputFile" in held}
    named |= {found for value in given.values.values() for found in re.findall(rf"{UPLOADED}([\w-]+)", str(value))}
    for name in (*(given.values.keys() - types.keys()), *(given.files.keys() - named)):
        raise wrong(f'unknown parameter "{name}"')
    for name in fields:
        if name.endswith("!") and name[:-1] not in given.values and given.upload(name[:-1]) is None:
            raise wrong(_MISSING.get(name[:-1], f'parameter "{name[:-1]}" is required'))
    return {name: _decoded(value, types[name], name) for name, value in given.values.items()}


def _decoded(value: Any, types: list[str], name: str) -> Any:
    if isinstance(value, str):
        if "Integer" in types and _WHOLE.fullmatch(value):
            return int(value)
        if "String" in types or "InputFile" in types:
            return value
        if types == ["Boolean"]:
            value = _TRUTH.get(value.lower(), value)
        else:
            try:
                value = json.loads(value)
            except ValueError:
                raise wrong(f"can't parse {name} JSON object") from None
    if found := problem(value, types, name):
        raise wrong(f"can't parse {name}: {found}")
    return value
