"""`prompts`, and what a draft may have without stopping the public build."""

from __future__ import annotations

import pytest

from macros.checks import run, stops_the_public
from macros.checks.context import open_context
from macros.checks.prompts import prompts
from macros.datasets.page_source import report_of
from macros.datasets.store import open_store
from tests.builders import REPORT, assert_plain, page, settings, write_project

PAGE = f"docs/reports/{REPORT}/one.md"
BOX = '<div class="tv-prompt" markdown>\n\n**Write here:** how many `posts` there are.\n\n</div>\n'


def test_a_prompt_is_told_with_its_line(tmp_path):
    (finding,) = prompts(open_context(write_project(tmp_path, {PAGE: page(f"# A\n\n{BOX}")})))
    assert (finding.kind.id, finding.path, finding.line) == ("prompt-left", PAGE, 7)
    assert "“Write here: how many posts there are.”" in finding.message
    assert_plain(finding.message)


@pytest.mark.parametrize("body", ['<div class="tv-prompt">', '<div class="tv-prompt" markdown>\n\n</div>'])
def test_half_a_prompt_is_one(tmp_path, body):
    (finding,) = prompts(open_context(write_project(tmp_path, {PAGE: page(body)})))
    assert_plain(finding.message)


def test_a_written_page_has_none(tmp_path):
    assert prompts(open_context(write_project(tmp_path, {PAGE: page("# A\n\nWrite here: no.\n")}))) == []


@pytest.mark.parametrize(("status", "stops"), [("published", True), ("draft", False), ("for-panel", False)])
def test_a_draft_does_not_stop_the_others(tmp_path, status, stops):
    changes = {PAGE: page(BOX), f"data/reports/{REPORT}/report.yml": settings(status=status)}
    root = write_project(tmp_path, changes)
    found = [one for one in run(root) if one.kind.id == "prompt-left"]
    assert [stops_the_public(open_store(root), one) for one in found] == [stops]


@pytest.mark.parametrize(
    ("path", "report"),
    [
        ("docs/reports/york-2013/x.md", "york-2013"), ("data/reports/york-2013/report.yml", "york-2013"),
        ("reports/york-2013/x/", "york-2013"), ("data/catalogue/help.csv", ""), ("docs/index.md", ""),
    ],
)  # fmt: skip
def test_the_report_a_file_belongs_to(path, report):
    assert report_of(path) == report
