"""`make bench`: what the macros cost, as ratios to the same pages in plain Markdown, and what a page weighs.

Processor seconds of the whole build in a process of its own, the least of three runs: this machine is noisy.
"""

from __future__ import annotations

import gzip
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.synthetic import ROOT, write_project

RUNS = 3
CACHES = ".cache/two-voices"
BUDGETS = {"cold": 4.0, "warm": 1.3}  # DESIGN.md section 9, times the plain build
WEIGHTS = {"formal": 95, "young": 45}  # kB of a first visit


def main() -> int:
    """Print the tables; 0 (benchmarks measure, they do not fail)."""
    sizes = [int(word) for word in sys.argv[1:]] or [10, 40]
    with tempfile.TemporaryDirectory(prefix="two-voices-bench-") as name:
        heads = f"cold (budget {BUDGETS['cold']}) | warm (budget {BUDGETS['warm']}) | warm, ms a page more"
        print(f"| pages | plain, s | {heads} |\n| ---: | ---: | ---: | ---: | ---: |")
        for pages in sizes:
            _compare(Path(name), pages)
    print()
    _weigh(ROOT / "site")
    return 0


def _compare(folder: Path, pages: int) -> None:
    """One line of the table: the plain build in seconds, the others as ratios to it."""
    write_project(folder / "plain", pages, plain=True)
    write_project(folder / "ours", pages, plain=False)
    plain = min(_build(folder / "plain") for _ in range(RUNS))
    cold = min(_cold(folder / "ours") for _ in range(2))
    warm = min(_build(folder / "ours") for _ in range(RUNS))
    more = 1000 * (warm - plain) / pages
    print(f"| {pages} | {plain:.1f} | {cold / plain:.2f} | {warm / plain:.2f} | {more:.0f} |", flush=True)


def _cold(project: Path) -> float:
    shutil.rmtree(project / CACHES, ignore_errors=True)
    return _build(project)


def _build(project: Path) -> float:
    """Processor seconds of one build of a project."""
    words = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TWO_VOICES_DRAFT": "1"}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # a test machine's setting: an author's Python keeps what it compiled
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, cwd=project, env=environment, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _weigh(site: Path) -> None:
    """What the first visit to a page loads, in kB by gzip: the page and what it names."""
    if not site.is_dir():
        print("No site/ to weigh; run `make build` first.")
        return
    print(f"| page | kB by gzip (budget {WEIGHTS['formal']} and {WEIGHTS['young']}) |\n| --- | ---: |")
    weights = {path: _weight(site, path) for path in sorted(site.glob("reports/**/index.html"))}
    for edition, chosen in (
        ("formal", {path: kb for path, kb in weights.items() if "young-people" not in path.parts}),
        ("young people's", {path: kb for path, kb in weights.items() if "young-people" in path.parts}),
    ):
        if chosen:
            heaviest = max(chosen, key=lambda path: chosen[path])
            print(f"| {edition}, heaviest: {heaviest.parent.relative_to(site)} | {chosen[heaviest]:.0f} |")
            print(f"| {edition}, middle | {sorted(chosen.values())[len(chosen) // 2]:.0f} |")


def _weight(site: Path, page: Path) -> float:
    html = page.read_text(encoding="utf-8")
    named = re.findall(r'<(?:link[^>]+rel="(?:stylesheet|icon)"[^>]+href|script[^>]+src|img[^>]+src)="([^"#?]+)', html)
    named += re.findall(r'<link[^>]+href="([^"#?]+)"[^>]+rel="(?:stylesheet|icon)"', html)
    named += re.findall(r'"search": "([^"]+)"', html)  # Material loads its search worker with every page
    files = {(page.parent / name).resolve() for name in named if not name.startswith(("http:", "https:", "data:"))}
    total = len(gzip.compress(html.encode()))
    return (total + sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())) / 1000


if __name__ == "__main__":
    started = time.monotonic()
    code = main()
    print(f"\nMeasured in {time.monotonic() - started:.0f} seconds.")
    sys.exit(code)
