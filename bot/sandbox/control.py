"""The control API: what tests and the chat page do in the name of people."""

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox import acts
from bot.sandbox.acts import Impossible
from bot.sandbox.fault_orders import read_fault
from bot.sandbox.limits import DAY
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refused
from bot.sandbox.state import State
from bot.sandbox.view import chat_view

KINDS = ("photo", "document", "voice", "sticker", "video", "audio", "location", "contact")
FURTHEST_S = 100 * 365 * DAY  # one step of the clock
Handler = Callable[[Request], Awaitable[Response]]


class Control:
    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        user = "/sandbox/users/{id:int}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/sandbox/health", self.health),
            ("POST", "/sandbox/users", self.add_user),
            ("GET", "/sandbox/users", self.users),
            ("POST", f"{user}/message", self.message),
            ("POST", f"{user}/start", self.start),
            ("POST", f"{user}/press", self.press),
            ("POST", f"{user}/edit", self.edit),
            ("POST", f"{user}/block", self.block),
            ("POST", f"{user}/unblock", self.unblock),
            ("POST", f"{user}/inline", self.ask_inline),
            ("GET", f"{user}/chat", self.chat),
            ("GET", "/sandbox/inline/{query}", self.inline_results),
            ("GET", "/sandbox/files/{file_id}", self.file),
            ("POST", "/sandbox/faults", self.add_fault),
            ("DELETE", "/sandbox/faults", self.clear_faults),
            ("GET", "/sandbox/clock", self.clock),
            ("POST", "/sandbox/clock", self.advance),
            ("GET", "/sandbox/journal", self.journal),
            ("POST", "/sandbox/reset", self.reset),
            ("GET", "/sandbox/stream", self.stream),
        ]
        return [Route(path, _told(handler), methods=[method]) for method, path, handler in table]

    async def health(self, request: Request) -> Response:
        return _json({"ok": True})

    async def add_user(self, request: Request) -> Response:
        fields = await _fields(request)
        name, language = _string(fields, "first_name"), _string(fields, "language_code", "ru")
        person = self._state.people.add(name, language)
        self._state.stream.publish({"type": "users"})
        return _json({"id": person.id})

    async def users(self, request: Request) -> Response:
        state = self._state
        shown = request.query_params.get("user", "0")
        person = state.people.get(int(shown)) if shown.isdecimal() else None
        language = person.language_code if person else ""
        return _json(
            {
                "users": [_person(one) for one in state.people.all()],
                "bot": {key: state.bot[key] for key in ("username", "first_name")},
                "commands": state.commands.seen_by(person.id if person else 0, language),
            }
        )

    async def message(self, request: Request) -> Response:
        person, fields = self._person(request), await _fields(request)
        if "file" in fields:
            sent = acts.send_file(self._state, person, **_file(fields))
        else:
            sent = acts.write(self._state, person, _string(fields, "text"))
        return _json({"message_id": sent.id})

    async def start(self, request: Request) -> Response:
        person, fields = self._person(request), await _fields(request)
        sent = acts.start(self._state, person, _string(fields, "payload", ""))
        return _json({"message_id": sent.id})

    async def press(self, request: Request) -> Response:
        person, fields = self._person(request), await _fields(request)
        pressed = fields.get("button")
        return _json(acts.press(self._state, person, _integer(fields, "message_id"), pressed))

    async def edit(self, request: Request) -> Response:
        person, fields = self._person(request), await _fields(request)
        message_id, text = _integer(fields, "message_id"), _string(fields, "text")
        acts.edit(self._state, person, message_id, text)
        return _json({"ok": True})

    async def block(self, request: Request) -> Response:
        acts.block(self._state, self._person(request), on=True)
        return _json({"ok": True})

    async def unblock(self, request: Request) -> Response:
        acts.block(self._state, self._person(request), on=False)
        return _json({"ok": True})

    async def ask_inline(self, request: Request) -> Response:
        person, fields = self._person(request), await _fields(request)
        text, offset = _string(fields, "query", ""), _string(fields, "offset", "")
        return _json({"query_id": acts.ask_inline(self._state, person, text, offset)})

    async def inline_results(self, request: Request) -> Response:
        query = self._state.queries.find(request.path_params["query"])
        if query is None:
            raise Impossible("there is no such inline query")
        return _json({"results": query.results})

    async def chat(self, request: Request) -> Response:
        state, person = self._state, self._person(request)
        person.unread = 0
        now = state.clock.timestamp()
        return _json(chat_view(state.chat_of(person), state.files, now))

    async def file(self, request: Request) -> Response:
        stored = self._state.files.get(request.path_params["file_id"])
        if stored is None:
            raise Impossible("there is no such file")
        return Response(stored.content, media_type=stored.mime)

    async def add_fault(self, request: Request) -> Response:
        return _json({"id": self._state.faults.add(**read_fault(await _fields(request))).id})

    async def clear_faults(self, request: Request) -> Response:
        self._state.faults.clear()
        return _json({"ok": True})

    async def clock(self, request: Request) -> Response:
        return _json(self._time())

    async def advance(self, request: Request) -> Response:
        seconds = (await _fields(request)).get("advance_s")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= FURTHEST_S:
            raise Impossible("advance_s is the number of seconds to go on; time never goes back")
        self._state.clock.advance(seconds)
        self._state.stream.publish({"type": "clock", **self._time()})
        return _json(self._time())

    async def journal(self, request: Request) -> Response:
        return Response(self._state.journal.lines(), media_type="application/jsonl")

    async def reset(self, request: Request) -> Response:
        self._state.reset()
        return _json({"ok": True})

    async def stream(self, request: Request) -> Response:
        events = self._state.stream.listen()
        return StreamingResponse(
            events, media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    def _time(self) -> dict[str, Any]:
        clock = self._state.clock
        return {"now": clock.now().isoformat(), "offset_s": clock.offset}

    def _person(self, request: Request) -> Person:
        person = self._state.people.get(request.path_params["id"])
        if person is None:
            raise Impossible(f"there is nobody with the id {request.path_params['id']}")
        return person


def _told(handler: Handler) -> Handler:
    """The handler, with every mistake of the caller as a clear sentence."""

    async def told(request: Request) -> Response:
        try:
            return await handler(request)
        except (Impossible, Refused) as error:
            return _json({"error": str(error)}, status=400)

    return told


def _json(value: object, status: int = 200) -> Response:
    return Response(orjson.dumps(value), status, media_type="application/json")


async def _fields(request: Request) -> dict[str, Any]:
    try:
        value = orjson.loads(await request.body() or b"{}")
    except orjson.JSONDecodeError:
        raise Impossible("the body is no JSON") from None
    if not isinstance(value, dict):
        raise Impossible("the body is no JSON object")
    return value


def _string(fields: dict[str, Any], name: str, default: str | None = None) -> str:
    value = fields.get(name, default)
    if not isinstance(value, str) or (default is None and not value):
        raise Impossible(f"{name} is missing or no text")
    return value


def _integer(fields: dict[str, Any], name: str) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Impossible(f"{name} is missing or no whole number")
    return value


def _file(fields: dict[str, Any]) -> dict[str, Any]:
    """The arguments of acts.send_file."""
    file = fields["file"]
    if not isinstance(file, dict) or file.get("kind") not in KINDS:
        raise Impossible(f"file needs a kind: {', '.join(KINDS)}")
    try:
        content = base64.b64decode(_string(file, "base64", ""), validate=True)
    except ValueError:
        raise Impossible("base64 of the file cannot be decoded") from None
    return {
        "kind": file["kind"],
        "name": _string(file, "name", file["kind"]),
        "mime": _string(file, "mime", "application/octet-stream"),
        "content": content,
        "caption": _string(fields, "caption", ""),
    }


def _person(person: Person) -> dict[str, Any]:
    names = ("id", "first_name", "language_code", "hint", "start", "blocked", "unread")
    return {name: getattr(person, name) for name in names}
