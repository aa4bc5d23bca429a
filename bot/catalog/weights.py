"""Reads data/weights.toml: what counts how much in matching, and what a search finds the same."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.domain.errors import NeedsMending
from bot.domain.matching import Tolerances, Weights

T = TypeVar("T", Weights, Tolerances)
SECTIONS = ("match", "search")


class BadWeights(NeedsMending):
    """The file cannot be used; the message names it, the section and the value."""


def load_weights(path: Path) -> tuple[Weights, Tolerances]:
    """Raises BadWeights."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadWeights(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadWeights(f"{path.name}: {error}. Mend that line.") from error
    if strange := sorted(values.keys() - {"version", *SECTIONS}):
        raise BadWeights(f"{path.name}: there is no {strange[0]}, only version, [match], [search]")
    if not isinstance(values.get("version"), str) or not values["version"].strip():
        raise BadWeights(f'{path.name}: version is missing, for example version = "3"')
    match, search = (_section(path, values, name) for name in SECTIONS)
    weights = _checked(path, "match", Weights, {**match, "version": values["version"]})
    return weights, _checked(path, "search", Tolerances, search)


def _section(path: Path, values: dict[str, Any], name: str) -> dict[str, Any]:
    section = values.get(name)
    if not isinstance(section, dict):
        raise BadWeights(f"{path.name}: the section [{name}] is missing")
    return section


def _checked(path: Path, name: str, kind: type[T], values: dict[str, Any]) -> T:
    known = {field.name for field in fields(kind)}
    if strange := sorted(values.keys() - known):
        raise BadWeights(f"{path.name}: [{name}] has no {strange[0]}; {', '.join(sorted(known))}")
    try:
        return TypeAdapter(kind).validate_python(values)
    except ValidationError as error:
        found = "; ".join(_said(name, problem) for problem in error.errors())
        raise BadWeights(f"{path.name}: {found}") from error


def _said(name: str, problem: Any) -> str:
    place = " ".join((f"[{name}]", *map(str, problem["loc"])))
    return f"{place}: {problem['msg'].removeprefix('Value error, ')}"
