"""Spreading orders over workers with Dask: processes of this machine, or a scheduler's machines.

What is lost with a killed worker is built again by another; an order that kills worker after worker is given up, and
named.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from macros.cli.national.workshop import Order, Outcome, build
from macros.errors import ReportsError

AHEAD = 2  # orders for each worker at a time: no worker waits, and no nation lies in memory
ANSWERS_IN = 15  # seconds for a scheduler to answer
LOOKS_EVERY, GIVES_UP = 20, 4  # seconds between two looks for workers, and looks without any before it is over
_KILLED = (
    "Its worker was killed again and again while it was built. Memory may have run out: use fewer workers, or "
    "look into what the system says."
)
_SETTINGS = {
    "LOGGING__DISTRIBUTED": "critical",  # Dask's lines are for its operators; what matters to us is in the outcomes
    # a worker only waits for its engine: to look a hundred times a second at what it does takes from the engine
    "WORKER__PROFILE__ENABLED": "False",
}
Work = Callable[[Order], Outcome]


def spread(orders: Iterator[Order], workers: int, scheduler: str, work: Work = build) -> Iterator[Outcome]:
    """The outcome of each order, as they come. Raises ReportsError when there is nothing to work with."""
    distributed = _dask()
    with _client(distributed, workers, scheduler) as client:
        yield from _outcomes(distributed, client, orders, work)


def _dask() -> Any:
    for name, value in _SETTINGS.items():
        os.environ.setdefault(f"DASK_DISTRIBUTED__{name}", value)
    try:
        import distributed
    except ImportError:
        raise ReportsError(
            "The package 'distributed', which spreads the work, is not installed.",
            "Install what is needed: pip install 'two-voices[national]', or python -m macros setup --tests.",
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    return distributed


@contextmanager
def _client(distributed: Any, workers: int, scheduler: str) -> Iterator[Any]:
    if not scheduler:
        with (
            distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None, memory_limit=0
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=ANSWERS_IN)
    except (OSError, ValueError, TimeoutError) as error:
        raise ReportsError(
            f"No scheduler answers at '{scheduler}'.",
            "Start one with `dask scheduler`, and `dask worker <its address>` on each machine; then give its address, "
            f"such as tcp://10.0.0.5:8786. ({type(error).__name__})",
        ) from None
    try:
        if not client.scheduler_info()["workers"]:
            raise ReportsError(
                f"The scheduler at '{scheduler}' has no workers.", "Start `dask worker <its address>` on each machine."
            )
        yield client
    finally:
        client.close()


def _outcomes(distributed: Any, client: Any, orders: Iterator[Order], work: Work) -> Iterator[Outcome]:
    under_way: dict[Any, Order] = {}  # by their futures
    doubtful: list[Order] = []
    is_alone = False

    def submit(order: Order) -> None:
        under_way[client.submit(work, order, key=f"{order.name}-{os.urandom(8).hex()}", pure=False)] = order

    for order in islice(orders, AHEAD * max(1, _workers(client))):
        submit(order)
    while under_way or doubtful:
        if not under_way:  # what only stood beside a killer is built now, alone; a killer is known by it
            is_alone = True
            submit(doubtful.pop())
        for future in _done(distributed, client, under_way):
            order = under_way.pop(future)
            outcome = _outcome(distributed, future, order.name)
            if outcome is not None:
                yield outcome
            elif is_alone:
                yield Outcome(order.name, problems=(_KILLED,))
            else:
                doubtful.append(order)
            for another in islice(orders, 1):
                submit(another)


def _workers(client: Any) -> int:
    return len(client.scheduler_info(n_workers=-1)["workers"])


def _done(distributed: Any, client: Any, under_way: Mapping[Any, Order]) -> list[Any]:
    """The futures that came to an end, at least one. Raises ReportsError when nobody is left to work."""
    empty = 0
    while True:
        try:
            return list(distributed.wait(list(under_way), timeout=LOOKS_EVERY, return_when="FIRST_COMPLETED").done)
        except TimeoutError:
            empty = 0 if _workers(client) else empty + 1
        except distributed.CancelledError:
            empty = GIVES_UP
        if empty >= GIVES_UP:
            raise ReportsError(
                "The scheduler or its workers are gone, and with them the work under way.",
                "Run the same command again: it goes on from there.",
            )


def _outcome(distributed: Any, future: Any, name: str) -> Outcome | None:
    """What became of an order; None where its workers were killed, by itself or by what they built beside it."""
    try:
        found = future.result()
    except distributed.KilledWorker:
        return None
    except distributed.CancelledError:
        return Outcome(name, problems=("The scheduler dropped it.",))
    except Exception as error:  # noqa: BLE001  # one council's fault must not end the others' work
        return Outcome(name, problems=(f"The worker failed: {type(error).__name__}: {error}",))
    return found if isinstance(found, Outcome) else Outcome(name, problems=("The worker gave no outcome.",))
