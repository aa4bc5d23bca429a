"""Reading a file from outside in a process of its own; what may go wrong there stays there."""

import asyncio
import logging
from asyncio.subprocess import PIPE
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from bot.catalog.importing import BadData, Problem, apart
from bot.domain.network import Dictionaries, Network

logger = logging.getLogger(__name__)
SECONDS = 60.0
PROJECT = Path(__file__).parents[2]
UNREADABLE = "файл не разобрать: откройте его в Excel и сохраните заново"
MOST_SAID = 500  # characters of the last words of a process, for the log


async def checked(
    name: str, content: bytes, dictionaries: Dictionaries, anchor: date, seconds: float = SECONDS
) -> Network:
    """The network in a workbook or a zip of CSV files. Raises BadData."""
    asked = apart.request(name, content, dictionaries, anchor)
    # An empty environment: the process is to know nothing but what it is told.
    process = await asyncio.create_subprocess_exec(
        *apart.COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=PROJECT, env={}
    )
    try:
        async with asyncio.timeout(seconds):
            answer, last_words = await process.communicate(asked)
        return apart.network_in(answer)
    except TimeoutError:
        raise BadData([Problem(file=name, message="файл разбирается слишком долго")]) from None
    except ValidationError:
        said = last_words.decode(errors="replace")[-MOST_SAID:]
        logger.error("a file could not be read (exit %s): %s", process.returncode, said)
        raise BadData([Problem(file=name, message=UNREADABLE)]) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
