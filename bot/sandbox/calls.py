"""One call of a method; its parameters are strings of a form and JSON values alike."""

import json
from dataclasses import dataclass, field
from typing import Any

import orjson

from bot.sandbox.refusals import bad_request

LARGEST = 2**53
TRUE = ("true", "yes", "1")


@dataclass(frozen=True, kw_only=True)
class Upload:
    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Call:
    method: str
    fields: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.fields.get(name) is not None

    def text(self, name: str) -> str:
        """Empty where the parameter is absent."""
        value = self.fields.get(name)
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """The default where it is absent, 0 where it is no number, as the server does."""
        value = self.fields.get(name)
        if value is None or value == "":
            return default
        try:
            return min(max(int(value), -LARGEST), LARGEST)
        except (TypeError, ValueError):
            return 0

    def between(self, name: str, default: int, low: int, high: int) -> int:
        return min(max(self.integer(name, default), low), high)

    def number(self, name: str) -> float:
        try:
            return float(self.text(name))
        except ValueError:
            return 0.0

    def flag(self, name: str) -> bool:
        value = self.fields.get(name)
        return value is True or str(value).strip().lower() in TRUE

    def decoded(self, name: str, otherwise: str) -> Any:
        """A JSON value, sent as itself or as its text; None where absent.

        Refused with `otherwise` if it is no JSON.
        """
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(otherwise) from None

    def integers(self, name: str, otherwise: str) -> list[int] | None:
        """An array of whole numbers. Refused with `otherwise` for anything else."""
        value = self.decoded(name, otherwise)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(otherwise)
        try:
            return [int(one) for one in value]
        except (TypeError, ValueError):
            raise bad_request(otherwise) from None

    def journalled(self) -> dict[str, Any]:
        uploads = {
            name: {"__file__": upload.name, "size": len(upload.content)}
            for name, upload in self.uploads.items()
        }
        return {**self.fields, **uploads} if uploads else self.fields
