"""What is unpacked of a file from outside, and what is not even looked into."""

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.importing import archives
from bot.catalog.importing.archives import opened, unpacked
from bot.catalog.importing.cells import Wrong

MEGABYTE = 1_000_000


def zipped(*entries: tuple[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return written.getvalue()


def with_directory(content: bytes, offset: int, form: str, value: int) -> bytes:
    """With another value in the first entry of the central directory, which zipfile believes."""
    place = content.index(b"PK\x01\x02") + offset
    size = struct.calcsize(form)
    return content[:place] + struct.pack(form, value) + content[place + size :]


SMALL = zipped(("a.csv", b"code\n" * 1000))
# Where they stand in an entry of the directory
UNPACKED_SIZE, CHECKSUM, FLAGS = (24, "<L"), (16, "<L"), (8, "<H")


def refusal(content: bytes) -> str:
    with pytest.raises(Wrong) as caught:
        opened(content)
    return str(caught.value)


def test_an_ordinary_archive_is_opened() -> None:
    assert unpacked(opened(SMALL), "a.csv") == b"code\n" * 1000


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped(("xl/sharedStrings.xml", bytes(100 * MEGABYTE)))
    assert len(bomb) < MEGABYTE
    assert "сжат необычно и может быть опасен" in refusal(bomb)


def test_a_bomb_in_many_small_pieces_is_not_unpacked() -> None:
    pieces = [(f"xl/{n}.xml", bytes(MEGABYTE)) for n in range(121)]
    assert "в распакованном виде файл больше 120 МБ" in refusal(zipped(*pieces))


def test_a_huge_size_that_is_only_declared_is_believed() -> None:
    assert "в распакованном виде файл больше 120 МБ" in refusal(lying_about(SMALL, 4_000_000_000))


def test_no_more_is_unpacked_than_was_declared() -> None:
    """The other lie: a large entry that calls itself small. It ends where it said it would."""
    large = zipped(("a.csv", bytes(50 * MEGABYTE)))
    with pytest.raises(Wrong, match="файл повреждён"):
        unpacked(opened(lying_about(large, 10)), "a.csv")
    also_the_sum = with_directory(lying_about(large, 10), *CHECKSUM, zlib.crc32(bytes(10)))
    assert unpacked(opened(also_the_sum), "a.csv") == bytes(10)


def lying_about(content: bytes, size: int) -> bytes:
    return with_directory(content, *UNPACKED_SIZE, size)


def test_too_many_entries_are_refused() -> None:
    entries = [(str(n), b"") for n in range(archives.MOST_ENTRIES + 1)]
    assert refusal(zipped(*entries)) == "в архиве больше 500 файлов"


def test_a_file_over_ten_megabytes_is_not_even_opened() -> None:
    assert refusal(b"PK" + bytes(10 * MEGABYTE)) == "файл больше 10 МБ: разделите его"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused() -> None:
    assert "может быть опасен" in refusal(zipped(("a.csv", b"1"), ("a.csv", b"2")))


def test_an_unusual_way_of_packing_is_refused() -> None:
    assert "может быть опасен" in refusal(zipped(("a.csv", b"1"), method=ZIP_BZIP2))


def test_a_password_is_named() -> None:
    assert "без пароля" in refusal(with_directory(SMALL, *FLAGS, 1))
    assert "без пароля" in refusal(b"\xd0\xcf\x11\xe0" + bytes(1000))


@pytest.mark.parametrize("content", [b"", b"code,name\n", b"%PDF-1.7", b"\x89PNG"])
def test_what_is_no_zip_is_told_so(content: bytes) -> None:
    assert refusal(content) == "это не книга Excel (.xlsx) и не архив .zip с файлами CSV"


@pytest.mark.parametrize(
    "break_it",
    [lambda c: c[: len(c) // 2], lambda c: c.replace(b"PK\x05\x06", b"")],
)
def test_a_broken_archive_is_told_so(break_it: Callable[[bytes], bytes]) -> None:
    assert "файл повреждён" in refusal(break_it(SMALL))


def test_nothing_that_is_stored_plainly_is_suspicious() -> None:
    assert opened(zipped(("a.csv", b"1" * 2 * MEGABYTE), method=ZIP_STORED))


@settings(max_examples=200, deadline=None)
@given(
    place=st.integers(0, len(SMALL)),
    cut=st.integers(0, 40),
    new=st.binary(max_size=8) | st.sampled_from([b"\xff" * 4, b"PK\x01\x02", b"\0" * 12]),
)
def test_whatever_is_in_an_archive_only_wrong_is_raised(place: int, cut: int, new: bytes) -> None:
    struck = SMALL[:place] + new + SMALL[place + cut :]
    unpacks_to = 0
    with suppress(Wrong):
        archive = opened(struck)
        unpacks_to = sum(len(unpacked(archive, name)) for name in archive.namelist())
    assert unpacks_to <= archives.MOST_UNPACKED
