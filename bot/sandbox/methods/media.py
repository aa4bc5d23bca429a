"""sendPhoto, sendDocument, sendMediaGroup and getFile."""

from typing import Any

from bot.sandbox.calls import Call, Upload
from bot.sandbox.files import StoredFile
from bot.sandbox.formatted_text import caption
from bot.sandbox.messages import Wire
from bot.sandbox.methods.sending import admit, deliver, options
from bot.sandbox.refusals import Refused, bad_request
from bot.sandbox.state import State

ATTACHED = "attach://"
IN_ALBUM = ("photo", "document", "audio", "video")
ALONE_IN_ALBUM = ("document", "audio")  # these mix with nothing else


def send_photo(state: State, call: Call) -> object:
    return _send(state, call, "photo")


def send_document(state: State, call: Call) -> object:
    return _send(state, call, "document")


def get_file(state: State, call: Call) -> object:
    stored = state.files.link(call.text("file_id").strip())
    return {**stored.fields(), "file_path": stored.path}


def _send(state: State, call: Call, kind: str) -> object:
    stored = _stored(state, call, kind, kind)
    text = caption(call, state.limits, state.user)
    content = {**stored.part(), **text.as_caption()}
    for flag, field in (
        ("show_caption_above_media", "show_caption_above_media"),
        ("has_spoiler", "has_media_spoiler"),
    ):
        if kind == "photo" and call.flag(flag):
            content[field] = True
    return deliver(state, call, content).wire


def _stored(state: State, call: Call, name: str, kind: str, source: str = "") -> StoredFile:
    """The file that a parameter uploads or names by its id."""
    source = source or call.text(name).strip()
    upload = call.uploads.get(source.removeprefix(ATTACHED) if source else name)
    if upload is not None:
        return _uploaded(state, upload, kind)
    if not source or source.startswith(ATTACHED):
        raise bad_request(f"there is no {kind} in the request")
    if source.lower().startswith(("http://", "https://")):
        raise bad_request("sandbox: files by HTTP URL are not implemented")
    stored = state.files.get(source)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(
            f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}"
        )
    return stored


def _uploaded(state: State, upload: Upload, kind: str) -> StoredFile:
    if len(upload.content) > state.limits.upload_bytes:
        raise Refused(413, "Request Entity Too Large")
    return state.files.add(kind, upload.name, upload.mime, upload.content)


def send_media_group(state: State, call: Call) -> object:
    items = call.decoded("media", "can't parse media JSON object")
    limits = state.limits
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not limits.album_min <= len(items) <= limits.album_max:
        raise bad_request(
            f"wrong number of items in the album: {limits.album_min}-{limits.album_max} expected"
        )
    _check_kinds(items)
    chat = state.writable_chat(call)
    contents = [options(call, chat) | _item(state, call, item) for item in items]
    admit(state, call, messages=len(contents))
    group = str(state.ids.next())
    return [state.sent(chat, {"media_group_id": group, **c}).wire for c in contents]


def _check_kinds(items: list[Any]) -> None:
    kinds = {str(item.get("type")) if isinstance(item, dict) else "" for item in items}
    if not kinds <= set(IN_ALBUM):
        raise bad_request(
            "can't parse InputMedia: type must be one of photo, video, document, audio"
        )
    if len(kinds) > 1 and kinds & set(ALONE_IN_ALBUM):
        raise bad_request("Can't use the media of the specified type in the album")


def _item(state: State, call: Call, item: dict[str, Any]) -> Wire:
    part = Call(method=call.method, fields=item)
    text = caption(part, state.limits, state.user)
    source = part.text("media").strip()
    if not source:
        raise bad_request("media not found")
    stored = _stored(state, call, "media", item["type"], source)
    return {**stored.part(), **text.as_caption()}
