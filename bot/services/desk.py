"""Every service of one turn, over its transaction."""

from datetime import datetime
from functools import cached_property

from bot.services.consultations import ConsultationService
from bot.services.enrolments import EnrolmentService
from bot.services.people import PeopleService
from bot.services.profiles import ProfileService
from bot.services.programmes import ProgrammeService
from bot.services.questionnaires import QuestionnaireService
from bot.services.records import RecordService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.transaction import Transaction


class Desk:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self.world = world
        self.now = now

    @cached_property
    def consultations(self) -> ConsultationService:
        return ConsultationService(self._tx, self.now)

    @cached_property
    def enrolments(self) -> EnrolmentService:
        return EnrolmentService(self._tx, self.world, self.now)

    @cached_property
    def people(self) -> PeopleService:
        return PeopleService(self._tx, self.world, self.now)

    @cached_property
    def profiles(self) -> ProfileService:
        return ProfileService(self._tx, self.world, self.now)

    @cached_property
    def programmes(self) -> ProgrammeService:
        return ProgrammeService(self._tx, self.world, self.now)

    @cached_property
    def questionnaires(self) -> QuestionnaireService:
        return QuestionnaireService(self._tx, self.world, self.now)

    @cached_property
    def records(self) -> RecordService:
        return RecordService(self._tx, self.now)

    @cached_property
    def staff(self) -> StaffService:
        return StaffService(self._tx, self.now)
