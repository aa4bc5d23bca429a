"""`traektoria staff` and `traektoria audit`, as whoever keeps the server runs them."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import PROJECT
from bot.domain.staff import StaffRole
from bot.services.staff import StaffService
from bot.storage.migrate import migrate
from bot.storage.short import short
from tests.builders import NOON, incoming, network
from tests.cli.test_commands import refused, traektoria


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """An installation with two administrators, one of whom coordinates a partner too."""
    file = tmp_path / "config.toml"
    file.write_text(f'folder = "var"\ndata = "{PROJECT / "data"}"\n', encoding="utf-8")
    migrate(database(file), tmp_path)
    with short(database(file)) as tx:
        tx.network.put(network())
        for account in (1, 2):
            person = tx.people.seen(incoming(account=account), NOON, NOON + timedelta(days=1))
            staff = StaffService(tx, NOON)
            staff.accept(person, staff.invite(StaffRole.ADMIN))
        staff.accept(person, staff.invite(StaffRole.PARTNER_COORDINATOR, "DP-02"))
    return file


def database(config: Path) -> Path:
    return config.parent / "var" / "bot.db"


def tampered(config: Path, sql: str) -> None:
    with closing(sqlite3.connect(database(config))) as connection:
        connection.execute(sql)
        connection.commit()


async def test_an_invitation_for_a_partner_names_one_that_exists(config: Path) -> None:
    invite = ("staff", "invite", "--config", config, "--role")
    code, out, err = await traektoria(*invite, "teacher", "--partner", "DP-02")
    assert (code, out.startswith("/start s_")) == (0, True), err
    assert "needs --partner, one of: DP-02" in await refused(*invite, "teacher")
    assert "one of: DP-02" in await refused(*invite, "teacher", "--partner", "DP-99")
    assert "leave --partner out" in await refused(*invite, "mentor", "--partner", "DP-02")


async def test_staff_are_listed_and_all_roles_of_one_are_taken_away(config: Path) -> None:
    code, out, err = await traektoria("staff", "list", "--config", config)
    assert code == 0, err
    numbers = [line.split()[1] for line in out.splitlines()]
    assert len(numbers) == 3
    assert f"No. {numbers[2]}  partner_coordinator DP-02  since 2026-03-02" in out
    code, out, err = await traektoria("staff", "revoke", numbers[2], "--config", config)
    assert (code, len(out.splitlines())) == (0, 2), err
    assert "see staff list" in await refused("staff", "revoke", numbers[2], "--config", config)
    last = await refused("staff", "revoke", numbers[0], "--config", config)
    assert "is the last administrator" in last


async def test_verify_is_quiet_about_a_whole_log_and_names_the_row_of_a_broken_one(
    config: Path,
) -> None:
    verify = ("audit", "verify", "--config", config)
    code, out, err = await traektoria(*verify)
    assert (code, out.startswith("6 rows, whole; head 6:")) == (0, True), err
    head = out.split()[-1]
    assert (await traektoria(*verify, "--head", head))[0] == 0
    tampered(config, "UPDATE audit SET after = 'mentor' WHERE id = 2")
    assert (await traektoria(*verify))[:2] == (1, "row 2 is not what it was\n")
    tampered(config, "DELETE FROM audit WHERE id = 2")
    assert (await traektoria(*verify))[:2] == (1, "row 2 is missing\n")
    assert "--head is ID:HASH" in await refused(*verify, "--head", "x")


async def test_the_log_is_shown_oldest_first_and_only_its_end(config: Path) -> None:
    code, out, err = await traektoria("audit", "show", "--last", "2", "--config", config)
    assert code == 0, err
    first, second = out.splitlines()
    assert first == (
        "5  2026-03-02 12:00:00  command line  staff.invited  invitation  partner_coordinator DP-02"
    )
    assert second.startswith("6  2026-03-02 12:00:00  No. ")


async def test_a_log_of_nothing_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('folder = "var"\n', encoding="utf-8")
    assert "start the bot once" in await refused("audit", "verify", "--config", file)
    migrate(database(file), tmp_path)
    assert (await traektoria("audit", "show", "--config", file))[:2] == (0, "nothing yet\n")
    assert (await traektoria("staff", "list", "--config", file))[:2] == (0, "nobody yet\n")
