"""The commands as a person runs them: in a process of their own."""

import asyncio
import shutil
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.config import PROJECT
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Settings of an installation of its own."""
    file = tmp_path / "config.toml"
    data = PROJECT / "data"
    file.write_text(
        f'folder = "var"\ndata = "{data}"\n[health]\nport = 0\n[sandbox]\nport = 0\n',
        encoding="utf-8",
    )
    return file


async def traektoria(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, output, complaints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *map(str, arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=PROJECT,
    )
    async with asyncio.timeout(60):
        out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def refused(*arguments: str | Path) -> str:
    """The one sentence of a command that cannot go on."""
    code, _, err = await traektoria(*arguments)
    assert code == 2
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("command", COMMANDS)
async def test_every_command_explains_itself_with_an_example(command: str) -> None:
    code, out, _ = await traektoria(command, "--help")
    assert code == 0
    example = out.partition("example: ")[2]
    assert f"traektoria {command}" in example


async def test_importing_twice_changes_nothing(config: Path) -> None:
    demo = PROJECT / "data" / "demo"
    code, out, err = await traektoria("import", demo, "--config", config)
    assert code == 0, err
    assert "Программы: новых 42, изменится 0, без изменений 0" in out
    code, out, err = await traektoria("import", demo, "--config", config)
    assert code == 0, err
    assert "Программы: новых 0, изменится 0, без изменений 42" in out


async def test_a_bad_file_is_named_with_row_and_field_and_nothing_is_imported(
    config: Path, tmp_path: Path
) -> None:
    demo = shutil.copytree(PROJECT / "data" / "demo", tmp_path / "demo")
    programmes = demo / "programmes.csv"
    text = programmes.read_text(encoding="utf-8").replace("DP-05", "DP-55", 1)
    programmes.write_text(text, encoding="utf-8")
    said = await refused("import", demo, "--config", config)
    assert "programmes.csv" in said
    assert "DP-55" in said
    with closing(sqlite3.connect(tmp_path / "var" / "bot.db")) as database:
        assert database.execute("SELECT count(*) FROM partners").fetchone() == (0,)


async def test_check_finds_settings_and_data_fine(config: Path) -> None:
    code, out, err = await traektoria("check", "--config", config)
    assert (code, out) == (0, "settings and data files: fine\n"), err


async def test_an_invitation_is_a_link_that_only_its_hash_remembers(
    config: Path, tmp_path: Path
) -> None:
    code, out, err = await traektoria("staff", "invite", "--role", "admin", "--config", config)
    assert code == 0, err
    token = out.strip().removeprefix("/start s_")
    assert len(token) >= 32
    with closing(sqlite3.connect(tmp_path / "var" / "bot.db")) as database:
        stored = database.execute("SELECT token_hash FROM invitations").fetchall()
    assert len(stored) == 1
    assert token not in stored[0][0]


async def test_a_backup_is_a_whole_database(config: Path) -> None:
    await traektoria("migrate", "--config", config)
    code, out, err = await traektoria("backup", "--config", config)
    assert code == 0, err
    with closing(sqlite3.connect(out.strip())) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_no_backup_of_nothing(config: Path) -> None:
    assert "start the bot once" in await refused("backup", "--config", config)


async def test_a_newer_database_is_left_alone(config: Path, tmp_path: Path) -> None:
    await traektoria("migrate", "--config", config)
    with closing(sqlite3.connect(tmp_path / "var" / "bot.db")) as database:
        database.execute("INSERT INTO migrations VALUES (9999, 'tomorrow')")
        database.commit()
    for command in ("migrate", "run"):
        assert "install the newer program" in await refused(command, "--config", config)


async def test_run_names_a_broken_config(config: Path) -> None:
    config.write_text("[telegram\n", encoding="utf-8")
    assert "is not valid TOML" in await refused("run", "--config", config)


async def test_run_names_a_port_that_is_in_use(config: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = config.read_text(encoding="utf-8")
        for section in ("sandbox", "health"):
            busy = settings.replace(f"[{section}]\nport = 0", f"[{section}]\nport = {port}")
            config.write_text(busy, encoding="utf-8")
            said = await refused("run", "--config", config)
            assert f"{port}" in said
            assert "in use" in said
            assert f"[{section}] port" in said


async def test_run_names_a_token_that_telegram_does_not_know(config: Path) -> None:
    known = "1:the-token-that-this-telegram-knows-and-no-other"
    async with serving(Sandbox(token=known, limits=Limits.raised())) as url:
        wrong = "2:another-token-that-is-well-formed-but-unknown"
        with config.open("a", encoding="utf-8") as file:
            file.write(f'[telegram]\ntoken = "{wrong}"\napi_url = "{url}"\n')
        said = await refused("run", "--config", config)
    assert "Telegram does not know this token" in said
    assert wrong not in said


async def test_run_names_a_telegram_that_cannot_be_reached(config: Path) -> None:
    with config.open("a", encoding="utf-8") as file:
        token = "2:another-token-that-is-well-formed-but-unknown"
        file.write(f'[telegram]\ntoken = "{token}"\napi_url = "http://127.0.0.1:9"\n')
    assert "Telegram does not answer" in await refused("run", "--config", config)


async def test_run_names_a_key_that_was_cut_off(config: Path, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "buttons.key").write_bytes(b"")
    assert "buttons.key is damaged" in await refused("run", "--config", config)


async def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "there is no settings file" in await refused("check", "--config", tmp_path / "no.toml")


async def test_what_is_no_database_is_named(config: Path, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "bot.db").write_bytes(b"this is no database, but it is long enough " * 99)
    for command in ("run", "migrate", "check", "backup"):
        assert "cannot be used as a database" in await refused(command, "--config", config)


async def test_a_list_that_lost_a_line_in_use_is_named(config: Path, tmp_path: Path) -> None:
    await traektoria("import", PROJECT / "data" / "demo", "--config", config)
    data = shutil.copytree(PROJECT / "data", tmp_path / "data")
    cities = (data / "cities.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    without = [line for line in cities if not line.startswith("yurga,")]
    (data / "cities.csv").write_text("".join(without), encoding="utf-8")
    settings = config.read_text(encoding="utf-8")
    config.write_text(settings.replace(str(PROJECT / "data"), str(data)), encoding="utf-8")
    assert "'yurga', which cities.csv does not hold" in await refused("run", "--config", config)
