"""Finds the handler for what came in. Handlers are plain functions that run inside a turn."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from bot.domain.dialogs import Dialog, chosen
from bot.domain.errors import NoSuchNumber, NotUnderstood, Refusal
from bot.domain.inbox import MASK, Incoming, Kind
from bot.domain.people import Person, address
from bot.services.desk import Desk
from bot.texts import Texts
from bot.views.callbacks import Callback, Seal, unpacked
from bot.views.screen import Screen

C = TypeVar("C", bound=Callback)
P = TypeVar("P")
Answer = Screen | Sequence[Screen]  # the first replaces what was pressed, the others are sent anew
Handler = Callable[["Turn"], Answer]


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What a handler may use. All of it belongs to one transaction."""

    person: Person
    t: Texts
    now: datetime
    desk: Desk  # the services
    dialog: Dialog
    texts_for: Callable[[Person], Texts]
    tell: Callable[[Person, Callable[[Texts], Screen]], None]  # somebody else

    def became(self, person: Person) -> "Turn":
        """The same turn after something about the person has changed."""
        return replace(self, person=person, t=self.texts_for(person))


@dataclass(frozen=True)
class Route:
    kind: Kind
    name: str
    handle: Callable[[Turn, Any], Answer]
    prepare: Callable[[Any], Any] | None = None


def command(name: str, handle: Callable[[Turn, str], Answer]) -> Route:
    return Route(Kind.COMMAND, name, handle)


def press(kind: type[C], handle: Callable[[Turn, C], Answer]) -> Route:
    return Route(Kind.PRESS, kind.code, handle)


def text(prepare: Callable[[str], P], handle: Callable[[Turn, P], Answer]) -> Route:
    """For typed text that is no option and that no screen asked for."""
    return Route(Kind.TEXT, "", handle, prepare)


def reply(kind: type[C], handle: Callable[[Turn, tuple[C, str]], Answer]) -> Route:
    """For typed text that a screen with `expects=kind(...)` asked for."""
    return Route(Kind.TEXT, kind.code, handle)


def file(handle: Callable[[Turn, str], Answer]) -> Route:
    return Route(Kind.FILE, "", handle)


def secrets(handle: Callable[[Turn, str], Answer]) -> Route:
    """For typed text that held a phone, a document number or an address."""
    return Route(Kind.TEXT, MASK, handle)


class Routes:
    def __init__(self, routes: Iterable[Route], seal: Seal) -> None:
        self._seal = seal
        self._routes: dict[tuple[Kind, str], Route] = {}
        for route in routes:
            if self._routes.setdefault((route.kind, route.name), route) is not route:
                raise ValueError(f"two handlers for {route.kind} {route.name!r}")

    async def handler(self, incoming: Incoming) -> Handler:
        """Ready to run in a transaction: whatever is slow has been done, in a thread."""
        try:
            if incoming.kind is not Kind.PRESS and MASK in incoming.payload:
                return self._bound(self._find(Kind.TEXT, MASK), incoming.payload)
            match incoming.kind:
                case Kind.TEXT:
                    return await self._typed(incoming.payload)
                case Kind.PRESS:
                    who = address(incoming.channel, incoming.account)
                    return self._pressed(self._seal.open(who, incoming.payload))
                case Kind.COMMAND:
                    name, _, argument = incoming.payload.partition(" ")
                    return self._bound(self._find(Kind.COMMAND, name), argument)
                case _:
                    return self._bound(self._find(incoming.kind, ""), incoming.payload)
        except Refusal as refusal:
            return _refusing(refusal)

    async def _typed(self, typed: str) -> Handler:
        route = self._find(Kind.TEXT, "")
        prepare = route.prepare or str
        found = await asyncio.to_thread(prepare, typed)

        def handle(turn: Turn) -> Answer:
            option = chosen(turn.dialog.options, typed)
            if option is not None:
                return self._pressed(unpacked(option.action))(turn)
            if typed.strip().isdigit() and len(typed.strip()) == 1 and not turn.dialog.expects:
                raise NoSuchNumber
            if turn.dialog.expects:
                asked = unpacked(turn.dialog.expects)
                return self._find(Kind.TEXT, asked.code).handle(turn, (asked, typed))
            return route.handle(turn, found)

        return handle

    def _pressed(self, button: Callback) -> Handler:
        return self._bound(self._find(Kind.PRESS, button.code), button)

    def _find(self, kind: Kind, name: str) -> Route:
        route = self._routes.get((kind, name))
        if route is None:
            raise NotUnderstood
        return route

    @staticmethod
    def _bound(route: Route, argument: Any) -> Handler:
        return lambda turn: route.handle(turn, argument)


def _refusing(refusal: Refusal) -> Handler:
    def refuse(_: Turn) -> Screen:
        raise refusal

    return refuse
