"""What one transaction holds: the handler's changes, its answer, and that it was done."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count

from bot.domain.errors import Refusal
from bot.domain.inbox import Incoming, Kind
from bot.domain.outbox import Body, Lane, Outgoing, Policy
from bot.domain.people import Person
from bot.domain.staff import Permission
from bot.handlers.routing import Answer, Handler, Turn
from bot.services.desk import Desk
from bot.services.world import World
from bot.storage.database import Transaction
from bot.texts import FALLBACK, Texts, best_language, texts
from bot.views.callbacks import Seal
from bot.views.refusals import apology, refused
from bot.views.screen import Screen, drawn, options
from bot.views.staff import set_aside


class Turns:
    def __init__(self, seal: Seal, now: Callable[[], datetime], world: Callable[[], World]) -> None:
        self._seal = seal
        self._now = now
        self._world = world

    def run(self, tx: Transaction, row_id: int, incoming: Incoming, handler: Handler) -> None:
        if not tx.inbox.finish(row_id):
            return
        if incoming.kind is Kind.STOPPED:
            now = self._now().timestamp()
            tx.outbox.close_chat(incoming.channel, incoming.chat, "blocked by the person", now)
            return
        tx.chats.reopen(incoming.channel, incoming.chat)
        if incoming.kind is Kind.RETURNED:
            return
        turn = self._turn(tx, row_id, self.desk(tx).people.seen(incoming))
        try:
            with tx.undone_on_error():
                answer = handler(turn)
        except Refusal as refusal:
            answer = refused(refusal, turn.t)
        self._reply(tx, row_id, incoming, turn, answer)

    def failed(self, tx: Transaction, row_id: int, incoming: Incoming, error: str) -> bool:
        """True when this was once too often: the person gets an apology and nothing is retried."""
        dead = tx.inbox.fail(row_id, error)
        if dead:
            turn = self._turn(tx, row_id, self.desk(tx).people.seen(incoming))
            self._stage(tx, f"sorry:{row_id}", Lane.REPLY, turn.person, apology(row_id, turn.t))
            self.tell_staff(tx, f"set-aside:{row_id}", lambda t: set_aside(row_id, t))
        return dead

    def answer(
        self, tx: Transaction, key: str, person: Person, view: Callable[[Texts], Screen]
    ) -> None:
        """What the person has asked for and waits for, longer than a turn takes."""
        self._stage(tx, f"answer:{key}", Lane.REPLY, person, view(texts_for(person)))

    def tell(
        self,
        tx: Transaction,
        key: str,
        person: Person,
        view: Callable[[Texts], Screen],
        not_before: datetime | None = None,
    ) -> None:
        """A message that the person did not ask for just now, if they will have it."""
        if not person.muted and not tx.chats.is_closed(person.channel, person.chat):
            body = self._drawn(view(texts_for(person)), person)
            later = 0.0 if not_before is None else not_before.timestamp()
            key = f"tell:{key}:{person.id}"
            self._put(tx, key, Lane.TRANSACTION, person, body, not_before=later)

    def tell_staff(self, tx: Transaction, key: str, view: Callable[[Texts], Screen]) -> None:
        """An alert: into the staff chat, where no button works because nobody is alone there; to
        everybody who may see trouble while there is no such chat. Once for a key."""
        chat = self._world().staff_chat
        if chat is None or tx.chats.is_closed(chat.channel, chat.chat):
            for member in self.desk(tx).staff.permitted(Permission.SEE_TROUBLE):
                self.tell(tx, key, member, view)
            return
        body = Body(text=view(texts(FALLBACK)).text, rows=[])
        tx.outbox.put(
            Outgoing(
                dedupe_key=f"staff:{key}",
                channel=chat.channel,
                chat=chat.chat,
                lane=Lane.TRANSACTION,
                policy=_policy(body),
                body=body,
            )
        )

    def remind(
        self,
        tx: Transaction,
        key: str,
        person: Person,
        view: Callable[[Texts], Screen],
        expires_at: datetime,
    ) -> None:
        """Once or not at all, and not when it is of no use any more."""
        tx.outbox.put(
            Outgoing(
                dedupe_key=key,
                channel=person.channel,
                chat=person.chat,
                lane=Lane.REMINDER,
                policy=Policy.AT_MOST_ONCE,
                body=self._drawn(view(texts_for(person)), person),
                expires_at=expires_at.timestamp(),
            )
        )

    def edit(
        self,
        tx: Transaction,
        key: str,
        message: str,
        person: Person,
        view: Callable[[Texts], Screen],
    ) -> None:
        """Changes what was told before. `message`: as the channel calls it."""
        body = self._drawn(view(texts_for(person)), person)
        self._put(tx, key, Lane.TRANSACTION, person, body, message)

    def desk(self, tx: Transaction) -> Desk:
        return Desk(tx, self._world(), self._now())

    def ahead(self, tx: Transaction, incoming: Incoming) -> Turn:
        """The turn as it would be now, for what only looks; `tx` need not be able to write."""
        return self._turn(tx, 0, self.desk(tx).people.known(incoming))

    def _turn(self, tx: Transaction, row_id: int, person: Person) -> Turn:
        told = count()
        return Turn(
            person=person,
            t=texts_for(person),
            now=self._now(),
            desk=self.desk(tx),
            dialog=tx.dialogs.of(person.id),
            texts_for=texts_for,
            tell=lambda other, view, at=None: self.tell(
                tx, f"{row_id}:{next(told)}", other, view, at
            ),
        )

    def _reply(
        self, tx: Transaction, row_id: int, incoming: Incoming, turn: Turn, answer: Answer
    ) -> None:
        screens: Sequence[Screen] = (answer,) if isinstance(answer, Screen) else answer
        pressed = incoming.message if incoming.kind is Kind.PRESS else None
        erased = tx.people.find(turn.person.id) is None
        for n, screen in enumerate(screens):
            anew = n > 0 or screen.attachment is not None or screen.anew
            edits = None if anew else pressed
            body = self._drawn(screen, turn.person)
            if erased:
                body["forgets"] = True
            self._put(tx, f"reply:{row_id}:{n}", Lane.REPLY, turn.person, body, edits)
        if not erased:
            last = screens[-1]
            expects = "" if last.expects is None else last.expects.pack()
            tx.dialogs.save(turn.person.id, expects, options(last))
        if screens[0].hides_typed and incoming.message is not None:
            body = Body(text="", rows=[], deletes=incoming.message)
            self._put(tx, f"hide:{row_id}", Lane.REPLY, turn.person, body)

    def _stage(self, tx: Transaction, key: str, lane: Lane, person: Person, screen: Screen) -> None:
        self._put(tx, key, lane, person, self._drawn(screen, person))

    def _drawn(self, screen: Screen, person: Person) -> Body:
        return drawn(screen, self._seal, person.address)

    @staticmethod
    def _put(
        tx: Transaction,
        key: str,
        lane: Lane,
        person: Person,
        body: Body,
        edits: str | None = None,
        not_before: float = 0.0,
    ) -> None:
        tx.outbox.put(
            Outgoing(
                dedupe_key=key,
                channel=person.channel,
                chat=person.chat,
                lane=lane,
                policy=_policy(body),
                body=body,
                edits=edits,
                not_before=not_before,
            )
        )


def _policy(body: Body) -> Policy:
    """A file holds what is stored about a person: asking again is better than a second copy."""
    is_file = "attachment" in body and not body["attachment"]["photo"]
    return Policy.AT_MOST_ONCE if is_file else Policy.AT_LEAST_ONCE


def texts_for(person: Person) -> Texts:
    tone = "informal" if person.informal else "formal"
    return texts(best_language(person.language), tone)
