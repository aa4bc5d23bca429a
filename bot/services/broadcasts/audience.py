"""Goes through all people, a portion at a time: who fits, and who of them must not be written to.

The same eyes count the audience of a draft and fix that of a mailing which begins.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.broadcasts import Broadcast
from bot.domain.enrolments import State
from bot.domain.participations import State as Place
from bot.domain.questionnaires import DONE, SKIP, WANTS, leading, tallied
from bot.domain.segments import (
    By,
    Candidate,
    Exclusion,
    Segment,
    Source,
    exclusion,
    fits,
    needed,
)
from bot.services.world import World
from bot.storage.transaction import Transaction

PORTION = 2000  # people that one transaction looks at
INTERESTS, SKILLS = "interests", "skills"
Known = Mapping[int, frozenset[str]]  # by person


class Audience:
    def __init__(self, tx: Transaction, world: World) -> None:
        self._tx = tx
        self._world = world

    def further(self, broadcast: Broadcast) -> tuple[Broadcast, list[Candidate]]:
        """Looks at one more portion, and keeps how far it got and what it counted. Returns also
        those who are reached."""
        found = self._candidates(broadcast)
        excluded = Counter(broadcast.excluded)
        reached = []
        for candidate in found:
            if fits(candidate, broadcast.segment):
                why = self._exclusion(broadcast, candidate)
                if why is None:
                    reached.append(candidate)
                else:
                    excluded[why] += 1
        after = replace(
            broadcast,
            position=found[-1].id if found else broadcast.position,
            looked_through=len(found) < PORTION,
            reached=broadcast.reached + len(reached),
            excluded=excluded,
        )
        self._tx.broadcasts.look_through(after)
        return after, reached

    def still_excluded(self, broadcast: Broadcast, person_id: int) -> Exclusion | None:
        """Why somebody of a fixed audience must not be written to now. Raises LookupError for who
        was erased."""
        candidate = self._tx.audience.one(broadcast.topic, person_id)
        if candidate is None:
            raise LookupError(person_id)
        return self._exclusion(broadcast, candidate)

    @staticmethod
    def _exclusion(broadcast: Broadcast, candidate: Candidate) -> Exclusion | None:
        topic = broadcast.topic
        return exclusion(candidate, topic.on_request, topic.for_adults)

    def _candidates(self, broadcast: Broadcast) -> Sequence[Candidate]:
        position = broadcast.position
        found = self._tx.audience.after(broadcast.topic, position, PORTION)
        wanted = needed(broadcast.segment)
        if not found or not wanted:
            return found
        known = {
            source: self._known(source, broadcast.segment, position, found[-1].id)
            for source in wanted
        }
        nothing: frozenset[str] = frozenset()
        return [
            replace(one, known={source: by.get(one.id, nothing) for source, by in known.items()})
            for one in found
        ]

    def _known(self, source: Source, segment: Segment, first: int, last: int) -> Known:
        """Of the people from after `first` to `last`."""
        match source:
            case Source.INTERESTS:
                return self._interests(first, last)
            case Source.WISHES:
                return self._wishes(first, last)
            case Source.APPLICATIONS:
                return self._programmes(first, last, frozenset(State))
            case Source.COMPLETIONS:
                return self._programmes(first, last, frozenset({State.COMPLETED}))
            case Source.REGISTRATIONS:
                return self._events(first, last, visits=False)
            case Source.VISITS:
                return self._events(first, last, visits=True)
            case Source.UNKNOWN:
                return self._unconfirmed(segment)

    def _interests(self, first: int, last: int) -> Known:
        """What stands out, as the person was told."""
        questionnaire = self._world.questionnaires.get(INTERESTS)
        pairs = {pair.id: pair for pair in questionnaire.pairs} if questionnaire else {}
        preferred = defaultdict(list)
        for person, item, value in self._tx.audience.newest_answers(INTERESTS, first, last):
            if item in pairs and value != SKIP:
                pair = pairs[item]
                preferred[person].append((pair, pair.a if value == "a" else pair.b))
        return {one: frozenset(leading(tallied(given))) for one, given in preferred.items()}

    def _wishes(self, first: int, last: int) -> Known:
        answers = self._tx.audience.newest_answers(SKILLS, first, last)
        return {
            person: frozenset(value.split()) - {DONE}
            for person, item, value in answers
            if item == WANTS
        }

    def _programmes(self, first: int, last: int, states: frozenset[State]) -> Known:
        found = defaultdict(set)
        for person, programme, state in self._tx.audience.applications(first, last):
            if state in states:
                found[person].add(programme)
        return {person: frozenset(codes) for person, codes in found.items()}

    def _events(self, first: int, last: int, visits: bool) -> Known:
        """Where people have a place, or have been."""
        found = defaultdict(set)
        for person, event, state, came in self._tx.audience.participations(first, last):
            if came if visits else Place(state).is_open:
                found[person].add(str(event))
        return {person: frozenset(numbers) for person, numbers in found.items()}

    def _unconfirmed(self, segment: Segment) -> Known:
        found = defaultdict(set)
        for broadcast in segment[By.UNCONFIRMED]:
            for person in self._tx.outbox.unknown_people(int(broadcast)):
                found[person].add(broadcast)
        return {person: frozenset(numbers) for person, numbers in found.items()}
