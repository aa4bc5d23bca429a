"""Every screen, over the whole demo network, in both languages and tones, is short enough."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.catalog.search import Found, Hit, Lexicon, Understanding
from bot.catalog.snapshot import Catalogue
from bot.domain.enrolments import Enrolment, Move, State
from bot.domain.matching import Finding, choose, findings, gap, reasons, why_not
from bot.domain.matching.alike import ASPECTS
from bot.domain.network import Audience, DayPart
from bot.domain.people import AgeBand, Education, Person, Role
from bot.domain.profiles import Profile
from bot.domain.questionnaires import Progress
from bot.texts import LANGUAGES, Texts, texts
from bot.views import cities, enrolments, matches, me, menu, programmes, start
from bot.views import help as help_views
from bot.views import search as search_views
from bot.views.programmes import ShowMatches
from bot.views.screen import MAX_LABEL, Screen, drawn
from tests.builders import NOON, OPERATOR, RULES, SEAL, TODAY
from tests.domain.matching_builders import TOLERANCES, WEIGHTS

DATA = Path(__file__).parents[2] / "data"
NAMES = load_dictionaries(DATA)
NETWORK = read_network(DATA / "demo", NAMES, TODAY)
CATALOGUE = Catalogue(1, NETWORK, NAMES, Lexicon())
FEW = {"DEMO-01-G1": 14}  # places taken, so that a queue is shown too
OFFERS = CATALOGUE.offers(FEW, TODAY)
EVERY = [texts(language, tone) for language in LANGUAGES for tone in ("formal", "informal")]

SHORT = 350  # characters that are read at a glance
CARD = 900
LIST = 1500  # three to five programmes with their reasons


def person(role: Role = Role.PUPIL) -> Person:
    return Person(
        id=7,
        channel="telegram",
        account=1001,
        chat="1001",
        language="ru",
        role=role,
        age_band=AgeBand.FROM_14,
        grade=9,
        education=Education.SCHOOL,
        city="kemerovo",
        created_at=NOON,
    )


def profile(audience: Audience) -> Profile:
    band = AgeBand.FROM_14 if audience is Audience.PUPIL else AgeBand.FROM_18
    return Profile(audience=audience, age_band=band, today=TODAY, grade=9, city="kemerovo")


def enrolment(state: State) -> Enrolment:
    return Enrolment(
        id=12,
        person_id=7,
        programme="DEMO-21",
        group_code="DEMO-21-G1",
        state=state,
        city=None,
        education=None,
        daypart=None,
        applied_at=NOON,
        decide_by=NOON + timedelta(days=2),
    )


def receipt(state: State) -> enrolments.Receipt:
    of = enrolment(state)
    return enrolments.Receipt(
        enrolment=of,
        offer=CATALOGUE.offer(of.programme, {}, TODAY),
        group=NETWORK.groups[of.group_code],
        place=3,
        moves=[
            Move(
                from_state=None,
                to_state=State.SUBMITTED,
                actor="person",
                reason="applied",
                moved_at=NOON,
            )
        ],
    )


def short_ones(t: Texts) -> Iterator[Screen]:
    programme = NETWORK.programmes["DEMO-21"]
    yield start.age(person(), t)
    yield from (start.grade(band, t) for band in AgeBand if band in start.GRADES)
    yield start.education(t)
    yield start.for_children(timedelta(hours=24), t)
    for role, progress in itertools.product(Role, Progress):
        code = "skills" if role is Role.ADULT else "interests"
        yield menu.menu(person(role), code, progress, enrolment(State.OFFERED), False, t)
        yield menu.menu(person(role), code, progress, None, True, t)
    yield me.page(person(), NAMES.cities, 3, 1, 2, 1, t)
    yield me.settings(replace(person(), muted=True), t)
    yield me.ask_forget(t)
    yield from (help_views.not_a_file(kind, t) for kind in ("photo", "voice", "sticker", "x"))
    yield help_views.keep_secrets(t)
    yield help_views.stopped(t)
    yield cities.ask(list(NAMES.cities.values()), None, ShowMatches(), t)
    yield start.grade_of_child(t)
    yield start.welcome(True, t)
    yield enrolments.dayparts("DEMO-21-G1", t)
    yield enrolments.mine([], 0, t)
    yield enrolments.lapsed(receipt(State.LAPSED), t)
    yield enrolments.ask_withdraw(enrolment(State.SUBMITTED), programme, t)
    for offer in OFFERS:
        yield enrolments.groups(offer, TODAY, t)
    yield programmes.saved_list(OFFERS, 2, t)
    yield programmes.saved_list([], 0, t)
    yield search_views.results(Found(kind=Understanding.NONE), [], [], NAMES, t)


def cards(t: Texts) -> Iterator[Screen]:
    yield start.welcome(False, t)
    yield enrolments.mine([receipt(State.SUBMITTED)] * 8, 0, t)
    for state in State:
        yield enrolments.receipt(receipt(state), OPERATOR, RULES.zone, NAMES, t)
    yield enrolments.offered(receipt(State.OFFERED), RULES.zone, NAMES, t)
    yield start.consent(OPERATOR, t)
    yield start.privacy(OPERATOR, False, t)
    yield help_views.how_it_works([], t)
    for offer in OFFERS:
        yield programmes.card(offer, NAMES, False, False, TODAY, t)
        yield programmes.compared(offer, OFFERS[0], NAMES, TODAY, t)
        yield programmes.compare_with(offer, OFFERS, t)
        for places in offer.groups:
            yield enrolments.review(person(), offer, places, None, list(DayPart), NAMES, t)
    for audience in Audience:
        yield from _explanations(profile(audience), t)


def _explanations(given: Profile, t: Texts) -> Iterator[Screen]:
    choice = choose(OFFERS, given, WEIGHTS, NAMES.cities, NETWORK.modules)
    for offer in OFFERS:
        missing = gap(offer, given, NAMES.cities, NETWORK.modules, NETWORK.programmes)
        told = reasons(offer, given, NAMES.cities)
        why = why_not(offer, given, WEIGHTS, NAMES.cities, choice)
        yield matches.explained(why, missing, told, NAMES, t)


def lists(t: Texts) -> Iterator[Screen]:
    for audience in Audience:
        given = profile(audience)
        choice = choose(OFFERS, given, WEIGHTS, NAMES.cities, NETWORK.modules)
        yield matches.proposed(choice, "26-00012", person(), False, "interests", NAMES, t)
        hits = tuple(Hit(id=o.programme.code, score=1.0) for o in OFFERS)
        alike = [(offer, 1.0) for offer in OFFERS]
        five = findings(alike, given, True, WEIGHTS, TOLERANCES, NAMES.cities, 5)
        for kind in (Understanding.FOUND, Understanding.MAYBE):
            search = Found(kind=kind, hits=hits, understood="сварщег → сварщик")
            yield search_views.results(search, five, [1, 2], NAMES, t)
            for aspect in ASPECTS:
                longest = max(OFFERS, key=lambda offer: len(offer.programme.title_ru))
                finding = Finding(offer=longest, hindrance=None, ahead=aspect, reason=None)
                yield search_views.results(search, [finding] * 5, [], NAMES, t)


@pytest.mark.parametrize(("screens", "limit"), [(short_ones, SHORT), (cards, CARD), (lists, LIST)])
def test_a_screen_says_no_more_than_is_read(
    screens: Callable[[Texts], Iterator[Screen]], limit: int
) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert len(visible(screen)) <= limit, visible(screen)


@pytest.mark.parametrize("screens", [short_ones, cards, lists])
def test_every_screen_has_a_way_on_and_few_choices(
    screens: Callable[[Texts], Iterator[Screen]],
) -> None:
    for t in EVERY:
        for screen in screens(t):
            assert screen.choices or screen.nav, visible(screen)
            assert len(screen.choices) <= 6, visible(screen)
            assert len(screen.nav) <= 3
            rows = drawn(screen, SEAL, "telegram:1001")["rows"]
            assert all(len(button["label"]) <= MAX_LABEL for row in rows for button in row)


def visible(screen: Screen) -> str:
    return re.sub(r"</?\w+>", "", screen.text)
