from datetime import timedelta

from bot.domain.freshness import Source
from bot.storage.transaction import Transaction
from tests.builders import TODAY
from tests.storage.rows import taught

TOMORROW = TODAY + timedelta(days=1)


def test_the_newest_confirmation_counts(tx: Transaction) -> None:
    taught(tx)
    assert tx.freshness.days() == {}
    assert tx.freshness.confirm(["P-1"], TODAY, Source.IMPORT) is True
    assert tx.freshness.confirm(["P-1"], TODAY, Source.STAFF) is False
    assert tx.freshness.confirm(["P-1"], TOMORROW, Source.PARTNER) is True
    assert tx.freshness.confirm(["P-1"], TODAY, Source.STAFF) is False
    assert tx.freshness.days() == {"P-1": TOMORROW}
