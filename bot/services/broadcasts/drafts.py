"""Writing a mailing and choosing whom it is for. Only its author changes a draft: who agrees to it
has to be somebody else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.audit import Action
from bot.domain.broadcasts import (
    MOST_BUTTONS,
    BadFile,
    Broadcast,
    Content,
    Link,
    NotADraft,
    NotTheAuthor,
    State,
    Topic,
)
from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.files import KeptFile
from bot.domain.markup import cleaned, parsed
from bot.domain.people import Person
from bot.domain.segments import By, SavedSegment, Segment, toggled
from bot.services.audit import AuditService
from bot.services.broadcasts.audience import Audience
from bot.services.world import World
from bot.storage.transaction import Transaction

MAX_NAME = 30  # characters of a saved audience's name
EVENTS = 30


class DraftService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._audience = Audience(tx, world)
        self._audit = AuditService(tx, now)
        self._now = now

    def begin(self, person: Person, topic: Topic) -> Broadcast:
        return self._begun(person, topic, Content(), {})

    def copy(self, person: Person, broadcast_id: int) -> Broadcast:
        """A new draft with the words and the audience of another one."""
        old = self._find(broadcast_id)
        segment: Segment = {by: v for by, v in old.segment.items() if by is not By.UNCONFIRMED}
        return self._begun(person, old.topic, old.content, segment)

    def again(self, person: Person, broadcast_id: int) -> Broadcast:
        """A new draft with the same words for those of whom nobody knows whether they have them."""
        old = self._find(broadcast_id)
        segment: Segment = {By.UNCONFIRMED: (str(old.id),)}
        return self.counted(self._begun(person, old.topic, old.content, segment))

    def _begun(self, person: Person, topic: Topic, content: Content, segment: Segment) -> Broadcast:
        begun = self._tx.broadcasts.add(topic, person.id, content, segment, self._now)
        self._audit.note(person, Action.BROADCAST_BEGUN, f"broadcast {begun.id}", after=topic)
        return begun

    def write(self, person: Person, broadcast_id: int, typed: str, english: bool) -> Broadcast:
        """Raises TooLong, and all that bot/domain/markup.py may say."""
        markup = parsed(typed)
        if english:
            return self._with(person, broadcast_id, text_en=markup.html, length_en=markup.length)
        return self._with(person, broadcast_id, text=markup.html, length=markup.length)

    def drop_english(self, person: Person, broadcast_id: int) -> Broadcast:
        return self._with(person, broadcast_id, text_en="", length_en=0)

    def attach(self, person: Person, broadcast_id: int, file: KeptFile | None) -> Broadcast:
        """Raises BadFile, and TooLong for a text that cannot stand beside a file."""
        if file is not None and not file.is_shown_everywhere:
            raise BadFile
        return self._with(person, broadcast_id, file=file)

    def link(self, person: Person, broadcast_id: int, link: Link) -> Broadcast:
        """One more button under the message; where there are enough, the last one is replaced."""
        buttons = self._own(person, broadcast_id).content.buttons
        kept = [one for one in buttons if one.to != link.to][: MOST_BUTTONS - 1]
        return self._with(person, broadcast_id, buttons=(*kept, link))

    def unlink(self, person: Person, broadcast_id: int) -> Broadcast:
        return self._with(person, broadcast_id, buttons=())

    def toggle(self, person: Person, broadcast_id: int, by: By, value: str) -> Broadcast:
        """One more value that will do, or one less."""
        draft = self._own(person, broadcast_id)
        return self._aimed(person, draft, toggled(draft.segment, by, value))

    def everybody(self, person: Person, broadcast_id: int) -> Broadcast:
        return self._aimed(person, self._own(person, broadcast_id), {})

    def use_segment(self, person: Person, broadcast_id: int, segment_id: int) -> Broadcast:
        """Raises NotFound for one that was removed."""
        for saved in self.segments():
            if saved.id == segment_id:
                return self._aimed(person, self._own(person, broadcast_id), saved.segment)
        raise NotFound

    def save_segment(self, person: Person, broadcast_id: int, name: str) -> None:
        """Under the same name the newer one stays."""
        draft = self._own(person, broadcast_id)
        called = " ".join(cleaned(name).split())[:MAX_NAME]
        if called:
            self._tx.broadcasts.put_segment(called, draft.segment)
            self._audit.note(person, Action.BROADCAST_SEGMENT, f"broadcast {draft.id}")

    def remove_segment(self, segment_id: int) -> None:
        self._tx.broadcasts.remove_segment(segment_id)

    def segments(self) -> Sequence[SavedSegment]:
        return self._tx.broadcasts.segments()

    def events(self) -> Sequence[Event]:
        """That an audience may be chosen by, the newest first."""
        found = (self._tx.events.find(number) for number in self._tx.audience.events(EVENTS))
        return [event for event in found if event is not None]

    def pay(self, person: Person, broadcast_id: int, paid: bool) -> Broadcast:
        """Messages above the free rate, for Stars, or none of them."""
        return self._saved(person, replace(self._own(person, broadcast_id), paid=paid))

    def discard(self, person: Person, broadcast_id: int) -> None:
        draft = self._own(person, broadcast_id)
        self._tx.broadcasts.discard(draft.id)
        self._audit.note(person, Action.BROADCAST_DISCARDED, f"broadcast {draft.id}")

    def counted(self, draft: Broadcast) -> Broadcast:
        """How many it would reach now, of the first portion of people; more is counted later."""
        afresh = replace(draft, position=0, looked_through=False, reached=0, excluded={})
        return self._audience.further(afresh)[0]

    def recounted(self, broadcast_id: int) -> Broadcast:
        """As people are now, if it is a draft."""
        found = self._find(broadcast_id)
        return self.counted(found) if found.state is State.DRAFT else found

    def count_on(self) -> Broadcast | None:
        """One more portion for a draft whose audience is not counted to the end; None without."""
        for draft in self._tx.broadcasts.in_state(State.DRAFT):
            if draft.position and not draft.looked_through:
                return self._audience.further(draft)[0]
        return None

    def _with(self, person: Person, broadcast_id: int, **changes: object) -> Broadcast:
        draft = self._own(person, broadcast_id)
        content = replace(draft.content, **changes)  # type: ignore[arg-type]
        content.check()
        return self._saved(person, replace(draft, content=content))

    def _aimed(self, person: Person, draft: Broadcast, segment: Segment) -> Broadcast:
        return self.counted(self._saved(person, replace(draft, segment=segment)))

    def _saved(self, person: Person, draft: Broadcast) -> Broadcast:
        changed = replace(draft, version=draft.version + 1)
        self._tx.broadcasts.save(changed)
        self._audit.note(
            person,
            Action.BROADCAST_CHANGED,
            f"broadcast {draft.id}",
            before=f"version {draft.version}",
            after=f"version {changed.version}",
        )
        return changed

    def _own(self, person: Person, broadcast_id: int) -> Broadcast:
        """Raises NotFound, NotTheAuthor or NotADraft."""
        found = self._find(broadcast_id)
        if found.author != person.id:
            raise NotTheAuthor
        if found.state is not State.DRAFT:
            raise NotADraft
        return found

    def _find(self, broadcast_id: int) -> Broadcast:
        found = self._tx.broadcasts.find(broadcast_id)
        if found is None:
            raise NotFound
        return found
