from bot.storage.transaction import Transaction


def test_a_fact_is_as_it_was_put_last(tx: Transaction) -> None:
    assert tx.facts.find("anchor") is None
    tx.facts.put("anchor", "2026-03-02")
    tx.facts.put("anchor", "2026-03-03")
    assert tx.facts.find("anchor") == "2026-03-03"
