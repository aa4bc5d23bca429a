"""Whatever people type finds what they mean."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.catalog.search import Entry, Lexicon, SearchIndex, Understanding
from tests.catalog.search_builders import ENTRIES, find, first, index, lexicon


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_title_finds_its_entry_first_and_surely(entry: Entry) -> None:
    found = find(entry.title)
    assert found.kind is Understanding.FOUND
    assert (found.hits[0].id, found.hits[0].score) == (entry.id, 1.0)
    assert found.understood == ""


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("сварщиками", "weld-far"),
        ("агента по закупкам", "buyer"),
        ("сестринского дела", "nurse"),
        ("электромонтёров", "electro"),
        ("ЭЛЕКТРОМОНТЕР", "electro"),
    ],
)
def test_inflected_words_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant
    assert find(query).understood == ""


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("сварщег", "weld-far"),
        ("парекмахер", "hair"),
        ("прогрмамист", "code"),
        ("бухалтер", "account"),
        ("еликтромантер", "electro"),
        ("ветеренарный фелдшер", "zoo"),
        ("слесарь по рмонту автомобелей", "car"),
    ],
)
def test_misspelt_words_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("ghjuhfvvbcn", "code"),
        ("cdfhobr", "weld-far"),
        ("gfhbrvf[th", "hair"),
        ("'ktrnhjvjynth", "electro"),
        ("цудвук", "weld-far"),  # welder
    ],
)
def test_the_wrong_keyboard_layout_is_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    "query", ["svarshik", "svarshchik", "svarshhik", "svarschik", "SVARSCHIK", "svarwik"]
)
def test_every_transliteration_is_understood(query: str) -> None:
    assert first(query) == "weld-far"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("programmist", "code"),
        ("buhgalter", "account"),
        ("elektromontjor", "electro"),
        ("agent po zakupkam", "buyer"),
        ("python razrabotka", "code"),
    ],
)
def test_transliterated_titles_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("оператор станков с ЧПУ", "cnc"),
        ("наладчик КИПиА", "instruments"),
        ("1С", "1c"),
        ("1c", "1c"),  # a Latin letter
        ("эл.слесарь", "electro-mine"),
        ("эл. монтер", "electro"),
        ("бух.", "account"),
        ("вет. фельдшер", "zoo"),
    ],
)
def test_abbreviations_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("хочу на сварщика", "weld-far"),
        ("мне 45 лет, можно ли бесплатно переучиться на бухгалтера после декрета", "account"),
        ("куда пойти если нравится возиться с машинами", "car"),
        ("хочу лечить животных", "zoo"),
        ("Сварщик 4 разряда (вахта)", "weld-far"),
        ('Бухгалтер ООО "Ромашка"', "account"),
    ],
)
def test_whole_sentences_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("прогер", "code"),
        ("главбух", "account"),
        ("варить железо", "weld-far"),
        ("медсестра", "nurse"),
        ("welder", "weld-far"),
        ("accountant", "account"),
        ("hairdresser", "hair"),
    ],
)
def test_slang_and_english_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("15.01.05", "weld"),
        ("15 01 05", "weld"),
        ("150105", "weld"),
        ("код 18809", "weld-far"),
        ("сварщик 15.01.32", "cnc"),
    ],
)
def test_a_code_wins_over_everything(query: str, meant: str) -> None:
    found = find(query)
    assert [hit.id for hit in found.hits] == [meant]
    assert found.hits[0].score == 1.0


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("наладчикштамповщик", "setter"),
        ("агентпозакупкам", "buyer"),
        ("агентпозакупкмя", "buyer"),
        ("svarshika", "weld-far"),
        ("cdfhotu", "weld-far"),  # сварщег
        ("хочу на парекмахера", "hair"),
        ("[jxe yf cdfhobrf", "weld-far"),  # хочу на сварщика
        ("парикм ахер", "hair"),
    ],
)
def test_two_faults_at_once_are_understood(query: str, meant: str) -> None:
    assert first(query) == meant


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("контроль качества сварных швов", "weld"),
        ("разработка на питоне", "code"),
        ("медицинская сестра", "nurse"),
        ("кондитерское дело", "cook"),
    ],
)
def test_competencies_occupations_and_other_names_are_searched(query: str, meant: str) -> None:
    assert first(query) == meant


def test_a_trade_is_found_inside_longer_names_of_its_kind_only() -> None:
    titles = ("Электрогазосварщик", "Руководитель", "Судоводитель")
    trades = SearchIndex([Entry(id=title, title=title) for title in titles], lexicon())
    assert [hit.id for hit in trades.find("сварщик").hits] == ["Электрогазосварщик"]
    assert "Руководитель" not in [hit.id for hit in trades.find("водитель").hits]


def test_a_word_of_the_title_that_is_usually_left_out_still_tells_titles_apart() -> None:
    assert first("мастер производственного обучения") == "training"
    assert first("мастер производственного участка") == "line"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "привет как дела",
        "какая сегодня погода",
        "ты дурак",
        "скачать фильм бесплатно",
        "what is the meaning of life",
        "хочу учиться",
        "после 9 класса",
        "мянлемщыщюг",
        "dfgdfg",
        "12345",
        "🙂🙂",
        "...",
    ],
)
def test_what_asks_for_nothing_finds_nothing(query: str) -> None:
    found = find(query)
    assert found.kind is Understanding.NONE
    assert found.hits == ()
    assert found.understood == ""


def test_a_doubtful_answer_is_only_a_maybe() -> None:
    assert find("сварщик").kind is Understanding.FOUND
    assert find("плавильщик сварщик").kind is Understanding.MAYBE


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("сварщег", "сварщег → сварщик"),
        ("ghjuhfvvbcn", "ghjuhfvvbcn → программист"),
        ("svarshik", "svarshik → сварщик"),
        ("прогер", "прогер → программист"),
        ("варить железо", "варить железо → сварщик"),
        ("хочу на парекмахера", "парекмахера → парикмахер"),
    ],
)
def test_it_says_what_it_understood(query: str, understood: str) -> None:
    assert find(query).understood == understood


def test_a_city_narrows_the_answer() -> None:
    assert [hit.id for hit in find("сварщик в Юрге").hits] == ["weld-far"]
    assert [hit.id for hit in find("курсы сварщиков кемерово").hits][:1] == ["weld"]


def test_a_partner_narrows_the_answer() -> None:
    assert first("сварщик горный техникум") == "weld"


def test_a_city_alone_shows_what_there_is() -> None:
    assert {hit.id for hit in find("что есть в Кемерово").hits} == {"weld", "car", "electro"}


def test_a_city_in_passing_is_no_search_for_all_that_it_has() -> None:
    assert find("когда отменят дождь над Кемерово").kind is Understanding.NONE


def test_a_partner_alone_shows_what_it_has() -> None:
    assert [hit.id for hit in find("горный техникум").hits] == ["weld"]


def test_where_the_city_has_nothing_of_the_kind_other_cities_answer() -> None:
    assert first("бухгалтер в Юрге") == "account"


def test_a_city_that_the_catalogue_does_not_know_is_no_obstacle() -> None:
    assert first("парикмахер в Новосибирске") == "hair"


def test_the_answer_is_as_long_as_asked() -> None:
    assert len(index().find("мастер наладчик сварщик", top=2).hits) <= 2
    assert len(index().find("сварщик", top=1).hits) == 1


def test_scores_are_between_zero_and_one_and_fall() -> None:
    scores = [hit.score for hit in find("электрик на производстве").hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_equal_entries_come_in_the_order_of_the_catalogue() -> None:
    twins = [Entry(id=name, title="Столяр") for name in ("c", "a", "b")]
    found = SearchIndex(twins, Lexicon()).find("столяр")
    assert [hit.id for hit in found.hits] == ["c", "a", "b"]


def test_an_empty_catalogue_answers_none() -> None:
    assert SearchIndex([], lexicon()).find("сварщик").kind is Understanding.NONE


def test_without_a_lexicon_slang_is_not_understood() -> None:
    plain = SearchIndex(ENTRIES, Lexicon())
    assert plain.find("сварщик").hits[0].id == "weld-far"
    assert plain.find("welder").kind is Understanding.NONE


def test_many_threads_get_the_same_answers() -> None:
    queries = ["сварщег", "ghjuhfvvbcn", "welder", "хочу на повара", "КИПиА"] * 8
    alone = [find(query) for query in queries]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(find, queries)) == alone
