"""What a turn may read and write: a store for every noun, over one open transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.storage.agreements import AgreementStore
from bot.storage.alerts import AlertStore
from bot.storage.audience import AudienceStore
from bot.storage.audit import AuditStore
from bot.storage.broadcasts import BroadcastStore
from bot.storage.calendars import CalendarStore
from bot.storage.chats import ChatStore
from bot.storage.consultations import ConsultationStore
from bot.storage.demand import DemandStore
from bot.storage.dialogs import DialogStore
from bot.storage.enrolments import EnrolmentStore
from bot.storage.event_changes import EventChangeStore
from bot.storage.events import EventStore
from bot.storage.facts import FactStore
from bot.storage.freshness import FreshnessStore
from bot.storage.group_changes import GroupChangeStore
from bot.storage.imports import ImportStore
from bot.storage.inbox import InboxStore
from bot.storage.matches import MatchStore
from bot.storage.network import NetworkStore
from bot.storage.outbox import OutboxStore
from bot.storage.participations import ParticipationStore
from bot.storage.people import PeopleStore
from bot.storage.reminders import ReminderStore
from bot.storage.runs import RunStore
from bot.storage.saved import SavedStore
from bot.storage.staff import StaffStore
from bot.storage.subscriptions import SubscriptionStore
from bot.storage.trajectories import TrajectoryStore
from bot.storage.versions import VersionStore


class Transaction:
    """Belongs to an open transaction of SQLite (sqlite3) or PostgreSQL (psycopg)."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.alerts = AlertStore(connection)
        self.audience = AudienceStore(connection)
        self.audit = AuditStore(connection)
        self.broadcasts = BroadcastStore(connection)
        self.agreements = AgreementStore(connection)
        self.calendars = CalendarStore(connection)
        self.chats = ChatStore(connection)
        self.saved = SavedStore(connection)
        self.matches = MatchStore(connection)
        self.enrolments = EnrolmentStore(connection)
        self.consultations = ConsultationStore(connection)
        self.demand = DemandStore(connection)
        self.dialogs = DialogStore(connection)
        self.event_changes = EventChangeStore(connection)
        self.events = EventStore(connection)
        self.facts = FactStore(connection)
        self.freshness = FreshnessStore(connection)
        self.group_changes = GroupChangeStore(connection)
        self.imports = ImportStore(connection)
        self.inbox = InboxStore(connection)
        self.network = NetworkStore(connection)
        self.outbox = OutboxStore(connection)
        self.participations = ParticipationStore(connection)
        self.people = PeopleStore(connection)
        self.reminders = ReminderStore(connection)
        self.runs = RunStore(connection)
        self.staff = StaffStore(connection)
        self.trajectories = TrajectoryStore(connection)
        self.subscriptions = SubscriptionStore(connection)
        self.versions = VersionStore(connection)

    @contextmanager
    def undone_on_error(self) -> Iterator[None]:
        self.connection.execute("SAVEPOINT step")
        try:
            yield
        except BaseException:
            # After a full disk SQLite may have rolled everything back by itself.
            if getattr(self.connection, "in_transaction", True):
                self.connection.execute("ROLLBACK TO SAVEPOINT step")
                self.connection.execute("RELEASE SAVEPOINT step")
            raise
        self.connection.execute("RELEASE SAVEPOINT step")
