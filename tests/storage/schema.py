"""What a database looks like, in the same words for both engines."""

from typing import Any

# Of a fact: what it is, its table, and more. Of a partial index only that it is partial.
Schema = set[tuple[object, ...]]

TYPES = {"INTEGER": "integer", "BIGINT": "bigint", "TEXT": "text", "REAL": "double precision"}
NUMBER = "a number given by the database"


def of_sqlite(connection: Any) -> Schema:
    found: Schema = set()
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    for (table,) in connection.execute(tables).fetchall():
        found |= _sqlite_columns(connection, table)
        found |= _sqlite_indexes(connection, table)
        for key in connection.execute(f"PRAGMA foreign_key_list({table})"):
            found.add(("reference", table, key["from"], key["table"], key["on_delete"]))
    return found


def _sqlite_columns(connection: Any, table: str) -> Schema:
    found: Schema = set()
    keys: list[tuple[int, str]] = []
    for column in connection.execute(f"PRAGMA table_info({table})"):
        name, key = column["name"], column["pk"]
        given = column["type"] == "INTEGER" and key
        kind = NUMBER if given else TYPES[column["type"]]
        required = bool(column["notnull"] or key)
        found.add(("column", table, name, kind, required, column["dflt_value"]))
        keys += [(key, name)] if key else []
    return found | ({("key", table, *(name for _, name in sorted(keys)))} if keys else set())


def _sqlite_indexes(connection: Any, table: str) -> Schema:
    found: Schema = set()
    for index in connection.execute(f"PRAGMA index_list({table})").fetchall():
        names = [row["name"] for row in connection.execute(f"PRAGMA index_info({index['name']})")]
        if index["origin"] == "u":
            found.add(("unique", table, *names))
        elif index["origin"] == "c":
            unique, partial = bool(index["unique"]), bool(index["partial"])
            found.add(("index", table, index["name"], unique, partial, *names))
    return found


POSTGRES_COLUMNS = """
SELECT table_name, column_name, data_type, is_nullable, is_identity, column_default
FROM information_schema.columns WHERE table_schema = 'public'
"""
POSTGRES_INDEXES = """
SELECT i.indrelid::regclass::text AS "table", i.indexrelid::regclass::text AS name,
       i.indisprimary, i.indisunique, i.indpred IS NOT NULL AS partial,
       c.oid IS NOT NULL AS promised,
       array(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
             ORDER BY k.place) AS columns
FROM pg_index i
LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
WHERE i.indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
"""
POSTGRES_REFERENCES = """
SELECT conrelid::regclass::text AS "table", a.attname AS "column",
       confrelid::regclass::text AS target,
       CASE confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'a' THEN 'NO ACTION'
            WHEN 'n' THEN 'SET NULL' END AS on_delete
FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = ANY (conkey)
WHERE contype = 'f'
"""


def of_postgres(connection: Any) -> Schema:
    found: Schema = set()
    for row in connection.execute(POSTGRES_COLUMNS):
        kind = NUMBER if row["is_identity"] == "YES" else row["data_type"]
        default = row["column_default"] and row["column_default"].removesuffix("::text")
        required = row["is_nullable"] == "NO"
        found.add(("column", row["table_name"], row["column_name"], kind, required, default))
    for row in connection.execute(POSTGRES_INDEXES):
        table, names = row["table"], row["columns"]
        if row["promised"]:
            found.add(("key" if row["indisprimary"] else "unique", table, *names))
        else:
            unique, partial = row["indisunique"], row["partial"]
            found.add(("index", table, row["name"], unique, partial, *names))
    for row in connection.execute(POSTGRES_REFERENCES):
        found.add(("reference", row["table"], row["column"], row["target"], row["on_delete"]))
    return found
