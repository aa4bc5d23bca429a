"""A small bot that talks to the sandbox as any bot does: over HTTP, by long polling."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from html import escape
from typing import Any

import aiohttp

TOKEN = "424242:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
Update = dict[str, Any]
Answers = Callable[["ScriptedBot", Update], Awaitable[object]]
Row = list[str | tuple[str, str]]  # buttons: a label, or a label and an address


class ScriptedBot:
    def __init__(self, http: aiohttp.ClientSession, base: str) -> None:
        self._http = http
        self._api = f"{base}/bot{TOKEN}"
        self.messages: list[dict[str, Any]] = []  # what people sent

    async def call(self, method: str, **fields: object) -> Any:
        """The result of a method, or the description of its error."""
        async with self._http.post(f"{self._api}/{method}", json=fields) as response:
            answer = await response.json()
        return answer["result"] if answer["ok"] else answer["description"]

    async def say(self, person: int, html: str, *rows: Row) -> Any:
        fields = {"reply_markup": keyboard(*rows)} if rows else {}
        return await self.call(
            "sendMessage", chat_id=person, text=html, parse_mode="HTML", **fields
        )

    async def send_file(
        self, person: int, kind: str, name: str, content: bytes, caption: str = ""
    ) -> Any:
        """`kind` is photo or document."""
        form = aiohttp.FormData({"chat_id": str(person), "caption": caption}, quote_fields=False)
        form.add_field(kind, content, filename=name)
        url = f"{self._api}/send{kind.capitalize()}"
        async with self._http.post(url, data=form) as response:
            return (await response.json())["result"]

    async def poll(self, answers: Answers) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await answers(self, update)
                if "message" in update:
                    self.messages.append(update["message"])

    async def received(self, count: int) -> list[dict[str, Any]]:
        """What people sent, once it is so much."""
        async with asyncio.timeout(5):
            while len(self.messages) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.messages


def keyboard(*rows: Row) -> dict[str, Any]:
    return {"inline_keyboard": [[_button(one) for one in row] for row in rows]}


def _button(one: str | tuple[str, str]) -> dict[str, str]:
    if isinstance(one, tuple):
        return {"text": one[0], "url": one[1]}
    return {"text": one, "callback_data": one}


async def conversation(bot: ScriptedBot, update: Update) -> None:
    """Asks «Начнём?» on /start, repeats other words, reacts to four buttons."""
    if "callback_query" in update:
        await _react(bot, update["callback_query"])
    elif "message" in update:
        person = update["message"]["chat"]["id"]
        text = update["message"].get("text", "")
        if text.startswith("/start"):
            await bot.say(person, "<b>Начнём?</b>", ["Да", "Важно"], ["Подожди", "Убери"])
        else:
            await bot.say(person, f"Слышу: {escape(text)}")


async def _react(bot: ScriptedBot, query: dict[str, Any]) -> None:
    message = query["message"]
    where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
    answer: dict[str, Any] = {"callback_query_id": query["id"]}
    match query["data"]:
        case "Да":
            again = keyboard(["Дальше", "Назад"])
            await bot.call("editMessageText", text="Вопрос 1 из 20", reply_markup=again, **where)
            await bot.call("answerCallbackQuery", text="Записано", **answer)
        case "Важно":
            await bot.call("answerCallbackQuery", text="Прочти это", show_alert=True, **answer)
        case "Убери":
            await bot.call("deleteMessage", **where)
            await bot.call("answerCallbackQuery", **answer)


@asynccontextmanager
async def polling(base: str, answers: Answers) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession() as http:
        bot = ScriptedBot(http, base)
        task = asyncio.create_task(bot.poll(answers))
        try:
            yield bot
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
