"""A picture or a document that a channel keeps: how it travels from the channel to who asked."""

from dataclasses import dataclass
from pathlib import PurePath

KEPT = "kept"  # begins the payload of a file that a screen asked for
DOCUMENTS = (".pdf", ".docx")


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """Whoever has the id can send it again."""

    id: str
    photo: bool
    name: str = ""

    @property
    def is_shown_everywhere(self) -> bool:
        """What a phone opens without asking anybody."""
        return self.photo or PurePath(self.name).suffix.lower() in DOCUMENTS


def pack_kept(kind: str, file_id: str, name: str) -> str:
    return f"{KEPT} {kind} {file_id} {name}".strip()


def unpack_kept(payload: str) -> KeptFile | None:
    """None for the payload of any other file."""
    word, _, rest = payload.partition(" ")
    if word != KEPT:
        return None
    kind, file_id, name = (f"{rest}  ").split(" ", 2)
    return KeptFile(id=file_id, photo=kind == "photo", name=name.strip())
