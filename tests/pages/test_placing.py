"""A block asked for before is not made again, unless anything that decides it has changed."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from macros.pages.comment_macros import SAMPLE
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing import blocks
from tests.builders import FOLDER as RELEASE_FOLDER
from tests.builders import REPORT, csv_text, issue, page, write_project
from tests.datasets.test_comments import FOLDER, files

PAGES = f"docs/reports/{REPORT}"
GUIDE = {path.replace(FOLDER, SAMPLE): text for path, text in files().items()}


def html(root, macro, *args, meta=None, **options):
    """What a macro puts on a page of the project as it is now."""
    store = open_store(root)
    token = str(MACROS[macro](PageContext(store, "about.md", meta or {}), *args, **options))
    block = blocks.get(root, token.split('data-tv-block="')[1].split('"', maxsplit=1)[0])
    assert block is not None
    return block.html


def test_what_was_asked_before_is_not_made_again(tmp_path, monkeypatch):
    write_project(tmp_path)
    first = html(tmp_path, "table", report=REPORT, source="Table 9")
    monkeypatch.setattr(blocks, "put", lambda *_: pytest.fail("It was made again."))
    assert html(tmp_path, "table", report=REPORT, source="Table 9") == first


def test_an_edit_of_the_guides_made_up_comments_shows(tmp_path):
    root = write_project(tmp_path, GUIDE)
    path = root / SAMPLE / "answers.csv"
    assert "They are explained." in html(root, "you_said_we_did", report=REPORT, sample=True)
    path.write_text(path.read_text(encoding="utf-8").replace("They are explained.", "They are gone."), encoding="utf-8")
    assert "They are gone." in html(root, "you_said_we_did", report=REPORT, sample=True)


def test_a_way_to_a_report_comes_and_goes_with_its_page(tmp_path):
    root = write_project(tmp_path)
    (root / PAGES).mkdir(parents=True, exist_ok=True)
    front = root / PAGES / "index.md"
    front.unlink(missing_ok=True)
    assert "Read the report" not in html(root, "indicator_record", "on_time_pct")
    front.write_text(page("# Our year\n"), encoding="utf-8")
    assert "Read the report" in html(root, "indicator_record", "on_time_pct")


def test_a_way_to_what_does_not_hold_of_another_report_comes_with_its_page(tmp_path):
    wrong = issue(source="Table 9", printed="204", indicator="cla_by_sex")
    root = write_project(tmp_path, {f"{RELEASE_FOLDER}/known_issues.csv": csv_text([wrong])})
    there = f"/reports/{REPORT}/about-the-figures/#issue-1"
    assert there not in html(root, "table", report=REPORT, source="Table 9")
    (root / PAGES).mkdir(parents=True, exist_ok=True)
    (root / PAGES / "about-the-figures.md").write_text(page("# About the figures\n"), encoding="utf-8")
    assert there in html(root, "table", report=REPORT, source="Table 9")
