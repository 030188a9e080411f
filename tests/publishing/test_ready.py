"""The draft's page "Ready to publish?"."""

from __future__ import annotations

import pytest

from macros.checks import CHECKS, FIGURE_CHECKS
from macros.model import figure_problems, problems
from macros.pages.draft import DRAFT
from macros.publishing.ready import ORDER
from tests.builders import REPORT, build, page, settings, write_site

PROMPT = '# A\n\n<div class="tv-prompt" markdown>\n\nWrite here: all of it.\n\n</div>\n'


def test_every_check_has_its_place_in_the_order():
    kinds = (*problems.KINDS.values(), *figure_problems.KINDS.values(), *figure_problems.DISCLOSURE_KINDS.values())
    assert {kind.check for kind in kinds} <= set(ORDER)
    assert CHECKS
    assert FIGURE_CHECKS


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.setenv(DRAFT, "1")
    changes = {
        f"data/reports/{REPORT}/report.yml": settings(status="draft"),
        "docs/guide/index.md": "# Guide\n",
        "docs/guide/.meta.yml": "edition: formal\n",
    }
    root = write_site(tmp_path, {"index.md": page(PROMPT)}, changes)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text().replace("strict: true", "strict: false"))
    return build(root)


def test_it_says_what_stops_what_is_done_and_who_approved(draft):
    html = draft.html(f"reports/{REPORT}/ready")
    assert "publication" in html
    assert f"<code>docs/reports/{REPORT}/index.md:7</code>" in html
    assert html.index('id="mend-prompts"') < html.index('id="done"') < html.index('id="approved"')
    assert "Every total is the sum of its parts." in html.split('id="done"')[1]
    assert "Every section is written." not in html
    assert "Corporate Parenting Board: 30 June 2017." in html
    assert "data-ready" not in html


def test_the_public_site_has_no_such_page(tmp_path):
    built = build(write_site(tmp_path, {"index.md": page("# A\n")}))
    assert not (built.site / f"reports/{REPORT}/ready").exists()
