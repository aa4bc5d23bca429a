from typing import Any

import pytest

from bot.domain.matching import (
    Change,
    Obstacle,
    ObstacleKind,
    Offer,
    Question,
    QuestionKind,
    distance_km,
    obstacles,
    open_questions,
)
from bot.domain.network import Audience, DayPart, EntryRules, Format, ProgrammeKind
from bot.domain.people import AgeBand, Education
from bot.domain.profiles import Profile
from tests.domain.matching_builders import CITIES, adult, for_pupils, offer, places, pupil


def kinds(offered: Offer, person: Profile, *relaxed: ObstacleKind) -> list[str]:
    return [o.kind.value for o in obstacles(offered, person, CITIES, frozenset(relaxed))]


def only(offered: Offer, person: Profile) -> Obstacle:
    (obstacle,) = obstacles(offered, person, CITIES)
    return obstacle


def asks(offered: Offer, person: Profile) -> list[str]:
    return [question.kind.value for question in open_questions(offered, person)]


def test_an_ordinary_offer_is_open_to_an_ordinary_adult() -> None:
    assert kinds(offer(), adult()) == []
    assert asks(offer(), adult()) == []


def test_a_programme_for_adults_is_not_for_pupils() -> None:
    found = only(offer(), pupil())
    assert (found.kind, found.needed, found.have) == ("audience", ("adult",), "pupil")
    assert found.change is Change.NOTHING
    both = offer(audiences=frozenset(Audience))
    assert kinds(both, pupil()) == kinds(both, adult()) == []


def test_too_young_is_said_with_both_ages_and_comes_with_time() -> None:
    grown_ups = offer(**for_pupils(rules=EntryRules(min_age=18)))
    found = only(grown_ups, pupil())
    assert (found.kind, found.needed, found.have) == ("age", 18, AgeBand.FROM_14)
    assert asks(grown_ups, pupil()) == []
    assert found.change is Change.TIME


def test_an_age_inside_the_band_is_asked_and_excludes_nothing() -> None:
    from_16 = offer(**for_pupils(rules=EntryRules(min_age=16)))
    assert kinds(from_16, pupil()) == []
    assert open_questions(from_16, pupil()) == (Question(kind=QuestionKind.AGE, needed=16),)
    from_14 = offer(**for_pupils(rules=EntryRules(min_age=14)))
    assert asks(from_14, pupil()) == []
    assert kinds(from_14, pupil(age_band=AgeBand.UNDER_14)) == ["age"]


@pytest.mark.parametrize(
    ("grade", "change"), [(7, Change.TIME), (8, None), (10, None), (11, Change.NOTHING)]
)
def test_school_years_bind_at_both_ends(grade: int, change: Change | None) -> None:
    lessons = offer(**for_pupils(rules=EntryRules(grades=(8, 10))))
    found = obstacles(lessons, pupil(grade=grade), CITIES)
    assert [o.change for o in found] == ([change] if change else [])
    assert all((o.kind, o.needed, o.have) == ("grade", (8, 10), grade) for o in found)


def test_a_grade_that_is_not_known_is_asked() -> None:
    lessons = offer(**for_pupils(rules=EntryRules(grades=(8, 10))))
    assert kinds(lessons, pupil(grade=None)) == []
    assert asks(lessons, pupil(grade=None)) == ["grade"]


def test_school_years_do_not_bind_adults() -> None:
    for_all = offer(audiences=frozenset(Audience), rules=EntryRules(grades=(8, 10)))
    assert kinds(for_all, adult()) == asks(for_all, adult()) == []


@pytest.mark.parametrize("kind", [ProgrammeKind.PK, ProgrammeKind.PP])
def test_further_education_needs_a_diploma_or_studies(kind: ProgrammeKind) -> None:
    course = offer(kind=kind)
    found = only(course, adult(education=Education.SCHOOL))
    assert (found.kind, found.have) == ("education", "school")
    assert found.needed == ("studying", "college", "university")
    assert found.change is Change.STUDY
    for education in (Education.STUDYING, Education.COLLEGE, Education.UNIVERSITY):
        assert kinds(course, adult(education=education)) == []
    assert kinds(course, adult(education=None)) == []
    assert asks(course, adult(education=None)) == ["education"]


def test_a_pupil_is_at_school_even_where_nobody_asked() -> None:
    course = offer(**for_pupils(rules=EntryRules(further=True)))
    assert kinds(course, pupil()) == ["education"]
    assert asks(course, pupil()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"rules": EntryRules(profession=True)},
        {"kind": ProgrammeKind.PO_RE},
        {"kind": ProgrammeKind.PO_UP},
    ],
)
def test_a_second_profession_or_higher_grade_needs_a_first(changes: dict[str, Any]) -> None:
    found = only(offer(**changes), adult(profession=False))
    assert (found.kind, found.change) == ("profession", Change.STUDY)
    assert kinds(offer(**changes), adult(profession=True)) == []
    assert kinds(offer(**changes), adult()) == []
    assert asks(offer(**changes), adult()) == ["profession"]


def test_experience_counts_in_the_field_of_the_programme() -> None:
    course = offer(sector="machinery", rules=EntryRules(experience=True))
    found = only(course, adult(experience=frozenset({"it", "agro"})))
    assert (found.kind, found.needed, found.have) == ("experience", "machinery", ("agro", "it"))
    assert found.change is Change.WORK
    assert kinds(course, adult(experience=frozenset({"machinery"}))) == []
    assert kinds(course, adult(experience=frozenset())) == ["experience"]
    assert kinds(course, adult()) == []
    assert open_questions(course, adult()) == (
        Question(kind=QuestionKind.EXPERIENCE, about="machinery"),
    )


def test_no_new_people_without_an_agreement() -> None:
    found = only(offer(agreement_open=False), adult())
    assert (found.kind, found.change) == ("agreement", Change.PARTNER)


def test_a_group_that_starts_today_is_a_date_and_one_of_yesterday_is_not() -> None:
    assert kinds(offer(places(days=0)), adult()) == []
    found = only(offer(places(days=-1)), adult())
    assert (found.kind, found.change) == ("no_dates", Change.PARTNER)


def test_full_means_that_no_coming_group_has_a_place() -> None:
    found = only(offer(places(0), places(9, days=-1, code="G-2")), adult())
    assert (found.kind, found.change) == ("full", Change.QUEUE)
    assert kinds(offer(places(0), places(1, code="G-2")), adult()) == []


def test_another_format_than_wished() -> None:
    found = only(offer(format=Format.BLENDED), adult(formats=frozenset({Format.ONLINE})))
    assert (found.kind, found.needed, found.have) == ("format", "blended", ("online",))
    assert found.change is Change.WISH
    assert kinds(offer(format=Format.BLENDED), adult(formats=frozenset(Format))) == []


def test_another_time_of_day_than_wished() -> None:
    evenings = adult(dayparts=frozenset({DayPart.EVENING}))
    morning, evening = (
        places(daypart=part, code=part) for part in (DayPart.MORNING, DayPart.EVENING)
    )
    found = only(offer(morning), evenings)
    assert (found.kind, found.needed, found.have) == ("daypart", ("morning",), ("evening",))
    assert kinds(offer(morning, evening), evenings) == []


def test_a_full_evening_group_does_not_meet_the_wish_for_evenings() -> None:
    evenings = adult(dayparts=frozenset({DayPart.EVENING}))
    full = places(0, daypart=DayPart.EVENING)
    assert kinds(offer(full, places(5, code="G-2")), evenings) == ["daypart"]
    assert kinds(offer(full), evenings) == ["full"]


def test_near_is_the_own_city_or_sixty_kilometres() -> None:
    assert kinds(offer(city="kemerovo"), adult(city="kemerovo")) == []
    assert kinds(offer(city="kemerovo"), adult(city="topki")) == []
    found = only(offer(city="kemerovo"), adult(city="yurga"))
    assert (found.kind, found.needed, found.have) == ("city", "kemerovo", "yurga")
    assert found.change is Change.WISH


def test_distances_are_those_of_the_map() -> None:
    assert distance_km(CITIES["kemerovo"], CITIES["topki"]) == pytest.approx(31, abs=1)
    assert distance_km(CITIES["novokuznetsk"], CITIES["kemerovo"]) == pytest.approx(190, abs=5)


def test_online_fits_every_city() -> None:
    assert kinds(offer(city="kemerovo", format=Format.ONLINE), adult(city="yurga")) == []


def test_a_city_that_is_not_on_the_map_excludes_nothing() -> None:
    assert kinds(offer(city="kemerovo"), adult(city="other")) == []
    assert kinds(offer(city="kemerovo"), adult()) == []


def test_every_obstacle_is_named_not_only_the_first() -> None:
    nothing_fits = offer(
        places(0, daypart=DayPart.MORNING),
        agreement_open=False,
        city="yurga",
        kind=ProgrammeKind.PO_UP,
        rules=EntryRules(min_age=50, further=True, experience=True),
    )
    person = adult(
        education=Education.SCHOOL,
        profession=False,
        experience=frozenset({"it"}),
        city="kemerovo",
        formats=frozenset({Format.ONLINE}),
        dayparts=frozenset({DayPart.EVENING}),
    )
    hard = ["age", "education", "profession", "experience", "agreement", "full"]
    assert kinds(nothing_fits, person) == [*hard, "format", "daypart", "city"]
    assert kinds(nothing_fits, person, *ObstacleKind) == hard


def test_a_relaxed_wish_leaves_the_other_wishes() -> None:
    person = adult(city="yurga", formats=frozenset({Format.ONLINE}))
    assert kinds(offer(), person) == ["format", "city"]
    assert kinds(offer(), person, ObstacleKind.FORMAT) == ["city"]


def test_required_levels_that_were_not_asked_are_questions() -> None:
    course = offer(requires={"it.code": 1, "dig.basic": 2, "safe.work": 0, "it.data": 1})
    assert open_questions(course, adult(levels={"it.code": 0})) == (
        Question(kind=QuestionKind.LEVEL, about="dig.basic", needed=2),
        Question(kind=QuestionKind.LEVEL, about="it.data", needed=1),
    )


def test_pupils_are_not_asked_for_trade_levels() -> None:
    assert asks(offer(**for_pupils(requires={"it.code": 1})), pupil()) == []
