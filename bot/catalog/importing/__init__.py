"""Reading a network from its tables: all of it and right, or a list of what is wrong and where."""

from bot.catalog.importing.network import read_files, read_network
from bot.catalog.importing.problems import BadData, Problem

__all__ = ["BadData", "Problem", "read_files", "read_network"]
