"""A questionnaire as a person sees it, from the first question to the page for the parents."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inbox import Kind
from bot.domain.network import Interest
from bot.domain.people import Role
from bot.domain.questionnaires import StepKind
from bot.storage.transaction import Transaction
from bot.texts import LANGUAGES
from bot.views import findings
from bot.views.callbacks import Callback, unpacked
from bot.views.questionnaires import Show
from bot.views.screen import MAX_LABEL, Attachment, Screen
from tests.builders import BORIS, SEAL
from tests.interview import READING, ROUTES, Interview, bare, chair

TEN = "бббаабббаа"
SHORT, CARD = 350, 900  # characters


@pytest.fixture
def tx() -> Iterator[Transaction]:
    with chair() as transaction:
        yield transaction


@pytest.fixture
def pupil(tx: Transaction) -> Interview:
    return Interview(tx)


@pytest.fixture
def adult(tx: Transaction) -> Interview:
    return Interview(tx, Role.ADULT)


@pytest.fixture
def adult_too(tx: Transaction) -> Interview:
    return Interview(tx, Role.ADULT, account=BORIS)


def finishes(of: Interview, keys: str = TEN) -> Screen:
    of.begins()
    of.answers(keys)
    return of.presses("Показать результат")


def plain(screen: Screen) -> str:
    return re.sub("<[^>]+>", "", screen.text)


# --- one question after the other -----------------------------------------------------------------


def test_the_first_question_says_how_to_answer(pupil: Interview) -> None:
    first = plain(pupil.begins())
    assert first.startswith("Вопрос 1 из 10 ▰▱▱▱▱▱▱▱▱▱")
    assert "Представим" in first
    assert "А. Следить за здоровьем растений" in first
    assert "Б. Собрать и отладить робота" in first
    second = plain(pupil.presses("а"))
    assert second.startswith("Вопрос 2 из 10 ▰▰▱▱▱▱▱▱▱▱")
    assert "Представим" not in second


def test_every_question_has_a_way_back_and_to_the_menu(pupil: Interview) -> None:
    pupil.begins()
    assert [button.label for button in pupil.screen.nav] == ["Меню"]
    pupil.presses("б")
    assert [button.label for button in pupil.screen.nav] == ["Назад", "Меню"]


@pytest.mark.parametrize("typed", ["б", "Б.", "b", "B", "2", "собрать робота"])
def test_an_answer_can_be_typed(pupil: Interview, typed: str) -> None:
    pupil.begins()
    pupil.types(typed)
    assert pupil.form.value("PI01") == "b"
    assert "Вопрос 2" in pupil.screen.text


def test_not_choosing_is_an_answer_too(pupil: Interview) -> None:
    pupil.begins()
    pupil.types("не могу выбрать")
    pupil.types("3")
    assert [pupil.form.value(i) for i in ("PI01", "PI02")] == ["skip", "skip"]


def test_a_part_of_a_label_is_enough(pupil: Interview, adult_too: Interview) -> None:
    pupil.begins()
    pupil.types("не могу")
    assert pupil.form.value("PI01") == "skip"
    adult_too.begins("skills")
    adult_too.types("не знаю")
    adult_too.types("подсказк")
    assert "Уточните" in adult_too.screen.text
    assert [button.key for button in adult_too.screen.choices] == ["2", "3"]
    adult_too.types("с подсказкой")
    assert adult_too.form.value("AC01") == "2"


def test_what_is_not_understood_is_asked_again_with_a_hint(pupil: Interview) -> None:
    pupil.begins()
    pupil.types("хочу на сварщика")
    assert "Напиши А или Б" in pupil.screen.text
    assert "Вопрос 1 из 10" in pupil.screen.text
    assert pupil.form.answers == {}


def test_a_press_twice_shows_where_the_person_is_now(pupil: Interview) -> None:
    pupil.begins()
    action = pupil.screen.choices[1].action
    assert isinstance(action, Callback)
    first = pupil.does(action)
    assert pupil.does(action) == first
    assert "Вопрос 2" in first.text


def test_a_double_tap_answers_only_the_question_that_was_read(pupil: Interview) -> None:
    pupil.begins()
    pupil.presses("а")
    second = pupil.screen
    pupil.pace = timedelta(seconds=0.12)
    assert pupil.presses("а") == second
    assert list(pupil.form.answers) == ["PI01"]
    pupil.pace = READING
    assert "Вопрос 3" in pupil.presses("а").text


def test_back_shows_the_answer_and_lets_it_be_changed(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["б", "а"])
    pupil.presses("Назад")
    pupil.presses("Назад")
    assert "Сейчас выбрано: Собрать и отладить робота" in pupil.screen.text
    assert [button.label for button in pupil.screen.choices][:2] == ["А", "✓ Б"]
    pupil.presses("а")
    assert pupil.form.value("PI01") == "a"
    assert "Вопрос 3" in pupil.screen.text


def test_days_later_it_goes_on_and_says_so(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["б", "а"])
    pupil.now += timedelta(days=5)
    pupil.begins()
    assert "Вопрос 3" in pupil.screen.text
    assert "прошлые ответы на месте" in pupil.screen.text


def test_after_ten_the_result_is_one_press_away(pupil: Interview) -> None:
    result = finishes(pupil)
    closing = pupil.screens[-2]
    assert "результат готов" in closing.text  # instead of the last question
    assert result.attachment is not None
    assert result.attachment.photo


def test_ten_more_make_it_more_exact_and_can_be_left(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(TEN)
    pupil.presses("Ещё 10, чтобы уточнить")
    assert "Вопрос 11 из 20" in pupil.screen.text
    pupil.answers(["а", "б"])
    pupil.presses("Хватит, показать результат")
    assert pupil.form.run.is_finished
    assert len(pupil.form.items) == 12


def test_a_late_press_leads_to_the_result_without_a_second_picture(pupil: Interview) -> None:
    pupil.begins()
    old = pupil.screen.choices[0].action
    assert isinstance(old, Callback)
    pupil.answers(TEN)
    pupil.presses("Показать результат")
    pupil.does(old)
    assert pupil.form.value("PI01") == "b"
    assert pupil.screen.attachment is None
    assert pupil.labels == ["Показать результат", "Меню"]


def test_a_late_step_back_leads_to_the_list_of_answers(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(TEN)
    pupil.presses("Ещё 10, чтобы уточнить")
    back = pupil.screen.nav[0].action
    assert isinstance(back, Callback)
    pupil.presses("Хватит, показать результат")
    pupil.does(back)
    assert "Твои ответы" in pupil.screen.text


# --- careless runs --------------------------------------------------------------------------------


def test_haste_is_told_kindly_and_is_no_obstacle(pupil: Interview) -> None:
    pupil.pace = timedelta(seconds=0.5)
    pupil.begins()
    pupil.answers(TEN)
    pupil.presses("Показать результат")
    assert "очень быстро" in pupil.screen.text
    pupil.presses("Всё равно показать результат")
    assert "Тебе интереснее" in pupil.screen.text


def test_a_short_retake_is_a_few_questions_and_ends_with_the_result(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["а"] * 10)
    pupil.presses("Показать результат")
    assert "Все ответы одинаковые" in pupil.screen.text
    pupil.presses("Ответить на 5 вопросов")
    pupil.answers(["б"] * 5)
    assert pupil.screen.attachment is not None


def test_many_skipped_questions_make_a_preliminary_result(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["3", "3", "3", *TEN[3:]])
    pupil.presses("Показать результат")
    pupil.presses("Ответить на 3 вопроса")
    pupil.presses("Хватит, показать результат")
    assert "предварительный" not in pupil.screen.text  # nothing that was shown is open now
    pupil.does(again(pupil))
    pupil.answers(["3", "3", "3", *TEN[3:]])
    pupil.presses("Показать результат")
    pupil.presses("Всё равно показать результат")
    assert "предварительный" in pupil.screen.text


def again(of: Interview) -> Callback:
    of.presses("Уточнить или пройти заново")
    action = of.screen.choices[-1].action
    assert isinstance(action, Callback)
    return action


# --- the result -----------------------------------------------------------------------------------


def test_the_result_speaks_in_words_of_what_one_does(pupil: Interview) -> None:
    text = plain(finishes(pupil))
    assert "Тебе интереснее собирать и чинить технику, а ещё разбираться в числах" in text
    assert len([line for line in text.splitlines() if line.startswith("•")]) >= 3
    assert "не проверка способностей" in text
    assert "Обсуди результат с родителями, учителем или консультантом" in text
    assert not re.search(r"%|процент|тип\b|технар|гуманитари|балл", text, re.IGNORECASE)


def test_the_caption_says_all_that_the_picture_shows(pupil: Interview) -> None:
    result = finishes(pupil)
    assert isinstance(result.attachment, Attachment)
    for bar in result.attachment.recipe["bars"]:
        assert bar["label"].lower() in result.text
        assert bar["words"] in result.text


def test_why_names_the_answers_that_led_there(pupil: Interview) -> None:
    finishes(pupil)
    pupil.presses("Почему так")
    assert "Техника — выбрано 4 из 4: «Собрать и отладить робота»" in pupil.screen.text
    assert "Данные и точность — выбрано 3 из 4" in pupil.screen.text


def test_nothing_stands_out_when_all_is_liked_alike(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["а"] * 10)
    pupil.presses("Показать результат")
    pupil.presses("Всё равно показать результат")
    assert "явного лидера пока нет" in pupil.screen.text
    assert pupil.screen.text.count("•") == len(Interest)  # an idea of every area
    pupil.presses("Почему так")
    assert pupil.screen.text.count("выбрано 2 из 4") == len(Interest)
    fits(pupil.screen)


def test_a_changed_answer_changes_the_result(pupil: Interview) -> None:
    finishes(pupil)
    pupil.presses("Изменить ответы")
    assert "страница 1 из 3" in pupil.screen.text
    pupil.presses("Дальше")
    pupil.presses("Написать код для мобильного приложения")
    assert "Изменить ответ" in pupil.screen.text
    pupil.presses("б")
    assert "страница 2 из 3" in pupil.screen.text
    assert "Нарисовать картинки для приложения" in pupil.screen.text
    result = pupil.presses("Готово, показать результат")
    assert "Иногда: данные и точность" in result.text


def test_the_list_of_answers_is_turned_like_a_book(pupil: Interview) -> None:
    result = finishes(pupil)
    first = pupil.presses("Изменить ответы")
    second = pupil.presses("Дальше")
    assert [button.key for button in second.numbered] == ["5", "6", "7", "8", ""]
    assert "\n5. Написать код" in second.text
    last = pupil.presses("Дальше")
    assert [button.label for button in last.nav] == ["Назад", "Меню"]
    assert [pupil.presses("Назад"), pupil.presses("Назад")] == [second, first]
    assert pupil.presses("Назад").text == result.text


def test_a_retake_shows_what_has_changed(pupil: Interview) -> None:
    finishes(pupil)
    pupil.does(again(pupil))
    pupil.answers("аааббааббб")
    result = pupil.presses("Показать результат")
    assert "Чаще, чем в прошлый раз: творчество, живая природа" in result.text
    assert "Реже, чем в прошлый раз: данные и точность, техника" in result.text
    assert isinstance(result.attachment, Attachment)
    assert [bar["before"] for bar in result.attachment.recipe["bars"]] == [0.25] * 3 + [0.75, 1.0]
    assert "Рамка показывает прошлый результат" in result.attachment.recipe["note"]
    pupil.presses("PDF: показать родителям")
    assert isinstance(pupil.screen.attachment, Attachment)
    lines = pupil.screen.attachment.recipe["blocks"][0]["lines"]
    assert "Рамка показывает прошлый результат." in lines


def test_the_same_answers_again_say_that_nothing_has_changed(pupil: Interview) -> None:
    finishes(pupil)
    pupil.does(again(pupil))
    pupil.answers(TEN)
    assert "почти ничего не изменилось" in pupil.presses("Показать результат").text


def test_the_sheet_for_the_parents_is_a_document(pupil: Interview) -> None:
    finishes(pupil)
    pupil.presses("PDF: показать родителям")
    sheet = pupil.screen.attachment
    assert isinstance(sheet, Attachment)
    assert sheet is not None
    assert (sheet.name, sheet.photo) == ("interesy.pdf", False)
    assert sheet.recipe["subtitle"].startswith("2 марта 2026 года · ответов: 10")
    headings = [block["heading"] for block in sheet.recipe["blocks"]]
    assert headings == [
        "Что сейчас интереснее",
        "Что можно попробовать",
        "Какие ответы к этому привели",
        "О чём поговорить",
    ]


def test_skipping_everything_ends_kindly_too(pupil: Interview) -> None:
    pupil.begins()
    pupil.answers(["3"] * 10)
    pupil.presses("Показать результат")
    pupil.presses("Всё равно показать результат")
    assert "показать пока нечего" in pupil.screen.text
    assert pupil.screen.attachment is None
    assert "Пройти заново" in pupil.labels


def test_without_a_result_the_questionnaire_is_offered(pupil: Interview) -> None:
    pupil.does(unpacked("rl"))
    pupil.presses("Пройти опросник")
    assert "Вопрос 1 из 10" in pupil.screen.text


# --- skills ---------------------------------------------------------------------------------------


def test_directions_are_paged_ticked_and_typed(adult: Interview) -> None:
    first = adult.begins("skills")
    assert first.text.startswith("Вопрос 1\n")  # how many follow depends on what is chosen
    assert "Страница 1 из 4." in first.text
    adult.presses("Ещё")
    assert "Страница 2 из 4." in adult.screen.text
    assert [button.key for button in adult.screen.numbered] == ["5", "6", "7", "8", ""]
    adult.presses("ИТ и данные")
    assert "Сейчас выбрано: ИТ и данные" in adult.screen.text
    assert "6. ✓ ИТ и данные" in adult.labels  # still on its page
    adult.types("svarka")
    assert "Сейчас выбрано: ИТ и данные, Станки и сварка" in adult.screen.text
    adult.types("дело")
    assert "Уточните" in adult.screen.text
    adult.presses("Учёт и своё дело")
    assert "Вопрос 2 из 24" in adult.screen.text  # three are all that can be chosen


def test_a_direction_can_be_taken_back(adult: Interview) -> None:
    adult.begins("skills")
    adult.presses("Металлургия")
    adult.presses("Металлургия")
    assert "Сейчас выбрано" not in adult.screen.text
    assert "Пока не знаю" in adult.labels


def test_an_unknown_city_is_answered_with_the_list(adult: Interview) -> None:
    adult.begins("skills")
    while adult.form.next is not None and adult.form.next.kind is not StepKind.CITY:
        adult.presses(adult.screen.numbered[-1].key or "")
    adult.types("Москва")
    assert "Такого города в списке нет" in adult.screen.text
    adult.types("ktybycr-repytwrbq")
    assert "Записано: Ленинск-Кузнецкий." in adult.screen.text
    assert adult.person.city == "leninsk-kuznetsky"


def test_who_has_answered_all_may_look_through_it_or_not(adult: Interview) -> None:
    ready = to_the_end(adult)
    assert "Всё готово" in ready.text
    assert [button.label for button in ready.choices] == ["Показать результат", "Проверить ответы"]
    adult.pace = timedelta(seconds=0.12)
    assert adult.presses("Показать результат") == ready  # hardly read
    adult.pace = READING
    adult.presses("Показать результат")
    assert "Получается лучше всего" in adult.screen.text


def test_from_the_list_of_answers_back_leads_to_where_it_was_opened(adult: Interview) -> None:
    ready = to_the_end(adult)
    adult.presses("Проверить ответы")
    assert adult.presses("Назад") == ready


def test_answers_can_be_changed_before_they_count(adult: Interview) -> None:
    to_the_end(adult)
    adult.presses("Проверить ответы")
    assert "страница 1 из 4" in adult.screen.text
    adult.presses("Делаю с подсказкой: Нахожу причину проблемы и выбираю решение")
    adult.presses("3")
    assert "Делаю без подсказки: Нахожу причину" in adult.screen.text
    adult.presses("Готово, показать результат")
    assert "Получается лучше всего" in adult.screen.text


def test_from_an_answer_opened_in_the_list_back_leads_to_its_page(adult: Interview) -> None:
    to_the_end(adult)
    adult.presses("Проверить ответы")
    adult.presses("Дальше")
    shown = adult.screen
    adult.presses("Не приходилось: Осваиваю новое по инструкции, видео или с наставником")
    assert adult.presses("Назад") == shown


def to_the_end(of: Interview) -> Screen:
    """No directions; 0, 1, 2, 3, 4, 0 … on the scale; nothing else."""
    of.begins("skills")
    level = 0
    while of.form.next is not None and of.form.next.kind is not StepKind.REVIEW:
        if of.form.next.kind is StepKind.SCALE:
            of.presses(str(level % 5))
            level += 1
        else:
            of.presses(of.screen.numbered[-1].key or "")
    return of.screen


def test_an_adult_reads_strengths_wishes_and_whose_estimate_it_is(adult: Interview) -> None:
    adult.begins("skills")
    adult.answers(["Станки и сварка", "Готово"])
    adult.answers("44111111002")
    adult.answers(["Сварка", "Готово", "Не важно", "Не важно", "Не важно", "Да"])
    adult.presses("В этих делах опыта нет")
    result = adult.presses("Показать результат")
    assert "• Общение и переговоры: «Могу научить других»" in result.text
    assert "Хотите развить:\n• Сварка: «Делаю с подсказкой»" in result.text
    assert "Направления: Станки и сварка." in result.text
    assert "не экзамен" in result.text
    adult.presses("PDF: показать консультанту")
    assert isinstance(adult.screen.attachment, Attachment)
    assert adult.screen.attachment.name == "navyki.pdf"
    assert "Опыт в выбранных направлениях: нет" in str(adult.screen.attachment.recipe)


def test_of_equal_skills_those_of_the_trade_come_first(adult: Interview) -> None:
    adult.begins("skills")
    adult.answers(["Станки и сварка", "Готово"])
    adult.answers("33333333")
    adult.answers("334")
    adult.answers(["Пока не знаю", "Не важно", "Не важно", "Не важно", "Да"])
    adult.presses("В этих делах опыта нет")
    result = adult.presses("Показать результат")
    assert trade(adult) <= set(findings.strongest(adult.form)[:3])
    assert "Получается лучше всего" in result.text


def trade(of: Interview) -> set[str]:
    items = of.form.questionnaire.items_of(["machinery"])
    return {item.competency for item in items}


def test_somebody_without_experience_is_not_put_down(adult: Interview) -> None:
    adult.begins("skills")
    adult.presses("Пока не знаю")
    adult.answers(["0"] * 8)
    adult.answers(["Пока не знаю", "Не важно", "Не важно", "Не важно", "Не знаю"])
    adult.presses("Показать результат")
    adult.presses("Всё равно показать результат")
    assert "есть программы, которые начинают с нуля" in adult.screen.text


# --- whatever is pressed --------------------------------------------------------------------------


def fits(screen: Screen) -> None:
    """The limits of a screen, and a way on from it."""
    attached = screen.attachment is not None and screen.attachment.photo
    assert len(plain(screen)) <= (CARD if attached else SHORT), plain(screen)
    assert len(screen.choices) <= 5
    assert 1 <= len(screen.nav) <= 3
    for button in [*screen.numbered, *screen.nav]:
        assert not isinstance(button.action, str)
        assert len(SEAL.close("telegram:12345678901", button.action)) <= 64
        listed = isinstance(button.action, Show)  # an answer; the text says it whole
        assert listed or len(button.label) <= MAX_LABEL


def press_anything(of: Interview, choose: Any, presses: int) -> None:
    """Buttons of the last screen, or of any before it, some of them twice."""
    for _ in range(presses):
        shown = of.screens if choose(6) == 0 else of.screens[-1:]
        buttons = [
            button.action
            for screen in shown
            for button in [*screen.choices, *screen.nav]
            if isinstance(button.action, Callback) and (Kind.PRESS, button.action.code) in ROUTES
        ]
        action = buttons[choose(len(buttons))]
        for _ in range(1 + (choose(5) == 0)):
            of.does(action)
            consistent(of)


def consistent(of: Interview) -> None:
    for screen in of.screens[-2:]:
        fits(screen)
    runs = of.tx.runs.of_person(of.id)
    still_open = [run.questionnaire for run in runs if not run.is_finished]
    assert len(still_open) == len(set(still_open))
    for run in runs:
        form = of.desk.questionnaires.form(of.person, run.id)
        assert run.is_finished or form.next is not None
        for step in form.steps:
            if step.kind is StepKind.SEVERAL:
                assert len(form.picked(step.id)) <= step.most
            elif step.id in run.answers:
                assert run.answers[step.id].value in step.options


def ends_with_a_result(of: Interview, code: str) -> None:
    of.begins(code)
    for _ in range(80):
        if of.tx.runs.of_person(of.id)[-1].is_finished:
            break
        ready = of.form.next is not None and of.form.next.kind is StepKind.REVIEW
        button = of.screen.numbered[0 if ready else -1]
        of.presses(button.key or bare(button))
        of.begins(code)
    assert of.desk.questionnaires.latest(of.person, code) is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("role", "code"), [(Role.PUPIL, "interests"), (Role.ADULT, "skills")])
@settings(max_examples=25, deadline=None)
@given(data=st.data(), presses=st.integers(0, 90), seconds=st.sampled_from([0.3, 6]))
def test_any_presses_keep_a_run_whole_and_end_with_a_result(
    role: Role, code: str, language: str, data: st.DataObject, presses: int, seconds: float
) -> None:
    def choose(below: int) -> int:
        return data.draw(st.integers(0, below - 1))

    with chair() as tx:
        somebody = Interview(tx, role, language)
        somebody.pace = timedelta(seconds=seconds)
        somebody.begins(code)
        press_anything(somebody, choose, presses)
        ends_with_a_result(somebody, code)
