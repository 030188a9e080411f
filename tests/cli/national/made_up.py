"""Open data of councils that do not exist, in the shape in which the Department for Education publishes them, and
work that goes wrong."""

from __future__ import annotations

import csv
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from macros.cli.national.workshop import Order, Outcome

NAMES = ("Aldermere", "Birchwick", "Cedardale", "Elderholme", "Ferngarth", "Hazelstead")
YEARS = ("2023", "2024", "2025")
COLUMNS = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "la_name", "new_la_code", "population_type", "population_estimate", "children_count",
    "rate_per_10000",
)  # fmt: skip


def published(path: Path, names: Iterable[str] = NAMES, changed: str = "") -> Path:
    """A file of children in care: the nation, a region and councils, three years; one council's number is `changed`."""
    rows = [_row("National", year, 8000) for year in YEARS]
    rows += [_row("Regional", year, 900) | _region() for year in YEARS]
    for number, name in enumerate(names):
        place = {"la_name": name, "new_la_code": f"E0699{number:04d}", "old_la_code": f"{900 + number}"}
        for year in YEARS:
            children = 200 + 10 * number + int(year) - 2020 + (5 if name == changed else 0)
            rows.append(_row("Local authority", year, children) | _region() | place)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def _region() -> dict[str, str]:
    return {"region_code": "E12000002", "region_name": "North West"}


def _row(level: str, year: str, children: int) -> dict[str, str]:
    return {
        "time_period": year, "time_identifier": "Reporting year", "geographic_level": level,
        "country_code": "E92000001", "country_name": "England",
        "population_type": "Children looked after on 31 March each year", "population_estimate": "40000",
        "children_count": str(children), "rate_per_10000": str(int(children / 4 + 0.5)),
    }  # fmt: skip


# what workers are given in place of a build: they must find it by its module


def goes_well(order: Order) -> Outcome:
    """Done at once, by this process."""
    return Outcome(order.name, {"index.html": order.name.encode(), "worker": str(os.getpid()).encode()})


def raises(order: Order) -> Outcome:
    """Fails where nobody expects it."""
    if order.name == "bad":
        raise RuntimeError("something inside broke")
    return goes_well(order)


def kills_once(order: Order) -> Outcome:
    """The first time an order comes, its worker is killed in the middle; `program` names a folder to remember that."""
    seen = Path(order.program) / order.name
    if not seen.exists():
        seen.write_text("killed", encoding="ascii")
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGKILL)
    return goes_well(order)


def kills_always(order: Order) -> Outcome:
    """Takes its worker down whenever it is tried."""
    if order.name == "bad":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.2)
    return goes_well(order)
