"""The constructor as a person sees it in the chat, over the demo network."""

import re

import orjson

from tests.conftest import Bot
from tests.journeys.journey import Journey, Stage
from tests.journeys.stories import ADULT_RU
from tests.talk import Talk, labels, text_of

HOUR = 3600


async def adult(bot: Bot, *, agrees: bool = True, age: str = "От 18") -> Talk:
    talk = await bot.somebody()
    await talk.starts()
    for label in ("Я взрослый", age, "Колледж", "Да, сохран" if agrees else "Нет"):
        await talk.presses(label)
    return talk


async def pupil(bot: Bot, age: str = "От 14", grade: str = "9 класс") -> Talk:
    talk = await bot.somebody()
    await talk.starts()
    for label in ("Я учусь", age, grade):
        await talk.presses(label)
    if age == "От 14":
        await talk.presses("Да, сохран")
    return talk


async def wants(talk: Talk, goal: str) -> str:
    """To the conditions of a path to an occupation."""
    await talk.says("/menu")
    await talk.presses("Собрать путь")
    return text_of(await talk.says(goal))


async def welder(talk: Talk) -> str:
    """A composed path, as it is shown."""
    assert "Путь: Сварщик" in await wants(talk, "сварщик")
    return text_of(await talk.presses("Составить"))


def modules(text: str) -> list[str]:
    return re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)


def enrolments(bot: Bot) -> list[tuple[object, ...]]:
    return bot.rows("SELECT group_code, state, bundle FROM enrolments ORDER BY id")


# The goal


async def test_an_occupation_is_found_by_name_or_in_its_sector(bot: Bot) -> None:
    talk = await adult(bot)
    assert "Путь: Сметчик" in await wants(talk, "сметчик")
    await talk.presses("Другая цель")
    assert "В каком направлении" in text_of(await talk.presses("Выбрать профессию"))
    await talk.presses("Горное дело")
    assert "Путь: Горный мастер" in text_of(await talk.presses("Горный мастер"))


async def test_words_that_may_mean_several_things_are_asked_about(bot: Bot) -> None:
    talk = await adult(bot)
    assert "Что из этого" in await wants(talk, "слесарь")
    assert "Путь: Слесарь КИПиА" in text_of(await talk.presses("Слесарь КИПиА"))


async def test_what_no_occupation_is_called_leads_to_a_programme(bot: Bot) -> None:
    talk = await adult(bot)
    assert "Что из этого" in await wants(talk, "бережливое производство")
    assert "Путь: Бережливое" in text_of(await talk.presses("1"))


async def test_what_nobody_knows_is_asked_again(bot: Bot) -> None:
    talk = await adult(bot)
    assert "в моём списке нет" in await wants(talk, "ыыыы щщщщ")
    assert "Путь: Сварщик" in text_of(await talk.says("сварщик"))


async def test_skills_are_chosen_with_their_levels_in_words(bot: Bot) -> None:
    talk = await adult(bot)
    await talk.says("/menu")
    await talk.presses("Собрать путь")
    await talk.presses("Выбрать, чему")
    for _ in range(2):
        await talk.presses("Ещё")
    await talk.presses("Общие навыки")
    await talk.presses("Ещё")
    await talk.presses("Базовые цифровые")
    chosen = await talk.presses("Делать с подсказкой")
    assert "Базовые цифровые навыки — делать с подсказкой" in text_of(chosen)
    overview = text_of(await talk.presses("Готово"))
    assert "Путь: Базовые цифровые навыки" in overview
    planned = text_of(await talk.presses("Составить"))
    assert "Госуслуги и видеосвязь" in planned


async def test_a_skill_is_taken_out_again(bot: Bot) -> None:
    talk = await adult(bot)
    await talk.says("/menu")
    await talk.presses("Собрать путь")
    for name in ("сварка", "программирование"):
        await talk.says(name)
        if "Что из этого" in text_of(await talk.screen()):
            await talk.presses("1")
        chosen = text_of(await talk.presses("Делать с подсказкой"))
    assert "Сварка" in chosen
    await talk.says("сварка")
    await talk.presses("1")
    left = text_of(await talk.presses("Не нужно"))
    assert "Сварка" not in left
    assert "Программирование" in left


async def test_a_card_leads_to_the_same_programme_from_single_modules(bot: Bot) -> None:
    talk = await adult(bot)
    await talk.starts("p_cnc-operator")
    said = text_of(await talk.presses("Собрать эту программу"))
    assert "Станки с ЧПУ и металлообработка — делать без подсказки" in said


async def test_a_newcomer_says_who_they_are_and_comes_back_to_the_path(bot: Bot) -> None:
    talk = await bot.somebody()
    await talk.starts("p_cnc-operator")
    assert "Кто вы?" in text_of(await talk.presses("Собрать эту программу"))
    for label in ("Я взрослый", "От 18", "Колледж"):
        await talk.presses(label)
    assert "Путь: " in text_of(await talk.presses("Нет, посмотрю"))


async def test_whoever_stopped_before_education_is_asked_for_it_first(bot: Bot) -> None:
    talk = await bot.somebody()
    await talk.starts()
    for label in ("Я взрослый", "От 18"):
        await talk.presses(label)
    await talk.starts("p_cnc-operator")
    asked = await talk.presses("Собрать эту программу")
    assert any("Колледж" in label for label in labels(asked))
    await talk.presses("Колледж")
    assert "Путь: " in text_of(await talk.presses("Нет, посмотрю"))


async def test_after_the_questionnaire_a_path_leads_to_what_one_wants(bot: Bot) -> None:
    journey = Journey(await bot.somebody(), ADULT_RU)
    async for stage in journey.walks():
        if stage is Stage.RESULT:
            break
    said = text_of(await journey.talk.presses("Собрать путь"))
    assert "Сварка — " in said
    where = text_of(await journey.talk.presses("Где и когда"))
    assert "Прокопьевск и рядом" in where
    assert "вечером" in where


# The conditions


async def test_every_condition_is_shown_and_changes_at_a_tap(bot: Bot) -> None:
    talk = await adult(bot)
    said = await wants(talk, "сметчик")
    for name in ("Важнее всего", "Нагрузка", "Деньги"):
        assert f"• {name}: " in said
    assert "Важнее всего: дешевле" in text_of(await talk.presses("Важнее"))
    await talk.presses("Нагрузка")
    assert "Нагрузка: до 6 ч" in text_of(await talk.presses("До 6 ч"))
    await talk.presses("Деньги")
    assert "Деньги: только бесплатно" in text_of(await talk.presses("Только бесплатно"))
    where = text_of(await talk.presses("Где и когда"))
    for name in ("Где", "Формат", "Время", "Занятость", "Закончить до"):
        assert f"• {name}: " in where
    await talk.presses("Указать мой город")
    assert "Юрга и рядом" in text_of(await talk.says("Юрга"))
    assert "Юрга и онлайн" in text_of(await talk.presses("Где"))
    assert "Где: любой город" in text_of(await talk.presses("Где"))
    await talk.presses("Занятость")
    assert "работа пн–пт 9–18" in text_of(await talk.presses("Работа"))
    await talk.presses("Время")
    assert "✓ Вечером" in " ".join(labels(await talk.presses("Вечером")))
    assert "Время: вечером" in text_of(await talk.presses("Готово"))
    assert "Нагрузка: до 6 ч" in text_of(await talk.presses("Готово"))


async def test_an_adult_may_name_a_category_that_the_state_may_pay_for(bot: Bot) -> None:
    talk = await adult(bot, age="50 или")
    await wants(talk, "сварщик")
    await talk.presses("Деньги")
    asked = await talk.presses("Может быть")
    assert "Решает служба занятости" in text_of(asked)
    said = text_of(await talk.presses("Люди от 50"))
    assert "Возможно, бесплатно (Люди от 50 лет): решает служба занятости" in said
    composed = text_of(await talk.presses("Составить"))
    assert "₽ (возможно, бесплатно)" in composed
    assert re.search(r"Цена: [\d\s]+ ₽ или .*, если служба занятости подтвердит", composed)


async def test_a_pupil_is_at_school_in_the_day_and_is_asked_for_no_category(bot: Bot) -> None:
    talk = await pupil(bot)
    assert "Нажми на условие" in await wants(talk, "повар")
    assert "Занятость: учёба пн–сб 8–14" in text_of(await talk.presses("Где и когда"))
    await talk.presses("Готово")
    money = await talk.presses("Деньги")
    assert not any("положено" in label for label in labels(money))


async def test_other_conditions_need_a_new_plan(bot: Bot) -> None:
    talk = await adult(bot)
    assert modules(await welder(talk))
    await talk.presses("Условия")
    await talk.presses("Нагрузка")
    await talk.presses("До 6 ч")
    ((body,),) = bot.rows("SELECT body FROM trajectories")
    assert orjson.loads(body)["groups"] == []


# The path


async def test_a_path_is_a_list_in_order_with_its_totals(bot: Bot) -> None:
    said = await welder(await adult(bot))
    assert len(modules(said)) >= 3
    for words in ("Всего:", "Документы:", "проверены все варианты", "ещё не квалификация"):
        assert words in said
    assert bot.rows("SELECT state FROM trajectories") == [("draft",)]


async def test_the_timetable_is_a_picture_with_the_list_below_it(bot: Bot) -> None:
    talk = await adult(bot)
    said = await welder(talk)
    shown = await talk.presses("Расписание")
    assert shown["photo"]["size"] > 0
    for title in modules(said):
        assert title in shown["caption"]


async def test_pressing_compose_twice_gives_one_path(bot: Bot) -> None:
    talk = await adult(bot)
    await wants(talk, "сварщик")
    screen = await talk.screen()
    first = text_of(await talk.presses("Составить", screen))
    await talk.presses_in_vain("Условия", await talk.screen())
    await bot.rests()
    await talk.presses("Составить")
    assert modules(text_of(await talk.screen())) == modules(first)
    assert bot.rows("SELECT count(*) FROM trajectories") == [(1,)]


async def test_a_module_is_pinned_and_taken_out_and_the_rest_planned_anew(bot: Bot) -> None:
    talk = await adult(bot)
    first = modules(await welder(talk))
    await talk.presses("Изменить модули")
    await talk.presses("1")
    assert "закреплён" in text_of(await talk.presses("Закрепить"))
    await talk.presses("Изменить модули")
    await talk.presses("1")
    await talk.presses("Открепить")
    await talk.presses("Изменить модули")
    await talk.presses("1")
    said = text_of(await talk.presses("Убрать из пути"))
    assert "Что изменилось" in said
    assert f"Убрано: «{first[0]}»" in said
    assert first[0] not in modules(said)
    back = text_of(await talk.presses("Вернуть «"))
    assert f"Добавлено: «{first[0]}»" in back


async def test_a_module_is_swapped_for_another(bot: Bot) -> None:
    talk = await adult(bot)
    await wants(talk, "делопроизводитель")
    planned = modules(text_of(await talk.presses("Составить")))
    await talk.presses("Изменить модули")
    for number in range(1, len(planned) + 1):
        await talk.presses(str(number))
        others = text_of(await talk.presses("Заменить"))
        if "Чем заменить" in others:
            break
        await talk.presses("Назад")
        await talk.presses("Назад")
    assert "Чем заменить" in others
    said = text_of(await talk.presses("1"))
    assert "Что изменилось" in said
    assert "закреплён" in said


# What is kept


async def test_paths_are_kept_compared_and_removed(bot: Bot) -> None:
    talk = await adult(bot)
    await welder(talk)
    assert "Путь сохранён" in text_of(await talk.presses("Сохранить"))
    await wants(talk, "сметчик")
    await talk.presses("Составить")
    await talk.presses("Сохранить")
    await talk.says("/me")
    listed = text_of(await talk.presses("Мои пути: 2"))
    assert "Сварщик" in listed
    assert "Сметчик" in listed
    compared = text_of(await talk.presses("Сравнить"))
    for words in ("А. Сметчик", "Б. Сварщик", "Часов", "Организации"):
        assert words in compared
    await talk.presses("Открыть А")
    await talk.presses("Убрать путь")
    left = text_of(await talk.presses("Да, убрать"))
    assert "Сметчик" not in left
    assert bot.rows("SELECT state FROM trajectories ORDER BY id") == [("saved",)]


async def test_a_link_shows_the_path_and_lets_others_build_their_own(bot: Bot) -> None:
    owner, friend = await adult(bot), await bot.somebody()
    said = await welder(owner)
    await owner.presses("Сохранить")
    link = text_of(await owner.presses("Поделиться"))
    found = re.search(r"start=(t_[\w-]{20,60})", link)
    assert found
    opened = text_of(await friend.starts(found[1]))
    assert modules(opened) == modules(said)
    assert "Кто вы?" in text_of(await friend.presses("Составить такой"))
    for label in ("Я учусь", "От 14", "9 класс"):
        await friend.presses(label)
    own = text_of(await friend.presses("Да, сохран"))
    assert "Путь: Сварщик" in own
    await owner.presses("Закрыть доступ")
    assert modules(text_of(await friend.starts(found[1]))) == []


async def test_a_guessed_link_leads_nowhere(bot: Bot) -> None:
    talk = await adult(bot)
    await welder(talk)
    await talk.presses("Сохранить")
    await talk.presses("Поделиться")
    for guess in ("t_", "t_" + "A" * 24, "t_1"):
        assert modules(text_of(await talk.starts(guess))) == []


# Applying


async def test_the_whole_path_is_applied_for_at_once(bot: Bot) -> None:
    talk = await adult(bot)
    titles = modules(await welder(talk))
    review = text_of(await talk.presses("Подать заявки"))
    assert modules(review) == titles
    assert "увидит только свою часть" in review
    done = text_of(await talk.presses(f"Подать {len(titles)} заявки"))
    for title in titles:
        assert f"{title}: место за вами" in done
    (bundle,) = {row[2] for row in enrolments(bot)}
    assert [row[1] for row in enrolments(bot)] == ["submitted"] * len(titles)
    assert bot.rows("SELECT state FROM trajectories WHERE id = ?", bundle) == [("applied",)]
    receipts = text_of(await talk.presses("Мои заявки"))
    assert titles[0] in receipts
    receipt = text_of(await talk.presses("1"))
    assert "Модуль программы" in receipt


async def test_a_guest_agrees_first_and_comes_back_to_the_applications(bot: Bot) -> None:
    talk = await adult(bot, agrees=False)
    titles = modules(await welder(talk))
    assert "Сохранить ваши ответы?" in text_of(await talk.presses("Подать заявки"))
    assert enrolments(bot) == []
    assert modules(text_of(await talk.presses("Да, сохран"))) == titles


async def test_a_guest_who_will_not_agree_does_not_apply(bot: Bot) -> None:
    talk = await adult(bot, agrees=False)
    await welder(talk)
    await talk.presses("Подать заявки")
    assert "Меню" in text_of(await talk.presses("Нет, посмотрю"))
    assert enrolments(bot) == []


async def test_under_14_a_parent_applies(bot: Bot) -> None:
    talk = await pupil(bot, "Меньше 14", "8 класс")
    await talk.presses("Хорошо")
    await wants(talk, "слесарь по ремонту автомобилей")
    assert modules(text_of(await talk.presses("Составить")))
    said = text_of(await talk.presses("Подать на эти"))
    assert "До 14 лет заявку подаёт взрослый" in said
    assert enrolments(bot) == []


async def test_only_what_was_shown_is_applied_for(bot: Bot) -> None:
    talk = await adult(bot)
    first = modules(await welder(talk))
    review = await talk.presses("Подать заявки")
    await talk.presses("Назад")
    await talk.presses("Изменить модули")
    await talk.presses("1")
    await talk.presses("Убрать из пути")
    data = next(
        button["callback_data"]
        for row in review["buttons"]
        for button in row
        if "Подать" in button["text"]
    )
    keyboard = {"inline_keyboard": [[{"text": "Старая", "callback_data": data}]]}
    await bot.calls("sendMessage", chat_id=talk.user, text="?", reply_markup=keyboard)
    again = text_of(await talk.presses("Старая"))
    assert "Проверка заявок" in again
    assert first[0] not in modules(again)
    assert enrolments(bot) == []


async def test_forget_erases_paths_with_their_applications(bot: Bot) -> None:
    talk = await adult(bot)
    await welder(talk)
    await talk.presses("Подать заявки")
    await talk.presses("1")
    await talk.says("/forget")
    said = text_of(await talk.presses("Да, стереть"))
    assert "1 путь" in said
    for table in ("trajectories", "enrolments"):
        assert bot.rows(f"SELECT count(*) FROM {table}") == [(0,)]
