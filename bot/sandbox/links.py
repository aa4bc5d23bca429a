"""Which addresses Telegram accepts in texts and buttons, and what it makes of them."""

import re

HTTP = re.compile(r"(?i)^(?:(https?)://)?([^/?#\s]*)([/?#]\S*)?$")
OTHER_SCHEME = re.compile(r"(?i)^([a-z][a-z0-9+.-]*)://")
DEEP_LINK = re.compile(
    r"(?i)^(?:https?://)?(?:t|telegram)\.me/(\w+)\?start=([A-Za-z0-9_-]+)$"
    r"|^tg://resolve\?domain=(\w+)&start=([A-Za-z0-9_-]+)$"
)
MENTION = re.compile(r"^tg://user\?id=(\d+)$")


def checked_link(url: str) -> str:
    """The address with a scheme and a path. Raises ValueError with the server's reason."""
    url = url.strip()
    if url.lower().startswith(("tg://", "ton://", "tonsite://")):
        return url
    other = OTHER_SCHEME.match(url)
    if other is not None and other[1].lower() not in ("http", "https"):
        raise ValueError("Unsupported URL protocol")
    match = HTTP.match(url)
    if match is None:
        raise ValueError("Wrong HTTP URL")
    scheme, host, rest = match[1] or "http", match[2].lower(), match[3] or "/"
    if not host:
        raise ValueError("URL host is empty")
    if "." not in host.strip("."):
        raise ValueError("Wrong HTTP URL")
    return f"{scheme.lower()}://{host}{rest if rest.startswith('/') else '/' + rest}"


def deep_link(url: str, username: str) -> str | None:
    """The payload of a `start` link to this bot."""
    match = DEEP_LINK.match(url)
    if match is None or (match[1] or match[3]).lower() != username.lower():
        return None
    return match[2] or match[4]


def mentioned_user(url: str) -> int | None:
    match = MENTION.match(url)
    return int(match[1]) if match else None
