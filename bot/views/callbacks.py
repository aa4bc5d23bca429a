"""Typed button payloads: a button carries one Callback, its handler receives the same object."""

import hmac
from base64 import urlsafe_b64encode
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.errors import StaleButton

MAX_BYTES = 64  # the smallest limit among the channels; 11 go to the signature
SIGNATURE_BYTES = 8
Small = Annotated[int, Field(ge=0, le=99)]  # a page, a grade, a few places
Row = Annotated[int, Field(ge=0, lt=2**31)]  # an id, where a button has much else to carry


class Callback(BaseModel):
    """Fields are ids and enums, never free text. Changed the fields? Change the code too."""

    model_config = ConfigDict(frozen=True)
    known: ClassVar[dict[str, type["Callback"]]] = {}
    code: ClassVar[str]

    def __init_subclass__(cls, *, code: str) -> None:
        super().__init_subclass__()
        if ":" in code or code in Callback.known:
            raise TypeError(f"{cls.__name__}: code {code!r} is taken or contains ':'")
        cls.code = code
        Callback.known[code] = cls

    def pack(self) -> str:
        values = self.model_dump(mode="json").values()
        parts = [self.code, *map(_packed, values)]
        if any(":" in part for part in parts):
            raise ValueError(f"{self!r} does not fit a button")
        return ":".join(parts)

    @classmethod
    def unpack(cls, packed: str) -> Self:
        code, *parts = packed.split(":")
        if code != cls.code or len(parts) != len(cls.model_fields):
            raise StaleButton
        fields = {name: part or None for name, part in zip(cls.model_fields, parts, strict=True)}
        try:
            return cls.model_validate(fields)
        except ValidationError as error:
            raise StaleButton from error


def _packed(value: object) -> str:
    """Yes and no are 1 and 0, which pydantic reads back."""
    return "" if value is None else str(int(value) if isinstance(value, bool) else value)


def unpacked(packed: str) -> Callback:
    """The callback of a payload that we packed ourselves.

    Raises StaleButton for one that this version does not know."""
    kind = Callback.known.get(packed.split(":")[0])
    if kind is None:
        raise StaleButton
    return kind.unpack(packed)


class Seal:
    """Signs a payload for one person, so that nobody can press what was not drawn for them.

    It is the second fence: whether the person may do it is checked where it is done.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def close(self, address: str, callback: Callback) -> str:
        packed = callback.pack()
        sealed = f"{packed}.{self._signature(address, packed)}"
        if len(sealed) > MAX_BYTES or not sealed.isascii():
            raise ValueError(f"{callback!r} does not fit a button")
        return sealed

    def open(self, address: str, sealed: str) -> Callback:
        packed, _, signature = sealed.rpartition(".")
        expected = self._signature(address, packed)
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            raise StaleButton
        return unpacked(packed)

    def _signature(self, address: str, packed: str) -> str:
        digest = hmac.digest(self._key, f"{address}\n{packed}".encode(), "sha256")
        return urlsafe_b64encode(digest[:SIGNATURE_BYTES]).decode().rstrip("=")
