"""Random people press, type and send at random: the bot never breaks and is never silent."""

import csv
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.config import PROJECT
from bot.sandbox.server import Sandbox
from bot.storage.migrate import migrate
from tests.chats import committed
from tests.conftest import at_work, settings
from tests.journeys.judge import CHECKER, judged
from tests.journeys.screens import CHECKS, faults
from tests.journeys.walk import SILENCE, SUMS, walking, wrong_sums

PEOPLE = 20
ROUNDS = 100
FAR = "SELECT (SELECT count(*) FROM answers) > 20, (SELECT count(*) FROM matches) > 20"
SPOILT = """
INSERT INTO study_groups VALUES ('G', 'P', 1, '');
WITH many (n) AS (VALUES (1), (2), (3), (4))
INSERT INTO enrolments (person_id, programme, group_code, state, applied_at)
SELECT 1, 'P', 'G', 'submitted', '' FROM many;
INSERT INTO inbox (channel, dedupe_key, account, chat, kind, payload, received_at) VALUES
    ('', '1', 1, '', 'text', '', ''), ('', '2', 1, '', 'press', '', ''),
    ('', '3', 1, '', 'text', '', ''), ('', '4', 1, '', 'stopped', '', '');
INSERT INTO outbox (dedupe_key, channel, chat, lane, policy, body, state) VALUES
    ('reply:1:0', '', '', 0, '', '', 'failed'), ('reply:2:0', '', '', 0, '', '', 'sent');
"""


async def test_on_a_long_walk_nothing_breaks(
    tmp_path: Path, sandbox: tuple[Sandbox, str], caplog: pytest.LogCaptureFixture
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url).model_copy(update={"data": crowded(tmp_path)})
    async with at_work(config, telegram) as bot, walking(bot, PEOPLE) as walk:
        await walk.goes_on(ROUNDS)
        assert wrong_sums(bot.file) == {}
        assert bot.rows(FAR) == [(1, 1)]
        if CHECKER.exists():
            assert " 0 errors, 0 warnings" in await judged(bot)
    assert {what: message for message in walk.watch.seen for what in faults(message)} == {}
    assert [r.getMessage() for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


def test_control_wrong_sums_and_silence_are_found(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    migrate(file, tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(SPOILT)
    assert wrong_sums(file).keys() == SUMS.keys()
    assert len(committed(file, SILENCE, 0)) == 2


def test_control_a_bad_screen_is_found() -> None:
    button = {"text": "я" * 41, "callback_data": "x" * 65}
    rows = [[button] * 2, *([[button]] * 6), [button] * 4]
    bad = {"text": "{ $name }" + "я" * 350, "caption": "я" * 1001, "buttons": rows}
    assert set(faults(bad)) == {*CHECKS} - {"no way on"}
    assert faults({"text": "?", "buttons": []}) == ["no way on"]


def crowded(folder: Path) -> Path:
    """The data of a new installation with a single place in every group: people meet there."""
    data = Path(shutil.copytree(PROJECT / "data", folder / "crowded"))
    groups = data / "demo" / "groups.csv"
    with groups.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        rows = [{**row, "seats": "1"} for row in table]
    with groups.open("w", encoding="utf-8", newline="") as file:
        single = csv.DictWriter(file, table.fieldnames or ())
        single.writeheader()
        single.writerows(rows)
    return data
