"""Every setting. They are handed to whoever needs them, never imported below app."""

import tomllib
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from bot.domain.broadcasts import BroadcastRules
from bot.domain.consultations import OfficeHours
from bot.domain.errors import NeedsMending
from bot.domain.operator import Operator, Rules

PROJECT = Path(__file__).parents[1]


class BadConfig(NeedsMending):
    """The settings cannot be used. The message says which one and what is allowed."""


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"{name!r} is no time zone; for example Asia/Novokuznetsk")
    return name


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Telegram(Section):
    token: str = Field(default="", pattern=r"^(\d+:[A-Za-z0-9_-]{30,})?$")
    api_url: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^/]+$")
    messages_per_second: float = Field(default=30.0, gt=0, le=100_000)
    chat_messages_per_second: float = Field(default=1.0, gt=0, le=100_000)
    sandbox_clock: bool = False  # api_url is a sandbox: live in its time


class Sandbox(Section):
    """The local Telegram that is started when there is no token."""

    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)


Line = Annotated[str, Field(min_length=1, max_length=120)]  # it stands on screens


class Center(Section):
    name: Line = "Демо-центр опережающей профессиональной подготовки"
    address: Line = "г. Кемерово, ул. Примерная, 1"
    phone: Line = "8 (000) 000-00-00"
    email: Line = "hello@copp.example"
    hours: Line = "пн–пт, 9:00–18:00"
    site: str = Field(
        default="https://copp.example", pattern=r"^https?://[^\s/]+\.\S+$", max_length=200
    )


class People(Section):
    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Novokuznetsk"
    guest_hours: int = Field(default=24, ge=1, le=24 * 30)
    updates_in_10_seconds: int = Field(default=20, ge=5)
    open_applications: int = Field(default=3, ge=1, le=20)
    offer_hours: int = Field(default=48, ge=1, le=24 * 14)
    consent_version: str = Field(default="2", min_length=1)


class Catalogue(Section):
    stale_days: int = Field(default=90, ge=1, le=3650)


class Staff(Section):
    chat: str = Field(default="", pattern=r"^(-?\d{1,20})?$")
    office_days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(
        default=(1, 2, 3, 4, 5), min_length=1, strict=False
    )
    office_from: time = time(9)
    office_to: time = time(18)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.office_from >= self.office_to:
            raise ValueError("office_from has to be earlier than office_to")
        return self


class Broadcasts(Section):
    approve_above: int = Field(default=500, ge=0)
    paid_rate: float = Field(default=0.0, ge=0, le=1000)
    most_stars: int = Field(default=0, ge=0)


class Health(Section):
    host: str = "127.0.0.1"
    port: int = Field(default=8081, ge=0, le=65535)


class Web(Section):
    base_url: str = Field(default="", pattern=r"^(https?://[^\s/]+(/[^\s/]+)*)?$", max_length=120)


class Config(Section):
    folder: Path = Field(default=PROJECT / "var", strict=False)
    data: Path = Field(default=PROJECT / "data", strict=False)
    telegram: Telegram = Telegram()
    sandbox: Sandbox = Sandbox()
    center: Center = Center()
    people: People = People()
    catalogue: Catalogue = Catalogue()
    staff: Staff = Staff()
    broadcasts: Broadcasts = Broadcasts()
    health: Health = Health()
    web: Web = Web()

    @property
    def database(self) -> Path:
        return self.folder / "bot.db"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def operator(self) -> Operator:
        return Operator(**self.center.model_dump())

    @property
    def office(self) -> OfficeHours:
        return OfficeHours(
            days=frozenset(self.staff.office_days),
            opens=self.staff.office_from,
            closes=self.staff.office_to,
        )

    @property
    def rules(self) -> Rules:
        return Rules(
            zone=ZoneInfo(self.people.zone),
            guest_idle=timedelta(hours=self.people.guest_hours),
            open_enrolments=self.people.open_applications,
            offer_lasts=timedelta(hours=self.people.offer_hours),
            body_lasts=timedelta(days=1),
            dedupe_lasts=timedelta(days=7),
            consent_version=self.people.consent_version,
            stale_after=timedelta(days=self.catalogue.stale_days),
            broadcasts=BroadcastRules(
                **self.broadcasts.model_dump(), rate=self.telegram.messages_per_second
            ),
        )


def load(path: Path) -> Config:
    """The settings of a file; the defaults when there is no such file.

    Raises BadConfig. Folders in the file are relative to it.
    """
    if not path.exists():
        return Config()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadConfig(f"{path} is not valid TOML: {error}. Mend that line.") from error
    for name in ("folder", "data"):
        if isinstance(values.get(name), str):
            values[name] = path.parent / values[name]
    try:
        return Config.model_validate(values)
    except ValidationError as error:
        raise BadConfig(f"{path}: {_sentence(error)}") from error


def _sentence(error: ValidationError) -> str:
    problems = []
    for problem in error.errors():
        setting = ".".join(str(part) for part in problem["loc"])
        if setting == "telegram.token":
            problems.append(
                "telegram.token does not look like a bot token (123456:ABC...); "
                "copy it whole from @BotFather, or leave it empty to use the sandbox"
            )
        elif problem["type"] == "extra_forbidden":
            problems.append(f"there is no setting {setting}; config.example.toml lists all")
        else:
            problems.append(f"{setting}: {problem['msg']}")
    return "; ".join(problems)
