"""Running one build in a process of its own, and what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_USAGE = """
import resource, sys
sys.argv = ["mkdocs", *sys.argv[1:]]
from mkdocs.__main__ import cli
try:
    cli()
finally:
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = sum(one.ru_utime + one.ru_stime for one in (own, others))
    print(f"\\nspent {spent} {max(own.ru_maxrss, others.ru_maxrss)}", flush=True)
"""


@dataclass(frozen=True)
class Cost:
    """Processor seconds of all processes together, seconds on the clock, and the largest process in MB."""

    processor: float
    clock: float
    memory: float


def build(project: Path, **settings: str) -> Cost:
    """The cost of `mkdocs build` in a project's folder. Raises RuntimeError with the end of its log when it fails."""
    words = [sys.executable, "-c", _USAGE, "build", "--site-dir", str(project / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # a test machine's setting: an author's Python keeps what it compiled
    began = time.perf_counter()
    done = subprocess.run(words, check=False, cwd=project, env=environment, capture_output=True, text=True)
    clock = time.perf_counter() - began
    told = [line for line in done.stdout.splitlines() if line.startswith("spent ")]
    if done.returncode or not told:
        raise RuntimeError(f"The build of {project.name} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    _, processor, memory = told[-1].split()
    return Cost(float(processor), clock, float(memory) / 1024)


def least(costs: list[Cost]) -> Cost:
    """The least of several runs in each respect: what else the computer does only ever adds."""
    return Cost(*(min(getattr(one, name) for one in costs) for name in ("processor", "clock", "memory")))
