"""What matching gets to know of a person."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.domain.network import Audience, DayPart, Format, Interest
from bot.domain.people import AgeBand, Education, Role
from bot.domain.profiles import Profile
from bot.storage.transaction import Transaction
from tests.builders import TODAY
from tests.interview import Interview, chair


@pytest.fixture
def tx() -> Iterator[Transaction]:
    with chair() as transaction:
        yield transaction


def profile(of: Interview) -> Profile:
    return of.desk.profiles.of(of.person)


def takes_interests(of: Interview, sides: str) -> None:
    of.begins("interests")
    keys = {"a": "а", "b": "б", "-": "3"}
    of.answers([keys[side] for side in sides])
    of.presses("Показать результат")


def takes_skills(of: Interview, experience: str = "Станки и сварка") -> None:
    """Welding at level 1, other items with help, evenings in Yurga."""
    of.begins("skills")
    of.presses("Станки и сварка")
    of.presses("Готово")
    while of.form.next is not None and of.form.next.id != "wants":
        of.presses("1" if of.form.next.id == "AT12" else "2")
    of.presses("Сварка")
    of.presses("Готово")
    of.types("юрга")
    of.answers(["Очно, на месте", "Готово", "Вечером", "В выходные", "Готово", "Нет"])
    of.answers([experience, "Показать результат"])


def test_without_a_run_only_the_facts_are_known(tx: Transaction) -> None:
    pupil = Interview(tx)
    pupil.desk.people.choose_grade(pupil.person, 9)
    assert profile(pupil) == Profile(
        audience=Audience.PUPIL,
        age_band=AgeBand.FROM_14,
        today=TODAY,
        grade=9,
        education=Education.SCHOOL,
    )


def test_interests_are_those_of_the_newest_finished_run(tx: Transaction) -> None:
    pupil = Interview(tx)
    takes_interests(pupil, "bbbaabbbaa")
    assert profile(pupil).interests[Interest.TECH] == 1.0
    pupil.presses("Уточнить или пройти заново")
    pupil.presses("Пройти заново")
    pupil.answers(["а", "а", "а"])
    assert profile(pupil).interests[Interest.TECH] == 1.0  # the new run is still open
    pupil.answers(["б", "а", "а", "а", "б", "б", "б"])
    pupil.presses("Показать результат")
    assert profile(pupil).interests == {
        Interest.NATURE: 0.75,
        Interest.ART: 0.75,
        Interest.HUMAN: 0.5,
        Interest.SIGN: 0.5,
        Interest.TECH: 0.0,
    }


def test_skipping_everything_leaves_no_interests(tx: Transaction) -> None:
    pupil = Interview(tx)
    takes_interests(pupil, "-" * 10)
    pupil.presses("Всё равно показать результат")
    assert profile(pupil).interests == {}


def test_an_adult_has_levels_wishes_and_conditions(tx: Transaction) -> None:
    adult = Interview(tx, Role.ADULT)
    takes_skills(adult)
    found = profile(adult)
    assert found.audience is Audience.ADULT
    assert found.sectors == ("machinery",)
    assert (found.levels["mach.weld"], found.levels["mach.cnc"]) == (1, 2)
    assert found.wants == {"mach.weld"}
    assert (found.city, found.profession) == ("yurga", False)
    assert found.formats == {Format.ONSITE}
    assert found.dayparts == {DayPart.EVENING, DayPart.WEEKEND}
    assert found.experience == frozenset({"machinery"})
    assert found.interests == {}


def test_no_experience_is_not_the_same_as_not_asked(tx: Transaction) -> None:
    adult = Interview(tx, Role.ADULT)
    assert profile(adult).experience is None
    takes_skills(adult, experience="В этих делах опыта нет")
    assert profile(adult).experience == frozenset()


def test_an_adult_may_add_the_interests(tx: Transaction) -> None:
    adult = Interview(tx, Role.ADULT)
    takes_skills(adult)
    takes_interests(adult, "bbbaabbbaa")
    assert profile(adult).interests[Interest.SIGN] == 0.75
    assert profile(adult).levels["mach.weld"] == 1


def test_guardians_and_teachers_look_for_those_at_school(tx: Transaction) -> None:
    for role in (Role.GUARDIAN, Role.TEACHER):
        other = Interview(tx, role, account=hash(role))
        other.tx.people.save(other.desk.people.choose_role(other.person, role))
        assert profile(other).audience is Audience.PUPIL


def test_today_is_the_day_in_the_region(tx: Transaction) -> None:
    pupil = Interview(tx)
    pupil.now = datetime(2026, 3, 2, 18, tzinfo=UTC)  # 1 o'clock of the next day there
    assert profile(pupil).today.day == 3
