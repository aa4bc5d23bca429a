"""Typed text -> words."""

import re
import unicodedata
from typing import NamedTuple

LONGEST_QUERY = 400
LONGEST_WORD = 80
_EMPLOYER = re.compile(r"(?i)\b(?:ооо|оао|зао|пао|ао|ип|гбпоу|мбоу)\s*[\"«“][^\"»”]*[\"»”]?")
_LETTERS_APART = re.compile(r"(?<!\w)(\w{1,2})[/.](\w)(?!\w)")
_TOKEN = re.compile(r"[^\W_]+[+#]*\.?")
_CODE = re.compile(r"(?<!\d)(?:\d\d\D?\d\d\D?\d\d|\d{5})(?!\d)")
_WHERE = frozenset({"в", "во", "для", "из"})
_WHAT = frozenset({"на", "по", "и"})
_AS_CYRILLIC = str.maketrans("aceopxytkmhb", "асеорхуткмнв")
_AS_LATIN = str.maketrans("асеорхуткмнв", "aceopxytkmhb")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[a-z]")


class Word(NamedTuple):
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


def tokens(text: str) -> list[str]:
    """As typed, with the full stop of a shortening; «с/х» is one token, «слесарь-ремонтник» two."""
    if "/" in text or "." in text:
        text = _LETTERS_APART.sub(r"\1\2", text)
    return _TOKEN.findall(text.lower() if text.isupper() else text)


def word(token: str) -> Word:
    bare = token.rstrip(".")[:LONGEST_WORD]
    loud = len(bare) > 1 and bare.isupper()
    return Word(text=small(bare), short=token.endswith("."), loud=loud)


def words(text: str) -> list[Word]:
    """Words of a query in their order, in small letters, without the name of an employer."""
    found: list[Word] = []
    aside = False
    for token in tokens(_EMPLOYER.sub(" ", text)):
        found.append(word(token)._replace(aside=aside))
        aside = (aside or found[-1].text in _WHERE) and found[-1].text not in _WHAT
    return found


def small(text: str) -> str:
    """Small letters, ё as е, and lookalikes in the alphabet of most of the word's letters."""
    text = text.casefold().replace("ё", "е")
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    if latin and cyrillic:
        return text.translate(_AS_LATIN if latin > cyrillic else _AS_CYRILLIC)
    return text


def squeezed(text: str) -> str:
    """Letters and digits only: finds «наладчикштамповщик» and «инжене рпо»."""
    return small("".join(tokens(text)).replace(".", ""))


def codes(text: str) -> list[str]:
    """The digits of everything that looks like a code of an occupation or a speciality."""
    return ["".join(filter(str.isdigit, code)) for code in _CODE.findall(text)]


def has_latin(text: str) -> bool:
    return _LATIN.search(text.casefold()) is not None


def has_cyrillic(text: str) -> bool:
    return _CYRILLIC.search(text.casefold()) is not None
