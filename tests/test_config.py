from pathlib import Path

import pytest

from bot.config import PROJECT, BadConfig, Config, load

EXAMPLE = PROJECT / "config.example.toml"


def test_the_example_holds_every_setting_with_its_default() -> None:
    example = load(EXAMPLE)
    assert example == Config()
    written = EXAMPLE.read_text(encoding="utf-8")
    for name, section in Config().model_dump().items():
        fields = section if isinstance(section, dict) else {name: section}
        assert {field for field in fields if f"{field} = " not in written} == set()


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == Config()


def test_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('folder = "here"', encoding="utf-8")
    assert load(file).database == tmp_path / "here" / "bot.db"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[telegram]\ntoken = 'abc'", "telegram.token does not look like a bot token"),
        ("[telegram]\ntokn = ''", "there is no setting telegram.tokn"),
        ("[sandbox]\nport = 'x'", "sandbox.port"),
        ("[sandbox]\nport = 70000", "sandbox.port"),
        ("[people]\nzone = 'Mars/Olympus'", "is no time zone"),
        ("folder = ", "is not valid TOML"),
        ("[telegram", "is not valid TOML"),
        ("\x00", "is not valid TOML"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, written: str, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(BadConfig, match=said):
        load(file)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadConfig, match="is not valid TOML"):
        load(file)
