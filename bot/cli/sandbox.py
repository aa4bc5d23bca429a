"""Starts the local Telegram alone, for a bot that runs elsewhere."""

import argparse

from bot.domain.errors import NeedsMending

HELP = "start only the sandbox: a local Telegram with a chat page"
EXAMPLE = "traektoria sandbox --port 8080"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)


def run(options: argparse.Namespace) -> int:
    import asyncio

    from bot.sandbox.server import PortInUse, Sandbox, serving

    async def serve() -> None:
        async with serving(Sandbox(), options.host, options.port) as url:
            print(f"The sandbox is running: {url}   (Ctrl+C stops it)", flush=True)  # noqa: T201
            await asyncio.Event().wait()

    try:
        asyncio.run(serve())
    except PortInUse as error:
        raise NeedsMending(f"{error}: choose another one with --port") from error
    return 0
