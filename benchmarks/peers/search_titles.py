"""Made-up catalogues of any size, and what is typed into their search."""

import random
from collections.abc import Sequence

from bot.catalog.search import Entry

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
    """Different titles, each of a trade, what it is about and mostly a particular."""
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
    """Titles as people type them: right, with one misspelling and with two in turn."""
    dice = random.Random(3)
    return [misspelt(e.title, n % 3, dice) for n, e in enumerate(dice.choices(entries, k=count))]


def strange(count: int) -> list[str]:
    """Mixed scripts, emoji, right to left, rubbish; one in twenty of 4,096 characters."""
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
