"""`generate` and `finish`: the steps around an engine that runs no hooks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.cli.portable import finish, generate
from macros.errors import ReportsError
from tests.builders import REPORT, REPORT_FOLDER, settings, write_site


def built(site: Path, **pages: str) -> Path:
    for path, html in {"index.html": "<html><body>x</body></html>", **pages}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(html, encoding="utf-8")
    return site


def test_no_site_is_a_sentence(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"index.md": "# A\n"})
    with pytest.raises(ReportsError, match=r"no index\.html\. Run the engine first"):
        finish(root, root / "nowhere", draft=False)


def test_a_site_with_a_draft_in_it_is_not_finished(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"index.md": "# A\n"}, {f"{REPORT_FOLDER}/report.yml": settings(status="draft")})
    site = built(root / "out", **{f"reports/{REPORT}/index.html": "<html><body>x</body></html>"})
    with pytest.raises(ReportsError, match=r"is not for the public\. Nothing was finished"):
        finish(root, site, draft=False)
    assert not (site / "data").exists()
    assert finish(root, site, draft=True) == 0


def test_what_stops_is_told_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path, {"index.md": "# A\n"})
    site = built(root / "out", **{"a/index.html": '<html><body><a href="../gone/">x</a></body></html>'})
    assert finish(root, site, draft=False) == 1
    told = capsys.readouterr().out
    assert "has a link to '../gone/'" in told
    assert "Not fit to publish" in told
    findings = json.loads((site / "data/findings.json").read_text(encoding="utf-8"))
    assert {row["check"] for row in findings} == {"links"}


def test_what_to_do_next_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_site(tmp_path, {"index.md": "# A\n"})
    assert generate(root, draft=False) == 0
    assert capsys.readouterr().out.endswith("then: python -m macros finish generated/site\n")
    assert generate(root, draft=True) == 0
    told = capsys.readouterr().out
    assert "Next: TWO_VOICES_DRAFT=1 python -m zensical" in told
    assert told.endswith("finish generated/site --draft\n")
