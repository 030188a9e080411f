"""Spreading orders over real workers: killed ones are survived, failures are named, and the others go on."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from macros.cli.national.cluster import spread
from macros.cli.national.workshop import Order
from macros.errors import ReportsError
from tests.builders import assert_plain
from tests.cli.national import made_up

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # Dask warns of its own ports and of killed children
    pytest.mark.skipif(os.name == "nt", reason="kills workers by signals"),
]


def orders(*names: str, program: str = "") -> Iterator[Order]:
    return (Order(name, {}, program) for name in names)


def test_every_order_has_its_outcome_from_two_workers():
    names = [f"council-{number}" for number in range(12)]
    found = {one.name: one for one in spread(orders(*names), 2, "", made_up.goes_well)}
    assert sorted(found) == sorted(names)
    assert {one.files["index.html"].decode() for one in found.values()} == set(names)
    assert len({one.files["worker"] for one in found.values()}) == 2


def test_a_failure_is_named_and_stops_no_other():
    found = {one.name: one for one in spread(orders("a", "bad", "b", "c"), 2, "", made_up.raises)}
    assert sorted(name for name, one in found.items() if one.files) == ["a", "b", "c"]
    assert "something inside broke" in found["bad"].problems[0]


def test_killed_workers_are_survived(tmp_path):
    names = ["a", "b", "c", "d"]
    found = {one.name: one for one in spread(orders(*names, program=str(tmp_path)), 2, "", made_up.kills_once)}
    assert sorted(path.name for path in tmp_path.iterdir()) == names  # each took a worker down once
    assert all(one.files and not one.problems for one in found.values())


def test_what_kills_every_worker_is_given_up_and_named():
    found = {one.name: one for one in spread(orders("bad", "a", "b", "c"), 2, "", made_up.kills_always)}
    assert "killed again and again" in found["bad"].problems[0]
    assert_plain(found["bad"].problems[0])
    assert sorted(name for name, one in found.items() if one.files) == ["a", "b", "c"]


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr("macros.cli.national.cluster.ANSWERS_IN", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ReportsError, match="No scheduler answers") as told:
        list(spread(orders("a"), 2, address, made_up.goes_well))
    assert_plain(told.value.message)


def test_an_address_that_is_none_is_told():
    with pytest.raises(ReportsError, match="No scheduler answers at 'nonsense://x'"):
        list(spread(orders("a"), 2, "nonsense://x", made_up.goes_well))


def test_the_machines_of_a_scheduler_do_the_work():
    import distributed

    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, memory_limit=0) as cluster:
        found = list(spread(orders("a", "b"), 2, cluster.scheduler_address, made_up.goes_well))
    assert sorted(one.name for one in found) == ["a", "b"]


def test_a_scheduler_without_workers_is_told():
    import distributed

    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(ReportsError, match="has no workers"),
    ):
        list(spread(orders("a"), 2, cluster.scheduler_address, made_up.goes_well))


def test_without_dask_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ReportsError, match="not installed"):
        list(spread(orders("a"), 2, "", made_up.goes_well))
