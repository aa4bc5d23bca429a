from datetime import timedelta

from bot.domain.freshness import Confirmed
from tests.builders import TODAY

CONFIRMED = Confirmed(days={"P-1": TODAY})


def test_a_card_is_fresh_for_ninety_days() -> None:
    assert CONFIRMED.is_fresh("P-1", TODAY + timedelta(days=90))
    assert not CONFIRMED.is_fresh("P-1", TODAY + timedelta(days=91))


def test_a_card_of_an_unknown_day_is_not_called_old() -> None:
    assert CONFIRMED.is_fresh("P-2", TODAY + timedelta(days=999))
