"""Events from announcement to «не приду», as people and staff do it in the chat."""

from datetime import UTC, datetime, timedelta

from bot.domain.staff import StaffRole
from bot.services.staff import StaffService
from bot.storage.short import short
from tests.conftest import Bot
from tests.journeys.test_rights import exported
from tests.talk import Talk, labels, text_of

MARINA = 1004
TITLE = "Проба сварщика"


async def staff(bot: Bot, role: StaffRole = StaffRole.CENTER_STAFF, partner: str = "") -> Talk:
    with short(bot.file) as tx:
        token = StaffService(tx, datetime.now(UTC)).invite(role, partner)
    talk = bot.talk(MARINA) if role is StaffRole.CENTER_STAFF else await bot.somebody()
    await talk.starts(f"s_{token}")
    return talk


async def pupil(bot: Bot) -> Talk:
    talk = await bot.somebody()
    await talk.starts()
    for label in ("Я учусь", "От 14", "9 класс", "Да, сохран"):
        await talk.presses(label)
    return talk


def by_day(bot: Bot) -> None:
    """Nothing is offered at night: it is an afternoon at the Center, today or tomorrow."""
    now = bot.sandbox.clock.now() + timedelta(hours=7)
    if not 12 <= now.hour < 18:
        noon = now.replace(hour=12, minute=0) + timedelta(days=now.hour >= 18)
        bot.sandbox.clock.advance((noon - now).total_seconds())


def day(bot: Bot, days: int) -> str:
    local = bot.sandbox.clock.now() + timedelta(days=days, hours=7)
    return f"{local:%d.%m.%Y}"


async def announced(
    bot: Bot,
    member: Talk,
    *,
    places: str = "10",
    days: int = 10,
    classes: str = "без классов",
    last: str = "Объявить",
) -> str:
    """A try-out on that day at 15:00; gives the text of its card."""
    by_day(bot)
    await member.says("/menu")
    for label in ("Рабочий стол", "События", "Новое", "Профессиональная проба"):
        await member.presses(label)
    await member.says(TITLE)
    await member.says(f"{day(bot, days)} 15:00-17:00")
    await member.presses("Кемерово")
    await member.says("ул. Примерная, 2, мастерская 5")
    await member.presses("8–11 класс")
    await member.says(places)
    await member.presses(classes)
    return text_of(await member.presses(last))


async def opens(member: Talk) -> None:
    """The card of the event, as its staff see it, whatever was said to them meanwhile."""
    shown = await member.says("/menu")
    for label in ("Рабочий стол", "События", TITLE):
        shown = await member.presses(label, shown)


async def comes(talk: Talk) -> str:
    await talk.says("/events")
    await talk.presses(TITLE)
    return text_of(await talk.presses("Приду"))


async def test_staff_announce_an_event_with_a_few_answers(bot: Bot) -> None:
    card = await announced(bot, await staff(bot))
    for part in ("Идёт запись", TITLE, "15:00–17:00", "мастерская 5", "8–11 класс", "есть 10 мест"):
        assert part in card


async def test_a_pupil_finds_it_and_comes_with_one_tap(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    talk = await pupil(bot)
    said = await comes(talk)
    assert "Место за тобой" in said
    assert "мастерская 5" in said
    assert "Напомню: " in said
    assert "Твой номер: " in said
    await talk.says("/me")
    assert TITLE in text_of(await talk.presses("Мои события: 1"))


async def test_who_does_not_come_frees_the_place_for_the_next_at_once(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="1")
    first, second = await pupil(bot), await pupil(bot)
    await comes(first)
    await second.says("/events")
    await second.presses(TITLE)
    assert "твоё место: 1" in text_of(await second.presses("Встать в очередь"))
    await first.presses("Не приду")
    offer = await second.hears("Место освободилось!")
    assert "Место за тобой" in text_of(await second.presses("Приду", offer))


async def test_a_new_time_is_told_as_a_change_and_asks_whether_one_still_comes(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await member.presses("Изменить")
    await member.presses("Когда")
    await member.says(f"{day(bot, 12)} 16:00-18:00")
    await member.presses("Сообщить")
    changed = await talk.hears("ИЗМЕНЕНИЕ")
    assert "15:00–17:00" in text_of(changed)
    assert "16:00–18:00" in text_of(changed)
    assert "Место за тобой" in text_of(await talk.presses("Да, приду", changed))


async def test_a_cancelled_event_is_told_to_everybody_who_holds_or_waits_for_a_place(
    bot: Bot,
) -> None:
    member = await staff(bot)
    await announced(bot, member, places="1")
    first, second = await pupil(bot), await pupil(bot)
    await comes(first)
    await second.says("/events")
    await second.presses(TITLE)
    await second.presses("Встать в очередь")
    await member.presses("Отменить событие")
    await member.presses("Да, отменить")
    for talk in (first, second):
        assert TITLE in text_of(await talk.hears("ОТМЕНА"))


async def test_two_events_at_one_time_are_asked_about_first(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await talk.says("/events")
    await talk.presses("2")
    asked = await talk.presses("Приду")
    assert "В это же время у тебя" in text_of(asked)
    assert "Место за тобой" in text_of(await talk.presses("Да, записать"))


async def test_a_friend_takes_the_place_that_is_held_by_the_link(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="2")
    anna, boris = await pupil(bot), await pupil(bot)
    await anna.says("/events")
    await anna.presses(TITLE)
    await anna.presses("Приду не один")
    await anna.presses("Нас 2")
    link = text_of(await anna.presses("Позвать друга"))
    payload = link.split("start=")[1].split()[0]
    assert "Место за тобой" in text_of(await boris.starts(payload))
    assert bot.rows("SELECT places FROM participations ORDER BY id") == [(1,), (1,)]
    clara = await pupil(bot)
    assert "записаться уже нельзя" in text_of(await clara.starts(payload))


async def test_the_filter_is_remembered_and_can_be_dropped(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    talk = await pupil(bot)
    await talk.says("/events")
    await talk.presses("Выбрать")
    await talk.presses("Город")
    await talk.presses("Ещё")
    await talk.presses("Юрга") if "Юрга" in str(labels(await talk.screen())) else None
    await talk.presses("1")
    assert "По таким условиям ничего нет" in text_of(await talk.says("/events"))
    assert TITLE in text_of(await talk.presses("Показать все"))


async def test_a_field_that_cannot_be_read_is_asked_again_and_nothing_is_lost(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    await member.presses("Изменить")
    await member.presses("Когда")
    again = text_of(await member.says("когда-нибудь"))
    assert "не получилось прочитать" in again
    assert "12.03 15:00-17:00" in again
    card = await member.says(f"{day(bot, 9)} 12:00-13:00")
    assert "12:00–13:00" in text_of(card)


async def test_a_partners_event_waits_for_the_center(bot: Bot) -> None:
    member = await staff(bot)
    coordinator = await staff(bot, StaffRole.PARTNER_COORDINATOR, "DP-02")
    card = await announced(bot, coordinator, last="Предложить Центру")
    assert "Ждёт согласования" in card
    assert TITLE not in text_of(await (await pupil(bot)).says("/events"))
    proposed = await member.hears("Организация предлагает событие")
    await member.presses("Посмотреть", proposed)
    await member.presses("Объявить")
    await coordinator.hears("объявлено")
    assert TITLE in text_of(await (await pupil(bot)).says("/events"))


async def test_reminders_come_the_evening_before_and_two_hours_before(bot: Bot) -> None:
    await announced(bot, await staff(bot), days=10)
    talk = await pupil(bot)
    await comes(talk)
    await bot.jobs.look()
    now = bot.sandbox.clock.now()
    eve = (now + timedelta(days=9, hours=7)).replace(hour=11, minute=1)  # 18:01 in Kuzbass
    bot.sandbox.clock.advance((eve - timedelta(hours=0) - now).total_seconds())
    await bot.jobs.look()
    reminder = await talk.hears("Напоминание")
    assert "мастерская 5" in text_of(reminder)
    gone = text_of(await talk.presses("Не приду", reminder))
    assert "Запись отменена" in gone


async def test_what_is_stored_of_events_is_given_out_and_a_number_is_left(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    talk = await pupil(bot)
    await comes(talk)
    stored = await exported(talk)
    assert [p["state"] for p in stored["events"]] == ["registered"]
    await talk.says("/forget")
    assert "1 запись на событие" in text_of(await talk.presses("Да, стереть"))
    assert bot.rows("SELECT person_id, state FROM participations") == [(None, "cancelled")]


async def test_typed_words_find_an_event_too(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    talk = await pupil(bot)
    found = await talk.says("проба сварщика")
    assert TITLE in text_of(await talk.presses("События: 1", found))


async def test_staff_close_the_registration_and_open_it_again(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    assert "Запись закрыта" in text_of(await member.presses("Закрыть запись"))
    talk = await pupil(bot)
    await talk.says("/events")
    assert "Приду" not in " ".join(labels(await talk.presses(TITLE)))
    assert "Идёт запись" in text_of(await member.presses("Снова открыть запись"))


async def answers(talk: Talk, *questions: str) -> str:
    shown = await talk.screen()
    for label in questions:
        shown = await talk.presses(label, shown)
    return text_of(shown)


PUPIL = ("Я учусь", "От 14", "9 класс", "Да, сохран")


async def test_a_newcomer_comes_back_to_the_event_and_is_in(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    [(slug,)] = bot.rows("SELECT slug FROM events")
    talk = await bot.somebody()
    assert TITLE in text_of(await talk.starts(f"e_{slug}"))
    await talk.presses("Приду")
    assert "Место за тобой" in await answers(talk, *PUPIL)


async def test_a_newcomer_who_declines_looks_at_the_event_again(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    [(slug,)] = bot.rows("SELECT slug FROM events")
    talk = await bot.somebody()
    await talk.starts(f"e_{slug}")
    await talk.presses("Приду")
    assert TITLE in await answers(talk, *PUPIL[:3], "Нет, посмотрю")
    assert "Сохранить твои ответы?" in text_of(await talk.presses("Приду"))


async def test_a_friend_who_is_new_sees_the_event_first_and_then_gets_the_place(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="2")
    anna, boris = await pupil(bot), await bot.somebody()
    await anna.says("/events")
    for label in (TITLE, "Приду не один", "Нас 2"):
        await anna.presses(label)
    link = text_of(await anna.presses("Позвать друга"))
    invited = text_of(await boris.starts(link.split("start=")[1].split()[0]))
    assert TITLE in invited
    assert "мастерская 5" in invited
    await boris.presses("Приду")
    assert "Место за тобой" in await answers(boris, *PUPIL)
    assert bot.rows("SELECT places FROM participations ORDER BY id") == [(1,), (1,)]


async def test_a_child_gets_the_link_to_show_at_home(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    [(slug,)] = bot.rows("SELECT slug FROM events")
    talk = await bot.somebody()
    await talk.starts(f"e_{slug}")
    await talk.presses("Приду")
    told = await answers(talk, "Я учусь", "Меньше 14", "8 класс")
    assert f"start=e_{slug}" in told
    await talk.says("/events")
    card = await talk.presses(TITLE)
    assert "Приду" not in " ".join(labels(card))
    assert f"start=e_{slug}" in text_of(await talk.presses("Показать родителям", card))


async def test_weeks_that_exist_are_not_made_again(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    for _ in range(2):
        await opens(member)
        await member.presses("Повторять")
        await member.presses("4 недели")
    assert bot.rows("SELECT count(*), count(DISTINCT starts_at) FROM events") == [(4, 4)]


async def test_several_changes_are_told_once_and_only_their_sum(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    for said, change in (("16:00-18:00", "Изменить"), ("17:00-19:00", "Ещё изменить")):
        for label in (change, "Когда"):
            await member.presses(label)
        card = text_of(await member.says(f"{day(bot, 12)} {said}"))
    assert "Изменено: время. Ещё не знают: 1" in card
    await bot.jobs.look()
    assert not any("ИЗМЕНЕНИЕ" in text_of(m) for m in await talk.chat())
    bot.sandbox.clock.advance(121)
    await bot.jobs.look()
    changed = text_of(await talk.hears("ИЗМЕНЕНИЕ"))
    assert "15:00–17:00" in changed
    assert "17:00–19:00" in changed
    assert "16:00" not in changed
    await bot.jobs.look()
    assert sum("ИЗМЕНЕНИЕ" in text_of(m) for m in await talk.chat()) == 1


async def test_a_cancellation_leaves_no_change_to_be_told(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    for label in ("Изменить", "Когда"):
        await member.presses(label)
    await member.says(f"{day(bot, 12)} 16:00-18:00")
    for label in ("Отменить событие", "Да, отменить"):
        await member.presses(label)
    assert bot.rows("SELECT count(*) FROM event_changes") == [(0,)]
    await talk.hears("ОТМЕНА")


async def test_a_cancelled_event_cannot_be_changed(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    for label in ("Изменить", "Ещё", "Сколько мест"):
        asked = await member.presses(label)
    await opens(member)
    for label in ("Отменить событие", "Да, отменить"):
        await member.presses(label)
    card = text_of(await member.presses("100", asked))
    assert "Отменено" in card
    assert "менять его уже нельзя" in card
    assert bot.rows("SELECT capacity FROM events") == [(10,)]


async def test_a_button_of_the_draft_asks_again_once_the_event_is_announced(bot: Bot) -> None:
    member = await staff(bot)
    await member.says("/menu")
    for label in ("Рабочий стол", "События", "Новое", "Профессиональная проба"):
        await member.presses(label)
    await member.says(TITLE)
    await member.says(f"{day(bot, 10)} 15:00-17:00")
    await member.presses("Кемерово")
    await member.says("ул. Примерная, 2, мастерская 5")
    await member.presses("8–11 класс")
    old = await member.screen()
    await member.says("10")
    await member.presses("без классов")
    await member.presses("Объявить")
    again = await member.presses("100", old)
    assert "уже объявлено" in text_of(again)
    assert bot.rows("SELECT capacity FROM events") == [(10,)]
    await member.presses("100", again)
    assert bot.rows("SELECT capacity FROM events") == [(100,)]


async def test_the_same_kind_twice_is_one_draft_and_it_can_be_deleted(bot: Bot) -> None:
    member = await staff(bot)
    for _ in range(2):
        await member.says("/menu")
        for label in ("Рабочий стол", "События", "Новое", "Профессиональная проба"):
            await member.presses(label)
    assert bot.rows("SELECT count(*) FROM events") == [(1,)]
    await member.presses("Назад")
    await member.presses("Удалить черновик")
    assert "ничего не объявлено" in text_of(await member.presses("Да, удалить"))


async def test_an_online_event_is_asked_for_its_link(bot: Bot) -> None:
    member = await staff(bot)
    await member.says("/menu")
    for label in ("Рабочий стол", "События", "Новое", "Профессиональная проба"):
        await member.presses(label)
    await member.says(TITLE)
    await member.says(f"{day(bot, 10)} 15:00-17:00")
    asked = await member.presses("онлайн")
    assert "Ссылка на встречу" in text_of(asked)
    await member.says("https://telemost.yandex.ru/j/12345678901234")
    await member.presses("8–11 класс")
    await member.says("10")
    await member.presses("без классов")
    assert "telemost" in text_of(await member.presses("Объявить"))


async def test_a_kind_and_a_sector_are_chosen_or_typed_by_their_names(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    await member.presses("Изменить")
    shown = await member.presses("Ещё")
    assert any("Вид: Профессиональная проба" in label for label in labels(shown))
    await member.presses("Вид")
    assert "Экскурсия" in text_of(await member.says("экскурсия"))
    await member.presses("Изменить")
    await member.presses("Ещё")
    first = labels(await member.presses("Направление"))
    assert labels(await member.presses("Ещё")) != first


async def test_a_newcomer_at_the_door_sees_nothing_of_a_draft(bot: Bot) -> None:
    await announced(bot, await staff(bot), last="Изменить")
    [(event,)] = bot.rows("SELECT id FROM events")
    talk = await bot.somebody()
    known = text_of(await talk.starts(f"in_{event}_123456"))
    assert known == text_of(await talk.starts("in_999_123456"))
    assert TITLE not in known
