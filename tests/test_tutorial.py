"""The tutorial does what it says: its commands are run and its files written, as they stand on the page."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
PAGE = HERE / "docs/guide/tutorial.md"
_STEP = re.compile(
    r"\*\*Type\*\*\n\n```\n(?P<type>.*?)```"
    r"|\*\*File\*\* `(?P<file>[^`]+)`\n\n```\n(?P<text>.*?)```"
    r"|\*\*Change\*\* `(?P<change>[^`]+)`\n\n```\n(?P<old>.*?)```\n\nto\n\n```\n(?P<new>.*?)```",
    re.DOTALL,
)


def _run(folder: Path, line: str) -> str:
    words = shlex.split(line)
    assert words[:3] == ["python3", "-m", "macros"], line
    done = subprocess.run(
        [sys.executable, *words[1:]], cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "TWO_VOICES_NO_SETUP": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert done.returncode == 0, f"{line}\n{said}"
    return said


def _changed(text: str, old: str, new: str) -> str:
    """Each line of the old text put in the place it has in the new one: by what both begin with."""
    parts = dict(
        zip((line.split(":")[0] for line in old.splitlines()), re.split(r"\n(?=\w)", new.strip()), strict=True)
    )
    for name, part in parts.items():
        line = next(one for one in old.splitlines() if one.startswith(f"{name}:"))
        found = re.search(rf"^{re.escape(line.rstrip())}.*$", text, re.MULTILINE)
        assert found, f"{line!r} does not stand in the file"
        text = text.replace(found[0], part, 1)
    return text


@pytest.mark.slow
def test_the_tutorial_ends_with_a_published_page(tmp_path):
    folder, checked = HERE, ""
    for step in _STEP.finditer(PAGE.read_text(encoding="utf-8").replace("{% raw %}", "").replace("{% endraw %}", "")):
        if step["type"]:
            for line in step["type"].strip().splitlines():
                if line.startswith("cd "):
                    folder = tmp_path / "anytown"
                    continue
                said = _run(folder, line.replace("../anytown", str(tmp_path / "anytown")))
                checked = said if " check" in line else checked
        elif step["file"]:
            (folder / step["file"]).write_text(step["text"], encoding="utf-8")
        else:
            path = folder / step["change"]
            path.write_text(_changed(path.read_text("utf-8"), step["old"], step["new"]), encoding="utf-8")
    assert "B6" in checked
    html = (tmp_path / "anytown/site/reports/anytown-2025-26/index.html").read_text(encoding="utf-8")
    assert ">91%</a> of reviews" in html
    assert "up from" in html
    young = (tmp_path / "anytown/site/reports/anytown-2025-26/young-people/index.html").read_text(encoding="utf-8")
    assert "9 out of 10" in young
    assert (tmp_path / "anytown/site/data/reports/anytown-2025-26.csv").exists()
