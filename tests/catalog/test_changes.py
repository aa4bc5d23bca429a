"""What an import would change, in the words of its tables."""

from dataclasses import replace
from datetime import timedelta

from bot.catalog.changes import FieldChange, anything, changes
from bot.domain.network import EntryRules
from tests.builders import TODAY, group, network
from tests.domain.matching_builders import partner, programme


def test_the_same_network_changes_nothing() -> None:
    found = changes(network(), network())
    assert not anything(found)
    assert {name: table.unchanged for name, table in found.items()} == {
        "partners": 1,
        "resources": 0,
        "agreements": 1,
        "programmes": 1,
        "modules": 0,
        "groups": 1,
    }


def test_a_new_row_is_added() -> None:
    found = changes(network(), network(group(), group(code="G-2")))
    assert found["groups"].added == ("G-2",)
    assert anything(found)


def test_a_changed_row_says_which_fields_were_what_and_will_be_what() -> None:
    later = group(seats=20, starts_on=TODAY, ends_on=TODAY + timedelta(days=60))
    (row,) = changes(network(), network(later))["groups"].changed
    assert row.code == "G-1"
    assert row.fields == (
        FieldChange(field="starts_on", before="2026-04-01", after="2026-03-02"),
        FieldChange(field="seats", before="1", after="20"),
    )


def test_rules_of_a_programme_are_told_by_their_columns() -> None:
    before = programme(code="P-1", rules=EntryRules(min_age=18, grades=None))
    after = replace(before, rules=EntryRules(min_age=14, grades=(8, 11)))
    (row,) = changes(network(programmes={"P-1": before}), network(programmes={"P-1": after}))[
        "programmes"
    ].changed
    assert row.fields == (
        FieldChange(field="min_age", before="18", after="14"),
        FieldChange(field="grade_from", before="", after="8"),
        FieldChange(field="grade_to", before="", after="11"),
    )


def test_what_the_file_does_not_name_is_no_change() -> None:
    whole = network(partners={"DP-02": partner(), "DP-03": partner(code="DP-03")})
    assert not anything(changes(whole, network()))
