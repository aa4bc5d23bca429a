"""What people do with themselves: say who they are, agree, change their mind, leave."""

from dataclasses import replace
from datetime import datetime

from bot.domain.consents import SERVICE, Consent, hashed
from bot.domain.inbox import Incoming
from bot.domain.people import AgeBand, Education, Person, Role, Standing
from bot.services.world import World
from bot.storage.transaction import Transaction


class PeopleService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._rules = world.rules
        self._now = now

    def seen(self, incoming: Incoming) -> Person:
        return self._tx.people.seen(incoming, self._now, self._now + self._rules.guest_idle)

    def known(self, incoming: Incoming) -> Person:
        """The same without a trace: somebody new has no row yet, and so nothing to be found."""
        return self._tx.people.of_account(incoming.channel, incoming.account) or Person(
            id=0,
            channel=incoming.channel,
            account=incoming.account,
            chat=incoming.chat,
            language=incoming.language,
            created_at=self._now,
        )

    def choose_language(self, person: Person, language: str) -> Person:
        return self._saved(replace(person, language=language, language_chosen=True))

    def choose_role(self, person: Person, role: Role) -> Person:
        """Another role has other questions, so what only the old one answered is dropped."""
        if role is person.role:
            return person
        return self._saved(replace(person, role=role, age_band=None, grade=None, education=None))

    def choose_age(self, person: Person, band: AgeBand) -> Person:
        """What was agreed to before goes on as far as the law lets somebody of that age agree."""
        aged = replace(person, age_band=band)
        if person.standing is Standing.GUEST:
            return self._saved(aged)
        if band is AgeBand.UNDER_14:
            self._tx.people.withdraw_consents(person.id, self._now)
        return self._saved(self._standing_of_age(aged))

    def _standing_of_age(self, person: Person) -> Person:
        """Under 14 only a guardian could agree, so the row expires (ГК art. 26 and 28;
        152-ФЗ art. 9 part 6); 14-17 wait for the guardian but may apply."""
        if person.age_band is AgeBand.UNDER_14:
            until = self._now + self._rules.guest_idle
            return replace(person, standing=Standing.GUEST, expires_at=until)
        young = person.age_band is AgeBand.FROM_14
        standing = Standing.GUARDIAN_PENDING if young else Standing.MEMBER
        return replace(person, standing=standing, expires_at=None)

    def choose_grade(self, person: Person, grade: int) -> Person:
        """A pupil's own school year; a guardian names the child's."""
        graded = replace(person, grade=grade)
        if person.role is Role.PUPIL:
            graded = replace(graded, education=Education.SCHOOL)
        return self._saved(graded)

    def choose_education(self, person: Person, education: Education) -> Person:
        return self._saved(replace(person, education=education))

    def choose_city(self, person: Person, city: str | None) -> Person:
        return self._saved(replace(person, city=city))

    def mute(self, person: Person, muted: bool) -> Person:
        return self._saved(replace(person, muted=muted))

    def aim_at(self, person: Person, aim: str | None) -> Person:
        """Remembers what the person came for while the first questions are asked."""
        return self._saved(replace(person, aim=aim))

    def decline(self, person: Person) -> Person:
        return self._saved(replace(person, declined=True))

    def must_ask(self, person: Person) -> bool:
        """Whether the consent in force is still to be asked for. Children cannot give one."""
        return person.age_band is not AgeBand.UNDER_14 and not self._has_agreed(person)

    def _has_agreed(self, person: Person) -> bool:
        """To the version in force; staff came by an invitation."""
        wanted = self._rules.consent_version
        return self._tx.staff.roles(person.id) != frozenset() or any(
            c.version == wanted and c.withdrawn_at is None
            for c in self._tx.people.consents(person.id)
        )

    def agree(self, person: Person, shown: str) -> Person:
        """Keeps the person's row from now on. `shown` is the text that was agreed to.

        Agreeing twice is one consent; a child stays a guest.
        """
        if not self.must_ask(person):
            return person
        consent = Consent(
            purpose=SERVICE,
            version=self._rules.consent_version,
            text_hash=hashed(shown),
            given_at=self._now,
        )
        self._tx.people.agree(person.id, consent)
        return self._saved(self._standing_of_age(person))

    def _saved(self, person: Person) -> Person:
        self._tx.people.save(person)
        return person
