"""The only place where the parts meet."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.faq import load_faq
from bot.catalog.importing import read_network
from bot.catalog.importing.events import read_events
from bot.catalog.questionnaires import complete_questionnaires
from bot.catalog.search import load_lexicon
from bot.catalog.snapshot import Catalogue
from bot.catalog.weights import load_weights
from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.sandbox_time import sandbox_time
from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import CHANNEL
from bot.config import Config
from bot.delivery.broadcasts import Broadcasts
from bot.delivery.outbox import Dispatcher, bulk_at_once
from bot.delivery.pace import Pace
from bot.domain.errors import NeedsMending
from bot.domain.freshness import Confirmed
from bot.domain.network import Dictionaries
from bot.domain.staff import StaffChat
from bot.handlers.features import every
from bot.handlers.links import STAFF
from bot.handlers.routing import Route, Routes
from bot.intake import Flood, Intake
from bot.jobs.clock import Jobs, ticking
from bot.jobs.imports import Uploads
from bot.sandbox import people as sandbox_people
from bot.sandbox import server as sandbox_server
from bot.services.event_files import EventFileService
from bot.services.network import NetworkService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.database import Database, Transaction, open_database
from bot.storage.migrate import migrate
from bot.storage.short import short
from bot.turns import Turns, texts_for
from bot.views.callbacks import Seal
from bot.views.commands import commands
from bot.web.calendars import calendars
from bot.web.health import health
from bot.web.server import PortInUse, serving

Clock = Callable[[], datetime]
SANDBOX_TOKEN = "1:sandbox-needs-no-secret-but-a-well-formed-token"
KEY_BYTES = 32
STOPPING = 4.5  # seconds
ANSWERS_AT_ONCE = 56  # on the wire, beside mailings
STAFF_MEMBER = 1004  # of the sandbox's ready-made people


@dataclass(frozen=True)
class Running:
    """A bot at work: what tests may ask it."""

    database: Database
    jobs: Jobs
    url: str  # of what it answers over HTTP


class Worlds:
    """Holds the world of this moment; a new catalogue makes a new one."""

    def __init__(self, world: World, data: Path, database: Database, now: Clock) -> None:
        self._world = world
        self._data = data
        self._database = database
        self._now = now
        self._seen = -1

    def __call__(self) -> World:
        return self._world

    async def refresh(self) -> None:
        """Publishes a new snapshot when another process has changed the catalogue."""
        changes = await self._database.changes()
        if changes == self._seen:
            return
        self._seen = changes
        version = await self._database.read(lambda tx: NetworkService(tx, self._now()).version())
        if version != self._world.catalogue.version:
            network = await self._database.read(lambda tx: tx.network.read())
            lists = load_dictionaries(self._data)
            old = self._world.catalogue
            days = await self._database.read(lambda tx: tx.freshness.days())
            new = replace(
                old,
                version=version,
                network=network,
                dictionaries=lists,
                confirmed=replace(old.confirmed, days=days),
            )
            self._world = replace(self._world, catalogue=await _indexed(new))


@asynccontextmanager
async def running(
    config: Config,
    now: Clock,
    features: Callable[[], Sequence[Route]] = every,
) -> AsyncIterator[Running]:
    """A bot that works while the block runs. Raises NeedsMending."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(config.database, config.backups))
        request = JsonRequest()
        await stack.enter_async_context(request)
        api = BotApi(request, config.telegram.api_url, config.telegram.token)
        channel = Telegram(api, now)
        me = await channel.me()
        worlds = Worlds(
            await _world(config, database, now, me.username), config.data, database, now
        )
        await channel.introduce(commands())

        seal = Seal(_key(config.folder / "buttons.key"))
        fastest = config.rules.broadcasts.top_rate
        pace = Pace(
            time.monotonic,
            rate=config.telegram.messages_per_second,
            paid_rate=fastest,
            chat_rate=config.telegram.chat_messages_per_second,
        )
        at_once = bulk_at_once(fastest)
        dispatcher = Dispatcher(
            database,
            {CHANNEL: channel},
            pace,
            now,
            Broadcasts(seal, worlds, now, texts_for),
            in_flight=ANSWERS_AT_ONCE + at_once,
            bulk_in_flight=at_once,
        )
        turns = Turns(seal, now, worlds)
        routes = Routes(features(), seal)
        flood = Flood(updates=config.people.updates_in_10_seconds)
        intake = Intake(database, routes, turns, dispatcher.wake, flood)
        jobs = Jobs(database, turns, worlds.refresh, now, dispatcher.wake, channel.silent)
        uploads = Uploads(database, turns, {CHANNEL: channel}, now, dispatcher.wake)
        await dispatcher.recover()
        await intake.recover()
        if config.staff.chat:  # the bot may have been let in again since it was last refused
            await database.turn(lambda tx: tx.chats.reopen(CHANNEL, config.staff.chat))
        cursor = await database.read(lambda tx: tx.inbox.cursor(CHANNEL))

        routes_over_http = [health(database)]
        if config.web.base_url:
            routes_over_http.append(calendars(database, turns))
        served = serving(routes_over_http, config.health.host, config.health.port)
        address = await stack.enter_async_context(served)
        await stack.enter_async_context(ticking(jobs))
        async with asyncio.TaskGroup() as group:
            parts = (
                dispatcher.run(),
                intake.run(),
                uploads.run(),
                channel.poll(intake.receive, cursor),
            )
            tasks = [group.create_task(part) for part in parts]
            yield Running(database, jobs, address)
            for task in tasks:
                task.cancel()


async def run(config: Config, say: Callable[[str], None]) -> None:
    """Until SIGINT or SIGTERM. `say` prints the one line that a person needs."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    working = asyncio.create_task(_work(config, say, stop))
    told = asyncio.create_task(stop.wait())
    await asyncio.wait({working, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not working.done():
        _, late = await asyncio.wait({working}, timeout=STOPPING)
        for task in late:  # it was still starting, and Telegram did not answer
            task.cancel()
    with suppress(asyncio.CancelledError):
        await working


async def _work(config: Config, say: Callable[[str], None], stop: asyncio.Event) -> None:
    async with AsyncExitStack() as stack:
        if config.telegram.token:
            now = await stack.enter_async_context(_clock(config))
            where = "Telegram"
        else:
            sandbox, where = await stack.enter_async_context(_sandbox(config))
            telegram = config.telegram.model_copy(update={"token": SANDBOX_TOKEN, "api_url": where})
            config, now = config.model_copy(update={"telegram": telegram}), sandbox.clock.now
        await stack.enter_async_context(running(config, now))
        say(f"Traektoria is running: {where}   (Ctrl+C stops it)")
        await stop.wait()


@asynccontextmanager
async def _sandbox(config: Config) -> AsyncIterator[tuple[sandbox_server.Sandbox, str]]:
    """A local Telegram whose staff member holds an invitation, as nobody is staff without one."""
    migrate(config.database, config.backups)
    with short(config.database) as tx:
        last = tx.inbox.cursor(CHANNEL)
        now = max(datetime.now(UTC), last[1]) if last else datetime.now(UTC)
        token = StaffService(tx, now).first_invitation()
    people = [
        replace(p, start=f"{STAFF}{token}") if token and p.id == STAFF_MEMBER else p
        for p in sandbox_people.READY_MADE
    ]
    sandbox = sandbox_server.Sandbox(people=people)
    if last is not None:  # a clock that was moved must not go back behind what is stored
        sandbox.clock.advance(max(0.0, (last[1] - sandbox.clock.now()).total_seconds()))
    serving = sandbox_server.serving(sandbox, config.sandbox.host, config.sandbox.port)
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(serving)
        except sandbox_server.PortInUse as error:
            raise PortInUse(f"{error}: set another one as [sandbox] port in config.toml") from error
        yield sandbox, url


@asynccontextmanager
async def _clock(config: Config) -> AsyncIterator[Clock]:
    """The real time; with telegram.sandbox_clock that of the sandbox at telegram.api_url."""
    if not config.telegram.sandbox_clock:
        yield lambda: datetime.now(UTC)
        return
    async with sandbox_time(config.telegram.api_url) as now:
        yield now


async def _world(config: Config, database: Database, now: Clock, bot_name: str) -> World:
    """An empty database is filled from data/demo first."""
    dictionaries = load_dictionaries(config.data)

    def filled(tx: Transaction) -> int:
        service = NetworkService(tx, now())
        if service.version() == 0:
            service.bring_in(read_network(config.data / "demo", dictionaries, service.anchor()))
            _announce_demo(tx, config, dictionaries, now())
        return service.version()

    version = await database.turn(filled)
    network = await database.read(lambda tx: tx.network.read())
    days = await database.read(lambda tx: tx.freshness.days())
    confirmed = Confirmed(days=days, lasts=config.rules.stale_after)
    chat = config.staff.chat
    lexicon = load_lexicon(config.data / "lexicon.csv")
    weights, tolerances = load_weights(config.data / "weights.toml")
    return World(
        catalogue=await _indexed(Catalogue(version, network, dictionaries, lexicon, confirmed)),
        questionnaires=complete_questionnaires(config.data / "questionnaires", dictionaries),
        operator=config.operator,
        rules=config.rules,
        weights=weights,
        tolerances=tolerances,
        office=config.office,
        faq=load_faq(config.data / "faq.toml"),
        staff_chat=StaffChat(channel=CHANNEL, chat=chat) if chat else None,
        bot_name=bot_name,
        base_url=config.web.base_url,
    )


def _announce_demo(tx: Transaction, config: Config, lists: Dictionaries, now: datetime) -> None:
    path, service = config.data / "demo" / "events.csv", EventFileService(tx, now)
    if path.exists():
        service.bring_in(read_events(path, service.around(lists, config.rules.zone)))


async def _indexed(catalogue: Catalogue) -> Catalogue:
    """Checked, and with its search index built, in a thread: a large network takes seconds."""
    catalogue.check()
    await asyncio.to_thread(lambda: catalogue.index)
    return catalogue


def _key(path: Path) -> bytes:
    """Signs buttons; made at the first start, kept so that old buttons go on working."""
    if not path.exists():
        fresh = path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_bytes(token_bytes(KEY_BYTES))
        fresh.rename(path)
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise NeedsMending(f"{path} is damaged: remove it; buttons of old messages will not work")
    return key
