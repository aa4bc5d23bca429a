"""sendPoll."""

import pytest

from tests.sandbox.wire import ANYA, Wire

OPTIONS = [{"text": "да"}, {"text": "нет"}]


async def test_a_poll_is_sent(wire: Wire) -> None:
    message = await wire.call(
        "sendPoll", chat_id=ANYA, question="Идём?", options=OPTIONS, open_period=60
    )
    poll = message["poll"]
    assert (poll["question"], [o["text"] for o in poll["options"]]) == ("Идём?", ["да", "нет"])
    assert (poll["type"], poll["is_anonymous"], poll["is_closed"]) == ("regular", True, False)
    assert poll["close_date"] == message["date"] + 60
    assert (await wire.sees())[0]["poll"] == poll


@pytest.mark.parametrize("period", [5, 2628000])
async def test_the_largest_poll_is_taken(wire: Wire, period: int) -> None:
    options = [{"text": "x" * 100}] * 12
    message = await wire.call(
        "sendPoll", chat_id=ANYA, question="x" * 300, options=options, open_period=period
    )
    assert len(message["poll"]["options"]) == 12
    close = message["date"] + 60
    params = {"question": "x", "options": [{"text": "x"}], "close_date": close}
    assert (await wire.call("sendPoll", chat_id=ANYA, **params))["poll"]["close_date"] == close


async def test_a_quiz_knows_its_answer(wire: Wire) -> None:
    params = {"question": "2+2?", "options": ["3", "4"], "type": "quiz"}
    message = await wire.call("sendPoll", chat_id=ANYA, **params, correct_option_ids=[1])
    assert message["poll"]["correct_option_ids"] == [1]
    for wrong in (None, [], [2]):
        refusal = await wire.refused("sendPoll", chat_id=ANYA, **params, correct_option_ids=wrong)
        assert refusal == (400, "Bad Request: wrong correct option ID specified")


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": OPTIONS * 7}, "poll can't have more than 12 options"),
        ({"options": [{"text": " "}]}, "poll options must be non-empty"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"type": "vote"}, "unsupported poll type specified"),
        ({"open_period": 4}, "open_period must be between 5 and 2628000 seconds"),
        ({"open_period": 2628001}, "open_period must be between 5 and 2628000 seconds"),
        ({"close_date": 1}, "close_date must be 5-2628000 seconds in the future"),
    ],
)
async def test_a_poll_is_checked(wire: Wire, params: dict[str, object], why: str) -> None:
    asked = {"question": "x", "options": OPTIONS, **params}
    assert await wire.refused("sendPoll", chat_id=ANYA, **asked) == (400, f"Bad Request: {why}")
