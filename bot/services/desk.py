"""Every service of one turn, over its transaction."""

from datetime import datetime
from functools import cached_property

from bot.services.agenda import AgendaService
from bot.services.agreements import AgreementService
from bot.services.alerts import AlertService
from bot.services.announcements import AnnouncementService
from bot.services.attendance import AttendanceService
from bot.services.audit import AuditService
from bot.services.broadcasts import (
    BroadcastService,
    DraftService,
    GatheringService,
    SubscriptionService,
)
from bot.services.calendars import CalendarService
from bot.services.consultations import ConsultationService
from bot.services.demand import DemandService
from bot.services.enrolments import EnrolmentService
from bot.services.event_files import EventFileService
from bot.services.events import EventService
from bot.services.freshness import FreshnessService
from bot.services.group_changes import GroupChangeService
from bot.services.imports import ImportService
from bot.services.joining import JoiningService
from bot.services.participations import ParticipationService
from bot.services.people import PeopleService
from bot.services.profiles import ProfileService
from bot.services.programmes import ProgrammeService
from bot.services.questionnaires import QuestionnaireService
from bot.services.records import RecordService
from bot.services.reminders import ReminderService
from bot.services.staff import StaffService
from bot.services.trajectories import TrajectoryService
from bot.services.versions import VersionService
from bot.services.world import World
from bot.storage.transaction import Transaction


class Desk:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self.world = world
        self.now = now

    @cached_property
    def agreements(self) -> AgreementService:
        return AgreementService(self._tx, self.world, self.now)

    @cached_property
    def alerts(self) -> AlertService:
        return AlertService(self._tx, self.now)

    @cached_property
    def audit(self) -> AuditService:
        return AuditService(self._tx, self.now)

    @cached_property
    def broadcasts(self) -> BroadcastService:
        return BroadcastService(self._tx, self.world, self.now)

    @cached_property
    def calendars(self) -> CalendarService:
        return CalendarService(self._tx, self.world, self.now)

    @cached_property
    def consultations(self) -> ConsultationService:
        return ConsultationService(self._tx, self.now)

    @cached_property
    def demand(self) -> DemandService:
        return DemandService(self._tx, self.world, self.now)

    @cached_property
    def drafts(self) -> DraftService:
        return DraftService(self._tx, self.world, self.now)

    @cached_property
    def gathering(self) -> GatheringService:
        return GatheringService(self._tx, self.world, self.now)

    @cached_property
    def subscriptions(self) -> SubscriptionService:
        return SubscriptionService(self._tx, self.now)

    @cached_property
    def enrolments(self) -> EnrolmentService:
        return EnrolmentService(self._tx, self.world, self.now)

    @cached_property
    def event_files(self) -> EventFileService:
        return EventFileService(self._tx, self.now)

    @cached_property
    def events(self) -> EventService:
        return EventService(self._tx, self.world, self.now)

    @cached_property
    def imports(self) -> ImportService:
        return ImportService(self._tx, self.now)

    @cached_property
    def participations(self) -> ParticipationService:
        return ParticipationService(self._tx, self.world, self.now)

    @cached_property
    def joining(self) -> JoiningService:
        return JoiningService(self._tx, self.world, self.now)

    @cached_property
    def agenda(self) -> AgendaService:
        return AgendaService(self._tx, self.world, self.now)

    @cached_property
    def freshness(self) -> FreshnessService:
        return FreshnessService(self._tx, self.world, self.now)

    @cached_property
    def group_changes(self) -> GroupChangeService:
        return GroupChangeService(self._tx, self.world, self.now)

    @cached_property
    def announcements(self) -> AnnouncementService:
        return AnnouncementService(self._tx, self.world, self.now)

    @cached_property
    def attendance(self) -> AttendanceService:
        return AttendanceService(self._tx, self.world, self.now)

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
    def reminders(self) -> ReminderService:
        return ReminderService(self._tx, self.world, self.now)

    @cached_property
    def staff(self) -> StaffService:
        return StaffService(self._tx, self.now)

    @cached_property
    def versions(self) -> VersionService:
        return VersionService(self._tx, self.world, self.now)

    @cached_property
    def trajectories(self) -> TrajectoryService:
        return TrajectoryService(self._tx, self.world, self.now)
