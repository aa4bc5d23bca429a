"""The same word in another keyboard layout, in Latin letters, or as it sounds."""

import re
from collections.abc import Callable

_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>"
_JCUKEN = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю"
_TO_RUSSIAN = str.maketrans(_QWERTY, _JCUKEN)
_TO_ENGLISH = str.maketrans(_JCUKEN[:34], _QWERTY[:34])

# GOST 7.79, ICAO, passports of other years, and what people write in messengers; longest first.
_SYLLABLES = {
    "shch": "щ", "sch": "щ", "shh": "щ", "tch": "ч", "yo": "е", "jo": "е", "zh": "ж", "kh": "х",
    "ts": "ц", "tz": "ц", "cz": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю", "iu": "ю",
    "ya": "я", "ja": "я", "ia": "иа", "yy": "ый", "iy": "ий", "ij": "ий", "yj": "ый", "ck": "к",
    "ph": "ф", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х",
    "i": "и", "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к",
    "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "х", "y": "й", "z": "з",
    "'": "ь", "4": "ч", "6": "ш",
}  # fmt: skip
_CHUNK = re.compile(r"[^\s-]+")
_SYLLABLE = re.compile("|".join(re.escape(s) for s in _SYLLABLES))
_LATIN_RUN = re.compile(r"[a-z][a-z'46]*")
_ENOUGH_LETTERS = 8
_FEW_VOWELS = 0.15
_MANY_VOWELS = 0.33
_HARD_J = {"j": "ж", "ja": "жа", "jo": "жо", "ju": "жу", "yj": "ыж", "ij": "иж"}
_OTHER_LETTERS: tuple[dict[str, str], ...] = ({}, _HARD_J, {"c": "к"}, {"x": "кс"})
_CONSONANT_Y = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])y(?=[bcdfghjklmnpqrstvwxz])")

_SOUNDS = str.maketrans(
    {
        "о": "а", "е": "и", "э": "и", "ы": "и", "й": "и", "я": "а", "ю": "у", "щ": "ш",
        "г": "к", "д": "т", "б": "п", "з": "с", "в": "ф", "ъ": "", "ь": "",
    }
)  # fmt: skip
_TWICE = re.compile(r"([^ау])\1+")


def spells_sounds(text: str) -> bool | None:
    """Whether Latin letters can be said aloud: two in five of them are vowels, but one in twenty
    of a Russian text in the English layout. None where it may be either."""
    letters = [letter for letter in text.casefold() if "a" <= letter <= "z"]
    vowels = sum(letter in "aeiou" for letter in letters) / max(1, len(letters))
    if len(letters) < _ENOUGH_LETTERS or _FEW_VOWELS < vowels < _MANY_VOWELS:
        return None
    return vowels >= _MANY_VOWELS


def retyped(text: str, knows: Callable[[str], bool]) -> str:
    """«cdfhobr» -> «сварщик»: typed with the English layout switched on, but for known words."""
    return _CHUNK.sub(
        lambda chunk: chunk[0] if knows(chunk[0]) else chunk[0].translate(_TO_RUSSIAN),
        text.casefold(),
    )


def retyped_english(text: str) -> str:
    """«цудвук» -> «welder»: typed with the Russian layout switched on."""
    return text.casefold().translate(_TO_ENGLISH)


def cyrillic(text: str, knows: Callable[[str], bool]) -> list[str]:
    """«svarshchik» -> «сварщик», in every reading of the letters that schemes disagree about.
    Known words stay: «python razrabotchik»."""
    latin = text.casefold()
    fitting = [other for other in _OTHER_LETTERS if not other or next(iter(other)) in latin]
    return list(dict.fromkeys(_spelt(latin, other, knows) for other in fitting))


def _spelt(latin: str, other: dict[str, str], knows: Callable[[str], bool]) -> str:
    def spelt(run: re.Match[str]) -> str:
        if knows(run[0]):
            return run[0]
        text = _CONSONANT_Y.sub("ы", run[0])
        return _SYLLABLE.sub(lambda s: other.get(s[0], _SYLLABLES[s[0]]), text)

    return _LATIN_RUN.sub(spelt, latin)


def sound(word: str) -> str:
    """A key that is equal for what is heard alike: «сварщег» and «сварщик», «сваршик» from Latin.

    Unstressed vowels and voiced consonants are merged, as Russian reduces and devoices them; soft
    and hard signs and doubled letters are dropped.
    """
    heard = word.replace("тс", "ц").replace("иа", "а").replace("сч", "ш").replace("ия", "а")
    return _TWICE.sub(r"\1", heard.translate(_SOUNDS))
