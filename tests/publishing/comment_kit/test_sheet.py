"""The paper sheet: a row for each page, in the order of the menu, and a table that the import takes."""

from __future__ import annotations

import csv
import io

from macros.datasets.given_comments import read_given
from macros.datasets.store import open_store
from macros.publishing.comment_kit.sheet import TABLE, write_sheets
from tests.builders import REPORT, page, settings, write_project

DOCS = f"docs/reports/{REPORT}"
FILES = {
    f"data/reports/{REPORT}/report.yml": settings(status="draft", comments="{reads: the 'listening' team}"),
    f"{DOCS}/index.md": page("# A\n", title="Summary <1>"),
    f"{DOCS}/young-people/a.md": page("# A\n", title="First by name"),
    f"{DOCS}/young-people/index.md": page("# A\n", title="Start here"),
    f"{DOCS}/young-people/younger/index.md": page("# A\n", title="For younger", level="younger"),
    f"{DOCS}/young-people/z.md": page("# A\n", title="First in the menu"),
    f"{DOCS}/languages/cy.md": page("# A\n", title="Crynodeb", lang="cy"),
    "mkdocs.yml": f"nav:\n  - Start: reports/{REPORT}/young-people/index.md\n  - reports/{REPORT}/young-people/z.md\n",
}


def sheets(root, changes=None):
    project = write_project(root / "project", FILES | (changes or {}))
    write_sheets(open_store(project), root / "site")
    folder = root / "site/reports" / REPORT
    return [folder / "comment-sheet", folder / "young-people/comment-sheet"]


def test_a_row_for_each_page_in_the_order_of_the_menu(tmp_path):
    formal, young = ((folder / "index.html").read_text(encoding="utf-8") for folder in sheets(tmp_path))
    rows = ["1. Start here", "2. First in the menu", "3. First by name", "4. For younger (shorter)"]
    assert sorted(rows, key=young.index) == rows
    assert "1. Summary &lt;1&gt;" in formal
    assert "Crynodeb" not in formal
    assert formal.count('class="box"') == 3
    assert young.count('class="box"') == 12
    assert "the &#39;listening&#39; team" in young
    assert "<script" not in formal + young
    assert "Content-Security-Policy" in young
    assert 'content="noindex, nofollow"' in young


def test_the_table_can_be_typed_into_and_taken(tmp_path):
    _, young = sheets(tmp_path)
    rows = list(csv.DictReader(io.StringIO((young / TABLE).read_text(encoding="utf-8"), newline="")))
    rows[1]["face"] = "good"
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    (tmp_path / "typed.csv").write_bytes(out.getvalue().encode())
    given = read_given(tmp_path / "typed.csv", REPORT)
    assert [one.title for one in given.comments] == ["young-people/z"]


def test_no_sheet_of_a_published_report(tmp_path):
    sheets(tmp_path, {f"data/reports/{REPORT}/report.yml": settings()})
    assert not (tmp_path / "site").exists()
