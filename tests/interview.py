"""Somebody who is filling in a questionnaire: presses, types, and sees the screens."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.questionnaires import load_questionnaires
from bot.domain.dialogs import Dialog, chosen
from bot.domain.inbox import Kind
from bot.domain.people import AgeBand, Person, Role
from bot.domain.questionnaires import Form
from bot.handlers import questionnaires, results
from bot.handlers.routing import Answer, Turn
from bot.services.desk import Desk
from bot.services.world import World
from bot.storage import migrations
from bot.storage.migrate import connect
from bot.storage.transaction import Transaction
from bot.turns import texts_for
from bot.views.callbacks import Callback, unpacked
from bot.views.questionnaires import Begin
from bot.views.screen import Button, Screen, options
from tests.builders import ANNA, NOON, incoming, world

DATA = Path(__file__).parents[1] / "data"
DICTIONARIES = load_dictionaries(DATA)
QUESTIONNAIRES = load_questionnaires(DATA / "questionnaires")
WORLD = world(dictionaries=DICTIONARIES, questionnaires=QUESTIONNAIRES)
ROUTES = {
    (route.kind, route.name): route.handle for route in [*questionnaires.ROUTES, *results.ROUTES]
}
READING = timedelta(seconds=6)


@contextmanager
def chair() -> Iterator[Transaction]:
    """A database for one interview, kept in memory."""
    with closing(connect(Path(":memory:"))) as connection:
        connection.execute("BEGIN")
        migrations.apply(connection)
        yield Transaction(connection)


class Interview:
    """Reads for six seconds before every press, unless `pace` says otherwise."""

    def __init__(
        self,
        tx: Transaction,
        role: Role = Role.PUPIL,
        language: str = "ru",
        account: int = ANNA,
        given: World = WORLD,
    ) -> None:
        self.tx = tx
        self.world = given
        self.now: datetime = NOON
        self.pace = READING
        people = self.desk.people
        seen = people.seen(incoming(account=account, language=language))
        band = AgeBand.FROM_14 if role is Role.PUPIL else AgeBand.FROM_18
        self.id = people.choose_age(people.choose_role(seen, role), band).id
        self.screens: list[Screen] = []

    @property
    def desk(self) -> Desk:
        return Desk(self.tx, self.world, self.now)

    @property
    def person(self) -> Person:
        found = self.tx.people.find(self.id)
        assert found is not None
        return found

    @property
    def screen(self) -> Screen:
        return self.screens[-1]

    @property
    def labels(self) -> list[str]:
        return [button.label for button in [*self.screen.choices, *self.screen.nav]]

    @property
    def form(self) -> Form:
        """The newest run."""
        run = self.tx.runs.of_person(self.id)[-1]
        return self.desk.questionnaires.form(self.person, run.id)

    def begins(self, code: str = "interests") -> Screen:
        return self.does(Begin(questionnaire=code))

    def presses(self, label: str) -> Screen:
        """The button with this label, ticked or not, or with this key."""
        for button in [*self.screen.numbered, *self.screen.nav]:
            if label in (button.key, bare(button)):
                assert isinstance(button.action, Callback)
                return self.does(button.action)
        raise AssertionError(f"no button {label!r} among {self.labels}")

    def types(self, text: str) -> Screen:
        option = chosen(options(self.screen), text)
        if option is not None:
            return self.does(unpacked(option.action))
        asked = self.screen.expects
        assert asked is not None, f"{text!r} would be a search"
        self.now += self.pace
        return self._shown(ROUTES[Kind.TEXT, asked.code](self._turn(), (asked, text)))

    def does(self, action: Callback) -> Screen:
        self.now += self.pace
        return self._shown(ROUTES[Kind.PRESS, action.code](self._turn(), action))

    def answers(self, keys: Sequence[str]) -> Screen:
        """One after the other."""
        for key in keys:
            self.presses(key)
        return self.screen

    def _turn(self) -> Turn:
        return Turn(
            person=self.person,
            t=texts_for(self.person),
            now=self.now,
            desk=self.desk,
            dialog=Dialog(),
            texts_for=texts_for,
            tell=lambda *_: None,
        )

    def _shown(self, answer: Answer) -> Screen:
        self.screens += [answer] if isinstance(answer, Screen) else answer
        return self.screen


def bare(button: Button) -> str:
    """The label without number and tick."""
    number = f"{button.key}. " if button.key and button.key.isdecimal() else ""
    return button.label.removeprefix(number).removeprefix("✓ ")
