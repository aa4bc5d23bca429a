"""Matches and searches as a person sees them in the chat."""

import json
import re

import pytest

from bot.cli import main
from tests.conftest import Bot
from tests.talk import Talk, labels, text_of


async def pupil(bot: Bot) -> Talk:
    talk = await bot.somebody()
    await talk.starts()
    for label in ("Я учусь", "От 14", "9 класс", "Нет"):
        await talk.presses(label)
    return talk


def order(text: str) -> list[str]:
    """Titles, as they are numbered."""
    return re.findall(r"^\d+\. (.+?) — ", text, re.MULTILINE)


def number(text: str) -> str:
    found = re.search(r"^Подбор № (\d\d-\d{5})$", text, re.MULTILINE)
    assert found, text
    return found[1]


async def test_the_matches_show_the_number_that_explains_them(bot: Bot) -> None:
    talk = await pupil(bot)
    await talk.says("/menu")
    said = text_of(await talk.presses("Подобрать"))
    (stored,) = bot.rows("SELECT id, audit FROM matches")
    assert number(said) == f"{bot.sandbox.clock.now():%y}-{stored[0]:05d}"
    assert len(json.loads(stored[1])["shown"]) == len(order(said))


async def test_pressing_again_shows_the_same_number(bot: Bot) -> None:
    talk = await pupil(bot)
    numbers = []
    for _ in range(2):
        await talk.says("/menu")
        numbers.append(number(text_of(await talk.presses("Подобрать"))))
    assert len(set(numbers)) == 1


async def test_a_city_chosen_or_typed_leads_to_the_matches_there(bot: Bot) -> None:
    talk = await pupil(bot)
    await talk.says("/menu")
    await talk.presses("Подобрать")
    await talk.presses("Указать город")
    typed = text_of(await talk.says("Юрга"))
    assert "в твоём городе" in typed
    (stored,) = bot.rows("SELECT audit FROM matches ORDER BY id DESC LIMIT 1")
    assert json.loads(stored[0])["profile"]["city"] == "yurga"


async def test_a_city_that_nobody_knows_is_asked_again(bot: Bot) -> None:
    talk = await pupil(bot)
    await talk.says("/menu")
    await talk.presses("Подобрать")
    await talk.presses("Указать город")
    asked = await talk.says("Зурбаган")
    assert "Кемерово" in " ".join(labels(asked))
    assert "Подбор №" in text_of(await talk.presses("Кемерово"))


async def test_whoever_has_not_said_who_they_are_is_asked_first(bot: Bot) -> None:
    talk = await bot.somebody()
    await talk.starts()
    found = text_of(await talk.says("сварщик"))
    assert "Это программа для взрослых" not in found
    await talk.presses("1")
    assert "Кто вы?" in text_of(await talk.presses("Подходит"))
    assert bot.rows("SELECT count(*) FROM matches") == [(0,)]


async def test_a_search_says_why_its_lines_stand_in_this_order(bot: Bot) -> None:
    talk = await pupil(bot)
    found = text_of(await talk.says("программирование"))
    assert "Почему такой порядок?" in found
    assert "открыта тебе сейчас" in found
    opened = {"Python для школьника: чат-бот за 6 занятий", "Умный дом своими руками"}
    assert set(order(found)[:2]) == opened


async def test_why_not_says_what_stands_in_the_way_and_what_would_change_it(bot: Bot) -> None:
    talk = await pupil(bot)
    await talk.says("сварщик ручной дуговой сварки")
    await talk.presses("1")
    said = text_of(await talk.presses("Подходит"))
    assert "Возраст 18+, а тебе 14–17. Откроется с 18 лет." in said


async def test_the_command_explains_what_the_chat_has_shown(
    bot: Bot, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = await pupil(bot)
    await talk.says("/menu")
    receipt = number(text_of(await talk.presses("Подобрать")))
    config = bot.file.with_name("config.toml")
    config.write_text(f'folder = "{bot.file.parent}"\n', encoding="utf-8")
    assert main(["match", "explain", receipt, "--config", str(config)]) == 0
    out = capsys.readouterr().out
    assert f"Подбор № {receipt}" in out
    assert "тот же порядок" in out
