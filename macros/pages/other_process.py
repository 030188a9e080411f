"""A second process beside the build: a copy of it where that is safe, else begun anew. It works, hears and answers.

Both ends speak through a connection of Python's `multiprocessing`. A process ends when the build does: nobody waits for
it any more, and every file it makes is put in place whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from macros.checks import Work

_ENOUGH = "enough"


class Other:
    """The process, as the build sees it."""

    def __init__(self, process: BaseProcess, line: Connection) -> None:
        self._process, self._line = process, line

    def enough(self) -> None:
        """Let it begin nothing more of what it was started for."""
        self._tell(_ENOUGH)

    def ask(self, work: Work, items: Sequence[Any]) -> None:
        """Let it do something with some items; `hear` gives its answers."""
        self._tell((work, items))

    def hear(self) -> Any:
        """What it says next. Raises EOFError when it has ended."""
        try:
            return self._line.recv()
        except OSError as error:
            raise EOFError from error

    def end(self) -> int | None:
        """Let it end, and wait for it; its exit code."""
        self._tell(None)
        self._process.join()
        self._line.close()
        return self._process.exitcode

    def _tell(self, what: object) -> None:
        with suppress(OSError):  # it has ended before its time
            self._line.send(what)


class Caller:
    """The build, as the process sees it. `enough` is set when the process is to begin nothing more of its own."""

    def __init__(self, line: Connection) -> None:
        self.enough = Event()
        self._line = line
        self._asked: SimpleQueue[tuple[Work, Sequence[Any]] | None] = SimpleQueue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        said: Any = _ENOUGH
        while said is not None:
            try:
                said = self._line.recv()
            except (EOFError, OSError):
                os._exit(1)  # the build has ended
            if said == _ENOUGH:
                self.enough.set()
            else:
                self._asked.put(said)

    def answer(self, what: object) -> None:
        """Say something to the build."""
        self._line.send(what)

    def asked(self) -> Iterator[tuple[Work, Sequence[Any]]]:
        """What the build asks for, until it lets the process end."""
        while (one := self._asked.get()) is not None:
            yield one


Task = Callable[[Caller], None]


def start(task: Task) -> Other:
    """A process that does `task`, which must be found by its name (a function of a module, or a partial of one).

    Where this process may simply be copied, the copy has nothing to import and nothing to read (half a second).
    """
    is_copy = may_be_copied()
    begun = get_context("fork").Process if is_copy else get_context("spawn").Process
    here, there = Pipe()
    # a copy is to close the build's end, too: it would never hear that the build has ended
    process = begun(target=_begin, args=(task, there, here if is_copy else None), daemon=True)
    process.start()
    there.close()
    return Other(process, here)


def may_be_copied() -> bool:
    """A process with a second thread may not (it could hold a lock), be it Python's or V8's."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:  # not on Linux
        return False


def _begin(task: Task, line: Connection, other_end: Connection | None) -> None:
    if other_end is not None:
        other_end.close()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    task(Caller(line))
