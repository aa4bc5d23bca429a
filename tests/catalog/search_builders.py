"""A small made-up catalogue, and the lexicon of the project."""

from functools import cache
from pathlib import Path

from bot.catalog.search import Entry, Found, Lexicon, SearchIndex, load_lexicon

LEXICON = Path(__file__).parents[2] / "data" / "lexicon.csv"
ENTRIES = (
    Entry(
        id="weld",
        title="Сварщик ручной дуговой сварки",
        code="15.01.05",
        field="Металлообработка",
        competencies=("Чтение чертежей", "Контроль качества сварных швов"),
        partner="Горный техникум",
        city="Кемерово",
    ),
    Entry(id="weld-far", title="Сварщик", code="18809", city="Юрга", partner="Колледж у реки"),
    Entry(id="cnc", title="Оператор станков с программным управлением", code="15.01.32"),
    Entry(id="instruments", title="Наладчик контрольно-измерительных приборов и автоматики"),
    Entry(id="nurse", title="Сестринское дело", occupations=("Медицинская сестра",)),
    Entry(id="cook", title="Повар, кондитер", alt_names=("Поварское и кондитерское дело",)),
    Entry(id="code", title="Программист", competencies=("Разработка на языке Python",)),
    Entry(id="1c", title="Программист 1С"),
    Entry(id="car", title="Слесарь по ремонту автомобилей", city="Кемерово"),
    Entry(id="electro", title="Электромонтёр", city="Кемерово"),
    Entry(id="electro-mine", title="Электрослесарь подземный", city="Киселёвск"),
    Entry(id="setter", title="Наладчик-штамповщик"),
    Entry(id="buyer", title="Агент по закупкам"),
    Entry(id="account", title="Бухгалтер", description="Считает зарплату и сдаёт отчёты."),
    Entry(id="zoo", title="Ветеринарный фельдшер"),
    Entry(id="hair", title="Парикмахер"),
    Entry(id="training", title="Мастер производственного обучения"),
    Entry(id="line", title="Мастер производственного участка"),
)


@cache
def lexicon() -> Lexicon:
    return load_lexicon(LEXICON)


@cache
def index() -> SearchIndex:
    return SearchIndex(ENTRIES, lexicon())


def find(query: str) -> Found:
    return index().find(query)


def first(query: str) -> str:
    """The id of the best answer, "" for none."""
    hits = find(query).hits
    return hits[0].id if hits else ""
