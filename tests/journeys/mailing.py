"""Staff who send mailings, and many who get them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.inbox import Incoming, Kind
from bot.domain.people import AgeBand, Education, Role, Standing
from bot.domain.staff import StaffRole
from bot.services.staff import StaffService
from bot.storage.short import short
from tests.chats import Chats
from tests.talk import Talk, text_of
from tests.waiting import until

PATIENCE = 30.0  # seconds
UNDO = 130.0  # seconds; a little more than the time for second thoughts
CONTESTS = "Олимпиады и конкурсы"
TEXT = "<b>Олимпиада</b> для 8–11 классов"
SEEN = "Олимпиада для 8–11 классов"  # a person of it


async def staff(chats: Chats, role: StaffRole = StaffRole.CENTER_STAFF) -> Talk:
    """Somebody new who has followed an invitation."""
    with short(chats.file) as tx:
        token = StaffService(tx, chats.sandbox.clock.now()).invite(role)
    member = await chats.somebody()
    assert "вы в команде" in text_of(await member.starts(f"s_{token}"))
    return member


@dataclass
class Crowd:
    """People who have agreed and can be written to."""

    chats: Chats
    size: int
    accounts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        people = self.chats.sandbox.state.people
        self.accounts = [people.add(f"Читатель {n}", "ru").id for n in range(self.size)]
        now = self.chats.sandbox.clock.now()
        with short(self.chats.file) as tx:
            for n, account in enumerate(self.accounts):
                person = people.get(account)
                assert person is not None
                person.has_written = True
                came = Incoming(
                    channel="telegram",
                    dedupe_key=str(account),
                    account=account,
                    chat=str(account),
                    kind=Kind.COMMAND,
                    payload="start",
                    received_at=now,
                    language="ru",
                )
                known = replace(
                    tx.people.seen(came, now, now),
                    role=Role.PUPIL,
                    age_band=AgeBand.FROM_14,
                    grade=8 + n % 4,
                    education=Education.SCHOOL,
                    city="kemerovo" if n % 2 else "yurga",
                    standing=Standing.GUARDIAN_PENDING,
                    expires_at=None,
                )
                tx.people.save(known)

    def blocks(self, accounts: Sequence[int]) -> None:
        """The bot hears of it only when it writes to them."""
        for account in accounts:
            person = self.chats.sandbox.state.people.get(account)
            assert person is not None
            person.blocked = True

    def copies(self, words: str = SEEN) -> Counter[int]:
        """How often a mailing has arrived at each."""
        return Counter({account: self._copies(account, words) for account in self.accounts})

    def arrived(self, words: str = SEEN) -> int:
        return sum(self.copies(words).values())

    def _copies(self, account: int, words: str) -> int:
        chat = self.chats.sandbox.state.chats.get(account)
        said = [] if chat is None else list(chat.messages.values())
        return sum(one.by_bot and words in one.wire.get("text", "") for one in said)


async def drafted(author: Talk, topic: str = CONTESTS, text: str = TEXT) -> int:
    """The number of a draft with these words, whose card is the last screen."""
    await author.says("/staff")
    await author.presses("Рассылки")
    await author.presses("Новая рассылка")
    await author.presses(topic)
    card = text_of(await author.says(text))
    found = re.search(r"№ (\d+), черновик", card)
    assert found, card
    return int(found[1])


async def sent(author: Talk) -> None:
    """From the card of a draft to the end of the time for second thoughts."""
    await author.presses("Проверить")
    said = text_of(await author.presses("Отправить сейчас"))
    assert "назначена" in said, said
    await author.lets_pass(UNDO)


async def until_states(chats: Chats, broadcast: int, **expected: int) -> None:
    """Until the rows of a mailing stand like this."""
    await until(lambda: states(chats, broadcast) == Counter(expected), seconds=PATIENCE)


def states(chats: Chats, broadcast: int) -> Counter[str]:
    rows = chats.rows(
        "SELECT state, count(*) FROM outbox WHERE batch = ? GROUP BY state", broadcast
    )
    return Counter(dict(rows))
