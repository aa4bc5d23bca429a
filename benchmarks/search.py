"""Typo-proof search beside the usual ways: what it finds, how fast, how that grows.

    python -m benchmarks.search [QUERIES]

Relevance needs the reference catalogue and its labelled queries, which are no part of the project;
without them that table is left out. Times are taken on made-up catalogues: titles put together from
word lists, a third of the queries spelt right, the others with one or two misspellings. Every
method is a fresh process. The last line is JSON with all figures.
"""

import csv
import gc
import importlib.util
import json
import math
import random
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.catalog.search import Entry, SearchIndex, load_lexicon
from bot.catalog.search.cards import load_entries

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / ".." / "shared" / "matching"
SIZES = (1_000, 3_200, 10_000, 100_000)
SLOW_FROM, SLOW_QUERIES = 10_000, 12  # entries; so slow that a dozen queries are enough
STRANGE = 4_000
Find = Callable[[str], Sequence[str]]

WORDS = """
Сварщик|Токарь|Слесарь|Электромонтёр|Наладчик|Оператор|Машинист|Монтажник|Маляр|Штукатур|Плотник
Столяр|Повар|Кондитер|Пекарь|Продавец|Кассир|Бухгалтер|Экономист|Логист|Кладовщик|Водитель
Тракторист|Агроном|Ветеринар|Фельдшер|Лаборант|Технолог|Конструктор|Программист|Тестировщик
Дизайнер|Фотограф|Режиссёр|Воспитатель|Учитель|Тренер|Психолог|Юрист|Секретарь|Администратор
Официант|Парикмахер|Косметолог|Швея|Закройщик|Обувщик|Пожарный|Спасатель|Инспектор|Диспетчер
Геодезист|Маркшейдер|Горнорабочий|Взрывник|Проходчик|Обогатитель|Металлург|Химик|Эколог

автомобилей|промышленного оборудования|холодильных установок|строительных машин
кровельных систем|трубопроводов|котельных|подъёмных кранов|лифтов|железнодорожных путей
радиоаппаратуры|сетей связи|баз данных|мобильных приложений|компьютерных игр|рекламных текстов
торгового зала|складских запасов|гостиничных номеров|детских площадок|школьных мастерских
больничных палат|аптечных складов|лабораторных анализов|мясных изделий|молочной продукции
хлебобулочных изделий|овощных теплиц|животноводческих ферм|лесных хозяйств|угольных шахт
открытых разрезов|буровых установок|нефтяных скважин|газовых магистралей|электрических сетей
тепловых станций|водопроводных сооружений|кадровых документов|налоговых отчётов
страховых случаев|судебных дел|охранных систем|пожарных частей|театральных костюмов
ювелирных украшений|кожаной обуви|швейных изделий|мебельных фасадов|керамической плитки
металлических конструкций|пластмассовых деталей|резиновых покрышек|бумажной упаковки

с программным управлением|широкого профиля|первого разряда|на вахте|для начинающих
в цифровом цехе|высшей категории|по новым стандартам|с нуля|дистанционно|по ремонту и наладке
по контролю качества|смены|участка|бригады|подземный|судовой|аварийной службы
опытного производства|с наставником|повышенной сложности|серийного выпуска|полевых работ
ночной смены|малых предприятий|экспортного направления|сельских районов|северных территорий
городских служб|учебного полигона

Чтение чертежей|Контроль качества|Ведение документации|Расчёт стоимости|Работа с таблицами
Обслуживание приборов|Общение с заказчиком|Охрана труда|Планирование смены|Диагностика поломок
"""
TRADES, OBJECTS, ENDINGS, SKILLS = (
    block.replace("\n", "|").split("|") for block in WORDS.strip().split("\n\n")
)


def made_up(count: int) -> list[Entry]:
    dice = random.Random(7)
    kinds = [f"{trade} {of} {end}" for trade in TRADES for of in OBJECTS for end in ENDINGS]
    kinds += [f"{trade} {of}" for trade in TRADES for of in OBJECTS]
    return [
        Entry(id=str(n), title=title, competencies=tuple(dice.sample(SKILLS, 3)))
        for n, title in enumerate(dice.sample(kinds, count))
    ]


def misspelt(text: str, times: int, dice: random.Random) -> str:
    """A letter left out, doubled, mistaken or exchanged with the next, so many times."""
    text = text.lower()
    for _ in range(times):
        at = dice.randrange(len(text) - 1)
        one, two, other = text[at], text[at + 1], dice.choice("абвгдеиклмнопрст")
        wrong = dice.choice((two, one + one + two, other + two, two + one))
        text = text[:at] + wrong + text[at + 2 :]
    return text


def typed(entries: Sequence[Entry], count: int) -> list[str]:
    dice = random.Random(3)
    return [misspelt(e.title, n % 3, dice) for n, e in enumerate(dice.choices(entries, k=count))]


def strange(count: int) -> list[str]:
    dice = random.Random(5)
    alphabets = (
        "абвгдежзиклмн",
        "abcdefghij",
        "שלוםمرحبا",
        "😀👍🏽🇷🇺",
        " .,;[]'",
        "0123456789",
        "中文",
    )
    return [
        "".join(dice.choices("".join(dice.sample(alphabets, 2)), k=4096 if n % 20 == 0 else n % 60))
        for n in range(count)
    ]


def ours(entries: Sequence[Entry]) -> Find:
    index = SearchIndex(entries, load_lexicon(ROOT / "data" / "lexicon.csv"))
    return lambda query: [hit.id for hit in index.find(query, 10).hits]


def by_rapidfuzz(scorer: str) -> Callable[[Sequence[Entry]], Find]:
    def build(entries: Sequence[Entry]) -> Find:
        from rapidfuzz import fuzz, process

        titles, like = [str.casefold(entry.title) for entry in entries], getattr(fuzz, scorer)

        def find(query: str) -> list[str]:
            found = process.extract(str.casefold(query), titles, scorer=like, limit=10)
            return [entries[n].id for _, _, n in found]

        return find

    return build


def by_fts5(entries: Sequence[Entry]) -> Find:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE cards USING fts5(text, tokenize='trigram')")
    rows = ((str.casefold(" ".join((e.title, *e.alt_names, *e.competencies))),) for e in entries)
    base.executemany("INSERT INTO cards (text) VALUES (?)", rows)

    def find(query: str) -> list[str]:
        text = str.casefold(query).replace('"', " ")
        grams = {text[n : n + 3] for n in range(len(text) - 2)}
        wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams) if gram.strip())
        sql = "SELECT rowid FROM cards WHERE cards MATCH ? ORDER BY rank LIMIT 10"
        return [entries[row - 1].id for (row,) in base.execute(sql, (wanted,))] if wanted else []

    return find


def by_bm25s(entries: Sequence[Entry]) -> Find:
    bm25s: Any = importlib.import_module("bm25s")

    def grams(text: str) -> list[str]:
        return [text[n : n + 3].casefold() for n in range(len(text) - 2)]

    index = bm25s.BM25()
    index.index([grams(entry.title) for entry in entries], show_progress=False)

    def find(query: str) -> list[str]:
        found = index.retrieve([grams(query)], k=min(10, len(entries)), show_progress=False)[0][0]
        return [entries[n].id for n in found.tolist()]

    return find


def by_tfidf(entries: Sequence[Entry]) -> Find:
    text: Any = importlib.import_module("sklearn.feature_extraction.text")
    weights = text.TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 3), preprocessor=str.casefold
    )
    titles = weights.fit_transform([entry.title for entry in entries]).T.tocsr()

    def find(query: str) -> list[str]:
        scores = (weights.transform([query]) @ titles).tocoo()
        best = sorted(zip(scores.data, scores.col, strict=True), reverse=True)[:10]
        return [entries[n].id for _, n in best]

    return find


METHODS: dict[str, Callable[[Sequence[Entry]], Find]] = {
    "ours": ours,
    "rapidfuzz WRatio": by_rapidfuzz("WRatio"),
    "rapidfuzz token_set_ratio": by_rapidfuzz("token_set_ratio"),
    "SQLite FTS5 trigram": by_fts5,
}
if importlib.util.find_spec("bm25s"):
    METHODS["bm25s trigrams"] = by_bm25s
if importlib.util.find_spec("sklearn"):
    METHODS["char 3-gram tf-idf"] = by_tfidf


def resident() -> float:
    """MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def timed(find: Find, queries: Sequence[str]) -> dict[str, float]:
    taken = []
    for query in queries:
        start = time.perf_counter()
        find(query)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    last = len(taken) - 1
    return {"p50_ms": taken[last // 2], "p99_ms": taken[min(last, math.ceil(last * 0.99))]}


def speed(method: str, size: int, count: int) -> dict[str, float]:
    entries = made_up(size)
    small = METHODS[method](entries[:50])  # libraries and dictionaries are no part of the index
    gc.collect()
    before, start = resident(), time.process_time()
    find = METHODS[method](entries)
    built, taken = time.process_time() - start, resident() - before
    gc.collect()
    gc.freeze()
    slow = size >= SLOW_FROM and method != "ours"
    small("")
    figures = timed(find, typed(entries, SLOW_QUERIES if slow else count))
    figures |= {"build_cpu_s": built, "index_mib": taken}
    if method == "ours" and size == SIZES[1]:
        figures["strange_p99_ms"] = timed(find, strange(STRANGE))["p99_ms"]
    return figures


def relevance(method: str) -> dict[str, dict[str, float]]:
    find = METHODS[method](load_entries(REFERENCE / "catalogue.csv"))
    hits: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    with (REFERENCE / "dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ids, right = find(row["query"]), set(row["relevant"].split("|"))
            first = bool(ids) if row["kind"] == "negative" else bool(right & set(ids[:1]))
            hits[row["kind"]].append((first, bool(right & set(ids[:5]))))
    strata = {
        kind: {
            "n": len(of),
            "hit1": sum(a for a, _ in of) / len(of),
            "hit5": sum(b for _, b in of) / len(of),
        }
        for kind, of in sorted(hits.items())
    }
    negative = strata.pop("negative")
    macro = {key: sum(s[key] for s in strata.values()) / len(strata) for key in ("hit1", "hit5")}
    return strata | {"macro": macro, "negative": {"false_positives": negative["hit1"]}}


def in_a_process(*arguments: str) -> Any:
    command = [sys.executable, "-m", "benchmarks.search", *arguments]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return json.loads(printed.splitlines()[-1])


def show_relevance(found: dict[str, Any]) -> None:
    print(
        "hit@1 / hit@5 for each kind of query; of the queries about nothing, the share answered\n"
    )
    print("| queries | " + " | ".join(found) + " |\n|---" + "|---" * len(found) + "|")
    for kind in next(iter(found.values())):
        cells = []
        for strata in found.values():
            figures = strata[kind]
            both = "{hit1:.3f} / {hit5:.3f}" if "hit1" in figures else "{false_positives:.3f}"
            cells.append(both.format(**figures))
        print(f"| {kind} | " + " | ".join(cells) + " |")


def show_speed(found: dict[str, Any]) -> None:
    print("\n| method | entries | p50 ms | p99 ms | build, CPU s | index, MiB | growth exponent |")
    print("|---|---|---|---|---|---|---|")
    for method, sizes in found.items():
        for size, f in sizes.items():
            cells = [f[key] for key in ("p50_ms", "p99_ms", "build_cpu_s", "index_mib")]
            growth = f"{f['growth']:.2f}" if "growth" in f else ""
            print(f"| {method} | {size} | {' | '.join(f'{x:.2f}' for x in cells)} | {growth} |")


def main(count: int) -> None:
    figures: dict[str, Any] = {"speed": {}}
    if (REFERENCE / "dev.csv").exists():
        figures["relevance"] = {m: in_a_process("--relevance", m) for m in METHODS}
        show_relevance(figures["relevance"])
    else:
        print("(no reference catalogue here: relevance is left out)")
    for method in METHODS:
        sizes = {n: in_a_process("--speed", method, str(n), str(count)) for n in SIZES}
        times = sizes[SIZES[-1]]["p50_ms"] / sizes[SIZES[0]]["p50_ms"]
        sizes[SIZES[-1]]["growth"] = math.log(times) / math.log(SIZES[-1] / SIZES[0])
        figures["speed"][method] = sizes
    show_speed(figures["speed"])
    strange_ms = figures["speed"]["ours"][SIZES[1]]["strange_p99_ms"]
    print(f"\n{STRANGE} strange strings, some of 4,096 characters: p99 {strange_ms:.1f} ms\n")
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--relevance"]:
        print(json.dumps(relevance(sys.argv[2])))
    elif sys.argv[1:2] == ["--speed"]:
        print(json.dumps(speed(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
