"""Orders for faults as the control API takes them."""

from typing import Any

from bot.sandbox.acts import Impossible
from bot.sandbox.faults import DUPLICATE, KINDS

TEXTS = {"method", "description"}
# Each with its type and its least value
NUMBERS: dict[str, tuple[type, float]] = {
    "chat": (int, 1),
    "times": (int, 1),
    "retry_after": (int, 1),
    "probability": (float, 0),
    "delay_s": (float, 0),
}


def read_fault(fields: dict[str, Any]) -> dict[str, Any]:
    """The arguments of Faults.add. Raises Impossible with what is wrong."""
    kind = str(fields.get("fault"))
    if kind not in KINDS:
        raise Impossible(f"fault is one of {', '.join(KINDS)}")
    unknown = fields.keys() - {"fault", *TEXTS, *NUMBERS}
    if unknown:
        raise Impossible(f"a fault has no {', '.join(sorted(unknown))}")
    order: dict[str, Any] = {"kind": kind}
    for name in NUMBERS.keys() & fields.keys():
        order[name] = _number(name, fields[name])
    for name in TEXTS & fields.keys():
        order[name] = _text(name, fields[name])
    if kind == DUPLICATE:
        order.pop("method", None)  # it is about updates, whichever way they go
    return order


def _number(name: str, value: object) -> int | float:
    number, least = NUMBERS[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or value < least:
        raise Impossible(f"{name} is a number from {least:g} on")
    return number(value)  # type: ignore[no-any-return]


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise Impossible(f"{name} is a text")
    return value
