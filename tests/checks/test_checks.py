"""The checks together: all are wired in, all are named in plain words, a bad project is told everything at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import checks
from macros.checks import CHECKS, FIGURE_CHECKS, PAGE_CHECKS
from macros.datasets.known_issues import EXPLAINED_BY
from macros.datasets.store import open_store
from macros.model import figure_problems
from macros.model.finding import Finding, Kind, Severity
from macros.model.problems import KINDS
from tests.builders import FIGURES, REPORT, assert_plain, observation, observations, page, settings, write_project

ROOT = Path(__file__).resolve().parents[2]
DOCS = f"docs/reports/{REPORT}"


def test_every_check_of_the_folder_is_wired_in():
    modules = {path.stem for path in (ROOT / "macros/checks").glob("*.py")} - {"__init__", "context"}
    assert {check.__module__.rsplit(".", 1)[1] for check in (*CHECKS, *FIGURE_CHECKS, *PAGE_CHECKS)} == modules


def test_every_check_says_what_it_does():
    assert all(check.__doc__ for check in (*CHECKS, *FIGURE_CHECKS, *PAGE_CHECKS))


def test_a_kind_is_declared_once():
    assert set(KINDS) & set(figure_problems.KINDS) == set()


def test_every_finding_on_a_printed_figure_can_be_explained():
    about_the_catalogue = {"base-undeclared", "bad-relation", "bad-claim", "bad-outline", "bad-label"}
    assert set(EXPLAINED_BY) == set(figure_problems.KINDS) - about_the_catalogue


@pytest.mark.parametrize("check", sorted({kind.check for kind in (*KINDS.values(), *figure_problems.KINDS.values())}))
def test_every_check_has_its_page_in_the_guide(check):
    page = ROOT / "docs/guide/checks" / f"{check}.md"
    assert page.exists(), f"docs/guide/checks/{check}.md is not written"
    text = page.read_text(encoding="utf-8")
    assert "When it occurs" in text
    assert "How to fix" in text


def test_a_good_project_has_no_findings(tmp_path):
    assert checks.run(write_project(tmp_path)) == []


def test_everything_is_told_at_once(tmp_path):
    changes = {
        FIGURES: observations(observation(value="x")),
        f"{DOCS}/one.md": page("A", other_voice="nowhere.md", meets="[Z9]"),
        f"{DOCS}/two.md": "---\n[\n---\nB\n",
        f"{DOCS}/three.md": "no front matter\n",
    }
    findings = checks.run(write_project(tmp_path, changes))
    assert sorted((one.kind.id, one.path) for one in findings) == [
        ("bad-yaml", f"{DOCS}/two.md"),
        ("missing-other-voice", f"{DOCS}/one.md"),
        ("no-other-voice", f"{DOCS}/three.md"),
        ("no-other-voice", f"{DOCS}/two.md"),
        ("not-a-number", FIGURES),
        ("unknown-duty", f"{DOCS}/one.md"),
    ]
    for finding in findings:
        assert_plain(finding.message)


@pytest.mark.parametrize(
    ("path", "facts", "hidden"),
    [
        (f"data/reports/{REPORT}/x.csv", {}, True),
        ("data/catalogue/areas.csv", {"report": REPORT}, True),
        ("data/catalogue/areas.csv", {"cell": f"see {REPORT}, Table 5"}, True),
        ("data/catalogue/areas.csv", {"cell": f"see {REPORT}-18 and new-{REPORT}"}, False),
        ("data/reports/other/x.csv", {"report": "other", "cell": "67"}, False),
    ],
)
def test_what_a_draft_says_is_not_for_the_public(tmp_path, path, facts, hidden):
    store = open_store(write_project(tmp_path, {f"data/reports/{REPORT}/report.yml": settings(status="draft")}))
    kind = Kind("x", "x", Severity.STOPS, "{report} {cell}")
    finding = Finding(kind, path, 0, {"report": "", "cell": ""} | facts)
    assert checks.tells_of_unpublished(store, finding) is hidden
    assert checks.stops_the_public(store, finding) is (REPORT not in path)  # to quote a draft lets nothing through
