"""`check` prints every finding, what stops first, and answers with the right code."""

from __future__ import annotations

from pathlib import Path

import pytest

import macros.checks
import macros.cli.check
from macros.cli.main import main
from macros.model.finding import Finding, Kind, Severity
from tests.builders import page, write_site

STOPS = Kind("sum-off", "sums", Severity.STOPS, "The parts add up to {parts}, and the total says {total}.")
WARNS = Kind("long-sentence", "plain-language", Severity.WARNS, "This sentence has {words} words.")


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    found: list[Finding] = []
    monkeypatch.setattr(macros.checks, "run", lambda root: found, raising=False)
    monkeypatch.setattr(macros.cli.check, "_of_pages", lambda root: [])  # this project's own pages may be warned of
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    return found


def test_nothing_wrong(findings: list[Finding], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"], root) == 0
    assert capsys.readouterr().out == "The checks found nothing wrong.\n"


def test_a_warning_stops_nothing(findings: list[Finding], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings.append(Finding(WARNS, "docs/a.md", 0, {"words": 41}))
    assert main(["check"], root) == 0
    assert "  docs/a.md: This sentence has 41 words." in capsys.readouterr().out


def test_what_stops_comes_first(findings: list[Finding], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings += [
        Finding(WARNS, "docs/a.md", 3, {"words": 41}),
        Finding(STOPS, "data/b.csv", 9, {"parts": 5, "total": 6}),
        Finding(STOPS, "data/b.csv", 7, {"parts": 203, "total": 204}),
    ]
    assert main(["check"], root) == 1
    assert capsys.readouterr().out.splitlines() == [
        "sums (stops the public build). How to mend it: docs/guide/checks/sums.md",
        "  data/b.csv:7: The parts add up to 203, and the total says 204.",
        "  data/b.csv:9: The parts add up to 5, and the total says 6.",
        "",
        "plain-language (a warning). How to mend it: docs/guide/checks/plain-language.md",
        "  docs/a.md:3: This sentence has 41 words.",
        "",
        "2 findings stop the public build; 1 warning.",
    ]


def test_a_mistake_on_a_page_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    site = write_site(tmp_path, {"index.md": page("{{ figuer('x') }}\n\n[nowhere](nowhere/)\n")})
    assert main(["check"], site) == 1
    said = capsys.readouterr().out
    assert "docs/reports/york-2016-17/index.md:5: There is no macro called 'figuer'" in said
    assert not (site / "site").exists()
