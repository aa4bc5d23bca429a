"""What the bot answers over HTTP. On the loopback by default, for a proxy to lead to."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.domain.errors import NeedsMending


class PortInUse(NeedsMending):
    """Somebody else listens there."""


@asynccontextmanager
async def serving(routes: Iterable[web.RouteDef], host: str, port: int) -> AsyncIterator[str]:
    """Gives its address. Raises PortInUse."""
    application = web.Application()
    application.router.add_routes(routes)
    runner = web.AppRunner(application, access_log=None)  # addresses hold secrets
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortInUse(
                f"port {port} on {host} is in use: set another one as [health] port in config.toml"
            ) from error
        bound, number = runner.addresses[0][:2]
        yield f"http://{bound}:{number}"
    finally:
        await runner.cleanup()
