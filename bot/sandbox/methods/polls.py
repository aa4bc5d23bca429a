"""sendPoll."""

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.limits import Limits
from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State


def send_poll(state: State, call: Call) -> object:
    kind = call.text("type") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    question, options = _question(call, state.limits), _options(call, state.limits)
    revoting = call.flag("allows_revoting") if call.has("allows_revoting") else kind == "regular"
    poll: dict[str, Any] = {
        "id": str(state.ids.next()),
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": call.flag("is_closed"),
        "is_anonymous": not call.has("is_anonymous") or call.flag("is_anonymous"),
        "type": kind,
        "allows_multiple_answers": call.flag("allows_multiple_answers"),
        "allows_revoting": revoting,
        **(_quiz(call, len(options)) if kind == "quiz" else {}),
        **_open(call, state),
        "members_only": False,
    }
    return deliver(state, call, {"poll": poll}).wire


def _question(call: Call, limits: Limits) -> str:
    question = call.text("question").strip()
    if not question:
        raise bad_request("poll question must be non-empty")
    if len(question) > limits.poll_question_characters:
        most = limits.poll_question_characters
        raise bad_request(f"poll question length must not exceed {most}")
    return question


def _options(call: Call, limits: Limits) -> list[dict[str, Any]]:
    value = call.decoded("options", "can't parse options JSON object")
    if not isinstance(value, list):
        raise bad_request("expected an Array of InputPollOption")
    if not value:
        raise bad_request("poll must have at least 1 option")
    if len(value) > limits.poll_options:
        raise bad_request(f"poll can't have more than {limits.poll_options} options")
    texts = [_option(one).strip() for one in value]
    if not all(texts):
        raise bad_request("poll options must be non-empty")
    if any(len(text) > limits.poll_option_characters for text in texts):
        raise bad_request(f"poll options length must not exceed {limits.poll_option_characters}")
    return [
        {"persistent_id": str(number), "text": text, "voter_count": 0}
        for number, text in enumerate(texts)
    ]


def _option(one: object) -> str:
    """An InputPollOption, or its bare text as older callers send it."""
    text = one.get("text") if isinstance(one, dict) else one
    if not isinstance(text, str):
        raise bad_request("can't parse poll option: Can't find field \"text\"")
    return text


def _quiz(call: Call, options: int) -> dict[str, Any]:
    wrong = "wrong correct option ID specified"
    ids = call.integers("correct_option_ids", wrong)
    if not ids or not set(ids) <= set(range(options)):
        raise bad_request(wrong)
    explanation = call.text("explanation")
    return {"correct_option_ids": ids, **({"explanation": explanation} if explanation else {})}


def _open(call: Call, state: State) -> dict[str, int]:
    low, high = state.limits.poll_open_min_s, state.limits.poll_open_max_s
    period, close = call.integer("open_period"), call.integer("close_date")
    if period and not low <= period <= high:
        raise bad_request(f"open_period must be between {low} and {high} seconds")
    if close and not low <= close - state.date() <= high:
        raise bad_request(f"close_date must be {low}-{high} seconds in the future")
    if period:
        return {"open_period": period, "close_date": state.date() + period}
    return {"close_date": close} if close else {}
