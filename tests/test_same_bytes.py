"""The real site, built in three ways: from nothing by several processes, from what was kept, all anew by one process.

The three are the same, byte for byte.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.pages.ahead import SWITCH as PROCESSES
from macros.pages.kept_pages import SWITCH as KEEP
from tests.browser.web_server import BASE_PATH

WAYS = {"kept": {}, "anew": {KEEP: "0", PROCESSES: "1"}}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_the_site_is_the_same_however_it_is_built(root: Path, built_site: Path, tmp_path: Path, way: str) -> None:
    settings = {"TWO_VOICES_SITE_URL": f"http://127.0.0.1:8000{BASE_PATH}", "TWO_VOICES_NO_SETUP": "1", **WAYS[way]}
    words = [sys.executable, "-m", "macros", "build", "--to", str(tmp_path / "site")]
    done = subprocess.run(words, check=False, cwd=root, env=os.environ | settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = _bytes(built_site), _bytes(tmp_path / "site")
    assert sorted(first) == sorted(second)
    assert [path for path, content in first.items() if second[path] != content] == []


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
