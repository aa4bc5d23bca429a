from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy

from bot.storage import migrations
from bot.storage.transaction import Transaction
from tests.builders import NOON
from tests.domain.matching_builders import programme
from tests.storage.engines import EMPTY, Engine, opened
from tests.storage.rows import enrolled, guest, taught

LATER = NOON + timedelta(days=9)
FIRST = programme(code="P-1", slug="p-1")


def test_versions_are_kept_as_they_were(tx: Transaction) -> None:
    taught(tx)
    second = replace(FIRST, hours=80)
    tx.versions.add([FIRST], NOON)
    tx.versions.add([second], LATER)
    newest, oldest = tx.versions.of_programme("P-1")
    assert [(v.programme, v.made_at) for v in (oldest, newest)] == [(FIRST, NOON), (second, LATER)]
    assert tx.versions.find(oldest.id) == oldest
    assert tx.versions.find(10**6) is None


def test_an_application_remembers_its_version(tx: Transaction) -> None:
    taught(tx)
    tx.versions.add([FIRST], NOON)
    (version,) = tx.versions.of_programme("P-1")
    mine = enrolled(tx, guest(tx), version=version.id)
    assert tx.enrolments.find(mine.id) == mine


def test_what_was_there_before_versions_were_kept_is_one(engine: Engine, tmp_path: Path) -> None:
    """An installation that has programmes and applications is brought up to date."""
    known = migrations.known()
    older = [number for number in known if number < 5]
    for number in older:
        copy(known[number], tmp_path)
    with opened(engine, EMPTY) as tx:
        migrations.apply(tx.connection, tmp_path)
        for statement in OLD:
            tx.connection.execute(statement)
        migrations.apply(tx.connection)
        (version,) = tx.versions.of_programme("P-1")
        assert (version.made_at.date().isoformat(), version.programme.hours) == ("2026-02-01", 72)
        rows = tx.connection.execute("SELECT version FROM enrolments").fetchall()
        assert [row["version"] for row in rows] == [version.id]
        assert {k: str(day) for k, day in tx.freshness.days().items()} == {"P-1": "2026-02-01"}


BODY = """{"code": "P-1", "slug": "p-1", "title_ru": "Курс", "title_en": null, "summary_ru": "",
"summary_en": null, "kind": "po_new", "hours": 72, "format": "onsite", "partner": "DP-02",
"city": "kemerovo", "sector": "machinery", "audiences": ["adult"], "rules": {}, "outcomes": {},
"requires": {}, "interests": {}, "other_names": [], "occupations": [], "price": 0,
"is_demo": true}"""
OLD = (
    "INSERT INTO facts (name, value) VALUES ('anchor of relative dates', '2026-02-01')",
    "INSERT INTO partners (code, body) VALUES ('DP-02', '{}')",
    f"INSERT INTO programmes (code, slug, partner, body) VALUES ('P-1', 'p-1', 'DP-02', '{BODY}')",
    "INSERT INTO study_groups (code, programme, seats, body) VALUES ('G-1', 'P-1', 1, '{}')",
    "INSERT INTO people (id, channel, account, chat, created_at)"
    " VALUES (1, 'telegram', 10, '10', '2026-02-02T00:00:00.000+00:00')",
    "INSERT INTO enrolments (person_id, programme, group_code, state, applied_at)"
    " VALUES (1, 'P-1', 'G-1', 'submitted', '2026-02-02T00:00:00.000+00:00')",
)
