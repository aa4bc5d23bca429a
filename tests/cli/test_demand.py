"""What people miss, as a table for those who plan."""

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path

from bot.config import load
from bot.domain.demand import Reason, monday
from bot.storage.short import short
from tests.cli.test_commands import config, refused, traektoria

__all__ = ["config"]  # the fixture


async def test_what_is_missed_is_written_as_a_table_without_small_counts(config: Path) -> None:
    await traektoria("migrate", "--config", config)
    settings = load(config)
    week = monday(datetime.now(settings.rules.zone).date())
    with short(settings.database) as tx:
        for _ in range(5):
            tx.demand.count(week, "mach.weld", "yurga", Reason.FULL)
        tx.demand.count(week, "", "", Reason.NOTHING)
        tx.demand.count(week - timedelta(weeks=4), "mach.cnc", "yurga", Reason.FAR)
    code, out, err = await traektoria("demand", "--weeks", "4", "--config", config)
    assert code == 0, err
    assert list(csv.reader(io.StringIO(out))) == [
        ["week", "competency", "name", "city", "reason", "searches"],
        [str(week), "", "", "", "nothing", "<5"],
        [str(week), "mach.weld", "Сварка", "Юрга", "full", "5"],
    ]
    _, longer, _ = await traektoria("demand", "--config", config)
    assert "mach.cnc" in longer


async def test_weeks_that_cannot_be_counted_are_refused(config: Path) -> None:
    assert "a number from 1 to 520" in await refused("demand", "--weeks", "0", "--config", config)
