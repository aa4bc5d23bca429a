"""A file of plain text, such as the export of everything that is stored about a person."""

from dataclasses import dataclass

from pydantic import ConfigDict, with_config


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class PlainFile:
    content: str


def text(file: PlainFile) -> bytes:
    return file.content.encode()
