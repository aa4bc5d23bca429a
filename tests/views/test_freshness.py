from bot.texts import texts
from bot.views import freshness as views
from tests.builders import OPERATOR, TODAY
from tests.views.test_screens import EVERY, NETWORK, SHORT, visible


def test_an_old_card_says_how_old_it_is_and_whom_to_ask() -> None:
    assert views.note(TODAY, OPERATOR, texts("ru")) == (
        "Данные от 2 марта могли устареть, уточните по телефону: 8 000."
    )
    assert "уточни по" in views.note(TODAY, OPERATOR, texts("ru", "informal"))


def test_one_tap_is_answered_with_the_day_and_a_way_back() -> None:
    for t in EVERY:
        for programme in NETWORK.programmes.values():
            screen = views.confirmed(programme, TODAY, t)
            assert len(visible(screen)) <= SHORT
            assert screen.choices
