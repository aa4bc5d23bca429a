"""What is wrong in the files of an import, said to the person who has to mend them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.errors import NeedsMending

MOST_KEPT = 1000
MOST_LISTED = 100  # of those, in one message


@dataclass(frozen=True, kw_only=True)
class Problem:
    """`row` is the line in the file (1 = header; 0 = the whole file), `field` a column or ""."""

    file: str
    row: int = 0
    field: str = ""
    message: str

    def __str__(self) -> str:
        row = f"строка {self.row}" if self.row else ""
        return (
            ", ".join(part for part in (self.file, row, self.field) if part) + f": {self.message}"
        )


class BadData(NeedsMending):
    """The files cannot be taken. `problems` are at most 1000; `more` counts the others."""

    def __init__(self, problems: Sequence[Problem], more: int = 0) -> None:
        super().__init__(problems, more)
        self.problems = tuple(problems)
        self.more = more

    def __str__(self) -> str:
        return self.listing(MOST_LISTED)

    def listing(self, most: int) -> str:
        """A line for each problem, at most so many, and how many there are besides."""
        more = self.more + len(self.problems[most:])
        rest = [f"… ещё ошибок: {more}"] if more else []
        return "\n".join([*map(str, self.problems[:most]), *rest])


@dataclass
class Problems:
    """Collects while files are read; keeps little even of a file that is wrong everywhere."""

    listed: list[Problem] = field(default_factory=list)
    count: int = 0
    _places: set[tuple[str, int]] = field(default_factory=set)

    def add(self, problem: Problem) -> None:
        self.count += 1
        self._places.add((problem.file, problem.row))
        if len(self.listed) < MOST_KEPT:
            self.listed.append(problem)

    def at(self, file: str, row: int) -> bool:
        """Whether anything is wrong in this row."""
        return (file, row) in self._places

    def raise_any(self) -> None:
        """Raises BadData if anything was found."""
        if self.count:
            ordered = sorted(self.listed, key=lambda problem: (problem.file, problem.row))
            raise BadData(ordered, self.count - len(ordered))
