"""Which pages a build shows: nothing that is not for the public, and all that nobody writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.datasets.store import open_store
from macros.publishing.shown_pages import hidden_pages, made_pages, navigation
from tests.builders import REPORT, REPORT_FOLDER, settings, write_project

NAV = [
    "index.md",
    {"York": [{"Formal": [f"reports/{REPORT}/index.md", {"A": f"reports/{REPORT}/a.md"}]}]},
    {"About": ["about/x.md"]},
]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A project whose one report is not published yet."""
    pages = {
        "docs/guide/index.md": "# Guide\n\n[second](b.md) [first](a.md)\n", "docs/guide/a.md": "# A\n",
        "docs/guide/b.md": "# B\n", f"docs/reports/{REPORT}/index.md": "# Report\n",
    }  # fmt: skip
    return write_project(tmp_path, {f"{REPORT_FOLDER}/report.yml": settings(status="draft"), **pages})


def test_the_public_sees_no_guide_and_no_report_that_is_not_published(draft: Path) -> None:
    store = open_store(draft)
    assert hidden_pages(store, draft=False) == ["/guide/", "/assets/draft.css", f"/reports/{REPORT}/"]
    assert navigation(store, NAV, draft=False) == ["index.md", {"About": ["about/x.md"]}]
    assert f"reports/{REPORT}/ready.md" not in made_pages(store, draft=False)


def test_a_draft_shows_all_of_it_and_a_part_for_authors(draft: Path) -> None:
    store = open_store(draft)
    assert hidden_pages(store, draft=True) == []
    *given, own = navigation(store, NAV, draft=True)
    assert given == NAV
    ready = {"Ready to publish?": [f"reports/{REPORT}/ready.md"]}
    assert own == {"For authors": ["guide/index.md", "guide/b.md", "guide/a.md", ready]}
    assert {f"reports/{REPORT}/ready.md", "indicators/index.md"} <= set(made_pages(store, draft=True))


def test_one_report_alone_hides_the_others_and_makes_no_indicator_pages(draft: Path) -> None:
    store = open_store(draft)
    assert hidden_pages(store, draft=True, only="another") == ["/guide/", f"/reports/{REPORT}/"]
    made = set(made_pages(store, draft=True, only=REPORT))
    assert f"reports/{REPORT}/ready.md" in made
    assert [path for path in made if not path.startswith(f"reports/{REPORT}/")] == []


def test_what_is_published_stays_in_the_menu(tmp_path: Path) -> None:
    store = open_store(write_project(tmp_path))
    assert navigation(store, NAV, draft=False) == NAV
