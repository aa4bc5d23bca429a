from datetime import timedelta

from bot.domain.agreements import Notice
from bot.storage.transaction import Transaction
from tests.builders import NOON, network
from tests.storage.rows import taught


def test_what_was_told_of_an_agreement_is_kept_once(tx: Transaction) -> None:
    taught(tx)
    agreement = network().agreements["A-1"]
    for _ in range(2):
        tx.agreements.note(agreement, Notice.IN_60_DAYS, NOON)
    tx.agreements.note(agreement, Notice.FULL, NOON + timedelta(days=1))
    assert tx.agreements.told() == {
        ("A-1", agreement.valid_to, Notice.IN_60_DAYS),
        ("A-1", agreement.valid_to, Notice.FULL),
    }
