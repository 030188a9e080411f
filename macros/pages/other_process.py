"""A second process beside the build: a copy of it where that is safe, else begun anew. It works, hears and answers.

Both ends write what they say into pipes of their own, as Python's pickles. A process ends when the build does: nobody
waits for it any more, and every file it makes is put in place whole.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import IO, Any, cast

Work = Callable[[Sequence[Any]], list[Any]]  # an answer for each item
_ENOUGH = "enough"
_START = "from macros.pages.other_process import begun_anew; begun_anew()"
_GONE = (OSError, EOFError, pickle.UnpicklingError)


class Other:
    """The process, as the build sees it. `end` waits for it and gives its exit code."""

    def __init__(self, told: IO[bytes], heard: IO[bytes], end: Callable[[], int | None]) -> None:
        self._told, self._heard, self._end = told, heard, end

    def enough(self) -> None:
        """Let it begin nothing more of what it was started for."""
        self._tell(_ENOUGH)

    def ask(self, work: Work, items: Sequence[Any]) -> None:
        """Let it do something with some items; `hear` gives its answers."""
        self._tell((work, items))

    def hear(self) -> Any:
        """What it says next. Raises EOFError when it has ended."""
        try:
            return pickle.load(self._heard)  # noqa: S301  # from a process of our own
        except _GONE as error:
            raise EOFError from error

    def end(self) -> int | None:
        """Let it end, and wait for it."""
        self._tell(None)
        code = self._end()
        for pipe in (self._told, self._heard):
            with suppress(OSError):
                pipe.close()
        return code

    def _tell(self, what: object) -> None:
        with suppress(OSError):  # it has ended before its time
            _say(self._told, what)


class Caller:
    """The build, as the process sees it. `enough` is set when the process is to begin nothing more of its own."""

    def __init__(self, heard: IO[bytes], told: IO[bytes]) -> None:
        self.enough = Event()
        self._told = told
        self._asked: SimpleQueue[tuple[Work, Sequence[Any]] | None] = SimpleQueue()
        Thread(target=self._listen, args=(heard,), daemon=True).start()

    def _listen(self, heard: IO[bytes]) -> None:
        said: Any = _ENOUGH
        while said is not None:
            try:
                said = pickle.load(heard)  # noqa: S301  # from the build that started us
            except _GONE:
                os._exit(1)  # the build has ended
            if said == _ENOUGH:
                self.enough.set()
            else:
                self._asked.put(said)

    def answer(self, what: object) -> None:
        """Say something to the build."""
        _say(self._told, what)

    def asked(self) -> Iterator[tuple[Work, Sequence[Any]]]:
        """What the build asks for, until it lets the process end."""
        while (one := self._asked.get()) is not None:
            yield one


Task = Callable[[Caller], None]


def start(task: Task, root: Path) -> Other:
    """A process that does `task`, which must be found by its name (a function of a module, or a partial of one).

    Where this process may simply be copied, the copy has nothing to import and nothing to read (half a second).
    """
    return _copied(task) if may_be_copied() else _anew(task, root)


def may_be_copied() -> bool:
    """A process with a second thread may not (it could hold a lock), be it Python's or V8's."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:  # not on Linux
        return False


def _copied(task: Task) -> Other:
    (heard_there, told_here), (heard_here, told_there) = os.pipe(), os.pipe()
    ours = (told_here, heard_here)  # which the copy is to close: it would never hear that the build has ended
    process = get_context("fork").Process(target=_copy, args=(task, heard_there, told_there, ours), daemon=True)
    process.start()
    os.close(heard_there)
    os.close(told_there)

    def end() -> int | None:
        process.join()
        return process.exitcode

    return Other(os.fdopen(told_here, "wb"), os.fdopen(heard_here, "rb"), end)


def _copy(task: Task, heard: int, told: int, others: Sequence[int]) -> None:
    for one in others:
        os.close(one)
    _silent((1, 2))
    task(Caller(os.fdopen(heard, "rb"), os.fdopen(told, "wb")))


def _silent(streams: Sequence[int]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(nowhere, stream)


def _anew(task: Task, root: Path) -> Other:
    paths = os.pathsep.join((str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH", "")])))
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", _START], cwd=root, env=os.environ | {"PYTHONPATH": paths},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    told, heard = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)  # asked for above
    with suppress(OSError):
        _say(told, task)
    return Other(told, heard, process.wait)


def begun_anew() -> None:
    """What a process does that is no copy: its task is the first it hears."""
    # not Python's own streams: what anything prints is no answer, and it waits for its own when it ends
    heard, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _silent((1,))
    task: Task = pickle.load(heard)  # noqa: S301  # from the build that started us
    task(Caller(heard, answers))


def _say(pipe: IO[bytes], what: object) -> None:
    pickle.dump(what, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()
