"""Rows of `trajectories`: what is looked for as columns, the rest of the value as JSON."""

from typing import Any

import orjson
from pydantic import TypeAdapter

from bot.domain.times import stamp
from bot.domain.trajectories import Trajectory
from bot.storage.sql import Sql

ADAPTER = TypeAdapter(Trajectory)
COLUMNS = {"id", "person_id", "state", "made_at", "share_token"}


class TrajectoryStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("trajectories", connection)

    def draw(self, draft: Trajectory) -> Trajectory:
        """Gives a draft its id; the one that the person had before is gone."""
        self._sql.remove_draft(person_id=draft.person_id)
        row = self._sql.add(
            person_id=draft.person_id,
            state=draft.state,
            body=_body(draft),
            now=stamp(draft.made_at),
        )
        return self._found(int(row["id"]))

    def save(self, changed: Trajectory) -> Trajectory:
        self._sql.save(
            id=changed.id,
            state=changed.state,
            body=_body(changed),
            share_token=changed.share_token,
        )
        return changed

    def remove_unapplied(self, trajectory_id: int) -> None:
        """Does nothing to a path that applications belong to."""
        self._sql.remove_unapplied(id=trajectory_id)

    def find(self, trajectory_id: int) -> Trajectory | None:
        row = self._sql.find(id=trajectory_id)
        return None if row is None else _trajectory(row)

    def shared(self, token: str) -> Trajectory | None:
        row = self._sql.shared(share_token=token)
        return None if row is None else _trajectory(row)

    def of_person(self, person_id: int) -> list[Trajectory]:
        """Newest first, whatever their state."""
        return [_trajectory(row) for row in self._sql.of_person(person_id=person_id)]

    def kept(self, after: int, most: int) -> list[Trajectory]:
        """The next ones by id that their people rely on."""
        return [_trajectory(row) for row in self._sql.kept(after=after, most=most)]

    def _found(self, trajectory_id: int) -> Trajectory:
        found = self.find(trajectory_id)
        assert found is not None, "it was written just now"
        return found


def _body(trajectory: Trajectory) -> str:
    return ADAPTER.dump_json(trajectory, exclude=COLUMNS).decode()


def _trajectory(row: Any) -> Trajectory:
    columns = {name: row[name] for name in COLUMNS}
    return ADAPTER.validate_python({**orjson.loads(row["body"]), **columns})
