"""What is said of a group that moves, is cancelled or is held after all."""

from dataclasses import replace

import pytest

from bot.domain.enrolments import State
from bot.domain.group_changes import ChangeKind
from bot.domain.network import GroupState
from bot.texts import Texts, texts
from bot.views import group_changes as views
from bot.views.programmes import Apply, ShowProgramme
from bot.views.screen import MAX_LABEL, Screen, drawn
from bot.views.trajectories.words import Words
from tests.builders import SEAL, TODAY
from tests.views.test_screens import EVERY, NAMES, NETWORK, SHORT, receipt, visible

RU = texts("ru")
OF = receipt(State.SUBMITTED)


def told(kind: ChangeKind, t: Texts = RU, others: bool = True) -> Screen:
    words = Words(names=NAMES, network=NETWORK, t=t, today=TODAY)
    before = replace(OF.group, state=GroupState.OPEN)
    return views.told(kind, before, OF, others, words)


@pytest.mark.parametrize("t", EVERY)
@pytest.mark.parametrize("kind", ChangeKind)
def test_a_message_is_short_and_has_a_way_on(kind: ChangeKind, t: Texts) -> None:
    screen = told(kind, t)
    assert len(visible(screen)) <= SHORT + 100
    assert len(screen.choices) == 2
    rows = drawn(screen, SEAL, "telegram:1001")["rows"]
    assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


def test_other_dates_are_offered_where_there_are_some() -> None:
    actions = [button.action for button in told(ChangeKind.CANCELLED).choices]
    assert any(isinstance(action, Apply) for action in actions)
    assert len(told(ChangeKind.CANCELLED, others=False).choices) == 1


def test_whoever_takes_one_module_is_led_to_the_card() -> None:
    module = next(iter(NETWORK.modules.values()))
    of = replace(OF, module=module, partner=NETWORK.partners[module.partner])
    words = Words(names=NAMES, network=NETWORK, t=RU, today=TODAY)
    (button,) = views.other_dates(of, words)
    assert isinstance(button.action, ShowProgramme)
