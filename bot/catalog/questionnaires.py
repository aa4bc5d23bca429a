"""Reads data/questionnaires/*.toml. A new questionnaire is a new file, no Python."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.domain.errors import NeedsMending
from bot.domain.network import Dictionaries
from bot.domain.questionnaires import OWN_IDS, Questionnaire

ADAPTER = TypeAdapter(Questionnaire)
INTERESTS, SKILLS = "interests", "skills"  # what pupils and adults are asked
LONGEST_ID = 10  # characters; it travels in buttons


class BadQuestionnaire(NeedsMending):
    """A file in data/questionnaires cannot be used; the message names it and the place in it."""


def load_questionnaires(folder: Path) -> Mapping[str, Questionnaire]:
    """By code. Raises BadQuestionnaire."""
    found: dict[str, Questionnaire] = {}
    for path in sorted(folder.glob("*.toml")):
        questionnaire = _load(path)
        if questionnaire.code in found:
            raise BadQuestionnaire(f"{path.name}: another file has the code {questionnaire.code!r}")
        found[questionnaire.code] = questionnaire
    return found


def complete_questionnaires(
    folder: Path, dictionaries: Dictionaries
) -> Mapping[str, Questionnaire]:
    """Those that the bot asks pupils and adults, and any other; what they refer to exists.

    Raises BadQuestionnaire.
    """
    found = load_questionnaires(folder)
    if missing := sorted({INTERESTS, SKILLS} - found.keys()):
        raise BadQuestionnaire(f"{folder} holds no questionnaire called {', '.join(missing)}")
    for questionnaire in found.values():
        for item in questionnaire.items:
            if item.competency not in dictionaries.competencies:
                raise BadQuestionnaire(
                    f"{questionnaire.code}: {item.id} names the competency {item.competency!r}, "
                    "which data/competencies.csv does not hold"
                )
            if item.sector is not None and item.sector not in dictionaries.sectors:
                raise BadQuestionnaire(
                    f"{questionnaire.code}: {item.id} names the sector {item.sector!r}, "
                    "which data/sectors.csv does not hold"
                )
    return found


def _load(path: Path) -> Questionnaire:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        questionnaire = ADAPTER.validate_python(_shaped(values))
    except KeyError as error:
        raise BadQuestionnaire(f"{path.name}: {error} is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError, TypeError) as error:
        raise BadQuestionnaire(f"{path.name}: {error}") from error
    if found := list(_mistakes(questionnaire)):
        raise BadQuestionnaire(f"{path.name}: {'; '.join(found)}")
    return questionnaire


def _mistakes(questionnaire: Questionnaire) -> Iterator[str]:
    pairs, items = questionnaire.pairs, questionnaire.items
    if bool(pairs) is bool(items):
        yield "needs pairs or items, and not both"
    if items and not questionnaire.scale:
        yield "items need a scale"
    ids = Counter([pair.id for pair in pairs] + [item.id for item in items])
    yield from (f"{i} stands twice" for i, times in ids.items() if times > 1)
    for i in ids:
        if i in OWN_IDS or not (i.isascii() and i.isalnum() and len(i) <= LONGEST_ID):
            yield f"{i!r} is no id: up to {LONGEST_ID} Latin letters and digits"
    for pair in pairs:
        if pair.a.interest is pair.b.interest:
            yield f"{pair.id} has {pair.a.interest} on both sides"
        if pair.round not in (1, 2):
            yield f"{pair.id} is in round {pair.round}, which is neither 1 nor 2"


def _shaped(values: dict[str, Any]) -> dict[str, Any]:
    """The file names wordings flatly (ru, en beside the id); the values keep them together."""
    return {
        "code": values["code"],
        "version": values["version"],
        "title": values["title"],
        "instruction": values["instruction"],
        "pairs": [
            {"id": p["id"], "round": p["round"], "a": _side(p["a"]), "b": _side(p["b"])}
            for p in values.get("pairs", [])
        ],
        "items": [
            {**_worded(i), "id": i["id"], "competency": i["competency"], "sector": i.get("sector")}
            for i in values.get("items", [])
        ],
        "scale": {step["value"]: _wording(step) for step in values.get("scale", [])} or None,
    }


def _side(side: dict[str, Any]) -> dict[str, Any]:
    return {"interest": side["type"], **_worded(side)}


def _worded(values: dict[str, Any]) -> dict[str, Any]:
    return {"wording": _wording(values)}


def _wording(values: dict[str, Any]) -> dict[str, str]:
    return {"ru": values["ru"], "en": values["en"]}
