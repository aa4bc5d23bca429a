import pytest

from bot.domain.files import KeptFile, pack_kept, unpack_kept


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        ("photo", "", True),
        ("document", "План на май.pdf", True),
        ("document", "ПЛАН.DOCX", True),
        ("document", "virus.exe", False),
        ("document", "", False),
    ],
)
def test_a_file_comes_back_as_it_went(kind: str, name: str, shown: bool) -> None:
    file = unpack_kept(pack_kept(kind, "AgAC-1_x", name))
    assert file == KeptFile(id="AgAC-1_x", photo=kind == "photo", name=name)
    assert file.is_shown_everywhere is shown


@pytest.mark.parametrize("payload", ["photo", "document x 5 a.xlsx", "voice", ""])
def test_any_other_payload_is_no_such_file(payload: str) -> None:
    assert unpack_kept(payload) is None
