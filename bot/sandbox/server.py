"""The sandbox as a server: Bot API, control API and chat page on one address."""

import asyncio
import errno
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from uvicorn import Config
from uvicorn.server import ServerState

from bot.sandbox import connection
from bot.sandbox.bot_api import BotApi
from bot.sandbox.clock import Clock
from bot.sandbox.control import Control
from bot.sandbox.limits import Limits
from bot.sandbox.people import READY_MADE, ReadyMade
from bot.sandbox.state import State

PAGE = Path(__file__).with_name("page")
BOT_ID = 1  # until the first token is seen
LAST_WORDS_S = 0.05
KEEP_ALIVE_S = 75  # longer than clients keep an idle connection, as in the real service
NOT_FOUND = b'{"ok":false,"error_code":404,"description":"Not Found"}'


class PortInUse(Exception):
    """Somebody else listens on that port."""


class Sandbox:
    """A Telegram of its own, in memory.

    `token`: the only one that is let in; None lets every well-formed one in, and the number
    before its colon becomes the bot's id.
    """

    def __init__(
        self,
        token: str | None = None,
        limits: Limits = Limits(),  # noqa: B008  a frozen value
        people: Sequence[ReadyMade] = READY_MADE,
        clock: Clock | None = None,
        username: str = "traektoria_bot",
        first_name: str = "Траектория",
    ) -> None:
        self.clock = clock or Clock()
        self.state = State(
            limits=limits,
            clock=self.clock,
            people=people,
            bot={"id": BOT_ID, "is_bot": True, "first_name": first_name, "username": username},
        )
        self._closed = False
        self._bot_api = BotApi(self.state, token)
        self._pages = Starlette(
            routes=[*Control(self.state).routes(), *_page_routes()],
            exception_handlers={404: _no_such_page, 405: _no_such_page},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        try:
            await self._serve(scope, receive, send)
        except asyncio.CancelledError:
            if not self._closed:
                raise

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith(("/bot", "/file/bot")):
            await self._bot_api.serve(scope, receive, send)
        elif path == "/" or path.startswith(("/sandbox/", "/static/")):
            await self._pages(scope, receive, send)
        else:
            await connection.send(send, 404, "application/json", NOT_FOUND)

    async def close(self) -> None:
        """Ends long polls, streams and deliveries."""
        self._closed = True
        self.state.poll.end()
        self.state.stream.close()
        await self.state.webhook.close()


def _no_such_page(request: Request, _: Exception) -> Response:
    said = f"there is no {request.method} {request.url.path} in the sandbox"
    return JSONResponse({"error": said}, status_code=404)


def _page_routes() -> list[Route | Mount]:
    async def index(_: object) -> Response:
        return FileResponse(PAGE / "index.html", headers={"cache-control": "no-store"})

    return [
        Route("/", index),
        Mount("/static", StaticFiles(directory=PAGE, check_dir=False)),
    ]


@asynccontextmanager
async def serving(sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """The base URL of the sandbox while it is served inside the running loop.

    Raises PortInUse. Closing takes no time, whatever is still open.
    """
    config = _config(sandbox)
    open_now = ServerState()
    server = await _listening(config, open_now, host, port)
    try:
        name, number = server.sockets[0].getsockname()[:2]
        yield f"http://{f'[{name}]' if ':' in name else name}:{number}"
    finally:
        server.close()
        await sandbox.close()
        await _hang_up(open_now)


def _config(sandbox: Sandbox) -> Config:
    config = Config(
        sandbox,
        http=connection.Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_S,
    )
    config.load()
    return config


async def _listening(config: Config, open_now: ServerState, host: str, port: int) -> asyncio.Server:
    def protocol() -> asyncio.Protocol:
        return connection.Protocol(config=config, server_state=open_now, app_state={})

    try:
        return await asyncio.get_running_loop().create_server(protocol, host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(f"port {port} on {host} is in use") from error
        raise


async def _hang_up(open_now: ServerState) -> None:
    """Lets answers that are ready go out, then cuts every connection."""
    if open_now.tasks:
        await asyncio.wait(set(open_now.tasks), timeout=LAST_WORDS_S)
    for one in list(open_now.connections):
        one.transport.abort()
    await asyncio.sleep(0)
    unfinished = set(open_now.tasks)
    for task in unfinished:
        task.cancel()
    await asyncio.gather(*unfinished, return_exceptions=True)
