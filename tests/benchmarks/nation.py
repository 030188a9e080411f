"""`python -m tests.benchmarks.nation <the DfE's files>`: some councils' sites by one worker and by two, all drawn anew.

Run it when the machine does nothing else; the last columns say how far that was so.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from macros.cli.national.command import Asked, national
from macros.cli.national.workshop import CHARTS
from tests.benchmarks.synthetic import ROOT

COUNCILS = (
    "barnet;bexley;bolton;brent;bromley;bury;camden;croydon;derbyshire;devon;dorset;dudley;ealing;enfield;essex;kent"
)


def main(words: list[str]) -> int:
    """Print a line for each number of workers; 0."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("files", nargs="+")
    reader.add_argument("--only", default=COUNCILS)
    asked = reader.parse_args(words)
    only = tuple(asked.only.split(";"))
    seconds: dict[int, float] = {}
    told = []
    for workers in (1, 2):
        with tempfile.TemporaryDirectory(prefix="two-voices-nation-") as folder, _no_drawings():
            began, own, busy = time.monotonic(), _processor(), _busy()
            wanted = Asked(asked.files, f"{folder}/all", workers, only=only, day="2026-11-28")
            if national(ROOT, wanted, Path(folder) / "kept"):
                return 1
            seconds[workers] = time.monotonic() - began
            spent = _processor() - own
            others = (_busy() - busy - spent) / seconds[workers]
            told.append(f"| {workers} | {seconds[workers]:.1f} | {spent:.1f} | {others:.2f} |")
    print(f"\n{len(only)} councils, nothing kept from before:\n")
    print("| workers | on the clock, s | processor, s | processors that others used |\n| ---: | ---: | ---: | ---: |")
    print("\n".join(told))
    print(f"\nTwo workers are {seconds[1] / seconds[2]:.2f} times as fast as one.")
    return 0


class _no_drawings:  # noqa: N801  # reads as a word in a `with`
    """The folder of kept drawings out of the way, and back again."""

    def __enter__(self) -> None:
        self.kept, self.aside = ROOT / CHARTS, ROOT / f"{CHARTS}.aside"
        if self.kept.exists():
            self.kept.rename(self.aside)

    def __exit__(self, *_error: object) -> None:
        if self.aside.exists():
            for path in self.kept.iterdir() if self.kept.exists() else ():
                path.replace(self.aside / path.name)
            if self.kept.exists():
                self.kept.rmdir()
            self.aside.rename(self.kept)


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _busy() -> float:
    """Seconds that all processors have worked since the machine began; 0 where the system does not say."""
    try:
        cells = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    except OSError:
        return 0.0
    idle, waiting = int(cells[3]), int(cells[4])
    return (sum(map(int, cells)) - idle - waiting) / 100


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
