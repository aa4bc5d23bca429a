"""Everything the sandbox remembers, and the steps that several of its parts take."""

from collections.abc import Sequence

from bot.sandbox.calls import Call
from bot.sandbox.clock import Clock
from bot.sandbox.commands import Commands
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.ids import Ids
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.long_poll import LongPoll
from bot.sandbox.messages import Chat, Message, Wire
from bot.sandbox.people import People, Person, ReadyMade
from bot.sandbox.queries import Queries
from bot.sandbox.rates import Rates
from bot.sandbox.refusals import bad_request, forbidden
from bot.sandbox.stream import Stream
from bot.sandbox.typing_signs import TypingSigns
from bot.sandbox.updates import Updates
from bot.sandbox.uploads import Uploads
from bot.sandbox.view import message_view
from bot.sandbox.webhook import Webhook


class State:
    def __init__(
        self, limits: Limits, clock: Clock, people: Sequence[ReadyMade], bot: Wire
    ) -> None:
        self.limits = limits
        self.clock = clock
        self.bot = bot  # as a User
        self.ids = Ids()  # of whatever has none of its own
        self.faults = Faults()
        self.journal = Journal()
        self.stream = Stream()
        self.people = People(people)
        self.chats: dict[int, Chat] = {}
        self.updates = Updates(limits, clock, self.faults)
        self.poll = LongPoll(limits)
        self.updates.tell(self.poll.end)
        self.webhook = Webhook(self.updates, limits, clock, self.journal)
        self.files = Files(limits, clock)
        self.uploads = Uploads(limits)
        self.rates = Rates(limits, clock)
        self.queries = Queries(limits, clock)
        self.commands = Commands(limits)
        self.typing = TypingSigns(limits, clock, self.stream)

    def reset(self) -> None:
        """Everybody starts afresh; what the bot has set up (menus, webhook, files) stays."""
        self.faults.clear()
        self.journal.clear()
        self.updates.drop()
        self.people.reset()
        self.chats = {
            person.id: Chat(person, ids=chat.ids)
            for chat in self.chats.values()
            if (person := self.people.get(chat.id)) is not None
        }
        self.rates = Rates(self.limits, self.clock)
        self.queries.clear()
        self.typing.clear()
        self.stream.publish({"type": "reset"})

    @property
    def username(self) -> str:
        return str(self.bot["username"])

    def date(self) -> int:
        return int(self.clock.timestamp())

    def user(self, user_id: int) -> Wire | None:
        """A person, or the bot itself, as the API shows them."""
        if user_id == self.bot["id"]:
            return self.bot
        person = self.people.get(user_id)
        return person.user() if person else None

    def chat_of(self, person: Person) -> Chat:
        if person.id not in self.chats:
            self.chats[person.id] = Chat(person)
        return self.chats[person.id]

    def chat(self, call: Call, name: str = "chat_id") -> Chat:
        """The chat that a call names. Refused when there is none."""
        said = call.text(name).strip()
        if not said:
            raise bad_request(f"{name} is empty")
        if said == str(self.bot["id"]):
            raise forbidden("the bot can't send messages to the bot")
        person = self.people.get(int(said)) if said.isascii() and said.isdecimal() else None
        if person is None:
            raise bad_request("chat not found")
        return self.chat_of(person)

    def writable_chat(self, call: Call) -> Chat:
        """The same, where the bot may write."""
        chat = self.chat(call)
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.person.has_written:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def sent(self, chat: Chat, content: Wire) -> Message:
        """A new message of the bot, shown to the person."""
        message = chat.add(self.bot, content, self.date())
        chat.person.unread += 1
        self.typing.end(chat.person)
        self.show("message", chat, message)
        return message

    def show(self, event: str, chat: Chat, message: Message) -> None:
        if self.stream.watched:
            view = message_view(message, self.files)
            self.stream.publish({"type": event, "user": chat.id, "message": view})

    def edit(self, chat: Chat, message: Message, wire: Wire, *, visibly: bool) -> None:
        """Puts the new wire form in place of the old one."""
        message.wire = {**wire, "edit_date": self.date()}
        message.edited = message.edited or visibly
        self.show("edited", chat, message)

    def remove(self, chat: Chat, message: Message) -> None:
        message.deleted = True
        self.stream.publish({"type": "deleted", "user": chat.id, "message_id": message.id})

    def toast(self, person: Person, text: str, *, alert: bool) -> None:
        person.toasts.append({"text": text, "alert": alert})
        self.stream.publish({"type": "toast", "user": person.id, "text": text, "alert": alert})
