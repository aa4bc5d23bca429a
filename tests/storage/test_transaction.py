"""An error inside a step takes back that step and nothing else."""

from contextlib import closing

import psycopg
import pytest

from bot.storage.transaction import Transaction
from tests.storage.engines import BROKEN_RULE, Postgres

DOUBLE = "INSERT INTO facts (name, value) VALUES ('before', 'twice')"


def kept(tx: Transaction) -> set[str]:
    return {row["name"] for row in tx.connection.execute("SELECT name FROM facts")}


def breaks(tx: Transaction) -> None:
    with tx.undone_on_error():
        tx.facts.put("within", "1")
        raise RuntimeError("a bug")


def is_refused(tx: Transaction) -> None:
    with tx.undone_on_error():
        tx.facts.put("within", "1")
        tx.connection.execute(DOUBLE)


def test_an_error_takes_back_its_own_step(tx: Transaction) -> None:
    tx.facts.put("before", "1")
    with pytest.raises(RuntimeError):
        breaks(tx)
    tx.facts.put("after", "1")
    assert kept(tx) == {"before", "after"}


def test_a_refused_statement_does_not_spoil_the_rest(tx: Transaction) -> None:
    tx.facts.put("before", "1")
    with pytest.raises(BROKEN_RULE):
        is_refused(tx)
    tx.facts.put("after", "1")
    assert kept(tx) == {"before", "after"}


def test_without_a_step_a_refused_statement_spoils_all_that_follows(postgres: Postgres) -> None:
    with closing(postgres.connect("postgres")) as connection:
        connection.execute("BEGIN")
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute(DOUBLE)
        with pytest.raises(psycopg.errors.InFailedSqlTransaction):
            connection.execute("SELECT 1")


def test_a_step_within_a_step_is_taken_back_alone(tx: Transaction) -> None:
    with tx.undone_on_error():
        tx.facts.put("before", "1")
        with pytest.raises(BROKEN_RULE):
            is_refused(tx)
        with tx.undone_on_error():
            tx.facts.put("inner", "1")
    assert kept(tx) == {"before", "inner"}


def test_a_step_that_fails_takes_its_finished_steps_along(tx: Transaction) -> None:
    def fails() -> None:
        with tx.undone_on_error():
            with tx.undone_on_error():
                tx.facts.put("inner", "1")
            raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        fails()
    assert kept(tx) == set()
