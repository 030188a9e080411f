"""`python -m tests.benchmarks.growth 1 5 15`: what one council's site costs with that many reports, and what a nation
needs by a straight line through the first and the last. Figures of the page docs/guide/growth.md.

--councils, --years and the prices change the sum: --minute is a processor's minute, --gigabyte a gigabyte for a month.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.benchmarks.councils import Shape, write_councils
from tests.benchmarks.measure import build

PAGES = 40  # of each report, in both editions
_TEXT = {".html", ".csv", ".json", ".css", ".js", ".svg", ".xml"}


@dataclass(frozen=True)
class Need:
    """Of one council's site: processor seconds of a first build, MB of memory, MB of the site as files and by gzip, of
    drawings kept, of its sources; and its number of files."""

    processor: float
    memory: float
    site: float
    zipped: float
    drawings: float
    sources: float
    files: float


def measured(reports: int) -> Need:
    """A site of that many reports, built for the first time."""
    with tempfile.TemporaryDirectory(prefix="two-voices-growth-") as folder:
        project = Path(folder) / "council"
        write_councils(project, Shape(reports, PAGES))
        cost = build(project)
        files = _files(project / "site")
        text = (path.read_bytes() for path in files if path.suffix in _TEXT)
        zipped = sum(len(gzip.compress(content)) for content in text) / 1e6
        sources = _size(project / "data") + sum(path.stat().st_size for path in (project / "docs").rglob("*.md")) / 1e6
        return Need(
            cost.processor, cost.memory, _size(project / "site"), zipped, _size(project / ".cache"), sources, len(files)
        )


def line(first: tuple[int, Need], last: tuple[int, Need], reports: int) -> Need:
    """What a site of `reports` needs, by a straight line through two that were measured."""
    (few, least), (many, most) = first, last
    share = (reports - few) / (many - few)
    return Need(*(one + share * (other - one) for one, other in zip(astuple(least), astuple(most), strict=True)))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in _files(folder)) / 1e6


def main(words: list[str]) -> int:
    """Print both tables; 0."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("reports", nargs="*", type=int, default=[1, 5, 15])
    for name, default in (("councils", 155), ("years", 15), ("minute", 0.004), ("gigabyte", 0.023)):
        reader.add_argument(f"--{name}", type=type(default), default=default)
    asked = reader.parse_args(words)
    found = {reports: measured(reports) for reports in sorted(set(asked.reports))}
    print("| reports | processor s | memory MB | site MB | by gzip MB | kept MB | sources MB | files |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for reports, need in found.items():
        print(f"| {reports} | " + " | ".join(f"{part:.1f}" for part in astuple(need)) + " |")
    if len(found) > 1:
        ends = sorted(found.items())
        one = line(ends[0], ends[-1], asked.years)
        hours, kept = asked.councils * one.processor / 3600, asked.councils * (one.site + one.drawings) / 1000
        print(f"\n{asked.councils} councils, {asked.years} years, {asked.councils * asked.years * PAGES:,} pages:")
        print(f"{hours:.1f} hours of a processor: {60 * hours * asked.minute:.2f} at {asked.minute} a minute")
        print(f"{one.memory:.0f} MB of memory for each engine")
        print(f"{asked.councils * one.site / 1000:.1f} GB of sites in {asked.councils * one.files:,.0f} files;")
        print(f"{kept:.1f} GB with what is kept: {kept * asked.gigabyte:.2f} a month at {asked.gigabyte} a GB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
