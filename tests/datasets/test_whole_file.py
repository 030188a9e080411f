"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from macros.datasets.whole_file import keep_whole, write_whole

ROOT = Path(__file__).resolve().parents[2]
# stopped by the system at the worst moment: all is written, nothing is in its place
KILLED = """
import os, signal, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from macros.datasets import whole_file
whole_file.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
whole_file.write_whole(Path(sys.argv[1]), b"new")
"""


def test_a_file_is_made_and_replaced(tmp_path):
    path = tmp_path / "a.yml"
    write_whole(path, b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_alone(tmp_path, monkeypatch, step):
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(f"os.{step}", fail)
    with pytest.raises(OSError, match="full"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill like that")
def test_killed_while_writing_the_old_file_stands(tmp_path):
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path):
    (tmp_path / "as-usual").touch()
    write_whole(tmp_path / "new", b"a")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "as-usual").stat().st_mode


def test_what_is_kept_is_put_in_its_place_with_its_folder(tmp_path):
    path = tmp_path / "cache" / "pages" / "a.json"
    keep_whole(path, b"one")
    keep_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_to_keep_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    keep_whole(path, b"old")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OSError, match="full"):
        keep_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_threads_that_keep_the_same_file_do_not_meet(tmp_path):
    path, contents = tmp_path / "a.json", {bytes([65 + number]) * 200_000 for number in range(8)}
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda content: keep_whole(path, content), [*contents] * 20))
    assert path.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [path]
