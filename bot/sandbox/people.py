"""Who talks to the bot: ready-made people with fixed ids, and those whom a test adds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.ids import Ids


@dataclass(frozen=True, kw_only=True)
class ReadyMade:
    id: int
    first_name: str
    language_code: str
    hint: str  # one plain line under the name
    start: str | None = None  # the payload of an invitation


READY_MADE = (
    ReadyMade(id=1001, first_name="Аня", language_code="ru", hint="школьница, 9 класс"),
    ReadyMade(id=1002, first_name="Сергей", language_code="ru", hint="взрослый, ищет работу"),
    ReadyMade(id=1003, first_name="Ольга Ивановна", language_code="ru", hint="учитель"),
    ReadyMade(id=1004, first_name="Марина", language_code="ru", hint="сотрудница Центра"),
    ReadyMade(id=1005, first_name="Emily", language_code="en", hint="adult, speaks English"),
)


@dataclass(kw_only=True)
class Person:
    id: int
    first_name: str
    language_code: str
    hint: str = ""
    start: str | None = None
    has_written: bool = False  # before that a bot may not write first
    blocked: bool = False
    toasts: list[dict[str, Any]] = field(default_factory=list)
    typing_until: float = 0.0
    unread: int = 0

    def user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }

    def chat(self) -> dict[str, Any]:
        return {"id": self.id, "first_name": self.first_name, "type": "private"}


class People:
    def __init__(self, ready_made: Sequence[ReadyMade]) -> None:
        self._ready_made = ready_made
        self._ids = Ids()
        self._people: dict[int, Person] = {}
        self.reset()

    def reset(self) -> None:
        """Only the ready-made ones, as on the first day."""
        # A kept database knows them from an earlier run, so the bot may write to them at once.
        self._people = {one.id: Person(**vars(one), has_written=True) for one in self._ready_made}

    def add(self, first_name: str, language_code: str) -> Person:
        person = Person(id=self._ids.next(), first_name=first_name, language_code=language_code)
        self._people[person.id] = person
        return person

    def get(self, person_id: int) -> Person | None:
        return self._people.get(person_id)

    def all(self) -> list[Person]:
        return list(self._people.values())
