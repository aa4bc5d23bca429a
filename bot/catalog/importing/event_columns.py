"""The columns of a table of events, which is no part of the network."""

from bot.catalog.importing.columns import YES_NO, Column, Columns, Values
from bot.domain.events import EventType

TYPES: Values = {
    EventType.TRYOUT: "профессиональная проба",
    EventType.EXCURSION: "экскурсия",
    EventType.MASTERCLASS: "мастер-класс",
    EventType.OPEN_DAY: "день открытых дверей",
    EventType.JOB_FAIR: "ярмарка вакансий",
    EventType.CONTEST: "олимпиада, конкурс",
    EventType.LECTURE: "лекция",
    EventType.SEMINAR: "семинар",
    EventType.CONSULTATION: "консультация",
    EventType.FORUM: "форум",
    EventType.ONLINE_LESSON: "онлайн-урок",
}
STATES: Values = {"draft": "черновик", "published": "объявить"}
EVENTS: Columns = {
    "slug": Column(says="Имя для ссылок: маленькие латинские буквы, цифры и «-»; не меняется"),
    "state": Column(says="Что сделать с событием", values=STATES),
    "type": Column(says="Вид события", values=TYPES),
    "title_ru": Column(says="Название по-русски, до 90 знаков"),
    "title_en": Column(says="Название по-английски", required=False),
    "about_ru": Column(says="О чём событие, до 500 знаков", required=False),
    "about_en": Column(says="О чём, по-английски", required=False),
    "sector": Column(says="Код направления", required=False, refers="sectors.csv"),
    "organiser": Column(says="Код партнёра, который проводит", refers="partners.csv"),
    "co_organisers": Column(
        says="Коды тех, кто проводит вместе с ним",
        required=False,
        several=True,
        refers="partners.csv",
    ),
    "city": Column(says="Код города; пусто — онлайн", required=False, refers="cities.csv"),
    "place": Column(says="Адрес и кабинет; у онлайн-события пусто", required=False),
    "link": Column(
        says="Ссылка на встречу, https://…; увидят только те, кто записан", required=False
    ),
    "when": Column(
        says="2026-03-05 15:00-17:00, +12 15:00-17:00 или сб +12 11:00-14:00 "
        "(первая суббота с двенадцатого дня от первой загрузки); "
        "на несколько дней: +12 10:00 - +14 16:00"
    ),
    "grade_from": Column(says="С какого класса; пусто — не для школьников", required=False),
    "grade_to": Column(says="По какой класс", required=False),
    "adults": Column(says="Открыто взрослым", required=False, values=YES_NO),
    "age_mark": Column(says="Возрастной знак: 0, 6, 12, 16 или 18", required=False),
    "capacity": Column(says="Сколько мест"),
    "per_school": Column(says="Сколько из них может занять одна школа", required=False),
    "deadline": Column(
        says="Запись до: 2026-03-04 18:00 или +10 18:00; пусто — до начала", required=False
    ),
    "class_from": Column(says="Класс с учителем: от скольких учеников", required=False),
    "class_to": Column(says="До скольких учеников", required=False),
    "pupils_per_adult": Column(says="Сколько учеников на одного взрослого", required=False),
    "accessible": Column(says="Вход без ступеней", required=False, values=YES_NO),
    "bring": Column(says="Что взять с собой", required=False),
    "briefing": Column(says="Сначала инструктаж", required=False, values=YES_NO),
    "documents": Column(says="Какие нужны документы", required=False),
    "federal": Column(says="Федеральный проект", required=False),
    "programmes": Column(
        says="Коды программ, к которым оно ведёт",
        required=False,
        several=True,
        refers="programmes.csv",
    ),
    "lead_times": Column(
        says="За сколько минут напоминать; пусто — как обычно", required=False, several=True
    ),
}
