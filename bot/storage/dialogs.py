"""What the next typed message of a person means."""

from typing import Any

import orjson

from bot.domain.dialogs import Dialog, Option
from bot.storage.sql import Sql


class DialogStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("dialogs", connection)

    def of(self, person_id: int) -> Dialog:
        row = self._sql.of_person(person_id=person_id)
        if row is None:
            return Dialog()
        options = tuple(
            Option(key=key, label=label, action=action)
            for key, label, action in orjson.loads(row["options"])
        )
        return Dialog(expects=row["expects"], options=options)

    def save(self, person_id: int, expects: str, options: tuple[Option, ...]) -> None:
        stored = orjson.dumps([(o.key, o.label, o.action) for o in options]).decode()
        self._sql.save(person_id=person_id, expects=expects, options=stored)
