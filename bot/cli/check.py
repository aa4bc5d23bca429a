"""Looks at settings, data and database without changing anything."""

import argparse

from bot.cli import config_argument

HELP = "check settings, data files and the database; changes nothing"
EXAMPLE = "traektoria check"


def arguments(parser: argparse.ArgumentParser) -> None:
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.faq import load_faq
    from bot.catalog.importing import read_network
    from bot.catalog.questionnaires import complete_questionnaires
    from bot.catalog.search import load_lexicon
    from bot.catalog.weights import load_weights
    from bot.cli.settings import settings
    from bot.storage.migrate import checked
    from bot.storage.short import looking

    config = settings(options.config)
    dictionaries = load_dictionaries(config.data)
    read_network(config.data / "demo", dictionaries, datetime.now(UTC).date())
    complete_questionnaires(config.data / "questionnaires", dictionaries)
    load_lexicon(config.data / "lexicon.csv")
    load_weights(config.data / "weights.toml")
    load_faq(config.data / "faq.toml")
    lines = ["settings and data files: fine"]
    if config.database.exists():
        checked(config.database)
        with looking(config.database) as tx:
            aside = tx.inbox.set_aside()
            counts = ", ".join(f"{state} {n}" for state, n in sorted(tx.outbox.counts().items()))
        lines.append(f"database: fine; messages out: {counts or 'none yet'}")
        lines += [f"set aside: No. {s.reference}, {s.kind}, {s.error}" for s in aside]
    print("\n".join(lines))  # noqa: T201
    return 0
