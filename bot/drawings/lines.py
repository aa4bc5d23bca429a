"""Text broken into lines. Knows neither font nor unit: the caller says what fits on a line."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

ELLIPSIS = "…"
LONGEST = 200  # characters; a line of more would be too small to read
# a short word does not hang at the end of a line: «с прошлого» stays together
WORDS = re.compile(r"(?:\w{1,2} )?[^ ]+")

Fits = Callable[[str], bool]


def wrapped(text: str, fits: Fits, most: int) -> list[str]:
    """At most `most` lines that fit; where text is left over the last one ends in «…»."""
    lines = list(islice(_lines(text, fits), most + 1))
    if len(lines) > most:
        lines[most - 1 :] = [shortened(lines[most - 1], fits)]
    return lines


def shortened(line: str, fits: Fits) -> str:
    """The line with «…» at its end, and as much of it as still fits."""
    while line and not fits(line + ELLIPSIS):
        line = line[:-1]
    return line.rstrip(" .,;:") + ELLIPSIS


def _lines(text: str, fits: Fits) -> Iterator[str]:
    line = ""
    for word in WORDS.finditer(text):
        for piece in _pieces(word[0], fits):
            joined = f"{line} {piece}" if line else piece
            if fits(joined):
                line = joined
            else:
                if line:
                    yield line
                line = piece
    if line:
        yield line


def _pieces(word: str, fits: Fits) -> Iterator[str]:
    """The word itself, or, when it is longer than a line, pieces as long as a line."""
    while word:
        size = _fitting(word[:LONGEST], fits)
        yield word[:size]
        word = word[size:]


def _fitting(word: str, fits: Fits) -> int:
    """How many of its characters fit on a line, one at the least."""
    if fits(word):
        return len(word)
    sizes = range(1, len(word) + 1)
    return max(1, bisect_left(sizes, True, key=lambda size: not fits(word[:size])))
