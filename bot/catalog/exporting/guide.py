"""What is explained to whoever fills in a workbook, in Russian like the columns' own words."""

from collections.abc import Iterator

from bot.catalog.importing import archives, columns, files, workbooks
from bot.catalog.importing.columns import Column

HEADINGS = ("Лист", "Столбец", "Обязательно", "Что писать", "Какие значения бывают")
_GENERAL = (
    "Каждый лист — таблица. Первую строку с названиями столбцов не меняйте, "
    "остальные листы и столбцы не переименовывайте.",
    "Строка с кодом, который уже есть в базе, меняет эту запись; с новым кодом — добавляет. "
    "Чего в файле нет, то остаётся в базе.",
    "Несколько значений в одной ячейке разделяйте знаком «;».",
    "Коды городов, направлений, компетенций и категорий — на листе «Справочники».",
    "Формулы, объединённые ячейки и ссылки на другие книги не принимаются. "
    "Скрытые строки и столбцы читаются как обычные.",
    f"Файл — до {archives.MOST_BYTES // 1_000_000} МБ, лист — до {files.MOST_LINES} строк "
    f"и {workbooks.MOST_COLUMNS} столбцов.",
    "Сначала всё проверяется. Пока есть хоть одна ошибка, ничего не загружается.",
)


def lines() -> Iterator[tuple[str, ...]]:
    """Each has a cell for every one of HEADINGS."""
    yield from (("все", "", "", text, "") for text in _GENERAL)
    yield from (
        (name, column, "да" if of.required else "", of.says, _values(of, ", "))
        for name, table in columns.NETWORK.items()
        for column, of in table.items()
    )


def note(column: Column) -> str:
    """For a comment on a header."""
    parts = [
        column.says,
        "Обязательно." if column.required else "Можно оставить пустым.",
        "Несколько — через «;»." if column.several else "",
        _values(column, "\n"),
    ]
    return "\n".join(filter(None, parts))


def _values(column: Column, between: str) -> str:
    said = (f"{value} — {meaning}" for value, meaning in (column.values or {}).items())
    return between.join(said)
