"""A private PostgreSQL for one test run: no network, no durability, gone at the end."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

DEBIAN = Path("/usr/lib/postgresql")  # keeps the programs of a server out of PATH
# Sorts text by the rules of Russian, as a server in Russia does and SQLite does not.
INITDB = (
    *("--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync", "--no-instructions"),
    *("--locale=C", "--locale-provider=icu", "--icu-locale=ru"),
)
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "statement_timeout": "20s",  # a test that waits for a lock in vain ends
}
# The server ends when this shell's input closes, so also when the test run is killed.
GUARDED = '"$@" 2>server.log & read -r _; kill -QUIT $!; wait; rm -rf "$PWD"'


def programs() -> Path | None:
    """The folder of initdb and postgres; None where PostgreSQL 15 or newer is not installed."""
    installed = sorted(
        DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True
    )
    search = os.pathsep.join([os.environ.get("PATH", ""), *map(str, installed)])
    initdb = shutil.which("initdb", path=search)
    if initdb is None or _major(initdb) < 15:
        return None
    folder = Path(initdb).resolve().parent
    return folder if (folder / "postgres").exists() else None


@contextmanager
def server(programs: Path) -> Iterator[Path]:
    """The folder of the socket of a new server, whose user is `postgres` without a password."""
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        rights = _unprivileged(folder)
        initdb = [str(programs / "initdb"), *INITDB, "data"]
        subprocess.run(initdb, stdout=subprocess.DEVNULL, check=True, cwd=folder, **rights)
        settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
        postgres = [str(programs / "postgres"), "-Ddata", f"-k{folder}", *settings]
        guarded = ["sh", "-c", GUARDED, "sh", *postgres]
        with subprocess.Popen(guarded, stdin=subprocess.PIPE, cwd=folder, **rights):
            _wait(folder)
            yield folder


def _major(initdb: str) -> int:
    """Of «initdb (PostgreSQL) 15.18 (Debian ...)»."""
    said = subprocess.run([initdb, "--version"], capture_output=True, text=True, check=True)
    return int(re.findall(r"\d+", said.stdout)[0])


def _unprivileged(folder: Path) -> dict[str, Any]:
    """How to start a program that works in `folder` and refuses to run as root."""
    usual: dict[str, Any] = {"env": {"PATH": os.environ["PATH"]}, "start_new_session": True}
    if os.geteuid() != 0:
        return usual
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {**usual, "user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _wait(folder: Path) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(host=str(folder), port=5432, user="postgres").close()
        except psycopg.OperationalError as error:
            if time.monotonic() > until:
                raise RuntimeError((folder / "server.log").read_text()) from error
            time.sleep(0.02)
        else:
            return
