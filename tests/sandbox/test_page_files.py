"""Files on the chat page: those that the bot sends and those that people send."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, FilePayload, expect

from tests.sandbox.browsing import ANYA, CHROMIUM, browsing, scene

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


def picture() -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (900, 500), "#1f6a5e").save(content, "PNG")
    return content.getvalue()


async def test_a_photo_is_enlarged_and_a_file_is_downloaded(
    browser: Browser, tmp_path: Path
) -> None:
    async with scene(browser) as here:
        await here.bot.send_file(ANYA, "photo", "bars.png", picture(), "Твой результат")
        await here.last.get_by_role("img", name="Твой результат").click()
        large = here.page.get_by_role("dialog").get_by_role("img", name="Твой результат")
        assert await large.evaluate("image => image.naturalWidth") == 900
        await here.page.keyboard.press("Escape")
        await expect(large).to_be_hidden()
        await here.bot.send_file(ANYA, "document", "Мой результат.pdf", b"%PDF-1.4 whole")
        async with here.page.expect_download() as started:
            await here.last.get_by_role("link", name="Мой результат.pdf").click()
        file = await started.value
        assert file.suggested_filename == "Мой результат.pdf"
        await file.save_as(tmp_path / "result.pdf")
        assert (tmp_path / "result.pdf").read_bytes() == b"%PDF-1.4 whole"


async def test_a_person_sends_a_photo_with_words_a_sticker_and_a_voice_message(
    browser: Browser,
) -> None:
    async with scene(browser) as here:
        await here.button("Прикрепить").click()
        async with here.page.expect_file_chooser() as asked:
            await here.button("Фото или видео").click()
        chosen = FilePayload(name="me.png", mimeType="image/png", buffer=picture())
        await (await asked.value).set_files(chosen)
        await here.page.get_by_label("Подпись").fill("Это я")
        await here.page.keyboard.press("Enter")
        await expect(here.page.locator("li.user").get_by_role("img", name="Это я")).to_be_visible()
        for kind in ("Стикер", "Голосовое сообщение", "Место на карте", "Свой контакт"):
            await here.button("Прикрепить").click()
            await here.button(kind).click()
        photo, sticker, voice, place, contact = await here.bot.received(5)
        assert photo["caption"] == "Это я"
        assert {"width": 900, "height": 500}.items() <= photo["photo"][-1].items()
        assert "sticker" in sticker
        assert "voice" in voice
        assert "location" in place
        assert contact["contact"]["first_name"] == "Аня"
