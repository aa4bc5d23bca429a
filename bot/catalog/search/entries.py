"""What goes into a search and what comes out of it."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One card of the catalogue, as far as words can find it. `code` is a code of the speciality
    (21.02.15) or of the occupation (18809), `hours` the length of the training."""

    id: str
    title: str
    code: str = ""
    kind: str = ""
    field: str = ""
    hours: int | None = None
    alt_names: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    partner: str = ""
    city: str = ""
    description: str = ""


class Understanding(StrEnum):
    FOUND = "found"
    MAYBE = "maybe"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Hit:
    """`score` is in [0, 1]: 1 is a query that says the title and nothing else."""

    id: str
    score: float


@dataclass(frozen=True, kw_only=True)
class Found:
    """`hits` are best first and empty for NONE. `understood` says what was read differently from
    what was typed («сварщег → сварщик»), "" where nothing was."""

    kind: Understanding
    hits: tuple[Hit, ...] = ()
    understood: str = ""
