from bot.domain.dialogs import Dialog, Option
from bot.storage.transaction import Transaction
from tests.storage.rows import guest

OPTIONS = (
    Option(key="1", label="да", action="ab:1"),
    Option(key="", label="«нет» 🙂", action="ab:2"),
)


def test_a_person_who_was_shown_nothing_expects_nothing(tx: Transaction) -> None:
    assert tx.dialogs.of(404) == Dialog()


def test_the_screen_shown_last_counts(tx: Transaction) -> None:
    person = guest(tx)
    tx.dialogs.save(person.id, "first", ())
    tx.dialogs.save(person.id, "", OPTIONS)
    assert tx.dialogs.of(person.id) == Dialog(expects="", options=OPTIONS)
