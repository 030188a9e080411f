"""The engine as a program that stays: imported once in a process, then given one project after the other."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

from macros.cli import engine
from macros.errors import ReportsError

PROGRAM = "macros.pages.warm"
RECYCLED = 60  # projects, after which a new process begins: no leak grows over a whole nation
_ALONE = {"TWO_VOICES_DRAFT": "", "TWO_VOICES_PROCESSES": "1"}  # each worker draws by itself: others work beside it
SLOWEST = 900  # seconds for one project


class EngineKilledError(ReportsError):
    """The engine's process was ended by a signal: not by what it built, as far as one can know."""


class WarmEngine:
    """One process of the engine; begun when first needed, and again when it died or has built enough."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[str] | None = None
        self._said: IO[bytes] | None = None
        self._built = 0

    def build(self, project: Path, site: Path, environment: Mapping[str, str]) -> dict[str, Any]:
        """Build a project: `code` (0 is well), `messages`, `seconds` of the processor.

        Raises ReportsError when the process dies or takes longer than SLOWEST.
        """
        process = self._running()
        late = Timer(SLOWEST, process.kill)
        late.start()
        try:
            order = {"root": str(project), "site": str(site), "environment": dict(environment)}
            print(json.dumps(order), file=process.stdin, flush=True)
            answer = cast("IO[str]", process.stdout).readline()  # asked for below
        except OSError:
            answer = ""
        finally:
            late.cancel()
        if not answer:
            raise self._died(process)
        self._built += 1
        return dict(json.loads(answer))

    def close(self) -> None:
        """End the process: it stops by itself when no more orders can come."""
        process, self._process = self._process, None
        if process is not None:
            try:
                process.communicate(timeout=30)  # closes its orders, then waits
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
            self._forget()

    def _forget(self) -> None:
        if self._said is not None:
            self._said.close()
            self._said = None

    def _running(self) -> subprocess.Popen[str]:
        if self._built >= RECYCLED or (self._process is not None and self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._built = 0
            self._said = tempfile.TemporaryFile()  # noqa: SIM115  # as long as the process
            self._process = subprocess.Popen(
                [sys.executable, "-m", PROGRAM], cwd=self._root, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=self._said, encoding="utf-8",
                env=engine.variables(**_ALONE, PYTHONPATH=str(self._root)),
            )  # fmt: skip
        return self._process

    def _died(self, process: subprocess.Popen[str]) -> ReportsError:
        process.communicate()
        code, self._process = process.returncode, None
        said = b""
        if self._said is not None:
            self._said.seek(0)
            said = self._said.read()
        self._forget()
        why = engine.cause(said.decode("utf-8", "replace"))
        how = f"It was killed (signal {-code})." if code < 0 else f"It ended with the code {code}."
        kind = EngineKilledError if code < 0 else ReportsError
        return kind(f"The program that builds the site ended before it was done. {how}", why)
