"""Somebody walks through a story; at its stages the world may interfere."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tests.chats import Chats
from tests.journeys.stories import Line, Lines, Story
from tests.talk import Message, Talk, labels, text_of

HALF = 5  # answers
READING = 6.0  # seconds for one question
HASTE = 0.6  # faster than anybody can read, slower than a double tap
LEVELS = "23130"  # of skill, in turn
RECEIPT = re.compile(r"(?:№|No\.) (\d\d-\d{5})")
# What differs from one walk to the next: numbers of people and receipts, and the minute.
OWN = re.compile(
    r"(?<=№ )[\d-]+|(?<=No\. )[\d-]+|(?<=здесь: )\d+|(?<=here: )\d+|"
    r"(?<=Центра: )\d+|(?<=Center: )\d+|\d\d:\d\d"
)


class Stage(StrEnum):
    KNOWN = "has said who they are"
    HALFWAY = "is in the middle of the questionnaire"
    RESULT = "has the result"
    APPLYING = "is about to send the application"
    APPLIED = "has the receipt"


@dataclass
class Journey:
    talk: Talk
    story: Story
    reading: float = READING
    lag: float = 0.0  # real seconds until the bot knows that time has passed
    receipt: str = ""

    async def walks(self) -> AsyncIterator[Stage]:
        """From /start to the withdrawn application. Fails where a screen says something else."""
        assert self.story.welcome in text_of(await self.talk.starts())
        await self._presses(self.story.introduces)
        yield Stage.KNOWN
        await self._presses(self.story.agrees)
        await self._presses(self.story.begins)
        async for stage in self._answers():
            yield stage
        await self._sees_the_result()
        yield Stage.RESULT
        await self._presses(self.story.finds)
        yield Stage.APPLYING
        self.receipt = receipt_in(await self._press(self.story.submits))
        yield Stage.APPLIED
        await self._presses(self.story.returns)
        assert receipt_in(await self.talk.screen()) == self.receipt
        await self._presses(self.story.withdraws)

    async def completes(self) -> None:
        async for _ in self.walks():
            pass

    @property
    def transcript(self) -> list[str]:
        """All that was said to them, as it is said to everybody who walks like this."""
        return [OWN.sub("…", text) for text in self.talk.seen]

    def in_the_wrong_tone(self) -> list[str]:
        """The first screen does not count: nobody knows yet who reads it."""
        wrong = self.story.wrong_tone
        return [text for text in self.talk.seen[1:] if any(words in text for words in wrong)]

    async def _answers(self) -> AsyncIterator[Stage]:
        """Statements are rated by typing a level, the rest is pressed."""
        answered = 0
        while labels(await self.talk.screen())[0].startswith("0 "):
            await self._reads()
            await self.talk.says(LEVELS[answered % len(LEVELS)])
            if (answered := answered + 1) == HALF:
                yield Stage.HALFWAY
        for line in self.story.answers:
            await self._reads()
            await self._press(line)
            if (answered := answered + 1) == HALF:
                yield Stage.HALFWAY

    async def _reads(self) -> None:
        await self.talk.lets_pass(self.reading)
        await asyncio.sleep(self.lag)

    async def _sees_the_result(self) -> None:
        """As a picture, and in words."""
        shown = await self.talk.screen()
        assert shown["photo"]["size"] > 0
        for words in self.story.result:
            assert words in shown["caption"]

    async def _presses(self, lines: Lines) -> None:
        for line in lines:
            await self._press(line)

    async def _press(self, line: Line) -> Message:
        label, words = line
        shown = await self.talk.presses(label)
        if any(self.story.hurried in said for said in labels(shown)):
            await self._reads()
            shown = await self.talk.presses(self.story.hurried)
        assert words in text_of(shown), f"{label} → {text_of(shown)!r}, not {words!r}"
        return shown


def receipt_in(message: Message) -> str:
    found = RECEIPT.search(text_of(message))
    assert found, text_of(message)
    return found[1]


# What is kept of one person, as it would be of anybody else who did the same.
KEPT = {
    "person": "SELECT role, age_band, grade, education, city, standing FROM people WHERE id = ?",
    "consents": "SELECT purpose, version FROM consents WHERE person_id = ?",
    "runs": "SELECT questionnaire, state FROM runs WHERE person_id = ? ORDER BY id",
    "answers": """
        SELECT item, value FROM answers JOIN runs ON runs.id = run_id WHERE person_id = ?
        ORDER BY run_id, item""",
    "enrolments": """
        SELECT programme, group_code, state, city, education FROM enrolments
        WHERE person_id = ? ORDER BY id""",
    "moves": """
        SELECT from_state, to_state, actor FROM enrolment_moves AS moves
        JOIN enrolments ON enrolments.id = enrolment_id WHERE person_id = ? ORDER BY moves.id""",
    "matches": "SELECT count(*) FROM matches WHERE person_id = ?",
    "consultations": "SELECT topic FROM consultations WHERE person_id = ?",
}


def kept(chats: Chats, talk: Talk) -> dict[str, list[tuple[Any, ...]]]:
    ((person,),) = chats.rows("SELECT id FROM people WHERE account = ?", talk.user)
    return {name: chats.rows(sql, person) for name, sql in KEPT.items()}
