"""Screens of files by which the catalogue is kept."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from bot.catalog.changes import Changes, changes
from bot.catalog.consequences import Consequences, Tight, Touched
from bot.catalog.importing import BadData, Problem
from bot.domain.group_changes import ChangeKind
from bot.domain.imports import EMPTY, Import, Upload, UploadState
from bot.drawings import as_recipe, draw
from bot.texts import LANGUAGES, Texts, texts
from bot.views import imports as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import MAX_LABEL, Attachment, Screen, drawn
from bot.views.workbooks import workbook
from tests.builders import NOON, RULES, SEAL, group, network
from tests.domain.matching_builders import programme
from tests.views.test_screens import CARD, LIST, NAMES, NETWORK, SHORT, visible

RU = texts("ru")
EVERY = [texts(language) for language in LANGUAGES]
UPLOAD = Upload(
    id=7,
    person_id=3,
    file="BQAC",
    name="каталог" * 8 + ".xlsx",
    state=UploadState.READY,
    received_at=NOON,
)
IMPORT = Import(id=5, made_at=NOON, made_by="3", undoes=None, added=12_000, changed=12_000)
WORST = BadData(
    [
        Problem(file="programmes", row=n, field="other_names", message="очень долго " * 30)
        for n in range(1, 1001)
    ],
    more=5,
)
WORST_CONSEQUENCES = Consequences(
    touched=[
        Touched(code=f"DEMO-{n}" * 3, kind=ChangeKind.CANCELLED, applications=100, paths=100)
        for n in range(9)
    ],
    tight=[Tight(code=f"DEMO-{n}" * 3, held=100, needed=1000) for n in range(9)],
)
RECIPE = as_recipe(workbook(EMPTY, NAMES))


def short_ones(t: Texts) -> Iterator[Screen]:
    for last in (None, IMPORT):
        yield views.desk(last, RULES.zone, ToCatalogue(), t)
    yield views.catalogue(RECIPE, NOON, RULES.zone, t)
    yield views.template(RECIPE, t)
    yield views.checking(UPLOAD, None, t)
    yield views.checking(UPLOAD, UPLOAD, t)
    yield views.report(WORST, t)
    yield views.same(UPLOAD, changes(NETWORK, NETWORK), t)
    yield views.not_fetched(UPLOAD, t)
    yield views.clashing("groups: группа X в базе у программы Y, а не Z: дайте другой код", t)
    yield views.dropped(t)
    yield from (views.stands(state, t) for state in UploadState)
    yield views.undone(IMPORT, t)


def cards(t: Texts) -> Iterator[Screen]:
    yield views.same(UPLOAD, changes(NETWORK, EMPTY), t)
    yield views.applied(IMPORT, changes(EMPTY, NETWORK), t)
    yield views.summary(UPLOAD, changes(EMPTY, NETWORK), Consequences(), t)


def lists(t: Texts) -> Iterator[Screen]:
    yield views.wrong(UPLOAD, WORST, t)
    yield views.summary(UPLOAD, worst_changes(), WORST_CONSEQUENCES, t)


def worst_changes() -> Changes:
    longest = {"title_ru": "Название " * 10, "summary_ru": "Слова " * 30}
    old = {f"P-{n}": programme(code=f"P-{n}", slug=f"p-{n}") for n in range(9)}
    new = {code: programme(code=code, slug=p.slug, **longest) for code, p in old.items()}
    return changes(network(programmes=old), network(programmes=new))


@pytest.mark.parametrize("t", EVERY, ids=LANGUAGES)
@pytest.mark.parametrize(("screens", "limit"), [(short_ones, SHORT), (cards, CARD), (lists, LIST)])
def test_a_screen_says_no_more_than_is_read(
    screens: Callable[[Texts], Iterator[Screen]], limit: int, t: Texts
) -> None:
    for screen in screens(t):
        assert len(visible(screen)) <= limit, visible(screen)
        assert len(screen.choices) <= 5
        rows = drawn(screen, SEAL, "telegram:1001")["rows"]
        assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


def test_ten_mistakes_are_told_and_the_rest_counted() -> None:
    said = visible(views.wrong(UPLOAD, WORST, RU))
    assert "есть ошибки: 1\u00a0005" in said
    assert said.count("•") == 10


def test_the_report_has_every_mistake_and_no_formula() -> None:
    bad = BadData([Problem(file="groups", row=2, field="code", message='=cmd|"x"')], more=3)
    screen = views.report(bad, RU)
    assert isinstance(screen.attachment, Attachment)
    lines = draw(screen.attachment.recipe).decode("utf-8-sig").splitlines()
    assert lines == [
        "таблица;строка;столбец;что исправить",
        'groups;2;code;"\'=cmd|""x"""',
        "… ещё ошибок: 3",
    ]


def test_what_changes_is_told_table_by_table_and_field_by_field() -> None:
    found = changes(network(), network(group(seats=9), group(code="G-2")))
    assert list(views.table_lines(found, RU.plain)) == [
        "Партнёры: новых 0, изменится 0, без изменений 1",
        "Соглашения: новых 0, изменится 0, без изменений 1",
        "Программы: новых 0, изменится 0, без изменений 1",
        "Группы: новых 1, изменится 1, без изменений 0",
    ]
    assert list(views.change_lines(found, 5, RU.plain)) == ["Группы G-1, seats: 1 → 9"]


def test_what_was_or_will_be_nothing_is_called_so() -> None:
    old, new = (network(programmes={"P-1": programme(code="P-1", title_en=t)}) for t in ("A", None))
    assert list(views.change_lines(changes(old, new), 5, RU.plain)) == [
        "Программы P-1, title_en: A → пусто"
    ]


def test_words_of_a_file_are_no_markup() -> None:
    hostile = programme(code="P-1", title_ru="<b>&")
    found = changes(
        network(programmes={"P-1": programme(code="P-1")}), network(programmes={"P-1": hostile})
    )
    assert "&lt;b&gt;&amp;" in views.summary(UPLOAD, found, Consequences(), RU).text


def test_only_what_can_be_taken_back_offers_it() -> None:
    undone = Import(
        id=6, made_at=NOON + timedelta(hours=1), made_by="3", undoes=5, added=1, changed=1
    )
    for last, offered in ((None, False), (IMPORT, True), (undone, False)):
        screen = views.desk(last, RULES.zone, ToCatalogue(), RU)
        assert any(isinstance(b.action, views.UndoImport) for b in screen.choices) == offered
    nothing = views.applied(None, changes(network(), network()), RU)
    assert nothing.choices == []


def test_whom_a_change_concerns_is_told_most_people_first() -> None:
    few = Touched(code="G-1", kind=ChangeKind.MOVED, applications=1, paths=0)
    many = Touched(code="G-2", kind=ChangeKind.CANCELLED, applications=7, paths=2)
    of = Consequences(touched=[few, many], tight=[Tight(code="G-3", held=40, needed=72)])
    assert list(views.consequence_lines(of, 1, RU.plain)) == [
        "Отменяется группа G-2. Это касается заявок: 7, путей: 2",
        "… и ещё групп: 1; заявок: 1, путей: 0",
        "Проверьте часы группы G-3: по расписанию 40 из 72",
    ]


def test_what_is_not_in_the_file_is_named_with_what_can_be_done() -> None:
    found = changes(network(group(), group(code="G-2")), network())
    (line,) = views.absent_lines(found, RU.plain)
    assert line.startswith("Группы, в файле нет: 1 (G-2) — остаются как есть. Чтобы закрыть")
    assert "(G-2)" in visible(views.same(UPLOAD, found, RU))


@pytest.mark.parametrize(
    ("count", "length", "wanted"), [(3, 5, False), (11, 5, True), (1, 200, True)]
)
def test_a_report_comes_only_when_the_message_leaves_something_out(
    count: int, length: int, wanted: bool
) -> None:
    bad = BadData([Problem(file="groups", message="о" * length)] * count)
    assert views.says_too_little(bad) == wanted


def test_a_file_that_is_replaced_is_named() -> None:
    assert "больше не нужен" in visible(views.checking(UPLOAD, UPLOAD, RU))
    assert "больше не нужен" not in visible(views.checking(UPLOAD, None, RU))
