from bot.domain.demand import Reason, Wanted
from bot.texts import texts
from bot.views import demand as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import Screen
from tests.builders import TODAY
from tests.views.test_screens import EVERY, LIST, NAMES, visible

RU = texts("ru")
CITIES = list(NAMES.cities)
WELD = Wanted(
    competency="mach.weld",
    searches=14,
    cities=[("belovo", 12), ("yurga", 2)],
    reasons=[(Reason.FULL, 9), (Reason.FAR, 5)],
)


def page(*wanted: Wanted) -> Screen:
    return views.page(wanted, {"mach.weld": 24}, TODAY, TODAY, NAMES, ToCatalogue(), RU)


def test_staff_see_what_is_missed_where_and_why() -> None:
    text = visible(page(WELD))
    assert "— 14\n" in text
    assert "Свободных мест: 24" in text
    assert "Белово — 12" in text
    assert "нет мест — 9, далеко — 5" in text


def test_a_cell_below_five_is_never_shown() -> None:
    assert "Юрга — меньше 5" in visible(page(WELD))
    alone = Wanted(
        competency="mach.cnc",
        searches=3,
        cities=[("yurga", 3)],
        reasons=[(Reason.NOTHING, 3)],
    )
    assert "3" not in visible(page(alone)).partition("1.")[2]


def test_what_is_on_no_list_any_more_is_shown_by_its_code() -> None:
    gone = Wanted(competency="old.skill", searches=7, cities=[("", 7)], reasons=[])
    text = visible(page(gone))
    assert "old.skill — 7" in text
    assert "город не указан" in text


def test_the_longest_list_can_be_read() -> None:
    reasons = [(reason, 1000) for reason in Reason]
    many = [
        Wanted(
            competency=code,
            searches=9999,
            cities=[(city, 1000) for city in CITIES[:5]],
            reasons=reasons,
        )
        for code in NAMES.competencies
    ]
    for t in EVERY:
        screen = views.page(many, {}, TODAY, TODAY, NAMES, ToCatalogue(), t)
        assert len(visible(screen)) <= LIST
    assert f"И ещё: {len(many) - views.LINES}" in visible(page(*many))


def test_nothing_missed_is_said_too() -> None:
    assert "все поиски чем-нибудь помогли" in visible(page())
