"""The columns of every file, in the order in which they are written, and what they may hold.

One declaration for those who read the files, write them and make templates of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.network import (
    AgreementKind,
    Audience,
    DayPart,
    Format,
    GroupState,
    Interest,
    Medical,
    PartnerKind,
    ProgrammeKind,
    ResourceKind,
)

Values = Mapping[str, str]  # what a cell may hold -> what that means


@dataclass(frozen=True, kw_only=True)
class Column:
    """What stands in the cells under a name."""

    says: str  # Russian, for the person who fills the file in
    required: bool = True  # whether a cell may not be empty
    several: bool = False  # values with ";" between them
    values: Values | None = None  # all that there are, each in Russian words
    refers: str | None = None  # the file whose codes it holds
    added: bool = False  # younger than the first release: older files do without it


Columns = Mapping[str, Column]  # by name

YES_NO: Values = {"1": "да", "0": "нет"}
PARTNER_KINDS: Values = {
    PartnerKind.CENTER: "ЦОПП",
    PartnerKind.COLLEGE: "колледж, техникум",
    PartnerKind.UNIVERSITY: "университет",
    PartnerKind.EMPLOYER: "предприятие",
    PartnerKind.SCHOOL: "школа",
    PartnerKind.EXTRA_EDUCATION: "учреждение дополнительного образования",
    PartnerKind.EMPLOYMENT_SERVICE: "служба занятости",
    PartnerKind.GOVERNMENT: "орган власти",
}
AGREEMENT_KINDS: Values = {
    AgreementKind.NETWORK: "договор о сетевой форме",
    AgreementKind.FRAMEWORK: "соглашение о сотрудничестве, без обучения",
}
PROGRAMME_KINDS: Values = {
    ProgrammeKind.DO: "дополнительная общеразвивающая, для школьников",
    ProgrammeKind.PO_NEW: "подготовка: первая рабочая профессия",
    ProgrammeKind.PO_RE: "переподготовка рабочих: ещё одна профессия",
    ProgrammeKind.PO_UP: "повышение квалификации рабочих: разряд",
    ProgrammeKind.PK: "повышение квалификации, от 16 часов",
    ProgrammeKind.PP: "профессиональная переподготовка, от 250 часов",
}
FORMATS: Values = {
    Format.ONSITE: "очно",
    Format.BLENDED: "очно и дистанционно",
    Format.ONLINE: "онлайн",
}
AUDIENCES: Values = {Audience.PUPIL: "школьники", Audience.ADULT: "взрослые"}
MEDICAL: Values = {
    Medical.NONE: "не нужно",
    Medical.EXAM: "медосмотр",
    Medical.BOOK: "медицинская книжка",
}
INTERESTS: Values = {
    Interest.NATURE: "природа",
    Interest.TECH: "техника",
    Interest.HUMAN: "человек",
    Interest.SIGN: "знак",
    Interest.ART: "образ",
}
DAYPARTS: Values = {
    DayPart.MORNING: "утро",
    DayPart.DAY: "день",
    DayPart.EVENING: "вечер",
    DayPart.WEEKEND: "выходные",
}
GROUP_STATES: Values = {
    GroupState.OPEN: "набор идёт",
    GroupState.CLOSED: "набор закрыт",
    GroupState.CANCELLED: "группа отменена: бот напишет тем, кто подал заявку",
}
RESOURCE_KINDS: Values = {
    ResourceKind.SITE: "площадка: мастерская, лаборатория, полигон",
    ResourceKind.EQUIPMENT: "оборудование",
}

_CODE = Column(says="Латинские буквы, цифры, «.», «_» и «-», до 24 знаков; больше ни у кого нет")
_NAME_RU = Column(says="Название по-русски")
_NAME_EN = Column(says="Название по-английски")
_DAY = "2026-09-01, 01.09.2026 или +21 (дней от первой загрузки)"
_PARTNER = Column(says="Код партнёра", refers="partners.csv")
_PROGRAMME = Column(says="Код программы", refers="programmes.csv")
_CITY = Column(says="Код города", refers="cities.csv")
_FORMAT = Column(says="Как проходит обучение", values=FORMATS)
_OUTCOMES = Column(
    says="Чему научатся: «компетенция:уровень», уровень 1–4",
    several=True,
    refers="competencies.csv",
)
_IS_DEMO = Column(says="Учебный пример, а не настоящее предложение", values=YES_NO)

CITIES: Columns = {
    "code": _CODE,
    "name_ru": _NAME_RU,
    "name_en": _NAME_EN,
    "oktmo": Column(says="Код ОКТМО: 8 или 11 цифр", required=False),
    "lat": Column(says="Широта, градусы"),
    "lon": Column(says="Долгота, градусы"),
}
SECTORS: Columns = {"code": _CODE, "name_ru": _NAME_RU, "name_en": _NAME_EN}
COMPETENCIES: Columns = {
    "code": _CODE,
    "name_ru": _NAME_RU,
    "name_en": _NAME_EN,
    "group": Column(says="Код направления или transversal", refers="sectors.csv"),
}
OCCUPATIONS: Columns = {
    "code": _CODE,
    "name_ru": _NAME_RU,
    "name_en": _NAME_EN,
    "sector": Column(says="Код направления", refers="sectors.csv"),
    "levels": Column(
        says="Что нужно уметь: «компетенция:уровень», уровень 1–4",
        several=True,
        refers="competencies.csv",
    ),
}
FUNDING: Columns = {
    "code": _CODE,
    "name_ru": _NAME_RU,
    "name_en": _NAME_EN,
    "basis": Column(says="Правовой акт"),
    "valid_from": Column(says="С какого дня: 2026-09-01 или 01.09.2026"),
    "valid_to": Column(says="По какой день; пусто — бессрочно", required=False),
}

PARTNERS: Columns = {
    "code": _CODE,
    "name_ru": _NAME_RU,
    "name_en": _NAME_EN,
    "kind": Column(says="Кто это", values=PARTNER_KINDS),
    "city": _CITY,
    "is_demo": _IS_DEMO,
}
RESOURCES: Columns = {
    "code": _CODE,
    "partner": _PARTNER,
    "kind": Column(says="Что это", values=RESOURCE_KINDS),
    "name_ru": _NAME_RU,
    "name_en": Column(says="Название по-английски", required=False),
    "capacity": Column(says="Сколько человек может заниматься сразу"),
    "conditions": Column(says="Что просит партнёр: инструктаж, спецодежда", required=False),
}
AGREEMENTS: Columns = {
    "number": Column(says="Номер соглашения; больше ни у кого нет"),
    "partner": _PARTNER,
    "kind": Column(says="Вид соглашения", values=AGREEMENT_KINDS),
    "valid_from": Column(says=f"Первый день: {_DAY}"),
    "valid_to": Column(says=f"Последний день: {_DAY}"),
    "resources": Column(
        says="Коды ресурсов, которые даёт партнёр",
        required=False,
        several=True,
        refers="resources.csv",
        added=True,
    ),
    "duties": Column(says="Что партнёр делает, одной строкой", required=False, added=True),
    "learners": Column(
        says="На сколько человек соглашение; пусто — не ограничено", required=False, added=True
    ),
}
PROGRAMMES: Columns = {
    "code": _CODE,
    "slug": Column(says="Имя для ссылок: маленькие латинские буквы, цифры и «-»; не меняется"),
    "title_ru": Column(says="Название по-русски, до 90 знаков"),
    "title_en": Column(says="Название по-английски", required=False),
    "summary_ru": Column(says="О программе в двух предложениях, до 200 знаков"),
    "summary_en": Column(says="О программе по-английски", required=False),
    "kind": Column(says="Вид программы", values=PROGRAMME_KINDS),
    "hours": Column(says="Часов; столько же в сумме у модулей"),
    "format": _FORMAT,
    "partner": _PARTNER,
    "city": _CITY,
    "sector": Column(says="Код направления", refers="sectors.csv"),
    "audiences": Column(says="Для кого", several=True, values=AUDIENCES),
    "min_age": Column(says="С какого возраста; пусто — с любого", required=False),
    "grade_from": Column(says="С какого класса; только для школьников", required=False),
    "grade_to": Column(says="По какой класс; только для школьников", required=False),
    "further": Column(says="Нужно СПО или ВО (или учёба там); у pk и pp всегда 1", values=YES_NO),
    "profession": Column(says="Нужна рабочая профессия; у po_re и po_up всегда 1", values=YES_NO),
    "experience": Column(says="Нужен опыт в этой отрасли", values=YES_NO),
    "medical": Column(says="Что подтверждает врач при зачислении", values=MEDICAL),
    "outcomes": _OUTCOMES,
    "requires": Column(
        says="Что нужно уметь до начала: «компетенция:уровень», уровень 0–4",
        required=False,
        several=True,
        refers="competencies.csv",
    ),
    "interests": Column(says="«Интерес:вес», вес до 1", several=True, values=INTERESTS),
    "other_names": Column(says="Как ещё называют", required=False, several=True),
    "occupations": Column(says="Кем можно работать", required=False, several=True),
    "price": Column(says="Рубли; 0 — бесплатно для обучающегося"),
    "is_demo": _IS_DEMO,
    "funding": Column(
        says="Коды категорий, для кого обучение может быть бесплатным",
        required=False,
        several=True,
        refers="funding.csv",
        added=True,
    ),
}
MODULES: Columns = {
    "code": _CODE,
    "programme": _PROGRAMME,
    "position": Column(says="Место в программе: 1, 2, 3 …"),
    "title_ru": Column(says="Название по-русски, до 90 знаков"),
    "title_en": Column(says="Название по-английски", required=False),
    "hours": Column(says="Часов"),
    "partner": _PARTNER,
    "city": _CITY,
    "format": _FORMAT,
    "outcomes": _OUTCOMES,
    "requires": Column(
        says="Коды модулей, которые нужно пройти раньше",
        required=False,
        several=True,
        refers="modules.csv",
    ),
    "price": Column(
        says="Рубли за один этот модуль; пусто или 0 — бесплатно", required=False, added=True
    ),
}
GROUPS: Columns = {
    "code": _CODE,
    "programme": _PROGRAMME,
    "module": Column(
        says="Код модуля, если группа только по нему; пусто — вся программа",
        required=False,
        refers="modules.csv",
        added=True,
    ),
    "starts_on": Column(says=f"Первый день: {_DAY}"),
    "ends_on": Column(says=f"Последний день: {_DAY}"),
    "daypart": Column(says="Когда занятия", values=DAYPARTS),
    "timetable": Column(
        says="«пн 18:00-20:30; ср 18:00-20:30»; пусто — в своём темпе или ещё не решено",
        required=False,
        several=True,
        added=True,
    ),
    "seats": Column(says="Сколько мест"),
    "state": Column(
        says="Идёт ли набор; пусто — идёт", required=False, values=GROUP_STATES, added=True
    ),
}

# The files of a network by name, each after those that it refers to.
NETWORK: Mapping[str, Columns] = {
    "partners": PARTNERS,
    "resources": RESOURCES,
    "agreements": AGREEMENTS,
    "programmes": PROGRAMMES,
    "modules": MODULES,
    "groups": GROUPS,
}
