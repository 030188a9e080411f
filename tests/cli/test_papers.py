"""PDFs in a build: made when asked for, left out with a sentence, never half."""

from __future__ import annotations

import pytest

from macros.cli import papers
from macros.errors import ReportsError
from macros.publishing.paper import papers as writing
from tests.builders import assert_plain, write_project


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("TWO_VOICES_NO_INSTALL", "1")
    return write_project(tmp_path)


def test_without_weasyprint_a_sentence_says_how_to_get_it(project, monkeypatch, capsys):
    monkeypatch.setattr(writing, "why_not", lambda: "WeasyPrint is not installed here.")
    papers.make(project, project / "site")
    said = capsys.readouterr().out
    assert "left out" in said
    assert "setup --tests" in said
    assert "make build PDF=1" in said


def test_without_pango_a_sentence_names_the_packages(project, monkeypatch, capsys):
    monkeypatch.setattr(writing, "why_not", lambda: "Pango is not there.")
    papers.make(project, project / "site")
    assert "libpango-1.0-0" in capsys.readouterr().out


def test_each_paper_is_told(project, monkeypatch, capsys):
    monkeypatch.setattr(writing, "why_not", lambda: "")
    monkeypatch.setattr(writing, "write_papers", lambda *_: iter([writing.Made("reports/x/report.pdf", 123_400)]))
    papers.make(project, project / "site")
    assert "Made reports/x/report.pdf (123 kB" in capsys.readouterr().out


def test_a_paper_that_fails_stops_the_build_with_a_sentence(project, monkeypatch):
    def fail(*_):
        raise AssertionError("odd box")

    monkeypatch.setattr(writing, "why_not", lambda: "")
    monkeypatch.setattr(writing, "write_papers", fail)
    with pytest.raises(ReportsError, match="odd box") as stop:
        papers.make(project, project / "site")
    assert "PDF=1" in str(stop.value)


def test_a_build_without_papers_says_how_to_get_them():
    assert "make build PDF=1" in papers.LEFT_OUT
    assert_plain(f"{papers.LEFT_OUT}.")
