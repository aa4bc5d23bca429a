"""What the menu suggests to type leads to something that is open to whoever reads it."""

import re
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.catalog.search import load_lexicon
from bot.catalog.snapshot import Catalogue
from bot.domain.matching import obstacles
from bot.domain.network import Audience
from bot.domain.people import AgeBand, Education, Role
from bot.domain.profiles import Profile
from bot.texts import LANGUAGES, texts
from tests.builders import TODAY

DATA = Path(__file__).parents[2] / "data"
NAMES = load_dictionaries(DATA)
CATALOGUE = Catalogue(
    1, read_network(DATA / "demo", NAMES, TODAY), NAMES, load_lexicon(DATA / "lexicon.csv")
)
EXAMPLE = re.compile(r"[«“]([^»”]+)[»”]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_every_example_of_the_menu_finds_something_open(language: str, role: Role) -> None:
    examples = EXAMPLE.findall(texts(language).plain("menu-text", role=role))
    assert len(examples) == 3
    for example in examples:
        hits = [hit.id for hit in CATALOGUE.search(example).hits]
        assert [code for code in hits if not closed(code, role)], f"{role}: {example} → {hits}"


def closed(code: str, role: Role) -> bool:
    profile = Profile(
        audience=Audience.ADULT if role is Role.ADULT else Audience.PUPIL,
        age_band=AgeBand.FROM_18 if role is Role.ADULT else AgeBand.FROM_14,
        today=TODAY,
        grade=None if role is Role.ADULT else 9,
        education=Education.COLLEGE if role is Role.ADULT else None,
    )
    return bool(obstacles(CATALOGUE.offer(code, {}, TODAY), profile, NAMES.cities))


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_every_example_of_an_empty_search(language: str) -> None:
    for tone in ("informal", "formal"):
        for example in EXAMPLE.findall(texts(language, tone).plain("search-none")):
            assert CATALOGUE.search(example).hits, example
