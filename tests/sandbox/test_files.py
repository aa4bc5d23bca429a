"""Photos, documents, albums, and getFile."""

import io
import json
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.sandbox.limits import Limits
from tests.sandbox.wire import ANYA, TOKEN, Wire, wired


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


PNG = png(40, 30)
CHAT = {"chat_id": str(ANYA)}


async def download(wire: Wire, path: str) -> tuple[int, bytes]:
    async with wire.session.get(f"/file/bot{TOKEN}/{path}") as response:
        return response.status, await response.read()


async def test_a_photo_has_its_size_and_can_be_fetched_by_everybody(wire: Wire) -> None:
    answer = await wire.upload("sendPhoto", {**CHAT, "caption": "вид"}, photo=PNG)
    (size,) = answer["result"]["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (40, 30, len(PNG))
    assert answer["result"]["caption"] == "вид"
    file = await wire.call("getFile", file_id=size["file_id"])
    assert file["file_unique_id"] == size["file_unique_id"]
    assert await download(wire, file["file_path"]) == (200, PNG)
    (seen,) = await wire.sees()
    async with wire.session.get(seen["photo"]["url"]) as response:
        assert await response.read() == PNG


async def test_a_document_keeps_its_name_and_kind(wire: Wire) -> None:
    fields = {**CHAT, "caption": "<i>итог</i>", "parse_mode": "HTML"}
    form = aiohttp.FormData(fields, quote_fields=False)
    form.add_field("document", b"%PDF", filename="итог.pdf", content_type="application/pdf")
    async with wire.session.post(f"/bot{TOKEN}/sendDocument", data=form) as response:
        message = (await response.json())["result"]
    assert message["document"]["file_name"] == "итог.pdf"
    assert message["document"]["mime_type"] == "application/pdf"
    assert message["caption_entities"] == [{"type": "italic", "offset": 0, "length": 4}]
    (seen,) = await wire.sees()
    assert (seen["document"]["name"], seen["document"]["size"]) == ("итог.pdf", 4)


async def test_a_file_id_is_good_for_more_sends_of_its_kind(wire: Wire) -> None:
    sent = (await wire.upload("sendPhoto", CHAT, photo=PNG))["result"]
    file_id = sent["photo"][-1]["file_id"]
    again = await wire.call("sendPhoto", chat_id=ANYA, photo=file_id)
    assert again["photo"] == sent["photo"]
    assert await wire.refused("sendDocument", chat_id=ANYA, document=file_id) == (
        400,
        "Bad Request: can't use file of type Photo as Document",
    )


async def test_an_upload_may_be_attached_by_name(wire: Wire) -> None:
    answer = await wire.upload("sendPhoto", {**CHAT, "photo": "attach://pic"}, pic=PNG)
    assert answer["result"]["photo"]


@pytest.mark.parametrize("kind", ["photo", "document"])
@pytest.mark.parametrize(
    ("value", "why"),
    [
        (None, "there is no {} in the request"),
        ("", "there is no {} in the request"),
        ("attach://nothing", "there is no {} in the request"),
        ("AgACnonsense", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_file_that_is_not_there_is_asked_for(
    wire: Wire, kind: str, value: str | None, why: str
) -> None:
    refusal = await wire.refused(f"send{kind.capitalize()}", chat_id=ANYA, **{kind: value})
    assert refusal == (400, f"Bad Request: {why.format(kind)}")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(210, 10), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_photo_that_telegram_does_not_take(wire: Wire, content: bytes, why: str) -> None:
    answer = await wire.upload("sendPhoto", CHAT, photo=content)
    assert answer["description"] == f"Bad Request: {why}"


async def test_sizes_of_files_are_limited() -> None:
    small = replace(Limits(), photo_bytes=100, download_bytes=3, upload_bytes=200)
    async with wired(small) as wire:
        largest = PNG + b"\0" * (100 - len(PNG))
        assert (await wire.upload("sendPhoto", CHAT, photo=largest))["ok"] is True
        answer = await wire.upload("sendPhoto", CHAT, photo=PNG + b"\0" * 100)
        assert answer["description"] == (
            f"Bad Request: file of size {len(PNG) + 100} bytes is too big for a photo;"
            " the maximum size is 100 bytes"
        )
        answer = await wire.upload("sendDocument", CHAT, document=b"123")
        assert await wire.call("getFile", file_id=answer["result"]["document"]["file_id"])
        answer = await wire.upload("sendDocument", CHAT, document=b"1234")
        file_id = answer["result"]["document"]["file_id"]
        assert await wire.refused("getFile", file_id=file_id) == (
            400,
            "Bad Request: file is too big",
        )
        assert (await wire.upload("sendDocument", CHAT, document=b"x" * 200))["ok"] is True
        answer = await wire.upload("sendDocument", CHAT, document=b"x" * 201)
        assert answer["error_code"] == 413


async def test_a_request_far_over_the_limit_is_not_even_read() -> None:
    async with wired(replace(Limits(), upload_bytes=100)) as wire:
        body = io.BytesIO(b"x" * 2_000_000)
        async with wire.session.post(f"/bot{TOKEN}/sendDocument", data=body) as response:
            assert response.status == 413


async def test_an_unknown_file_has_no_path(wire: Wire) -> None:
    assert await wire.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")


async def test_a_link_is_good_for_an_hour_and_can_be_renewed(wire: Wire) -> None:
    answer = await wire.upload("sendDocument", CHAT, document=b"x")
    file_id = answer["result"]["document"]["file_id"]
    path = (await wire.call("getFile", file_id=file_id))["file_path"]
    await wire.control("clock", advance_s=3500)
    assert (await download(wire, path))[0] == 200
    await wire.control("clock", advance_s=101)
    assert (await download(wire, path))[0] == 404
    await wire.call("getFile", file_id=file_id)
    assert (await download(wire, path))[0] == 200


def media(*items: dict[str, Any]) -> dict[str, str]:
    return {**CHAT, "media": json.dumps(items)}


def item(kind: str, source: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "media": source, **more}


async def test_an_album_is_several_messages_of_one_group(wire: Wire) -> None:
    items = media(item("photo", "attach://a", caption="одна"), item("photo", "attach://b"))
    answer = await wire.upload("sendMediaGroup", items, a=PNG, b=PNG)
    first, second = answer["result"]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("одна", False)
    assert len(await wire.sees()) == 2


async def test_an_album_may_be_of_documents(wire: Wire) -> None:
    items = media(*[item("document", "attach://a")] * 2)
    assert len((await wire.upload("sendMediaGroup", items, a=b"x"))["result"]) == 2


@pytest.mark.parametrize(
    ("items", "why"),
    [
        ([item("photo", "attach://a")], "wrong number of items in the album: 2-10 expected"),
        ([item("photo", "attach://a")] * 11, "wrong number of items in the album: 2-10 expected"),
        (
            [item("photo", "attach://a"), item("document", "attach://a")],
            "can't use the media of the specified type in the album",
        ),
        (
            [item("sticker", "attach://a")] * 2,
            "can't parse InputMedia: type must be one of photo, video, document, audio",
        ),
        ([item("photo", "")] * 2, "media not found"),
    ],
)
async def test_an_album_is_checked_as_a_whole(
    wire: Wire, items: list[dict[str, Any]], why: str
) -> None:
    answer = await wire.upload("sendMediaGroup", media(*items), a=PNG)
    assert answer["description"] == f"Bad Request: {why}"
    assert await wire.sees() == []
