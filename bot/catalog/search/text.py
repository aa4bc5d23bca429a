"""Typed text -> words."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_QUERY = 400
LONGEST_WORD = 40
_EMPLOYER = re.compile(r"(?i)\b(?:ооо|оао|зао|пао|ао|ип|гбпоу|мбоу)\s*[\"«“][^\"»”]*[\"»”]?")
_LETTERS_APART = re.compile(r"(?<!\w)(\w{1,2})[/.](\w)(?!\w)")
_WORD = re.compile(r"[^\W_]+[+#]*\.?")
_CODE = re.compile(r"(?<!\d)(?:\d\d\D?\d\d\D?\d\d|\d{5})(?!\d)")
_WHERE = frozenset({"в", "во", "для", "из"})
_WHAT = frozenset({"на", "по", "и"})
_LOOKALIKES = str.maketrans("aceopxytkmhb", "асеорхуткмнв")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True, kw_only=True)
class Word:
    """`short`: written with a full stop, so perhaps the beginning of a longer word.
    `loud`: in capitals among small letters, so perhaps an abbreviation.
    `aside`: where or for whom, not what: «копирайтер в офис»."""

    text: str
    short: bool = False
    loud: bool = False
    aside: bool = False


def clipped(text: str) -> str:
    """The text without control characters and marks of direction, at most LONGEST_QUERY long."""
    visible = unicodedata.normalize("NFKC", text[: 2 * LONGEST_QUERY])
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in visible)
    return " ".join("".join(kept).split())[:LONGEST_QUERY]


def words(text: str) -> list[Word]:
    """Words in their order, in small letters, ё as е; «с/х» is one word, «слесарь-ремонтник» two."""
    text = _LETTERS_APART.sub(r"\1\2", _EMPLOYER.sub(" ", text))
    shouting = text.isupper()
    found: list[Word] = []
    aside = False
    for raw in _WORD.findall(text):
        bare = raw.rstrip(".")[:LONGEST_WORD]
        loud = not shouting and len(bare) > 1 and bare.isupper()
        word = Word(text=small(bare), short=raw.endswith("."), loud=loud, aside=aside)
        aside = (aside or word.text in _WHERE) and word.text not in _WHAT
        found.append(word)
    return found


def small(word: str) -> str:
    """Small letters, ё as е, and Latin letters that stand in a Cyrillic word as Cyrillic ones."""
    word = word.casefold().replace("ё", "е")
    if _LATIN.search(word) and _CYRILLIC.search(word):
        return word.translate(_LOOKALIKES)
    return word


def squeezed(text: str) -> str:
    """Letters and digits only: finds «наладчикштамповщик» and «инжене рпо»."""
    return "".join(word.text for word in words(text))


def codes(text: str) -> list[str]:
    """The digits of everything that looks like a code of an occupation or a speciality."""
    return ["".join(filter(str.isdigit, code)) for code in _CODE.findall(text)]


def has_latin(text: str) -> bool:
    return _LATIN.search(text.casefold()) is not None


def has_cyrillic(text: str) -> bool:
    return _CYRILLIC.search(text.casefold()) is not None
