"""The public build: whole or not at all, and every reason said in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli import build as building
from macros.errors import ReportsError
from macros.publishing.manifest import read_manifest, write_manifest
from tests.cli.stand_in_engine import FINDING, Engine


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old", encoding="utf-8")
    write_manifest(tmp_path / "site", "", "", "2026-11-27")
    return tmp_path


def _built(project: Path) -> str:
    return (project / "site" / "index.html").read_text(encoding="utf-8")


def test_a_good_build_takes_the_place_of_the_old(
    project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert building.build(project, project / "site") == 0
    assert _built(project) == "new"
    assert "Built 1 pages into site/" in capsys.readouterr().out
    assert [path.name for path in (project / ".build").iterdir()] == ["site.lock"]


@pytest.mark.parametrize("code", [0, 1])
def test_a_finding_that_stops_leaves_the_old_site(
    project: Path, engine: Engine, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    engine.code, engine.findings = code, [FINDING]
    engine.log = "WARNING -  data/a.csv:7: The parts add up to 203, and the total says 204.\n"
    assert building.build(project, project / "site") == 1
    assert _built(project) == "old"
    said = capsys.readouterr().out
    assert said.count("The parts add up to 203") == 1
    assert "sums (stops the public build). How to mend it: docs/guide/checks/sums.md" in said
    assert "The site built before is still there, unchanged." in said


def test_a_warning_of_the_engine_is_said(project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.code, engine.log = 1, "WARNING -  docs/a.md:3: figure(): There is no indicator called 'x'.\n"
    assert building.build(project, project / "site") == 1
    assert "docs/a.md:3: figure(): There is no indicator called 'x'." in capsys.readouterr().out


def test_a_warning_of_a_check_is_said_and_stops_nothing(
    project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.findings = [FINDING | {"severity": "warns"}]
    assert building.build(project, project / "site") == 0
    assert _built(project) == "new"
    assert "1 warning." in capsys.readouterr().out


def test_a_fault_of_the_program_is_not_blamed_on_the_author(
    project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.code = 1
    engine.log = "Traceback (most recent call last):\nZeroDivisionError: by zero\nTraceback\nImportError: no macros\n"
    assert building.build(project, project / "site") == 1
    said = capsys.readouterr().out
    assert "not a fault of your pages" in said
    assert "Cause: ZeroDivisionError: by zero." in said


def test_papers_are_made_before_the_site_takes_its_place(
    project: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.cli.papers.make", lambda root, site: (site / "report.pdf").write_bytes(b"%PDF"))
    assert building.build(project, project / "site", with_papers=True) == 0
    assert (project / "site/report.pdf").exists()
    assert "report.pdf" in read_manifest(project / "site").files


def test_a_build_that_fails_at_a_paper_leaves_the_old_site(
    project: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(root: Path, site: Path) -> None:
        raise ReportsError("A PDF could not be made.")

    monkeypatch.setattr("macros.cli.papers.make", fail)
    with pytest.raises(ReportsError):
        building.build(project, project / "site", with_papers=True)
    assert _built(project) == "old"


def test_a_build_without_papers_says_so(project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    building.build(project, project / "site")
    assert "make build PDF=1" in capsys.readouterr().out
