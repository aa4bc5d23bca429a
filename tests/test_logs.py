"""What a log line may hold, wherever it comes from."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import FILE, set_up

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
PHONE = "+7 912 345-67-89"
logger = logging.getLogger("bot.somewhere")


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[Path]:
    """The log file; afterwards the root logger is as it was."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers = []
    set_up(tmp_path / "logs")
    yield tmp_path / "logs" / FILE
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level = before, level


def test_tokens_and_long_numbers_are_masked_in_what_is_said(logs: Path) -> None:
    logger.info("POST /bot%s/sendMessage for %s, anna@mail.ru", TOKEN, PHONE)
    assert logs.read_text("utf-8").endswith("POST /bot•••/sendMessage for •••, •••\n")


def test_they_are_masked_in_exceptions_and_in_their_causes(logs: Path) -> None:
    broken = ValueError(f"{PHONE} bot{TOKEN.replace(':', '%3A')}")
    broken.__cause__ = OSError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    logger.error("it broke", exc_info=broken)
    written = logs.read_text("utf-8")
    assert "OSError" in written
    assert "ValueError" in written
    for secret in (TOKEN, TOKEN.partition(":")[2], PHONE):
        assert secret not in written


def test_the_terminal_sees_no_more_than_the_file(
    logs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logger.warning("token %s", TOKEN)
    assert TOKEN not in capsys.readouterr().err


def test_the_time_of_a_line_and_small_numbers_are_left_alone(logs: Path) -> None:
    logger.info("outbox row %d", 12345)
    assert logs.read_text("utf-8").startswith("20")
    assert "outbox row 12345" in logs.read_text("utf-8")


@pytest.mark.parametrize("name", ["httpx", "httpcore", "aiohttp.access", "uvicorn.access"])
def test_lines_that_hold_whole_addresses_are_not_written(logs: Path, name: str) -> None:
    logging.getLogger(name).info("GET https://copp.example/form/one-time-token")
    assert logs.read_text("utf-8") == ""


def test_a_full_file_makes_room_for_the_next(logs: Path) -> None:
    for n in range(60):
        logger.info("%s %s", n, "x" * 100_000)
    assert logs.with_name(f"{FILE}.1").exists()
    assert logs.stat().st_size < 6_000_000
