"""The Bot API over HTTP: one request in, one answer out, with the faults in between."""

import asyncio
import inspect
import logging
import time
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox import connection
from bot.sandbox.answers import Answer
from bot.sandbox.calls import Call
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS, NAMES
from bot.sandbox.refusals import Refused, bad_request
from bot.sandbox.requests import Address, address, read_fields
from bot.sandbox.state import State

logger = logging.getLogger(__name__)
BAD_GATEWAY = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int
    body: bytes
    retry_after: int | None = None
    injected: bool = False
    html: bool = False


class BotApi:
    def __init__(self, state: State, token: str | None) -> None:
        self._state = state
        self._token = token
        state.webhook.carries_out(self.perform)

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request below /bot or /file/bot."""
        request = Request(scope, receive)
        try:
            if scope["path"].startswith("/file/"):
                reply = self._file(self._address(scope["path"], "/file/bot"))
                await connection.send(send, reply.status, "application/octet-stream", reply.body)
                return
            where = self._address(scope["path"], "/bot")
            fields, uploads = await read_fields(request, self._state.limits.upload_bytes)
        except Refused as refusal:
            await self._send(send, _refused(refusal))
            return
        method = where.rest or str(fields.pop("method", ""))
        await self._answer(
            Call(method=method, fields=fields, uploads=uploads), scope, receive, send
        )

    async def perform(self, call: Call) -> Reply:
        """The call itself, without faults of the wire, journalled."""
        started = time.perf_counter()
        reply = await self._perform(call)
        self._note(call, reply, started)
        return reply

    async def _answer(self, call: Call, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        fault = self._state.faults.draw(call.method, _chat(call))
        if fault is None:
            reply = await self._perform(call)
            self._note(call, reply, started)
            await self._send(send, reply)
            return
        if fault.kind == "reset_before":
            self._note(call, None, started)
            await connection.reset(scope, receive)
            return
        reply = await self._faulty(fault, call)
        lost = fault.kind in ("reset_after", "truncated")
        self._note(call, None if lost else reply, started)
        if fault.kind == "reset_after":
            await connection.reset(scope, receive)
        elif fault.kind == "truncated":
            await connection.send_half(scope, receive, send, reply.body)
        else:
            await self._send(send, reply)

    async def _faulty(self, fault: Fault, call: Call) -> Reply:
        refusal = fault.refusal()
        if refusal is not None:
            return _refused(refusal, injected=True)
        if fault.kind == "502":
            return Reply(status=502, body=BAD_GATEWAY, injected=True, html=True)
        reply = await self._perform(call)
        if fault.kind == "slow":
            await self._linger(fault.delay_s, call)
        return Reply(status=reply.status, body=reply.body, injected=True)

    async def _linger(self, seconds: float, call: Call) -> None:
        """A send that is slow to be answered counts as unsent until then."""
        chat = self._state.chats.get(_chat(call) or 0)
        if chat is None:
            await asyncio.sleep(seconds)
            return
        chat.unsent += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            chat.unsent -= 1

    async def _perform(self, call: Call) -> Reply:
        try:
            result = await self._result(call)
        except Refused as refusal:
            await asyncio.sleep(refusal.held_s)
            return _refused(refusal)
        except Exception:
            logger.exception("%s failed in the sandbox", call.method)
            return _refused(Refused(500, "Internal Server Error: sandbox: see its log"))
        answer = result if isinstance(result, Answer) else Answer(result=result)
        body: dict[str, object] = {"ok": True, "result": answer.result}
        if answer.description is not None:
            body["description"] = answer.description
        return Reply(status=200, body=orjson.dumps(body), injected=answer.injected)

    async def _result(self, call: Call) -> object:
        method = METHODS.get(call.method.lower())
        if method is None:
            known = NAMES.get(call.method.lower())
            if known is None:
                raise Refused(404, "Not Found: method not found")
            raise bad_request(f"sandbox: method {known} is not implemented")
        if call.uploads:
            await self._state.uploads.turn(sum(len(u.content) for u in call.uploads.values()))
        result = method(self._state, call)
        return await result if inspect.isawaitable(result) else result

    def _address(self, path: str, prefix: str) -> Address:
        where = address(path, prefix)
        if self._token is not None and where.token != self._token:
            raise Refused(401, "Unauthorized")
        if self._state.bot["id"] != where.bot_id:
            self._state.bot = {**self._state.bot, "id": where.bot_id}
        return where

    def _file(self, where: Address) -> Reply:
        stored = self._state.files.linked(where.rest)
        if stored is None:
            raise Refused(404, "Not Found")
        return Reply(status=200, body=stored.content)

    def _note(self, call: Call, reply: Reply | None, started: float) -> None:
        self._state.journal.call(
            NAMES.get(call.method.lower(), call.method),
            call.journalled(),
            None if reply is None or reply.html else reply.body,
            0 if reply is None else reply.status,
            time.perf_counter() - started,
            injected=reply is None or reply.injected,
        )

    async def _send(self, send: Send, reply: Reply) -> None:
        kind = "text/html" if reply.html else "application/json"
        extra = [] if reply.retry_after is None else [(b"retry-after", b"%d" % reply.retry_after)]
        await connection.send(send, reply.status, kind, reply.body, extra)


def _refused(refusal: Refused, *, injected: bool = False) -> Reply:
    return Reply(
        status=refusal.code,
        body=orjson.dumps(refusal.body()),
        retry_after=refusal.retry_after,
        injected=injected,
    )


def _chat(call: Call) -> int | None:
    return call.integer("chat_id") or None
