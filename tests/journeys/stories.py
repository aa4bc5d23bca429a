"""The main job as four people do it: what they press, and what they are told then.

Buttons are named by the beginning of their words, screens by some of theirs: nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Line = tuple[str, str]  # what is pressed, what the bot says then
Lines = Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class Story:
    language: str
    welcome: str
    introduces: Lines  # role, age
    agrees: Lines
    begins: Lines  # to the first statement or pair
    answers: Lines  # to everything that is no statement to be rated
    careless: str  # what somebody is told who answers too quickly
    hurried: str  # their way on
    result: Sequence[str]  # words of the caption
    finds: Lines  # to the last look at the application
    submits: Line
    returns: Lines  # to the own page and the application on it
    withdraws: Lines
    wrong_tone: Sequence[str] = ()  # how one speaks to others than them


LETTERS = "aabaabbaba"  # answers to the ten pairs


def pairs(a: str, b: str, progress: str, end: str) -> Lines:
    pressed = [a if letter == "a" else b for letter in LETTERS]
    said = [progress.format(number) for number in range(2, len(LETTERS) + 1)]
    return list(zip(pressed, [*said, end], strict=True))


RU_RETURNS = (
    ("Меню", "Меню"),
    ("Моя страница", "Моя страница"),
    ("Мои заявки: 1", "Мои заявки"),
    ("1", "Заявка №"),
)
EN_RETURNS = (
    ("Menu", "Menu"),
    ("My page", "My page"),
    ("My applications: 1", "My applications"),
    ("1", "Application No."),
)
RU_WITHDRAWS = (("Отозвать", "Отозвать заявку №"), ("Да", "Заявка отозвана"))
EN_WITHDRAWS = (("Withdraw", "Withdraw application No."), ("Yes", "is withdrawn"))
RU_CARELESS, EN_CARELESS = "Ответы пришли очень быстро", "The answers came very quickly"
RU_HURRIED = "Всё равно"
EN_HURRIED = "Show the result all"

PUPIL_RU = Story(
    language="ru",
    welcome="Кто вы?",
    introduces=(
        ("Я учусь", "Сколько тебе лет?"),
        ("От 14", "В каком ты классе?"),
    ),
    agrees=(
        ("9 класс", "Сохранить твои ответы?"),
        ("Да, сохран", "Выбери, с чего начать"),
    ),
    begins=(("Узнать", "Что интереснее?"),),
    answers=(
        *pairs("А", "Б", "Вопрос {} из 10", "Десять ответов есть!"),
        ("Показать результат", "Тебе интереснее"),
    ),
    careless=RU_CARELESS,
    hurried=RU_HURRIED,
    result=("работа с людьми", "техника", "Что можно попробовать", "не проверен"),
    finds=(
        ("Подобрать", "Посмотри, что может подойти"),
        ("1", "курс для школьников"),
        ("Подать", "Какая группа удобнее?"),
        ("1", "Класс: 9"),
    ),
    submits=("Подать", "Место за тобой"),
    returns=RU_RETURNS,
    withdraws=RU_WITHDRAWS,
    wrong_tone=(" вы ", " вам ", " вас ", " ваш", "Выберите", "Посмотрите", "Напишите"),
)
PUPIL_EN = Story(
    language="en",
    welcome="Who are you?",
    introduces=(
        ("I am at school", "How old are you?"),
        ("14 to", "Which grade are you in?"),
    ),
    agrees=(
        ("Grade 9", "Keep your answers?"),
        ("Yes, keep", "Choose where to begin"),
    ),
    begins=(("See what", "Which one interests you more?"),),
    answers=(
        *pairs("A", "B", "Question {} of 10", "Ten answers are in!"),
        ("Show the result", "You are more interested in"),
    ),
    careless=EN_CARELESS,
    hurried=EN_HURRIED,
    result=("working with people", "technology", "What you could try", "validated"),
    finds=(
        ("Find", "What may suit you"),
        ("1", "a course for pupils"),
        ("Apply", "Which group suits you?"),
        ("1", "Grade: 9"),
    ),
    submits=("Apply", "A place is held for you"),
    returns=EN_RETURNS,
    withdraws=EN_WITHDRAWS,
)
ADULT_RU = Story(
    language="ru",
    welcome="Кто вы?",
    introduces=(
        ("Я взрослый", "Сколько вам лет?"),
        ("От 18", "Какое у вас образование?"),
    ),
    agrees=(
        ("Колледж", "Сохранить ваши ответы?"),
        ("Да, сохран", "Выберите, с чего начать"),
    ),
    begins=(
        ("Оценить", "Какие направления вам интересны?"),
        ("Станки", "Станки и сварка"),
        ("Готово", "Объясняю мысль"),
    ),
    answers=(
        ("Сварка", "Сейчас выбрано: Сварка"),
        ("Готово", "Где вам удобно учиться?"),
        ("Прокопьевск", "Как вам удобно учиться?"),
        ("Очно", "Очно, на месте"),
        ("Готово", "Когда вам удобно заниматься?"),
        ("Вечером", "Вечером"),
        ("Готово", "Есть ли у вас рабочая профессия?"),
        ("Нет", "есть опыт работы?"),
        ("В этих", "Всё готово"),
        ("Показать результат", "Получается лучше всего"),
    ),
    careless=RU_CARELESS,
    hurried=RU_HURRIED,
    result=("Получается лучше всего", "Хотите развить", "Сварка"),
    finds=(
        ("Подобрать", "Что может подойти"),
        ("1", "Сварщик"),
        ("Подать", "Какая группа удобнее?"),
        ("2", "вечером"),
    ),
    submits=("Подать", "Место за вами"),
    returns=RU_RETURNS,
    withdraws=RU_WITHDRAWS,
    wrong_tone=(" ты ", " тебе ", " тебя ", " твой ", " твои ", " тобой", "Выбери ", "Напиши "),
)
ADULT_EN = Story(
    language="en",
    welcome="Who are you?",
    introduces=(
        ("I am an adult", "How old are you?"),
        ("18 to", "What is your education?"),
    ),
    agrees=(
        ("College", "Keep your answers?"),
        ("Yes, keep", "Choose where to begin"),
    ),
    begins=(
        ("Rate", "Which fields interest you?"),
        ("Machining", "Machining and welding"),
        ("Done", "I explain things clearly"),
    ),
    answers=(
        ("Welding", "Chosen now: Welding"),
        ("Done", "Where would you like to study?"),
        ("Prokopyevsk", "How would you like to study?"),
        ("On site", "On site"),
        ("Done", "When would you like to study?"),
        ("Evenings", "Evenings"),
        ("Done", "Do you have a worker's profession?"),
        ("No", "have you worked?"),
        ("No experience", "All done"),
        ("Show the result", "What you do best"),
    ),
    careless=EN_CARELESS,
    hurried=EN_HURRIED,
    result=("What you do best", "You want to develop", "Welding"),
    finds=(
        ("Find", "What may suit you"),
        ("1", "elding"),
        ("Apply", "Which group suits you?"),
        ("2", "in the evening"),
    ),
    submits=("Apply", "A place is held for you"),
    returns=EN_RETURNS,
    withdraws=EN_WITHDRAWS,
)
STORIES = {
    "pupil-ru": PUPIL_RU,
    "pupil-en": PUPIL_EN,
    "adult-ru": ADULT_RU,
    "adult-en": ADULT_EN,
}
