"""How a call comes over HTTP: address, query string, form, multipart or JSON."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from bot.sandbox.calls import Upload
from bot.sandbox.limits import MIB
from bot.sandbox.refusals import Refused, bad_request

TOKEN = re.compile(r"([0-9]+):[A-Za-z0-9_-]+")
FORM_PART_BYTES = 16 * MIB  # of a text field; files are not limited by it
SLACK = MIB  # what a form may weigh beside its files


@dataclass(frozen=True, kw_only=True)
class Address:
    token: str
    bot_id: int
    rest: str  # the method, or the path of a file


def address(path: str, prefix: str) -> Address:
    """Of `/bot<token>/<method>`, with or without `/test`. Refused for a malformed token."""
    token, _, rest = path.removeprefix(prefix).partition("/")
    match = TOKEN.fullmatch(token)
    if match is None:
        raise Refused(401, "Unauthorized: invalid token specified")
    return Address(token=token, bot_id=int(match[1]), rest=rest.removeprefix("test/"))


async def read_fields(
    request: Request, upload_bytes: int
) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters and uploads. Refused when they cannot be read or weigh too much."""
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > upload_bytes + SLACK:
        raise Refused(413, "Request Entity Too Large")
    query = request.scope["query_string"]
    fields: dict[str, Any] = dict(parse_qsl(query.decode(), keep_blank_values=True))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        more, uploads = await _multipart(request)
        return fields | more, uploads
    body = await request.body()
    if kind == "application/json" and body:
        return fields | _json(body), {}
    if kind == "application/x-www-form-urlencoded":
        fields |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return fields, {}


def _json(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("object expected as parameters")
    return {name: part for name, part in value.items() if part is not None}


async def _multipart(request: Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    fields: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=FORM_PART_BYTES) as form:
        for name, part in form.items():
            if isinstance(part, str):
                fields[name] = part
                continue
            uploads[name] = Upload(
                name=part.filename or name,
                mime=part.content_type or "application/octet-stream",
                content=await part.read(),
            )
    return fields, uploads
