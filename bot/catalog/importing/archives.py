"""Zip files from outside, looked through before anything in them is unpacked.

OWASP ASVS 5.0, 5.2.1-5.2.3. What an entry says of its size may be a lie: zipfile unpacks no more
than that, and then finds that the checksum is wrong.
"""

from collections import Counter
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from bot.catalog.importing.cells import Wrong

MOST_BYTES = 10_000_000
MOST_ENTRIES = 500
MOST_UNPACKED = 120_000_000  # bytes, of all entries together
MOST_TIMES = 100  # what an entry may grow by; a table of 10,000 rows grows 16 times
_SMALL = 1_000_000  # bytes; such an entry may grow as it likes
_ENCRYPTED = 0x1  # of ZipInfo.flag_bits
_COMPOUND = b"\xd0\xcf\x11\xe0"  # begins .xls, and .xlsx with a password
_BROKEN = "файл повреждён: откройте его, сохраните заново и пришлите ещё раз"


def opened(content: bytes) -> ZipFile:
    """Raises Wrong for what is no zip file, or would unpack to too much."""
    if len(content) > MOST_BYTES:
        raise Wrong(f"файл больше {MOST_BYTES // 1_000_000} МБ: разделите его")
    if content.startswith(_COMPOUND):
        raise Wrong("это старый .xls или файл с паролем: сохраните его как .xlsx без пароля")
    if not content.startswith(b"PK"):
        raise Wrong("это не книга Excel (.xlsx) и не архив .zip с файлами CSV")
    try:
        archive = ZipFile(BytesIO(content))
    except MemoryError:
        raise
    except Exception as error:  # zipfile raises whatever it stumbles over
        raise Wrong(_BROKEN) from error
    _check(archive.infolist())
    return archive


def unpacked(archive: ZipFile, name: str) -> bytes:
    """An entry of an archive that was `opened`. Raises Wrong when it is broken."""
    try:
        return archive.read(name)
    except MemoryError:
        raise
    except Exception as error:
        raise Wrong(_BROKEN) from error


def _check(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Wrong(f"в архиве больше {MOST_ENTRIES} файлов")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Wrong("файл с паролем: сохраните его без пароля")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Wrong(f"в распакованном виде файл больше {MOST_UNPACKED // 1_000_000} МБ")
    names = Counter(entry.filename for entry in entries)
    if any(map(_is_suspicious, entries)) or max(names.values(), default=0) > 1:
        raise Wrong("файл сжат необычно и может быть опасен: сохраните его в Excel заново")


def _is_suspicious(entry: ZipInfo) -> bool:
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return True
    return entry.file_size > max(_SMALL, entry.compress_size * MOST_TIMES)
