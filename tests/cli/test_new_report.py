"""`start` and `new-report` as an author runs them: a council nobody has, a quarter, and a draft that builds at once."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.builders import HERE, assert_plain


def run(folder, *words):
    command = [sys.executable, "-m", "macros", *words]
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8",
        env={"PATH": "", "TWO_VOICES_NO_SETUP": "1", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    place = tmp_path_factory.mktemp("own") / "gwynedd"
    done = run(HERE, "start", "gwynedd", "--to", str(place), "--name", "Gwynedd Council", "--nation", "wales")
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.slow
def test_a_draft_builds_at_once_and_says_what_is_to_do(site):
    done = run(site, "new-report", "gwynedd", "2017-18 Q1", "--nation", "wales")
    assert done.returncode == 0, done.stderr
    assert "Made the draft report gwynedd-2017-18-q1" in done.stdout
    build = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "-q"]
    subprocess.run(
        build, cwd=site, check=True, env={"PATH": "", "TWO_VOICES_DRAFT": "1", "PYTHONUTF8": "1"}, capture_output=True
    )
    front = (site / "site/reports/gwynedd-2017-18-q1/index.html").read_text(encoding="utf-8")
    assert "Gwynedd Council, April 2017 to June 2017" in front
    found = json.loads((site / "site/data/findings.json").read_text(encoding="utf-8"))
    assert {one["check"] for one in found} >= {"prompts", "duties"}
    assert not [one for one in found if one["check"] in ("macros", "schema", "links")]
    for one in found:
        assert_plain(one["message"])
    public = run(site, "build")
    assert public.returncode == 0, public.stdout
    assert not (site / "site/reports/gwynedd-2017-18-q1").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("new-report", "gwynet", "2017-18"), "There is no council called 'gwynet'"),
        (("new-report", "gwynedd", "2017-03-31"), "A report is about a year or a quarter"),
        (("new-report", "gwynedd", "next"), "'next' is not a period."),
        (("start", "york"), "The new site needs a folder."),
    ],
)
def test_what_is_asked_wrongly_is_a_sentence(site, words, sentence):
    done = run(site, *words)
    assert done.returncode == 1
    assert sentence in done.stderr
