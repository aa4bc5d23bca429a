"""Tells what was read differently from what was typed: «сварщег → сварщик»."""

from collections.abc import Sequence

from bot.catalog.search.readings import Reading
from bot.catalog.search.slots import Slot

_ARROW = " → "
_LONGEST = 200


def told(reading: Reading, phrase: Sequence[int], terms: Sequence[str]) -> str:
    """`phrase`: the terms of the phrase that was found; `terms`: how each term is spelt."""
    heard = [(slot.text, _answer(slot, phrase, terms)) for slot in reading.slots]
    if reading.typed:
        text = reading.typed + _ARROW + " ".join(answer for _, answer in heard)
    else:
        changed = [said + _ARROW + answer for said, answer in heard if said != answer]
        replaced = [reading.said + _ARROW + reading.means] if reading.means else []
        text = ", ".join([*replaced, *changed])
    return text[:_LONGEST]


def _answer(slot: Slot, phrase: Sequence[int], terms: Sequence[str]) -> str:
    if slot.silent:
        return slot.text
    answering = max(phrase, key=lambda term: slot.terms.get(term, 0.0))
    return terms[answering] if answering in slot.guessed & slot.terms.keys() else slot.text
