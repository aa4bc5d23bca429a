"""Makes the pictures of docs/staff-guide.md anew: `.venv/bin/python docs/make_pictures.py`.

People talk to the bot in a studio (docs/studio.py). Needs Chromium; takes two minutes.
"""

import asyncio
import io
from dataclasses import replace
from datetime import datetime, timedelta

from openpyxl import load_workbook
from studio import PICTURES, ZONE, Person, Studio, studio

from bot.domain.inbox import Incoming, Kind
from bot.domain.people import AgeBand, Role, Standing
from bot.domain.staff import StaffRole
from bot.storage.transaction import Transaction

EVE = datetime(2027, 2, 4, 18, 1, tzinfo=ZONE)
TWO_HOURS_BEFORE = datetime(2027, 2, 5, 14, 1, tzinfo=ZONE)
DOORS_OPEN = datetime(2027, 2, 5, 15, 50, tzinfo=ZONE)
MONDAY = datetime(2027, 2, 8, 10, tzinfo=ZONE)
UNDONE_NO_MORE = timedelta(minutes=3)
SOME_SENT = 6.0  # seconds
READERS, UNREACHABLE = 1060, 18  # half of them are asked
TITLE = "Вечер открытой мастерской"
MAILING = (
    "<b>Олимпиада юных мастеров</b>\n\nСварка, станки с ЧПУ, электроника. "
    "Первый тур — 27 февраля, онлайн, бесплатно."
)


async def team(marina: Person, second: Person) -> None:
    await marina.joins(StaffRole.ADMIN)
    await marina.presses("Рабочий стол")
    await marina.shows("desk", "Рабочий стол")
    await marina.presses("Ещё", "Команда", "Пригласить")
    await marina.shows("invite", "Кого пригласить?")
    await second.joins(StaffRole.CENTER_STAFF)


async def question(marina: Person, anya: Person) -> None:
    await anya.presses("Специалист", "Не знаю, что выбрать", "Спросить своё")
    await anya.says("Нравится и сварка, и рисовать. Что из этого можно попробовать зимой?")
    await marina.opens("Вопросы людей", "Открыть № 1", "Взять")
    await marina.shows("question", "№ 1: Не знаю")
    await marina.presses("Ответить")
    await marina.says("Попробуйте и то и другое: 5 февраля вечер сварки, в марте — дизайн.")


async def catalogue(marina: Person) -> None:
    await marina.opens("Каталог", "Загрузить", "Получить весь каталог")
    told = await marina.hears("каталог.xlsx")
    async with marina.studio.http.get(told["document"]["url"]) as response:
        book = load_workbook(io.BytesIO(await response.read()))
    book["groups"].cell(2, [c.value for c in book["groups"][1]].index("seats") + 1).value = 20
    book.save(changed := io.BytesIO())
    await marina.sends("каталог.xlsx", changed.getvalue())
    await marina.hears("ошибок нет")
    await marina.shows("catalogue", "ошибок нет")


async def event(marina: Person, pupils: list[Person]) -> None:
    await marina.opens("События", "Новое", "Профессиональная проба")
    await marina.says(TITLE, "05.02 15:00-17:00")
    await marina.presses("Кемерово")
    await marina.says("ул. Примерная, 2, мастерская 5")
    await marina.presses("8–11 класс", "10")
    await marina.shows("event-card", "черновик")
    await marina.presses("Объявить")
    await asyncio.gather(*(comes(pupil) for pupil in pupils))
    await marina.presses("Изменить", "Когда")
    await marina.says("05.02 16:00-18:00")
    await pupils[0].hears("ИЗМЕНЕНИЕ")
    await pupils[0].shows("event-changed", "ИЗМЕНЕНИЕ")
    for moment in (EVE, TWO_HOURS_BEFORE, DOORS_OPEN):
        await marina.studio.until(moment)
    await marina.opens("События", TITLE, "Код у входа")
    await marina.shows("event-door", "Код у входа")
    await marina.studio.until(MONDAY)
    await marina.opens("События", TITLE, "Кто пришёл", *"12345", "Назад", "Итоги")
    await marina.shows("event-report", "Итоги:")


async def arrives(pupil: Person) -> None:
    await pupil.says("/start")
    await pupil.presses("Я учусь", "От 14", "9 класс", "Да, сохран")


async def comes(pupil: Person) -> None:
    await pupil.says("/events")
    await pupil.presses(TITLE, "Приду")


async def mailing(marina: Person, second: Person) -> None:
    await crowd(marina.studio)
    await marina.opens("Рассылки", "Новая рассылка", "Олимпиады")
    await marina.says(MAILING)
    await marina.shows("mailing-card", "черновик")
    await marina.presses("Кому", "Добавить условие", "Класс", "8–9", "Готово")
    await marina.shows("mailing-audience", "Кому: рассылка")
    await marina.presses("К черновику", "Проверить", "Показать")
    await marina.shows("mailing-check", "Олимпиада", "проверка")
    await marina.presses("Отправить сейчас")
    await second.hears("Нужно ваше согласие")
    await second.presses("Посмотреть и решить")
    await second.shows("mailing-approval", "согласие")
    await second.presses("Согласен")
    await marina.studio.until(marina.studio.sandbox.clock.now() + UNDONE_NO_MORE)
    await marina.hears("Остановить насовсем")
    await asyncio.sleep(SOME_SENT)
    await marina.presses("Пауза")
    await marina.shows("mailing-progress", "на паузе")
    await marina.presses("Продолжить")
    await marina.hears("завершена")
    await marina.shows("mailing-report", "Доставлено")


async def crowd(studio: Studio) -> None:
    """Some have blocked the bot, a few are guests, two sit behind a bad line."""
    accounts = [studio.sandbox.state.people.add("Читатель", "ru").id for _ in range(READERS)]
    for n, person in enumerate(map(studio.sandbox.state.people.get, accounts)):
        assert person is not None
        person.has_written, person.blocked = True, n < UNREACHABLE
    for account in accounts[-4:-2]:
        await studio.post("faults", fault="reset_after", method="sendMessage", chat=account)
    now = studio.sandbox.clock.now()
    await studio.works.database.turn(lambda tx: readers(tx, accounts, now))


def readers(tx: Transaction, accounts: list[int], now: datetime) -> None:
    for n, account in enumerate(accounts):
        came = Incoming(
            channel="telegram",
            dedupe_key=str(account),
            account=account,
            chat=str(account),
            kind=Kind.COMMAND,
            payload="start",
            received_at=now,
            language="ru",
        )
        known = tx.people.seen(came, now, now + timedelta(days=1))
        pupil = replace(known, role=Role.PUPIL, age_band=AgeBand.FROM_14, grade=8 + n % 4)
        if n % 50:
            pupil = replace(pupil, standing=Standing.MEMBER, expires_at=None)
        tx.people.save(pupil)


async def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    async with studio() as here:
        marina, second = Person(here, 1004), await here.somebody("Виктор")
        pupils = [Person(here, 1001), *[await here.somebody("Ученик") for _ in range(7)]]
        await asyncio.gather(*(arrives(pupil) for pupil in pupils))
        await team(marina, second)
        await question(marina, pupils[0])
        await catalogue(marina)
        await event(marina, pupils)
        await mailing(marina, second)


if __name__ == "__main__":
    asyncio.run(main())
