"""Asking for a human, and the answer: a thread that the asker, its owner and the Center see."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.domain.audit import Action
from bot.domain.consultations import (
    ANSWER_WITHIN,
    REMIND_AFTER,
    Author,
    Consultation,
    ConsultationState,
    GrownUpAsks,
    Inbox,
    Message,
    NotYours,
    TakenByAnother,
    Topic,
    may_write,
    said,
)
from bot.domain.errors import NotFound
from bot.domain.people import Person
from bot.domain.staff import Permission
from bot.domain.times import stamp
from bot.services.audit import AuditService
from bot.services.staff import StaffService
from bot.storage.transaction import Transaction

PAGE = 5


class Asked(NamedTuple):
    """A question and who asked it."""

    consultation: Consultation
    person: Person


class ConsultationService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._store = tx.consultations
        self._people = tx.people
        self._staff = StaffService(tx, now)
        self._audit = AuditService(tx, now)
        self._now = now

    # What people do.

    def ask(self, person: Person, topic: Topic, typed: str = "") -> Consultation:
        """Asking again about the same thing goes on with the thread that is open.

        Raises GrownUpAsks, TooLong, NothingSaid.
        """
        if not may_write(person):
            raise GrownUpAsks
        for known in self._store.of_person(person.id):
            if known.topic is topic and known.state is not ConsultationState.CLOSED:
                return self._say_more(known, typed) if typed else known
        text = said(typed) if typed else ""
        asked = self._store.add(person.id, topic, self._now)
        if text:
            self._store.say(asked.id, Author.ASKER, text, self._now)
        return asked

    def ask_more(self, person: Person, consultation_id: int, typed: str) -> Consultation:
        """Raises NotFound, GrownUpAsks, TooLong, NothingSaid."""
        if not may_write(person):
            raise GrownUpAsks
        return self._say_more(self.find(person, consultation_id), typed)

    def thank(self, person: Person, consultation_id: int) -> Consultation:
        """The question is settled. Twice is once. Raises NotFound."""
        mine = self.find(person, consultation_id)
        if mine.state is ConsultationState.CLOSED:
            return mine
        return self._moved(mine, ConsultationState.CLOSED, mine.owner, None)

    def find(self, person: Person, consultation_id: int) -> Consultation:
        """Raises NotFound, also for somebody else's."""
        found = self._store.find(consultation_id)
        if found is None or found.person_id != person.id:
            raise NotFound
        return found

    def of(self, person: Person) -> list[Consultation]:
        """Newest first."""
        return self._store.of_person(person.id)

    def messages(self, person: Person, consultation_id: int) -> Sequence[Message]:
        """Of one's own thread, oldest first. Raises NotFound."""
        return self._store.messages(self.find(person, consultation_id).id)

    # What staff do.

    def inbox(self, member: Person, inbox: Inbox, page: int) -> tuple[list[Asked], int]:
        """PAGE questions, who waits longest first, and how many pages there are.

        Raises NotPermitted for everybody's without the permission to see them.
        """
        if inbox is Inbox.EVERY:
            self._staff.require(member, Permission.SEE_CONSULTATIONS)
        pages = max(1, -(-self._store.count(inbox, member.id) // PAGE))
        skip = min(page, pages - 1) * PAGE
        listed = self._store.listed(inbox, member.id, PAGE, skip)
        return [self._asked(consultation) for consultation in listed], pages

    def case(self, member: Person, consultation_id: int) -> tuple[Asked, Sequence[Message] | None]:
        """With what was said in it; None instead of that for whoever may not read it (yet).

        Raises NotFound.
        """
        asked = self._asked(self._any(consultation_id))
        may_read = asked.consultation.owner == member.id or self._staff.may(
            member, Permission.SEE_CONSULTATIONS
        )
        return asked, self._store.messages(consultation_id) if may_read else None

    def take(self, member: Person, consultation_id: int) -> None:
        """Twice is once. Raises NotFound, TakenByAnother."""
        known = self._any(consultation_id)
        if known.owner == member.id:
            return
        if known.state is not ConsultationState.NEW:
            raise TakenByAnother
        self._moved(known, ConsultationState.TAKEN, member.id, known.waiting_since)
        self._audit.note(member, Action.CONSULTATION_TAKEN, f"consultation {known.id}")

    def release(self, member: Person, consultation_id: int) -> None:
        """Back to everybody: by its owner, or by whoever sees all. Raises NotFound, NotYours."""
        known = self._any(consultation_id)
        if known.state is not ConsultationState.TAKEN:
            return
        if known.owner != member.id and not self._staff.may(member, Permission.SEE_CONSULTATIONS):
            raise NotYours
        self._moved(known, ConsultationState.NEW, None, known.waiting_since)
        before = f"person {known.owner}"
        subject = f"consultation {known.id}"
        self._audit.note(member, Action.CONSULTATION_RELEASED, subject, before=before)

    def taken(self, member: Person, consultation_id: int) -> Asked:
        """What this member may answer. Raises NotFound, NotYours."""
        known = self._any(consultation_id)
        if known.owner != member.id:
            raise NotYours
        return self._asked(known)

    def answer(self, member: Person, consultation_id: int, typed: str) -> tuple[Asked, str]:
        """Whom to tell what. Raises NotFound, NotYours, TooLong, NothingSaid."""
        known, text = self.taken(member, consultation_id).consultation, said(typed)
        self._store.say(known.id, Author.STAFF, text, self._now)
        if known.state.waits:
            known = self._moved(known, ConsultationState.ANSWERED, member.id, None)
        self._audit.note(member, Action.CONSULTATION_ANSWERED, f"consultation {known.id}")
        return self._asked(known), text

    def waiting(self) -> int:
        """How many people wait for somebody to take their question."""
        return self._store.waiting()

    # What the clock does.

    def to_remind(self) -> list[Consultation]:
        """Those who have waited a day; each is given out once."""
        found = self._store.to_remind(self._now - REMIND_AFTER)
        for consultation in found:
            self._store.reminded(consultation.id, self._now)
        return found

    def to_escalate(self) -> list[Consultation]:
        """Those who have waited too long; each is given out once."""
        found = self._store.to_escalate(self._now - ANSWER_WITHIN)
        for consultation in found:
            self._store.escalated(consultation.id, self._now)
        return found

    def answering(self, consultation: Consultation) -> list[Person]:
        """Who has taken it; everybody who may while nobody has."""
        owner = None if consultation.owner is None else self._people.find(consultation.owner)
        return [owner] if owner else self._staff.permitted(Permission.ANSWER_CONSULTATIONS)

    def to_hear(self, consultation: Consultation) -> list[Person]:
        """Who has taken it and is waited for again since this very moment."""
        since = consultation.waiting_since
        anew = since is not None and stamp(since) == stamp(self._now)
        is_taken = consultation.state is ConsultationState.TAKEN
        return self.answering(consultation) if is_taken and anew else []

    def _say_more(self, known: Consultation, typed: str) -> Consultation:
        self._store.say(known.id, Author.ASKER, said(typed), self._now)
        if known.state.waits:
            return known
        after = ConsultationState.NEW if known.owner is None else ConsultationState.TAKEN
        return self._moved(known, after, known.owner, self._now)

    def _any(self, consultation_id: int) -> Consultation:
        found = self._store.find(consultation_id)
        if found is None:
            raise NotFound
        return found

    def _asked(self, consultation: Consultation) -> Asked:
        person = self._people.find(consultation.person_id)
        assert person is not None, "questions go with their person"
        return Asked(consultation, person)

    def _moved(
        self,
        known: Consultation,
        after: ConsultationState,
        owner: int | None,
        waiting_since: datetime | None,
    ) -> Consultation:
        """Raises TakenByAnother when somebody was quicker."""
        moved = self._store.move(known, after, owner=owner, waiting_since=waiting_since)
        if moved is None:
            raise TakenByAnother
        return moved
