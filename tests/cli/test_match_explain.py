"""traektoria match explain: why somebody was shown what, and whether it comes out the same now."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.catalog.search import Lexicon
from bot.catalog.snapshot import Catalogue
from bot.cli import main
from bot.config import PROJECT
from bot.services.network import NetworkService
from bot.services.programmes import ProgrammeService
from bot.storage.migrate import migrate
from bot.storage.short import short
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, world
from tests.domain.matching_builders import WANTS_TO_WELD, adult, pupil
from tests.storage.rows import enrolled, guest

DATA = PROJECT / "data"
NAMES = load_dictionaries(DATA)
NETWORK = read_network(DATA / "demo", NAMES, TODAY)
WELDER = adult(city="prokopyevsk", profession=True, **WANTS_TO_WELD)
Said = tuple[int, str, str]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """With the demo network, and what a welder and a pupil were shown."""
    path = tmp_path / "bot.db"
    migrate(path, tmp_path)
    with short(path) as tx:
        NetworkService(tx, NOON).bring_in(NETWORK)
        given = world(catalogue=Catalogue(1, NETWORK, NAMES, Lexicon()))
        programmes = ProgrammeService(tx, given, NOON)
        for account, profile in enumerate((WELDER, pupil())):
            audit = programmes.moment().match(profile).audit
            programmes.keep(guest(tx, account=account), audit)
    config = tmp_path / "config.toml"
    config.write_text(f'folder = "."\ndata = "{DATA}"\n', encoding="utf-8")
    return path


def explained(database: Path, receipt: str, capsys: pytest.CaptureFixture[str]) -> Said:
    config = str(database.with_name("config.toml"))
    code = main(["match", "explain", receipt, "--config", config])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_inputs_versions_arithmetic_and_the_replay_are_told(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = explained(database, "26-00001", capsys)
    assert code == 0
    assert "Подбор № 26-00001, пн, 2 марта, 19:00" in out
    assert "Каталог: версия 1, сейчас 1. Веса: версия 2, сейчас 2." in out
    assert "город: Прокопьевск" in out
    assert "интересы: техника 0.750, данные и точность 0.250" in out
    assert "0.875 = посильно 1.000 × (0.500 × желаемое 1.000 + 0.500 × интерес 0.750)" in out
    assert "DEMO-16 «Сварщик ручной дуговой сварки»" in out
    assert "показана" in out
    assert out.rstrip().endswith("Повтор с теми же данными: тот же порядок.")


def test_what_was_filtered_out_says_why_and_what_would_change_it(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = explained(database, "№ 26-00002", capsys)
    (line,) = [line for line in out.splitlines() if line.startswith("  DEMO-16 ")]
    assert "Это программа для взрослых." in line
    assert "Возраст 18+, а вам 14–17. Откроется с 18 лет." in line
    assert "= направление 0.500" in out


def test_places_taken_since_do_not_disturb_a_replay(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def everything_is_taken(tx: Transaction) -> None:
        for account, group in enumerate(NETWORK.groups.values()):
            person = guest(tx, account=100 + account)
            enrolled(tx, person, programme=group.programme, group_code=group.code)

    before = explained(database, "26-00001", capsys)
    with short(database) as tx:
        everything_is_taken(tx)
    assert explained(database, "26-00001", capsys) == before


def test_another_catalogue_gives_another_order_and_the_difference_is_told(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def the_best_one_needs_more(tx: Transaction) -> None:
        best = NETWORK.programmes["DEMO-16"]
        harder = {**NETWORK.programmes, "DEMO-16": replace(best, requires={"mach.weld": 3})}
        NetworkService(tx, NOON).bring_in(replace(NETWORK, programmes=harder))

    with short(database) as tx:
        the_best_one_needs_more(tx)
    code, out, _ = explained(database, "26-00001", capsys)
    assert code == 0
    assert "Каталог: версия 1, сейчас 2." in out
    assert "порядок другой" in out
    assert "DEMO-16: было место 1, 0.875, стало место" in out


@pytest.mark.parametrize("receipt", ["26-00099", "25-00001", "0", "сварщик"])
def test_a_number_that_nobody_has_is_one_sentence_and_exit_code_one(
    database: Path, receipt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = explained(database, receipt, capsys)
    assert (code, out) == (1, "")
    assert err == f"Подбора № {receipt} нет: проверьте номер, он стоит под подбором.\n"


def test_without_a_database_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text('folder = "."\n', encoding="utf-8")
    code, _, err = explained(tmp_path / "bot.db", "26-00001", capsys)
    assert code == 2
    assert "there is no database" in err


def test_without_a_catalogue_it_is_said_what_match_needs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["match"]) == 2
    assert "--catalog FILE.csv" in capsys.readouterr().err
