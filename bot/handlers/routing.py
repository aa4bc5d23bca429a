"""Finds the handler for what came in. Handlers are plain functions that run inside a turn."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.dialogs import Dialog, chosen
from bot.domain.errors import NoSuchNumber, NotUnderstood, Refusal
from bot.domain.inbox import MASK, Incoming, Kind
from bot.domain.people import Person, address
from bot.domain.staff import Permission
from bot.services.desk import Desk
from bot.texts import Texts
from bot.views.callbacks import Callback, Seal, unpacked
from bot.views.screen import Screen

C = TypeVar("C", bound=Callback)
P = TypeVar("P")
Answer = Screen | Sequence[Screen]  # the first replaces what was pressed, the others are sent anew
Handler = Callable[["Turn"], Answer]
Work = Callable[[], Any]  # touches no database, so it may take its time, in a thread
Preparation = Callable[["Turn", Any], Work]  # sees what is committed, before the transaction


class Telling(Protocol):
    """Writes to somebody else, once this turn is committed; from `not_before` on."""

    def __call__(
        self,
        person: Person,
        view: Callable[[Texts], Screen],
        not_before: datetime | None = None,
        /,
    ) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What a handler may use. All of it belongs to one transaction."""

    person: Person
    t: Texts
    now: datetime
    desk: Desk  # the services
    dialog: Dialog
    texts_for: Callable[[Person], Texts]
    tell: Telling

    def became(self, person: Person) -> "Turn":
        """The same turn after something about the person has changed."""
        return replace(self, person=person, t=self.texts_for(person))


class Looking(Protocol):
    """Shows a function the turn as it would be now; nothing can be changed through it."""

    async def __call__(self, see: Callable[[Turn], P], /) -> P: ...


@dataclass(frozen=True, kw_only=True)
class Route:
    """`prepare` gathers what slow work needs; the work's result is the handler's argument."""

    kind: Kind
    name: str
    handle: Callable[[Turn, Any], Answer]
    prepare: Preparation | None = None
    needs: Permission | None = None
    whole: bool = False  # keeps all that was sent: staff write for many


def command(
    name: str, handle: Callable[[Turn, str], Answer], *, needs: Permission | None = None
) -> Route:
    return Route(kind=Kind.COMMAND, name=name, handle=handle, needs=needs)


def press(
    kind: type[C], handle: Callable[[Turn, C], Answer], *, needs: Permission | None = None
) -> Route:
    return Route(kind=Kind.PRESS, name=kind.code, handle=handle, needs=needs)


def slow_press(
    kind: type[C],
    prepare: Callable[[Turn, C], Callable[[], P]],
    handle: Callable[[Turn, P], Answer],
    *,
    needs: Permission | None = None,
) -> Route:
    """For a press whose answer takes work that must not hold up the database."""
    return Route(kind=Kind.PRESS, name=kind.code, handle=handle, prepare=prepare, needs=needs)


def text(
    prepare: Callable[[Turn, str], Callable[[], P]], handle: Callable[[Turn, P], Answer]
) -> Route:
    """For typed text that is no option and that no screen asked for."""
    return Route(kind=Kind.TEXT, name="", handle=handle, prepare=prepare)


def reply(
    kind: type[C],
    handle: Callable[[Turn, tuple[C, str]], Answer],
    *,
    needs: Permission | None = None,
    whole: bool = False,
) -> Route:
    """For typed text that a screen with `expects=kind(...)` asked for."""
    return Route(kind=Kind.TEXT, name=kind.code, handle=handle, needs=needs, whole=whole)


def slow_reply(
    kind: type[C],
    prepare: Callable[[Turn, tuple[C, str]], Callable[[], P]],
    handle: Callable[[Turn, P], Answer],
    *,
    needs: Permission | None = None,
) -> Route:
    """For typed text that a screen asked for, and work that must not hold up the database."""
    return Route(kind=Kind.TEXT, name=kind.code, handle=handle, prepare=prepare, needs=needs)


def file(handle: Callable[[Turn, str], Answer], kind: str = "") -> Route:
    """For what is sent that is no text: of one kind, or of all that have no route of their own."""
    return Route(kind=Kind.FILE, name=kind, handle=handle)


def secrets(handle: Callable[[Turn, str], Answer]) -> Route:
    """For typed text that held a phone, a document number or an address."""
    return Route(kind=Kind.TEXT, name=MASK, handle=handle)


class Routes:
    def __init__(self, routes: Iterable[Route], seal: Seal) -> None:
        self._seal = seal
        self._routes: dict[tuple[Kind, str], Route] = {}
        for route in routes:
            if self._routes.setdefault((route.kind, route.name), route) is not route:
                raise ValueError(f"two handlers for {route.kind} {route.name!r}")

    def takes_whole(self, expects: str) -> bool:
        """Whether a screen that expects this wants what is sent as it is, not minimised."""
        route = self._routes.get((Kind.TEXT, expects.partition(":")[0]))
        return route is not None and route.whole

    async def handler(self, incoming: Incoming, look: Looking) -> Handler:
        """Ready to run in a transaction: whatever is slow has been done, in a thread."""
        try:
            match incoming.kind:
                case Kind.PRESS:
                    who = address(incoming.channel, incoming.account)
                    return await self._pressed(self._seal.open(who, incoming.payload), look)
                case _ if MASK in incoming.payload:
                    return _bound(self._find(Kind.TEXT, MASK), incoming.payload)
                case Kind.TEXT:
                    return await self._typed(incoming.payload, look)
                case Kind.COMMAND:
                    name, _, argument = incoming.payload.partition(" ")
                    return _bound(self._find(Kind.COMMAND, name), argument)
                case Kind.FILE:
                    return _bound(self._file(incoming.payload), incoming.payload)
                case _:
                    return _bound(self._find(incoming.kind, ""), incoming.payload)
        except Refusal as refusal:
            return _refusing(refusal)

    async def _typed(self, typed: str, look: Looking) -> Handler:
        """A number or label means a button of the last screen, then its question, then a search."""
        dialog = await look(lambda turn: turn.dialog)
        option = chosen(dialog.options, typed)
        if option is not None:
            return await self._pressed(unpacked(option.action), look)
        if dialog.expects:
            asked = unpacked(dialog.expects)
            return await _prepared(self._find(Kind.TEXT, asked.code), (asked, typed), look)
        if typed.strip().isdigit() and len(typed.strip()) == 1:
            raise NoSuchNumber
        return await _prepared(self._find(Kind.TEXT, ""), typed, look)

    async def _pressed(self, button: Callback, look: Looking) -> Handler:
        return await _prepared(self._find(Kind.PRESS, button.code), button, look)

    def _file(self, payload: str) -> Route:
        own = self._routes.get((Kind.FILE, payload.partition(" ")[0]))
        return own or self._find(Kind.FILE, "")

    def _find(self, kind: Kind, name: str) -> Route:
        route = self._routes.get((kind, name))
        if route is None:
            raise NotUnderstood
        return route


async def _prepared(route: Route, argument: Any, look: Looking) -> Handler:
    prepare = route.prepare
    if prepare is None:
        return _bound(route, argument)

    def see(turn: Turn) -> Work:
        _permit(turn, route)
        return prepare(turn, argument)

    work = await look(see)
    return _bound(route, await asyncio.to_thread(work))


def _bound(route: Route, argument: Any) -> Handler:
    def handle(turn: Turn) -> Answer:
        _permit(turn, route)
        return route.handle(turn, argument)

    return handle


def _permit(turn: Turn, route: Route) -> None:
    """Raises NotPermitted."""
    if route.needs is not None:
        turn.desk.staff.require(turn.person, route.needs)


def _refusing(refusal: Refusal) -> Handler:
    def refuse(_: Turn) -> Screen:
        raise refusal

    return refuse
