"""Importing a large catalogue: how long, and how much memory.

    python -m benchmarks.imports [ROWS]

Makes up a network of 10,000 rows, writes it as a workbook and as CSV files, and runs the commands
`traektoria import` and `traektoria export` on them in an installation of their own. Memory is the
most that a command and the process in which it reads held at the same time, looked at every 20 ms.
The last line is JSON with all figures.
"""

import json
import os
import sys
import time
from datetime import date, timedelta
from datetime import time as hour
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.exporting import write_folder
from bot.config import PROJECT
from bot.domain.network import (
    Agreement,
    AgreementKind,
    Audience,
    DayPart,
    Dictionaries,
    EntryRules,
    Format,
    Group,
    Interest,
    Module,
    Network,
    Partner,
    PartnerKind,
    Programme,
    ProgrammeKind,
    Resource,
    ResourceKind,
    Slot,
)
from bot.drawings.workbook import xlsx
from bot.views.workbooks import workbook

ROWS = 10_000
GOAL_SECONDS, GOAL_MIB = 10.0, 200.0
LOOK_SECONDS = 0.02
QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
PROGRAMMES, GROUPS = 7, 16  # of one partner
ROWS_OF_PARTNER = 3 + 3 * PROGRAMMES + GROUPS
SETTINGS = f'folder = "var"\ndata = "{PROJECT / "data"}"\n'
FIRST_DAY = date(2026, 9, 1)
SUMMARY = "Научитесь работать с оборудованием, читать документы и отвечать за безопасность. "


def made_up(rows: int, names: Dictionaries) -> Network:
    network = Network(
        partners={}, agreements={}, programmes={}, modules={}, groups={}, resources={}
    )
    for number in range(rows // ROWS_OF_PARTNER):
        add_partner(network, f"P{number:05}", names)
    return network


def add_partner(network: Any, code: str, names: Dictionaries) -> None:
    """A partner with a resource, an agreement, 7 programmes, 14 modules and 16 groups."""
    city = list(names.cities)[len(network.partners) % len(names.cities)]
    network.partners[code] = Partner(
        code=code,
        name_ru=f"Техникум номер {code}",
        name_en=f"College {code}",
        kind=PartnerKind.COLLEGE,
        city=city,
        is_demo=True,
    )
    network.resources[code] = Resource(
        code=code,
        partner=code,
        kind=ResourceKind.SITE,
        name_ru=f"Мастерская {code}",
        name_en=None,
        capacity=15,
        conditions="Инструктаж и спецодежда",
    )
    network.agreements[code] = Agreement(
        number=code,
        partner=code,
        kind=AgreementKind.NETWORK,
        valid_from=FIRST_DAY - timedelta(days=100),
        valid_to=FIRST_DAY + timedelta(days=900),
        resources=(code,),
    )
    for number in range(PROGRAMMES):
        add_programme(network, f"{code}-{number}", code, city, names)
    for number in range(GROUPS):
        programme = f"{code}-{number % PROGRAMMES}"
        starts_on = FIRST_DAY + timedelta(days=7 * number)
        group = Group(
            code=f"{code}-G{number}",
            programme=programme,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=90),
            daypart=DayPart.EVENING,
            seats=15,
            timetable=(Slot(weekday=0, begins=hour(18), ends=hour(20, 30)),),
        )
        network.groups[group.code] = group


def add_programme(network: Any, code: str, partner: str, city: str, names: Dictionaries) -> None:
    skills = list(names.competencies)
    outcomes = {skills[len(network.programmes) % len(skills)]: 2, skills[0]: 1}
    network.programmes[code] = Programme(
        code=code,
        slug=code.lower(),
        title_ru=f"Оператор станков с программным управлением {code}",
        title_en=f"Operator of machine tools {code}",
        summary_ru=SUMMARY,
        summary_en="Learn to work with machines, to read documents and to keep safe.",
        kind=ProgrammeKind.PO_NEW,
        hours=256,
        format=Format.BLENDED,
        partner=partner,
        city=city,
        sector=list(names.sectors)[len(network.programmes) % len(names.sectors)],
        audiences=frozenset({Audience.ADULT}),
        rules=EntryRules(min_age=18),
        outcomes=outcomes,
        requires={},
        interests={Interest.TECH: 1.0, Interest.SIGN: 0.4},
        other_names=("станочник", "наладчик станков", "работа на станке с ЧПУ"),
        occupations=("оператор", "наладчик"),
        price=12_000,
        is_demo=True,
    )
    for number in (1, 2):
        module = Module(
            code=f"{code}-M{number}",
            programme=code,
            position=number,
            title_ru=f"Часть {number} программы {code}",
            title_en=None,
            hours=128,
            partner=partner,
            city=city,
            format=Format.BLENDED,
            outcomes=outcomes,
            requires=() if number == 1 else (f"{code}-M1",),
        )
        network.modules[module.code] = module


def held(pid: int) -> float:
    """MiB of a process and of those that it has started; 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return 0.0
    return pages * 4096 / 2**20 + sum(held(int(child)) for child in children)


def measured(*arguments: str | Path) -> dict[str, float]:
    """A command of the program in a process of its own. `cpu_s` counts what it started too."""
    start, most, status = time.perf_counter(), 0.0, 0
    command = [sys.executable, "-m", "bot", *map(str, arguments)]
    pid = os.posix_spawn(sys.executable, command, os.environ, file_actions=QUIET)
    ended = 0
    while not ended:
        most = max(most, held(pid))
        time.sleep(LOOK_SECONDS)
        ended, status, used = os.wait4(pid, os.WNOHANG)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "cpu_s": used.ru_utime + used.ru_stime, "peak_mib": most}


def main(rows: int) -> None:
    names = load_dictionaries(PROJECT / "data")
    network = made_up(rows, names)
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "config.toml").write_text(SETTINGS, encoding="utf-8")
        here = ("--config", folder / "config.toml")
        book, files = folder / "catalogue.xlsx", folder / "csv"
        book.write_bytes(xlsx(workbook(network, names)))
        write_folder(network, files)
        figures = {
            "xlsx, dry run": measured("import", book, "--dry-run", *here),
            "xlsx, all new": measured("import", book, *here),
            "xlsx, nothing new": measured("import", book, *here),
            "undo": measured("import", "--undo", *here),
            "csv, all new": measured("import", files, *here),
            "csv, nothing new": measured("import", files, *here),
            "export to xlsx": measured("export", folder / "out.xlsx", *here),
            "export to csv": measured("export", folder / "out", *here),
        }
        sizes = {"xlsx": book.stat().st_size, "csv": sum(f.stat().st_size for f in files.iterdir())}
    counted = sum(len(table) for table in vars(network).values())
    print(f"{counted:,} rows: {sizes['xlsx']:,} bytes of XLSX, {sizes['csv']:,} bytes of CSV\n")
    print("| command | seconds | CPU, s | peak, MiB |\n|---|---|---|---|")
    for name, f in figures.items():
        print(f"| {name} | {f['seconds']:.2f} | {f['cpu_s']:.2f} | {f['peak_mib']:.0f} |")
    slowest = max(f["seconds"] for f in figures.values())
    largest = max(f["peak_mib"] for f in figures.values())
    print(f"\nmost: {slowest:.2f} s of {GOAL_SECONDS:.0f}, {largest:.0f} MiB of {GOAL_MIB:.0f}\n")
    print(json.dumps({"rows": counted, "bytes": sizes, "commands": figures}, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
