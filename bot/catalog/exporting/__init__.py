"""Writing a network as the tables that bot/catalog/importing reads."""

from bot.catalog.exporting.cells import cells, table
from bot.catalog.exporting.files import write_folder

__all__ = ["cells", "table", "write_folder"]
