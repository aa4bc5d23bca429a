import socket
from pathlib import Path

import aiohttp
import pytest

from bot.storage.database import open_database
from bot.web.health import health
from bot.web.server import PortInUse, serving
from tests.builders import incoming


async def test_health_says_how_things_are(tmp_path: Path) -> None:
    async with (
        open_database(tmp_path / "bot.db", tmp_path) as database,
        serving([health(database)], "127.0.0.1", 0) as url,
        aiohttp.ClientSession() as session,
    ):
        await database.turn(lambda tx: tx.inbox.put(incoming()))
        async with session.get(f"{url}/health") as response:
            assert response.status == 200
            said = await response.json()
    assert said == {"ok": True, "waiting_updates": 1, "set_aside": 0, "outbox": {}}


async def test_a_database_that_does_not_answer_is_an_illness(tmp_path: Path) -> None:
    async with open_database(tmp_path / "bot.db", tmp_path) as database:
        pass
    async with (
        serving([health(database)], "127.0.0.1", 0) as url,
        aiohttp.ClientSession() as session,
        session.get(f"{url}/health") as response,
    ):
        assert response.status == 503
        assert (await response.json())["ok"] is False


async def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    async with open_database(tmp_path / "bot.db", tmp_path) as database:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            with pytest.raises(PortInUse, match=r"\[health\] port"):
                async with serving([health(database)], "127.0.0.1", taken.getsockname()[1]):
                    pass
