"""People, as far as a channel knows them: an account that can be answered, and a few facts.

No personal data: a name, phone or birth date is never stored here.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    PUPIL = "pupil"
    ADULT = "adult"
    GUARDIAN = "guardian"
    TEACHER = "teacher"

    @property
    def informal(self) -> bool:
        """Pupils are addressed as «ты», everybody else as «вы»."""
        return self is Role.PUPIL


class AgeBand(StrEnum):
    UNDER_14 = "under_14"
    FROM_14 = "from_14"
    FROM_18 = "from_18"
    FROM_50 = "from_50"

    @property
    def years(self) -> tuple[int, int]:
        """Youngest and oldest age in the band, whole years."""
        return _YEARS[self]


_YEARS = {
    AgeBand.UNDER_14: (6, 13),
    AgeBand.FROM_14: (14, 17),
    AgeBand.FROM_18: (18, 49),
    AgeBand.FROM_50: (50, 120),
}


class Education(StrEnum):
    SCHOOL = "school"
    STUDYING = "studying"  # at a college or a university now
    COLLEGE = "college"
    UNIVERSITY = "university"

    @property
    def opens_further(self) -> bool:
        """Whether further professional education (ДПО) is open: 273-ФЗ art. 76 part 3."""
        return self is not Education.SCHOOL


class Standing(StrEnum):
    """What a person has agreed to, and so what may be kept of them."""

    GUEST = "guest"  # an expiring row
    GUARDIAN_PENDING = "guardian_pending"  # 14-17: own consent, the guardian's is to come
    MEMBER = "member"


@dataclass(frozen=True, kw_only=True)
class Person:
    id: int
    channel: str
    account: int
    chat: str
    language: str | None  # the person's own choice, else the last tag that the channel told
    language_chosen: bool = False
    role: Role | None = None
    age_band: AgeBand | None = None
    grade: int | None = None  # school year, 1-11; of a guardian their child's
    education: Education | None = None
    city: str | None = None  # code of data/cities.csv
    standing: Standing = Standing.GUEST
    aim: str | None = None  # what they came for: a programme's code, or "/" and a packed button
    muted: bool = False  # asked us not to write first
    declined: bool = False  # has read the consent and stays a guest
    created_at: datetime
    expires_at: datetime | None = None  # of a guest's row

    @property
    def address(self) -> str:
        """Who a button is signed for."""
        return address(self.channel, self.account)

    @property
    def informal(self) -> bool:
        return self.role is Role.PUPIL

    @property
    def may_apply(self) -> bool:
        return self.standing is not Standing.GUEST


def address(channel: str, account: int) -> str:
    return f"{channel}:{account}"
