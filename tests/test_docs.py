"""The documents are true: what they name exists, and what exists they name."""

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from bot.config import PROJECT, Config
from bot.domain.outbox import Lane, Policy, State

DECISIONS = PROJECT / "docs" / "decisions"
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
OPERATIONS = PROJECT / "docs" / "operations.md"
FOLDERS = (".ci/", "benchmarks/", "bot/", "data/", "docs/", "requirements/", "tests/")
LEFT_BY_THE_BOT = ("var/", "config.toml")  # it makes them, or its owner does
SUFFIXES = (".py", ".md", ".toml", ".sql", ".ftl", ".csv", ".png", ".txt")
MACHINE = re.compile(r"(?<![\w.-])/" + "work/")
LARGEST_PICTURE = 300_000  # bytes; people open the page on weak lines
# What people run, told from words: in `code`, or in a block of it.
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
each_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda p: str(p.relative_to(PROJECT))
)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code(text: str) -> list[str]:
    return [found.strip("`") for found in CODE.findall(text)]


def named_paths(text: str) -> set[str]:
    """Paths of the project in `code`; `<noun>` stands for any name."""
    words = {word for word in code(text) if re.fullmatch(r"[\w.*<>/-]+", word)}
    return {
        re.sub(r"<\w+>", "*", word)
        for word in words
        if word.startswith(FOLDERS) or (word.endswith(SUFFIXES) and word not in SUFFIXES)
        if not word.startswith(LEFT_BY_THE_BOT)
    }


def missing_paths(text: str) -> set[str]:
    return {path for path in named_paths(text) if not any(PROJECT.glob(path.rstrip("/")))}


def headings(text: str) -> set[str]:
    """As links name them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


def broken_links(path: Path, text: str) -> set[str]:
    broken = set()
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("https://", "http://")):
            continue
        file, _, anchor = target.partition("#")
        linked = path.parent / file if file else path
        if not linked.exists() or (anchor and anchor not in headings(read(linked))):
            broken.add(target)
    return broken


def commands_named(text: str) -> set[str]:
    """Not where it is the name of a user, a folder or a service."""
    command = r"(?:(?<![:/\w-])|(?<=bin/))traektoria ([a-z]+)"
    return {word for said in code(text) for word in re.findall(command, said)}


def targets_named(text: str) -> set[str]:
    return {word for said in code(text) for word in re.findall(r"\bmake ([\w./]+)", said)}


def tracked() -> Iterator[Path]:
    """What git holds or would take in."""
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (PROJECT / name for name in listed.stdout.split("\0") if name)
    return (path for path in paths if path.is_file())


@cache
def sentences() -> str:
    """Everything that the program may say; … stands for what is filled in."""
    said = []
    for path in (PROJECT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.JoinedStr):
                parts = [v.value if isinstance(v, ast.Constant) else "…" for v in node.values]
                said.append("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.append(node.value)
    return "\n".join([*said, read(PROJECT / "Makefile")])


@each_document
def test_every_file_that_is_named_exists(path: Path) -> None:
    assert missing_paths(read(path)) == set()


@each_document
def test_every_link_leads_somewhere(path: Path) -> None:
    assert broken_links(path, read(path)) == set()


def test_control_what_is_not_there_is_noticed() -> None:
    text = "`bot/nowhere.py` `bot/*/<noun>.sql` `bot/services/` [a](no.md) [b](#no) [c](README.md)"
    assert missing_paths(text) == {"bot/nowhere.py"}
    assert broken_links(PROJECT / "README.md", text) == {"no.md", "#no"}


@each_document
def test_every_command_that_is_named_exists(path: Path) -> None:
    text = read(path)
    targets = set(re.findall(r"^([\w./]+):", read(PROJECT / "Makefile"), re.MULTILINE))
    assert commands_named(text) - set(COMMANDS) == set()
    assert targets_named(text) - targets == set()


def test_every_command_of_the_program_is_explained() -> None:
    assert set(COMMANDS) - commands_named(read(OPERATIONS)) == set()


def test_the_first_page_shows_both_commands() -> None:
    assert {"run", "test"} <= targets_named(read(PROJECT / "README.md"))


def test_every_section_of_the_settings_is_explained() -> None:
    text = read(OPERATIONS)
    written = {
        f"[{name}]" if isinstance(value, dict) else name
        for name, value in Config().model_dump().items()
    }
    assert {name for name in written if f"`{name}`" not in text} == set()


@each_document
def test_every_setting_that_is_named_exists(path: Path) -> None:
    sections = {name: v for name, v in Config().model_dump().items() if isinstance(v, dict)}
    named = re.findall(rf"`({'|'.join(sections)})\.(\w+)`", read(path))
    strange = {(section, name) for section, name in named if name not in sections[section]}
    assert {one for one in strange if f".{one[1]}" not in SUFFIXES} == set()


def test_messages_that_stop_the_program_are_quoted_as_it_says_them() -> None:
    table = read(OPERATIONS).partition("## When it does not start")[2]
    quoted = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert len(quoted) > 10
    assert {message for message in quoted if message not in sentences()} == set()


def test_decisions_are_listed_and_say_what_lost() -> None:
    files = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    index = read(DECISIONS / "README.md")
    assert {path.name for path in files if f"({path.name})" not in index} == set()
    numbered = [path for path in files if path.name[0].isdigit()]
    for n, path in enumerate(numbered, start=1):
        text = read(path)
        assert path.name.startswith(f"{n:04}-")
        assert text.startswith(f"# {n}. ")
        assert all(f"**{part}.**" in text for part in ("Decided", "Why", "What lost")), path.name


def test_architecture_shows_the_layers_that_are_checked() -> None:
    project = tomllib.loads(read(PROJECT / "pyproject.toml"))
    layers = next(c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    shown = "\n".join(f"    {layer.replace('bot.', '')}" for layer in layers["layers"])
    assert shown in read(PROJECT / "ARCHITECTURE.md")


def test_architecture_names_every_state_lane_and_policy() -> None:
    text = read(PROJECT / "ARCHITECTURE.md")
    lanes = {f"| {lane:d} `{lane.name}` |" for lane in Lane}
    words = {f"`{word}`" for kind in (State, Policy) for word in kind}
    assert {word for word in lanes | words if word not in text} == set()


def test_the_glossary_uses_names_of_the_code() -> None:
    sources = [*(PROJECT / "bot").rglob("*.py"), *(PROJECT / "bot").rglob("*.sql")]
    known = set(re.findall(r"\w+", "\n".join(map(read, sources))))
    rows = re.findall(r"^\|.*\|([^|]*)\|$", read(PROJECT / "GLOSSARY.md"), re.MULTILINE)
    used = {name for row in rows for word in code(row) for name in word.split(".")}
    assert len(used) > 50
    assert used - known == set()


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(read(PROJECT / "pyproject.toml"))["project"]["version"]
    released = re.findall(r"^## \[(\d[^\]]*)\]", read(PROJECT / "CHANGELOG.md"), re.MULTILINE)
    assert released[0] == version


def test_the_picture_is_small() -> None:
    picture = (PROJECT / "docs" / "chat.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < LARGEST_PICTURE


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    named = {
        str(path.relative_to(PROJECT))
        for path in tracked()
        if MACHINE.search(path.read_bytes().decode("utf-8", "ignore"))
    }
    assert named == set()


def test_control_a_folder_of_the_machine_is_noticed() -> None:
    here = "/" + "work/"
    assert MACHINE.search(f"see {here}notes")
    assert not MACHINE.search(f"bot/net{here[1:]}x and /home{here}")
