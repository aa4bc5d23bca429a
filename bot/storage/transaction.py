"""What a turn may read and write: a store for every noun, over one open transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.storage.chats import ChatStore
from bot.storage.consultations import ConsultationStore
from bot.storage.dialogs import DialogStore
from bot.storage.enrolments import EnrolmentStore
from bot.storage.facts import FactStore
from bot.storage.inbox import InboxStore
from bot.storage.matches import MatchStore
from bot.storage.network import NetworkStore
from bot.storage.outbox import OutboxStore
from bot.storage.people import PeopleStore
from bot.storage.runs import RunStore
from bot.storage.saved import SavedStore
from bot.storage.staff import StaffStore


class Transaction:
    """Belongs to an open transaction of SQLite (sqlite3) or PostgreSQL (psycopg)."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.chats = ChatStore(connection)
        self.saved = SavedStore(connection)
        self.matches = MatchStore(connection)
        self.enrolments = EnrolmentStore(connection)
        self.consultations = ConsultationStore(connection)
        self.dialogs = DialogStore(connection)
        self.facts = FactStore(connection)
        self.inbox = InboxStore(connection)
        self.network = NetworkStore(connection)
        self.outbox = OutboxStore(connection)
        self.people = PeopleStore(connection)
        self.runs = RunStore(connection)
        self.staff = StaffStore(connection)

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
