"""One call to the Bot API: JSON out, JSON in, over a transport that telegram.Bot can use too."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from mimetypes import guess_type
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

JSON = {"Content-Type": "application/json"}
CONNECT_SECONDS = 5.0
WRITE_SECONDS = 30.0  # for an upload over a bad line
FETCH_SECONDS = 120.0  # for a whole file over a bad line


class NotSent(NetworkError):
    """No connection was made, so the server has seen nothing."""


class TooLarge(Exception):
    """A file is larger than the caller wants to hold."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict[str, Any] = field(default_factory=dict)  # empty when it was not the Bot API's JSON

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.body.get("ok") is True

    @property
    def description(self) -> str:
        return f"{self.status} {self.body.get('description', '')}".strip()

    @property
    def retry_after(self) -> float | None:
        return self._parameters.get("retry_after")

    @property
    def migrated_to(self) -> int | None:
        return self._parameters.get("migrate_to_chat_id")

    @property
    def _parameters(self) -> dict[str, Any]:
        return self.body.get("parameters") or {}


@dataclass(frozen=True, kw_only=True)
class Upload:
    kind: str  # the name of the parameter: photo or document
    name: str
    content: bytes


class JsonRequest(BaseRequest):
    """Every failure is one of PTB's own errors; NotSent among them is the safe one to repeat."""

    def __init__(self, connections: int = 128, read_timeout: float = 20.0) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """For the typed calls of telegram.Bot, where speed does not matter."""
        if request_data is None:
            return await self.exchange(url, {})
        uploads = [
            Upload(kind=kind, name=name, content=file if isinstance(file, bytes) else file.read())
            for kind, (name, file, _) in request_data.multipart_data.items()
        ]
        return await self.exchange(url, request_data.parameters, *uploads)

    async def exchange(
        self,
        url: str,
        fields: Mapping[str, Any],
        *uploads: Upload,
        read_timeout: float | None = None,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent, TimedOut or NetworkError."""
        assert self._session is not None, "initialize() comes first"
        read = read_timeout or self._read_timeout
        timeout = aiohttp.ClientTimeout(
            total=CONNECT_SECONDS + WRITE_SECONDS + read, connect=CONNECT_SECONDS, sock_read=read
        )
        body = _form(fields, uploads) if uploads else orjson.dumps(fields)
        headers = None if uploads else JSON
        with _known_errors():
            async with self._session.post(
                url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()

    async def fetch(self, url: str, limit: int) -> tuple[int, bytes]:
        """Status and body. Raises TooLarge above `limit` bytes, else like `exchange`."""
        assert self._session is not None, "initialize() comes first"
        timeout = aiohttp.ClientTimeout(
            total=FETCH_SECONDS, connect=CONNECT_SECONDS, sock_read=self._read_timeout
        )
        with _known_errors():
            async with self._session.get(url, timeout=timeout, allow_redirects=False) as response:
                body = bytearray()
                async for chunk in response.content.iter_any():
                    body += chunk
                    if len(body) > limit:
                        raise TooLarge
                return response.status, bytes(body)


@contextmanager
def _known_errors() -> Iterator[None]:
    """Only the kind of an error is kept: its words hold addresses, and those the token."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise NotSent(type(error).__name__) from error
    except TimeoutError as error:
        raise TimedOut(type(error).__name__) from error
    except (aiohttp.ClientError, OSError) as error:
        raise NetworkError(type(error).__name__) from error


def _form(fields: Mapping[str, Any], uploads: tuple[Upload, ...]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    for upload in uploads:
        kind = guess_type(upload.name)[0] or "application/octet-stream"
        form.add_field(upload.kind, upload.content, content_type=kind, filename=upload.name)
    return form


class BotApi:
    def __init__(self, request: JsonRequest, url: str, token: str) -> None:
        self._request = request
        self._base = f"{url}/bot"
        self._files = f"{url}/file/bot"
        self._token = token

    @cached_property
    def typed(self) -> Bot:
        """The same API through python-telegram-bot, for what is asked once at the start."""
        return Bot(
            self._token,
            base_url=self._base,
            request=self._request,
            get_updates_request=self._request,
        )

    async def call(
        self,
        method: str,
        fields: Mapping[str, Any],
        *uploads: Upload,
        read_timeout: float | None = None,
    ) -> Answer:
        """Raises NotSent, TimedOut or NetworkError when there is no answer."""
        url = f"{self._base}{self._token}/{method}"
        status, body = await self._request.exchange(
            url, fields, *uploads, read_timeout=read_timeout
        )
        try:
            parsed = orjson.loads(body)
        except orjson.JSONDecodeError:
            return Answer(status)
        return Answer(status, parsed if isinstance(parsed, dict) and "ok" in parsed else {})

    async def fetch(self, path: str, limit: int) -> tuple[int, bytes]:
        """Status and content of a file that getFile has named.

        Raises TooLarge, NotSent, TimedOut or NetworkError.
        """
        return await self._request.fetch(f"{self._files}{self._token}/{quote(path)}", limit)
