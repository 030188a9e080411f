"""The preview: in a folder of its own, never in the place of what is published, and not stopped by a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cli.preview import preview
from macros.errors import ReportsError
from tests.builders import assert_plain
from tests.cli.stand_in_engine import FINDING, Engine


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("mkdocs.yml", "mkdocs.preview.yml"):
        (tmp_path / name).touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("published", encoding="utf-8")
    return tmp_path


def test_it_is_built_beside_the_site_and_not_stopped(
    project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.findings = [FINDING]
    assert preview(project, project / "preview") == 0
    assert (project / "preview/index.html").read_text(encoding="utf-8") == "new"
    assert (project / "site/index.html").read_text(encoding="utf-8") == "published"
    said = capsys.readouterr().out
    assert "The parts add up to 203" in said
    assert "Pages: 1 changed, 2 new, 0 gone. Figures that changed: 1." in said
    assert engine.asked[engine.asked.index("-f") :][:2] == ["-f", "mkdocs.preview.yml"]
    assert "--strict" not in engine.asked
    assert engine.env["TWO_VOICES_AGAINST"] == str(project / "site")
    assert engine.env["TWO_VOICES_REPORT"] == ""


def test_it_is_built_again_over_itself(project: Path, engine: Engine) -> None:
    assert preview(project, project / "preview") == 0
    assert preview(project, project / "preview") == 0
    assert sorted(path.name for path in project.iterdir()) == [
        ".build", "mkdocs.preview.yml", "mkdocs.yml", "preview", "site",
    ]  # fmt: skip


def test_a_failure_leaves_the_old_preview(project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.findings = [FINDING]
    preview(project, project / "preview")
    engine.code, engine.log = 1, "ERROR   -  Config value 'theme': wrong\n"
    assert preview(project, project / "preview") == 1
    assert (project / "preview/index.html").is_file()
    assert "The setting 'theme' is wrong" in capsys.readouterr().out.replace("mkdocs.yml: the", "The")


def test_what_the_engine_warns_of_is_said(project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.log = (
        "WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found among documentation files.\n"
    )
    preview(project, project / "preview")
    assert "docs/a.md: the link to 'b.md' leads to no page." in capsys.readouterr().out


def test_without_a_published_site_it_says_so(project: Path, engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "site/index.html").unlink()
    assert preview(project, project / "preview") == 0
    assert "There is no published site in site/ to compare with" in capsys.readouterr().out
    assert engine.env["TWO_VOICES_AGAINST"] == ""


@pytest.mark.parametrize("place", ["site", "site/inside", ".", "other", "other/inside"])
def test_it_never_touches_the_published_site(project: Path, engine: Engine, place: str) -> None:
    (project / "other").mkdir()
    (project / "other/index.html").touch()
    with pytest.raises(ReportsError, match="published site") as refused:
        preview(project, project / place, against="other")
    assert_plain(str(refused.value))
    assert (project / "site/index.html").read_text(encoding="utf-8") == "published"
    assert str(project) not in str(refused.value)


@pytest.mark.parametrize("against", ["empty", "nowhere", "--upload-pack=x", "mkdocs.yml"])
def test_what_cannot_be_compared_with_is_refused(project: Path, engine: Engine, against: str) -> None:
    (project / "empty").mkdir()
    with pytest.raises(ReportsError) as refused:
        preview(project, project / "preview", against)
    assert_plain(str(refused.value))
    assert not (project / "preview").exists()


def test_without_its_settings_nothing_is_built(project: Path, engine: Engine) -> None:
    (project / "mkdocs.preview.yml").unlink()
    with pytest.raises(ReportsError, match=r"mkdocs\.preview\.yml is missing"):
        preview(project, project / "preview")
