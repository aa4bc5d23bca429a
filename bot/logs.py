"""Where log lines go, and what never gets into them: tokens, long numbers, e-mail addresses."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from bot.domain.inbox import EMAIL, LONG_NUMBER, MASK

TOKEN = re.compile(r"(?<!\d)\d+(?::|%3A)[\w-]{30,}")
FILE = "bot.log"
MAX_BYTES = 5_000_000
BACKUPS = 5
# They write addresses, and the bot's own holds its token.
TALKATIVE = ("httpx", "httpcore", "aiohttp.access", "uvicorn.access", "apscheduler", "pymorphy3")


class Redaction(logging.Filter):
    """Sits on the handlers, so that no logger gets past it; covers the text of exceptions too."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redacted(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = redacted(record.exc_text)
        return True


def redacted(text: str) -> str:
    for pattern in (TOKEN, EMAIL, LONG_NUMBER):
        text = pattern.sub(MASK, text)
    return text


def set_up(folder: Path) -> None:
    """Log lines go to a rotating file in `folder`; standard error gets the warnings only."""
    folder.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        RotatingFileHandler(
            folder / FILE, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8"
        ),
        logging.StreamHandler(),
    ]
    handlers[1].setLevel(logging.WARNING)
    for handler in handlers:
        handler.addFilter(Redaction())
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        handlers=handlers,
        force=True,
    )
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
