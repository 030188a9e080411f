"""The last step of a build: data, downloads and policy, and the same again when it is run again."""

from __future__ import annotations

import json

from macros.publishing import blocks
from macros.publishing.finish import Build, finish_site
from macros.render.block import SELF, Block
from tests.builders import FIGURES, REPORT, observation, observations, settings, write_project

HEAD = '<html><head><meta charset="utf-8"></head>'


def site(root, body: str = "", **changes):
    write_project(root, changes.get("changes"))
    (root / "site").mkdir()
    (root / "site/index.html").write_text(f"{HEAD}<body>{body}</body></html>", encoding="utf-8")
    return root / "site"


def test_a_page_has_its_policy(tmp_path):
    made = site(tmp_path)
    assert finish_site(tmp_path, made, Build()) == []
    assert "Content-Security-Policy" in (made / "index.html").read_text(encoding="utf-8")


def test_a_block_on_a_page_has_its_download(tmp_path):
    made = site(tmp_path)
    name = blocks.put(tmp_path, Block(f'<div data-block="{SELF}"></div>', (), "data/reports/x/t.csv", "a\n1\n"))
    other = blocks.put(tmp_path, Block("<p></p>", (), "data/reports/x/unused.csv", "a\n"))
    (made / "index.html").write_text(f'{HEAD}<div data-block="{name}"></div></html>', encoding="utf-8")
    finish_site(tmp_path, made, Build())
    assert (made / "data/reports/x/t.csv").read_bytes() == b"a\n1\n"
    assert other
    assert not (made / "data/reports/x/unused.csv").exists()


def test_findings_and_mistakes_are_published_together(tmp_path):
    changes = {FIGURES: observations(observation(value="x"))}
    made = site(tmp_path, '<b data-macro-error="docs/a.md:3: Odd.">x</b>', changes=changes)
    found = finish_site(tmp_path, made, Build())
    published = json.loads((made / "data/findings.json").read_text(encoding="utf-8"))
    assert [one["check"] for one in published] == [one.check for one in found] == ["schema", "macros"]


def test_a_draft_is_published_only_as_a_draft(tmp_path):
    changes = {f"data/reports/{REPORT}/report.yml": settings(status="draft")}
    made = site(tmp_path, changes=changes)
    finish_site(tmp_path, made, Build())
    assert not (made / f"data/reports/{REPORT}.csv").exists()
    finish_site(tmp_path, made, Build(draft=True))
    assert (made / f"data/reports/{REPORT}.csv").exists()


def test_finishing_twice_changes_nothing(tmp_path):
    made = site(tmp_path, "<script>a()</script>")
    finish_site(tmp_path, made, Build())
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    finish_site(tmp_path, made, Build())
    assert before == {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
