"""The secret link over real HTTP, as a calendar asks for it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import vobject

from bot.domain.enrolments import State as EnrolmentState
from bot.domain.events import State as EventState
from bot.domain.network import Slot
from bot.domain.people import AgeBand, Person, Role
from bot.services.desk import Desk
from bot.services.world import World
from bot.storage.database import Database, Transaction, open_database
from bot.turns import Turns
from bot.web.calendars import calendars
from bot.web.health import health
from bot.web.server import serving
from tests.builders import NOON, SEAL, group, incoming, network, world
from tests.domain.event_builders import STARTS, event
from tests.storage.rows import enrolled

ACCOUNT = 987_654_321
EVENING = Slot(weekday=2, begins=time(18), ends=time(20))
WEDNESDAY = NOON.date() + timedelta(days=2)
COURSE = group(timetable=(EVENING,), starts_on=WEDNESDAY, ends_on=WEDNESDAY + timedelta(days=14))


@dataclass
class Server:
    database: Database
    session: aiohttp.ClientSession
    world: World = field(default_factory=lambda: world(network(COURSE)))
    now: datetime = NOON

    async def does(self, act: Any) -> Any:
        return await self.database.turn(lambda tx: act(tx, Desk(tx, self.world, self.now)))

    async def asks(self, token: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
        async with self.session.get(f"/calendar/{token}.ics", headers=headers) as response:
            return response.status, await response.read(), response.headers

    async def entries(self, token: str) -> dict[str, Any]:
        """What another library reads, by title."""
        status, body, _ = await self.asks(token)
        assert status == 200
        calendar = vobject.readOne(body.decode())
        assert calendar.validate(raiseException=True)
        found = calendar.contents.get("vevent", [])
        return {entry.summary.value: entry for entry in found}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with open_database(tmp_path / "bot.db", tmp_path) as database:
        turns = Turns(SEAL, lambda: made.now, lambda: made.world)
        routes = [health(database), calendars(database, turns)]
        async with (
            serving(routes, "127.0.0.1", 0) as url,
            aiohttp.ClientSession(url) as session,
        ):
            made = Server(database, session)
            await made.does(lambda tx, _: tx.network.put(network(COURSE)))
            yield made


def pupil(desk: Desk) -> Person:
    people = desk.people
    person = people.choose_role(people.seen(incoming(account=ACCOUNT)), Role.PUPIL)
    person = people.choose_grade(people.choose_age(person, AgeBand.FROM_14), 8)
    return people.agree(person, "text")


async def subscribed(server: Server) -> str:
    """A pupil who comes to the event 1 and has a link; gives its token."""

    def act(tx: Transaction, desk: Desk) -> str:
        person = pupil(desk)
        held = tx.events.add(event(bring="форма", briefing=True), None, "secret", NOON)
        desk.participations.register(person, held.id)
        return desk.calendars.make(person)

    return str(await server.does(act))


async def changes_event(server: Server, **changes: Any) -> None:
    def act(tx: Transaction, _: Desk) -> None:
        before = tx.events.find(1)
        assert before is not None
        tx.events.save(replace(before, **changes), server.now)

    await server.does(act)


async def test_the_feed_holds_what_one_comes_to(server: Server) -> None:
    token = await subscribed(server)
    status, body, headers = await server.asks(token)
    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert "private" in headers["Cache-Control"]
    entry = (await server.entries(token))["Проба сварщика"]
    assert entry.uid.value == "event-1@traektoria_bot"
    assert entry.dtstart.value == STARTS
    assert entry.location.value == "Кемерово, ул. Примерная, 2, мастерская 5"
    assert "форма" in entry.description.value
    assert entry.url.value == "https://t.me/traektoria_bot?start=e_weld-tryout"
    assert b"METHOD" not in body


async def test_a_move_and_a_cancellation_are_followed_with_a_growing_sequence(
    server: Server,
) -> None:
    token = await subscribed(server)
    sequences = []
    for changes in (
        {},
        {"starts_at": STARTS + timedelta(days=1), "version": 2},
        {"state": EventState.CANCELLED},
    ):
        await changes_event(server, **changes)
        entry = (await server.entries(token))["Проба сварщика"]
        sequences.append(int(entry.sequence.value))
    assert sequences == sorted(set(sequences))
    assert entry.status.value == "CANCELLED"
    assert entry.dtstart.value == STARTS + timedelta(days=1)


async def test_lessons_of_ones_group_stand_in_it_every_week(server: Server) -> None:
    token = await subscribed(server)

    def act(tx: Transaction, desk: Desk) -> None:
        enrolled(tx, desk.people.seen(incoming(account=ACCOUNT)), state=EnrolmentState.STUDYING)

    await server.does(act)
    found = await server.entries(token)
    title = server.world.catalogue.network.programmes["P-1"].title_ru
    days = [day.date() for day in found[title].rruleset]
    assert days == [WEDNESDAY + timedelta(weeks=n) for n in range(3)]
    assert f"{found[title].dtstart.value:%H:%M}" == "18:00"


async def test_nothing_in_it_says_whose_it_is(server: Server) -> None:
    token = await subscribed(server)
    _, body, _ = await server.asks(token)
    said = body.replace(b"\r\n ", b"").decode()
    assert not any(word in said for word in (str(ACCOUNT), "telegram", "ATTENDEE", token))
    others = {line.split(":")[0] for line in said.splitlines()}
    assert {name for name in others if name.startswith("X-")} == {
        "X-WR-CALNAME",
        "X-PUBLISHED-TTL",
    }


async def test_whoever_has_it_already_is_sent_nothing_until_it_changes(server: Server) -> None:
    token = await subscribed(server)
    _, body, headers = await server.asks(token)
    tag = headers["ETag"]
    server.now += timedelta(hours=1)
    status, nothing, again = await server.asks(token, **{"If-None-Match": tag})
    assert (status, nothing, again["ETag"]) == (304, b"", tag)
    await changes_event(server, place="ауд. 7", version=2)
    status, changed, after = await server.asks(token, **{"If-None-Match": tag})
    assert status == 200
    assert changed != body
    assert after["ETag"] != tag


async def test_one_who_has_left_and_one_who_never_was_are_told_the_same(server: Server) -> None:
    token = await subscribed(server)
    assert (await server.asks(token))[0] == 200
    await server.does(
        lambda tx, desk: desk.calendars.revoke(desk.people.seen(incoming(account=ACCOUNT)))
    )
    answers = [await server.asks(guess) for guess in (token, "x" * 32, "short", "..%2Fhealth")]
    assert {status for status, *_ in answers} == {404}
    assert len({body for _, body, _ in answers}) == 1


async def test_health_is_served_beside_it(server: Server) -> None:
    async with server.session.get("/health") as response:
        assert (await response.json())["ok"] is True


async def test_only_reading_is_possible(server: Server) -> None:
    token = await subscribed(server)
    async with server.session.post(f"/calendar/{token}.ics", data=b"x") as response:
        assert response.status == 405
    async with server.session.head(f"/calendar/{token}.ics") as response:
        assert response.status == 200
