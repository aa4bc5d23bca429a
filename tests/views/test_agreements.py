"""Agreements as staff read them, over the whole demo network."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.catalog.agreements import Agreed
from bot.domain.agreements import Due, Notice, Room, Standing
from bot.domain.network import Agreement, AgreementKind
from bot.texts import Texts, texts
from bot.views import agreements as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import Screen
from tests.builders import TODAY
from tests.domain.matching_builders import offer
from tests.views.test_screens import CARD, EVERY, LIST, NETWORK, visible

RU = texts("ru")
AGREED = Agreed(NETWORK)
STANDINGS = [AGREED.standing(a, {}, TODAY) for a in NETWORK.agreements.values()]
LONGEST = Agreement(
    number="Д" * 60,
    partner="DP-02",
    kind=AgreementKind.NETWORK,
    valid_from=date(2024, 9, 1),
    valid_to=TODAY + timedelta(days=45),
    duties="Обязанность. " * 23,
    resources=("R-1", "R-2"),
    learners=999,
)
CROWDED = Standing(
    agreement=LONGEST,
    days_left=45,
    renewed=False,
    programmes=99,
    modules=99,
    running=99,
    coming=99,
    learners=998,
    room=Room(learners=998, limit=999),
)


def listed(page: int, pages: int, t: Texts) -> Screen:
    return views.listed(STANDINGS[:5], page, pages, NETWORK.partners, ToCatalogue(), t)


def test_staff_see_what_is_left_of_each_agreement() -> None:
    nine = next(s for s in STANDINGS if s.agreement.partner == "DP-09")
    text = visible(views.listed([nine], 0, 1, NETWORK.partners, ToCatalogue(), RU))
    assert "осталось 45 дней" in text
    assert nine.agreement.number in text
    assert "сетевая форма" in text


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "остался 1 день"), (2, "осталось 2 дня"), (0, "последний день"), (-1, "закончилось")],
)
def test_days_are_counted_in_words(days: int, said: str) -> None:
    standing = replace(STANDINGS[0], days_left=days)
    assert said in visible(views.listed([standing], 0, 1, NETWORK.partners, ToCatalogue(), RU))


def test_more_pages_are_one_button_away_and_the_last_leads_to_the_first() -> None:
    assert views.ShowAgreements(page=1) in [b.action for b in listed(0, 2, RU).nav]
    assert views.ShowAgreements(page=0) in [b.action for b in listed(1, 2, RU).nav]
    assert len(listed(0, 1, RU).nav) == 2


def test_the_whole_page_of_a_partner_is_no_longer_than_a_card() -> None:
    partner = NETWORK.partners["DP-02"]
    for t in EVERY:
        screen = views.of_partner(partner, [CROWDED] * 2, t)
        assert len(visible(screen)) <= CARD
        assert "998" in visible(screen)
        assert views.of_partner(partner, [], t).nav


def test_a_day_on_which_everything_ends_is_one_message() -> None:
    """Contracts end on 31 December."""
    dues = [Due(standing=CROWDED, notice=notice) for notice in Notice for _ in range(9)]
    for t in EVERY:
        assert len(visible(views.alert(dues, NETWORK.partners, t))) <= LIST
    text = visible(views.alert(dues, NETWORK.partners, RU))
    assert "И ещё: 49" in text
    assert "Программ: 99" in text


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (Notice.IN_60_DAYS, "осталось 45 дней"),
        (Notice.OVER, "Новых заявок нет, группы и поданные заявки идут дальше"),
        (Notice.NEARLY_FULL, "занято 998 мест из 999"),
        (Notice.FULL, "занято 998 мест из 999. Новых заявок нет"),
    ],
)
def test_an_alert_says_what_it_is_about(notice: Notice, said: str) -> None:
    due = Due(standing=CROWDED, notice=notice)
    assert said in visible(views.alert([due], NETWORK.partners, RU))


def test_whoever_finds_a_closed_programme_is_shown_what_is_open() -> None:
    other = offer(code="P-2", title_ru="Другая программа")
    full = replace(offer(agreement_open=False), agreement_full=True)
    over = offer(agreement_open=False)
    for closed, said in ((full, "заняты все места"), (over, "сейчас не действует")):
        screen = views.similar(closed, [other], RU)
        assert said in visible(screen)
        assert [b.label for b in screen.choices] == ["Другая программа"]
        nothing = views.similar(closed, [], RU)
        assert "пока нет" in visible(nothing)
        assert nothing.choices


def test_a_card_that_takes_nobody_leads_to_similar_ones() -> None:
    assert [b.label for b in views.similar_button(offer(agreement_open=False), RU)] == [
        "Похожие программы"
    ]
    assert views.similar_button(offer(), RU) == []
