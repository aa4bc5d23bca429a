"""Every screen of paths, over the demo network, in both languages and tones."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path as File

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.domain.enrolments import Enrolment
from bot.domain.enrolments import State as Sent
from bot.domain.matching import Lack, Score, WhyNot
from bot.domain.network import DayPart, EntryRules, Format, Medical
from bot.domain.trajectories import (
    SCHOOL_HOURS,
    Change,
    ChangeKind,
    Goal,
    GoalKind,
    Path,
    Plan,
    Run,
    State,
    Trajectory,
    Wish,
    Wishes,
)
from bot.texts import LANGUAGES, Texts, texts
from bot.views import matches
from bot.views.events import ShowEvents
from bot.views.programmes import ShowProgramme
from bot.views.screen import MAX_LABEL, Attachment, Screen, drawn
from bot.views.trajectories import (
    bundles,
    conditions,
    goals,
    kept,
    modules,
    pictures,
    plans,
    proposals,
)
from bot.views.trajectories.buttons import Accept, GoMissing, Restore
from bot.views.trajectories.words import Words
from tests.builders import NOON, OPERATOR, SEAL, TODAY
from tests.domain.matching_builders import offer
from tests.trajectory_builders import evenings

DATA = File(__file__).parents[2] / "data"
NAMES = load_dictionaries(DATA)
NETWORK = read_network(DATA / "demo", NAMES, TODAY)
EVERY = [texts(language, tone) for language in LANGUAGES for tone in ("formal", "informal")]
FORMAL = texts("ru")
SHORT, CARD, LIST, CAPTION = 350, 900, 1500, 1000
MODULES = [g for g in NETWORK.groups.values() if g.module is not None]
ONE_EACH = {g.module or "": g for g in MODULES}
LONGEST = [ONE_EACH[c] for c in sorted(ONE_EACH, key=lambda c: -len(NETWORK.modules[c].title_ru))]


def words(t: Texts) -> Words:
    return Words(names=NAMES, network=NETWORK, t=t, today=TODAY)


def run(number: int) -> Run:
    """The module with one of the longest titles of all."""
    group = LONGEST[number]
    module = NETWORK.modules[group.module or ""]
    programme = NETWORK.programmes[module.programme]
    return Run(group=group, module=module, programme=programme, price=module.price, left=number)


def trajectory(state: State = State.DRAFT, **changes: object) -> Trajectory:
    wanted = NAMES.occupations["excavator-operator"]
    usual: dict[str, object] = {
        "id": 7,
        "person_id": 1,
        "state": state,
        "goal": Goal(kind=GoalKind.OCCUPATION, code=wanted.code, levels=wanted.levels),
        "wishes": Wishes(
            reach=frozenset({"leninsk-kuznetsky", "polysayevo"}),
            formats=frozenset(Format) - {Format.ONLINE},
            dayparts=frozenset(DayPart),
            busy=SCHOOL_HOURS,
            hours_a_week=12,
            budget=10_000,
            finish_by=TODAY + timedelta(days=200),
            funding="child_under_3",
        ),
        "made_at": NOON,
    }
    return Trajectory(**{**usual, **changes})  # type: ignore[arg-type]


def path(size: int, state: State = State.DRAFT, **changes: object) -> Path:
    """With everything that a plan can have to be said of it."""
    runs = tuple(run(number) for number in range(size))
    open_ = {"mine.ops": 3, "bld.works": 4}
    plan = Plan(runs=runs, open=open_, given_up=(Wish.REACH, Wish.BUDGET), gap=0.068)
    pinned = frozenset(r.code for r in runs[:1])
    usual: dict[str, object] = {
        "trajectory": trajectory(state, pinned=pinned, groups=tuple(r.group for r in runs)),
        "plan": plan,
        "home": "leninsk-kuznetsky",
    }
    return Path(**{**usual, **changes})  # type: ignore[arg-type]


def sent(number: int, state: Sent = Sent.SUBMITTED) -> Enrolment:
    one = run(number)
    return Enrolment(
        id=100_000 + number,
        person_id=1,
        programme=one.programme.code,
        group_code=one.code,
        state=state,
        city=None,
        education=None,
        daypart=None,
        applied_at=NOON,
        bundle=7,
    )


def changes() -> list[Change]:
    groups = [run(number).group for number in range(3)]
    later = replace(groups[0], starts_on=groups[0].starts_on + timedelta(days=7))
    return [
        Change(kind=ChangeKind.MOVED, before=groups[0], after=later),
        Change(kind=ChangeKind.CANCELLED, before=groups[1]),
        Change(kind=ChangeKind.CLOSED, before=groups[2]),
        Change(kind=ChangeKind.CANCELLED, before=replace(groups[2], module="GONE")),
    ]


def short_ones(t: Texts) -> Iterator[Screen]:
    w, draft = words(t), trajectory()
    sectors = list(NAMES.sectors.values())
    machinery = NAMES.sectors["machinery"]
    occupations = list(NAMES.occupations.values())
    skills = list(NAMES.competencies.values())
    chosen = {"mach.weld": 3, "dig.basic": 2, "el.power": 4}
    yield goals.ask(draft, True, 5, w)
    yield goals.ask(None, False, 0, w)
    yield goals.not_known(occupations[:4], w)
    yield goals.not_known([], w)
    yield goals.nothing_to_learn(t)
    for page in (0, 1, 2, 9):
        yield goals.sectors(sectors, page, t)
        yield goals.groups_of_skills(sectors, chosen, page, w)
        yield goals.skills("transversal", skills, chosen, page, w)
    yield goals.groups_of_skills(sectors, {}, 0, w)
    yield goals.occupations(machinery, occupations, 0, t)
    yield goals.levels("bld.works", 4, 3, w)
    yield goals.levels("bld.works", None, None, w)
    yield conditions.place_and_time(Wishes(), None, w)
    yield conditions.dayparts(draft.wishes, t)
    yield conditions.week(draft.wishes, w)
    yield conditions.busy(draft.wishes, w)
    yield conditions.money(draft.wishes, True, w)
    yield conditions.money(draft.wishes, False, w)
    for known in (True, False):
        yield conditions.home(list(NAMES.cities.values()), known, t)
    yield plans.path(path(0), 0, w)
    yield plans.path(path(0, State.CHANGED), 0, w)
    done = path(0, plan=Plan(runs=(), open={}, given_up=()))
    yield plans.path(done, 0, w)
    yield modules.which(path(12), 1, True, w)
    banned = path(12, trajectory=trajectory(banned=frozenset({"M-1"})))
    yield modules.which(banned, 0, False, w)
    yield modules.others(run(0), [], w)
    yield kept.compare_which([path(3)] * 5, None, w)
    yield kept.compare_which([path(3)] * 5, 8, w)
    yield kept.ask_drop(path(3), w)
    yield kept.ask_drop(path(3, applied={"X": sent(0)}), w)
    yield bundles.not_all_open(path(3, shut=frozenset({run(0).code, run(1).code})), w)


def cards(t: Texts) -> Iterator[Screen]:
    w = words(t)
    yield conditions.overview(trajectory(), w)
    yield conditions.place_and_time(trajectory().wishes, "leninsk-kuznetsky", w)
    for page in (0, 1):
        yield conditions.funding(list(NAMES.funding.values()), trajectory().wishes, page, t)
    yield modules.module(run(0), path(3), w)
    yield kept.shared("https://t.me/traektoria_bot?start=t_" + "x" * 24, path(3), w)
    yield kept.compared(path(3), path(2), w)
    yield kept.mine([path(4, State.SAVED)] * 5, w)
    yield kept.has_changed(path(3, State.CHANGED), changes(), w)


def lists(t: Texts) -> Iterator[Screen]:
    w = words(t)
    for state in State:
        yield plans.path(path(5, state), 0, w)
    for page in (0, 1, 2):
        yield plans.path(path(12, State.SAVED), page, w)
    applied = {run(n).code: sent(n, s) for n, s in enumerate((Sent.SUBMITTED, Sent.WAITLISTED))}
    yield plans.path(path(3, State.APPLIED, applied=applied), 0, w)
    yield plans.path(path(2, State.APPLIED, applied=applied), 0, w)
    yield plans.path(path(3, State.SAVED, shut=frozenset({run(0).code})), 0, w)
    note = proposals.changed(path(5).plan, path(3).plan, w)
    yield plans.path(path(3), 0, w, note)
    yield modules.others(run(0), [run(n) for n in range(1, 7)], w)
    yield kept.opened(path(10), w)
    yield kept.opened(path(12), w)
    yield bundles.review(path(8), [sent(9)], w)
    everything = [sent(n, Sent.WAITLISTED if n % 2 else Sent.SUBMITTED) for n in range(8)]
    yield bundles.applied(path(8), everything, [sent(9)], OPERATOR, w)
    yield proposals.proposed(path(5, State.CHANGED), path(3, State.SAVED), w)


SCREENS = [(short_ones, SHORT), (cards, CARD), (lists, LIST)]


@pytest.mark.parametrize(("screens", "limit"), SCREENS)
def test_a_screen_says_no_more_than_is_read(screens: object, limit: int) -> None:
    assert callable(screens)
    for t in EVERY:
        for screen in screens(t):
            assert len(visible(screen)) <= limit, visible(screen)


@pytest.mark.parametrize(("screens", "limit"), SCREENS)
def test_every_screen_has_a_way_on_and_few_choices(screens: object, limit: int) -> None:
    assert callable(screens)
    for t in EVERY:
        for screen in screens(t):
            assert screen.choices or screen.nav, visible(screen)
            assert len(screen.choices) <= 5, visible(screen)
            assert len(screen.nav) <= 3, visible(screen)
            rows = drawn(screen, SEAL, "telegram:1001")["rows"]
            assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


@pytest.mark.parametrize("size", [1, 5, 12, 15])
def test_the_picture_has_its_list_as_caption(size: int) -> None:
    for t in EVERY:
        screen = pictures.picture(path(size), words(t))
        assert len(visible(screen)) <= CAPTION
        assert isinstance(screen.attachment, Attachment)
        assert len(screen.attachment.recipe["spans"]) == min(size, 12)
        for number in range(min(size, 12)):
            assert f"{number + 1}. {words(t).title(run(number).module)[:20]}" in visible(screen)


def test_the_marks_of_a_picture_are_few_and_in_order() -> None:
    for number in range(len(MODULES)):
        marks = pictures.picture(path(number % 12 + 1), words(FORMAL)).attachment
        assert isinstance(marks, Attachment)
        places = [mark["at"] for mark in marks.recipe["marks"]]
        assert len(places) <= pictures.MOST_NAMED
        assert places == sorted(places)


def test_days_of_a_timetable_are_said_in_words() -> None:
    w, group = words(FORMAL), run(0).group
    for slots, said in (
        (evenings(0, 2), "пн, ср 18:00–20:30"),
        (evenings(0, 1, 2, 3, 4), "пн–пт 18:00–20:30"),
        (evenings(0, 1), "пн, вт 18:00–20:30"),
    ):
        assert w.timetable(replace(group, timetable=slots), Format.ONSITE) == said
    unsettled = replace(group, timetable=(), daypart=DayPart.WEEKEND)
    assert w.timetable(unsettled, Format.ONSITE) == "по выходным, дни уточняются"
    assert w.timetable(unsettled, Format.ONLINE) == "в своём темпе"


def test_a_plan_says_what_it_leads_to_and_what_it_does_not() -> None:
    said = visible(plans.path(path(5), 0, words(FORMAL)))
    for telling in (
        "справка об обучении за отдельные модули",
        "Пока останется: Горные работы и техника — делать без подсказки",
        "не учёл: где; деньги (до 10",
        "лучше этого не больше чем на 7 %",
        "ещё не квалификация: её подтверждает ведущая организация",
        "закреплён",
    ):
        assert telling in said


def test_a_whole_programme_leads_to_its_own_document() -> None:
    groups = {g.module: g for g in MODULES if g.programme == "DEMO-16"}
    runs = []
    for code, group in groups.items():
        module = NETWORK.modules[code or ""]
        of = NETWORK.programmes["DEMO-16"]
        runs.append(Run(group=group, module=module, programme=of, price=0, left=1))
    missing = sum(m.programme == "DEMO-16" for m in NETWORK.modules.values()) - len(runs)
    assert missing == 0
    whole = path(0, plan=Plan(runs=tuple(runs), open={}, given_up=()))
    said = visible(plans.path(whole, 0, words(FORMAL)))
    assert "свидетельство о профессии рабочего (" in said
    assert "справка" not in said


def test_what_has_changed_between_two_plans_is_told() -> None:
    before, after = path(3).plan, path(2).plan
    said = proposals.changed(before, after, words(FORMAL))
    assert f"Убрано: «{words(FORMAL).title(run(2).module)}»" in said
    assert "Добавлено" not in said
    assert f"Часов: было {before.hours}, стало {after.hours}" in said
    assert proposals.changed(before, before, words(FORMAL)) == "План остался прежним."


def test_what_is_missing_for_a_programme_leads_to_a_path() -> None:
    of = offer(requires={"mach.weld": 2})
    why = WhyNot(offer=of, obstacles=(), score=Score(total=0.5), rank=1, shown=True)
    lack = Lack(competency="mach.weld", need=2, have=0)
    for missing, path_to in ((lack, [GoMissing(programme="P-1")]), (None, [])):
        screen = matches.explained(why, missing, [], NAMES, FORMAL)
        assert [b.action for b in screen.choices if isinstance(b.action, GoMissing)] == path_to


def test_nothing_is_called_the_best_where_something_was_given_up_or_stays_open() -> None:
    usual = path(2)
    for open_, given_up, proven in (
        ({}, (), True),
        ({"mine.ops": 3}, (), False),
        ({}, (Wish.BUDGET,), False),
    ):
        plan = Plan(runs=usual.plan.runs, open=open_, given_up=given_up)
        said = visible(plans.path(replace(usual, plan=plan), 0, words(FORMAL)))
        assert ("проверены все варианты" in said) is proven
        assert ("лучшего набора сейчас нет" in said) is not proven


def test_a_whole_programme_that_does_the_same_is_one_button_away() -> None:
    ready = NETWORK.programmes["DEMO-16"]
    screen = plans.path(path(2, ready=ready), 0, words(FORMAL))
    assert "Есть и готовая программа: «Сварщик ручной дуговой сварки»" in visible(screen)
    assert ShowProgramme(programme="DEMO-16") in [b.action for b in screen.choices]


def test_what_was_taken_out_is_named_first_and_comes_back_at_a_tap() -> None:
    removed = frozenset({"DEMO-16-M1"})
    banned = path(2, trajectory=trajectory(banned=removed))
    for found in (banned, replace(banned, plan=replace(banned.plan, runs=()))):
        screen = plans.path(found, 0, words(FORMAL))
        said, first = visible(screen), screen.choices[0]
        removed_at = said.index("Убрано: «Безопасность и огневые работы»")
        assert removed_at < said.index("Горные работы")
        assert first.label.startswith("Вернуть «Безопасность")
        assert first.action == Restore(id=7)
    labels = [b.label for b in plans.path(banned, 0, words(FORMAL)).choices]
    assert "Подать на эти модули" in labels


def test_a_pupils_lessons_are_not_given_up_in_silence() -> None:
    plan = Plan(runs=path(1).plan.runs, open={"mine.ops": 3}, given_up=(Wish.BUSY,))
    pupil = path(1, pupil=True, plan=plan, later=(NETWORK.programmes["DEMO-16"],))
    screen = plans.path(pupil, 0, words(texts("ru", "informal")))
    said = visible(screen)
    for telling in (
        "В свободное от школы время такой путь сейчас не собрать",
        "К этой профессии сейчас модулей для тебя нет",
        "Откроется в 18 лет: «Сварщик ручной дуговой сварки»",
    ):
        assert telling in said
    assert isinstance(screen.choices[0].action, ShowEvents)
    adult = plans.path(replace(pupil, pupil=False), 0, words(FORMAL))
    assert not any(isinstance(b.action, ShowEvents) for b in adult.choices)


def test_a_path_that_falls_apart_cannot_stay_as_it_is() -> None:
    for holds in (True, False):
        found = path(3, State.CHANGED, holds=holds)
        screen = kept.has_changed(found, changes(), words(FORMAL))
        assert any(isinstance(b.action, Accept) for b in screen.choices) is holds
        assert ("больше не складывается" in visible(screen)) is not holds


def test_where_nothing_is_applied_for_the_button_withdraws() -> None:
    applied = {run(n).code: sent(n) for n in range(2)}
    found = path(2, State.SAVED, applied=applied)
    screen = bundles.review(found, [sent(9)], words(FORMAL))
    assert screen.choices[0].label == f"Отозвать заявку № {sent(9).number}"
    done = visible(bundles.applied(found, [sent(0)], [sent(9)], OPERATOR, words(FORMAL)))
    assert f"Отозвано: № {sent(9).number}" in done
    assert "Подан" not in done


def test_what_a_doctor_confirms_stands_in_the_plan_and_in_the_review() -> None:
    one = run(0)
    asks = replace(one.programme, rules=EntryRules(medical=Medical.EXAM))
    for rules, said in ((asks, True), (replace(asks, rules=EntryRules()), False)):
        plan = Plan(runs=(replace(one, programme=rules),), open={}, given_up=())
        found = path(0, plan=plan)
        for screen in (
            plans.path(found, 0, words(FORMAL)),
            bundles.review(found, [], words(FORMAL)),
        ):
            assert ("нужен медосмотр" in visible(screen)) is said


def test_a_start_is_the_first_lesson_and_a_year_is_said_where_it_is_another() -> None:
    one = replace(run(0).group, starts_on=TODAY, timetable=evenings(3))
    assert words(FORMAL).start(one) == words(FORMAL).date(TODAY + timedelta(days=3))
    assert str(TODAY.year) not in words(FORMAL).date(TODAY)
    next_year = TODAY.replace(year=TODAY.year + 1)
    assert words(FORMAL).date(next_year).endswith(str(next_year.year))


def test_a_shared_path_says_what_its_modules_do_not_give() -> None:
    assert "дают не всё, что нужно для цели" in visible(kept.opened(path(1), words(FORMAL)))
    gives = run(0).module.outcomes
    reached = trajectory(goal=Goal(kind=GoalKind.COMPETENCIES, code=None, levels=gives))
    opened = visible(kept.opened(path(1, trajectory=reached), words(FORMAL)))
    assert "дают не всё" not in opened
    assert "к той же цели по вашим условиям" in opened


def visible(screen: Screen) -> str:
    return re.sub(r"</?\w+>", "", screen.text)
