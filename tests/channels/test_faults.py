"""Everything that can go wrong on the wire, over real HTTP, and what we conclude from it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.telegram import Telegram
from bot.domain.outbox import Outcome, Report
from tests.channels.conftest import row, speaking_to
from tests.sandbox.wire import Wire


@pytest.mark.parametrize(
    ("fault", "arrived", "outcome", "retry_after"),
    [
        ("429", False, Outcome.NOT_SENT_RETRY, 7),
        ("429_bare", False, Outcome.NOT_SENT_RETRY, 1),
        ("403", False, Outcome.CHAT_CLOSED, None),
        ("400", False, Outcome.NOT_SENT_FINAL, None),
        ("401", False, Outcome.NOT_SENT_RETRY, None),
        ("404", False, Outcome.NOT_SENT_RETRY, None),
        ("409", False, Outcome.NOT_SENT_RETRY, None),
        ("500", False, Outcome.AMBIGUOUS, None),  # the next ones cannot be told from this one
        ("502", False, Outcome.AMBIGUOUS, None),
        ("reset_before", False, Outcome.AMBIGUOUS, None),
        ("reset_after", True, Outcome.AMBIGUOUS, None),
        ("slow", True, Outcome.AMBIGUOUS, None),
        ("truncated", True, Outcome.AMBIGUOUS, None),
    ],
)
async def test_what_a_fault_means(
    wire: Wire,
    channel: Telegram,
    fault: str,
    arrived: bool,
    outcome: Outcome,
    retry_after: float | None,
) -> None:
    await wire.control("faults", fault=fault, method="sendMessage", times=1, retry_after=7)
    report = await channel.deliver(row())
    assert (report.outcome, report.retry_after) == (outcome, retry_after)
    assert len(await wire.sees()) == arrived

    assert (await channel.deliver(row())).outcome is Outcome.SENT


async def test_no_connection_means_not_sent() -> None:
    async with speaking_to("http://127.0.0.1:9") as channel:
        assert (await channel.deliver(row())).outcome is Outcome.NOT_SENT_RETRY


PROXY_PAGE = "<html>Sorry</html>"
MIGRATED = (
    '{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a '
    'supergroup chat","parameters":{"migrate_to_chat_id":-1001}}'
)


@pytest.mark.parametrize(
    ("status", "said", "outcome"),
    [
        (403, PROXY_PAGE, Outcome.NOT_SENT_RETRY),  # of a proxy: nobody has blocked us
        (400, PROXY_PAGE, Outcome.NOT_SENT_RETRY),
        (302, PROXY_PAGE, Outcome.NOT_SENT_RETRY),
        (429, PROXY_PAGE, Outcome.NOT_SENT_RETRY),
        (504, PROXY_PAGE, Outcome.AMBIGUOUS),
        (200, PROXY_PAGE, Outcome.AMBIGUOUS),
        (200, "[]", Outcome.AMBIGUOUS),
        (413, '{"ok":false,"error_code":413}', Outcome.NOT_SENT_FINAL),
        (400, MIGRATED, Outcome.MOVED),
    ],
)
async def test_what_an_odd_answer_means(status: int, said: str, outcome: Outcome) -> None:
    async with answering(status, said) as url, speaking_to(url) as channel:
        assert (await channel.deliver(row())).outcome is outcome


async def test_a_chat_that_has_moved_says_where_to() -> None:
    async with answering(400, MIGRATED) as url, speaking_to(url) as channel:
        report = await channel.deliver(row())
    assert report == Report(outcome=Outcome.MOVED, chat="-1001", error=report.error)


@asynccontextmanager
async def answering(status: int, said: str) -> AsyncIterator[str]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=said, headers={"Location": "/elsewhere"})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")
