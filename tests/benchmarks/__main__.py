"""`make bench`: what the macros cost, as ratios to the same pages in plain Markdown; how it grows; what a page weighs.

`python -m tests.benchmarks 10 40 --reports 1 5 25`. Every build runs in a process of its own; of several runs the least
counts, because what else the computer does only ever adds. The tables are printed; `results.md` beside this file holds
those of a calm machine.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.councils import Shape, write_councils
from tests.benchmarks.measure import Cost, build, least
from tests.benchmarks.plain import write_plain
from tests.benchmarks.synthetic import ROOT, copy_project, write_project
from tests.benchmarks.weights import weigh

CACHES = ".cache/two-voices"
FULL = {"TWO_VOICES_KEEP_PAGES": "0"}
MANY = 50  # reports: built once, for it takes minutes
DRAFT = {"TWO_VOICES_DRAFT": "1"}


def main() -> int:
    """Print the tables; 0 (benchmarks measure, they do not fail)."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    asked.add_argument(
        "pages", nargs="*", type=int, default=[10, 40], help="pages of the comparison with a plain build"
    )
    asked.add_argument(
        "--reports", nargs="*", type=int, default=[1, 5], help="reports of 40 pages each, for the growth"
    )
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="two-voices-bench-") as name:
        _print_ratios(Path(name), given.pages, given.runs)
        _print_real(Path(name), given.runs)
        _print_growth(Path(name), given.reports, given.runs)
    for line in weigh(ROOT / "site"):
        print(line)
    return 0


def _print_ratios(folder: Path, sizes: list[int], runs: int) -> None:
    print(f"Times the same pages in plain Markdown without charts, by processor time ({os.cpu_count()} processors):\n")
    _print_head("pages", "plain, s", "cold, clock", "cold", "all anew", "nothing changed", "one sentence", "one figure")
    for pages in sizes:
        plain, ours = folder / "plain", folder / "ours"
        write_project(ours, pages)
        write_plain(ours, plain, draft=True)
        rounds = [_round(plain, ours, number) for number in range(runs)]  # by turns: a machine grows slower and faster
        base, cold, anew, same, sentence, figure = (least(list(of_one)) for of_one in zip(*rounds, strict=True))
        others = (cold.processor, anew.processor, same.processor, sentence.processor, figure.processor)
        told = [
            f"{base.processor:.1f}",
            f"{cold.clock / base.clock:.2f}",
            *(f"{one / base.processor:.2f}" for one in others),
        ]
        print(f"| {pages} | {' | '.join(told)} |", flush=True)
    print()


def _print_real(folder: Path, runs: int) -> None:
    print("The project itself, all its reports in both editions, against its pages in plain Markdown:\n")
    _print_head("pages", "plain, s", "cold, clock", "cold", "all anew", "nothing changed")
    plain, ours = folder / "plain-project", folder / "project"
    copy_project(ours)
    write_plain(ours, plain, draft=False)
    rounds = [(build(plain), _cold(ours), build(ours, **FULL), build(ours)) for _ in range(runs)]
    base, cold, anew, same = (least(list(of_one)) for of_one in zip(*rounds, strict=True))
    pages = sum(1 for _ in (ours / "site").rglob("*.html"))
    told = [f"{one.processor / base.processor:.2f}" for one in (cold, anew, same)]
    print(f"| {pages} | {base.processor:.1f} | {cold.clock / base.clock:.2f} | {' | '.join(told)} |\n", flush=True)


def _round(plain: Path, ours: Path, number: int) -> list[Cost]:
    """One of each kind of build."""
    return [
        build(plain, **DRAFT), _cold(ours, **DRAFT), build(ours, **DRAFT, **FULL), build(ours, **DRAFT),
        _edited(ours, number), _other_figure(ours, number),
    ]  # fmt: skip


def _print_head(*names: str) -> None:
    print(f"| {' | '.join(names)} |\n|{' ---: |' * len(names)}")


def _cold(project: Path, **settings: str) -> Cost:
    shutil.rmtree(project / CACHES, ignore_errors=True)
    return build(project, **settings)


def _edited(project: Path, number: int) -> Cost:
    page = next((project / "docs/reports").rglob("page-0000.md"))
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\nOne sentence more, the {number}.\n", encoding="utf-8")
    return build(project, **DRAFT)


def _other_figure(project: Path, number: int) -> Cost:
    """One value of the synthetic release, which stands in one chart."""
    file = next(project.glob("data/reports/*/*/synthetic.csv"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r" Q1,\d+,", f" Q1,{30 + number},", text, count=1), encoding="utf-8")
    return build(project, **DRAFT)


def _print_growth(folder: Path, sizes: list[int], runs: int) -> None:
    print("Reports of 40 pages in both editions, two charts a page; a page for each indicator; processor seconds:\n")
    ratios = ("plain", "cold / plain, clock", "nothing changed / plain")
    slope = [f"ms a page, {kind}" for kind in ("cold", "all anew", "nothing changed")]
    _print_head("reports", "pages", "cold", "all anew", "nothing changed", "memory of the first, MB", *ratios, *slope)
    before: tuple[int, Cost, Cost, Cost] | None = None
    for reports in sizes:
        project = folder / "councils"
        write_councils(project, Shape(reports=reports, pages=40))
        cold = build(project)
        write_plain(project, folder / "plain", draft=False)
        rounds = [
            (build(folder / "plain"), build(project, **FULL) if reports < MANY else cold, build(project))
            for _ in range(runs if reports < MANY else 1)
        ]
        plain, anew, kept = (least(list(of_one)) for of_one in zip(*rounds, strict=True))
        pages = sum(1 for _ in (project / "site").rglob("*.html"))
        told = [f"{one.processor:.1f}" for one in (cold, anew, kept)]
        slopes = ["", "", ""]
        if before:
            more = pages - before[0]
            pairs = zip((cold, anew, kept), before[1:], strict=True)
            slopes = [f"{1000 * (now.processor - then.processor) / more:.1f}" for now, then in pairs]
        told += [f"{cold.memory:.0f}", f"{plain.processor:.1f}"]
        told += [f"{cold.clock / plain.clock:.2f}", f"{kept.processor / plain.processor:.2f}"]
        print(f"| {reports} | {pages} | {' | '.join((*told, *slopes))} |", flush=True)
        before = pages, cold, anew, kept
    print()


if __name__ == "__main__":
    started = time.monotonic()
    code = main()
    print(f"\nMeasured in {time.monotonic() - started:.0f} seconds.")
    sys.exit(code)
