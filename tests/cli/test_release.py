"""`release` and `correct` as an author meets them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
import yaml

from macros.cli.main import main
from macros.datasets.store import open_store
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    files,
    observation,
    observations,
    release_settings,
    settings,
    write_project,
)  # fmt: skip

RELEASE_YML = f"{FOLDER}/release.yml"


@pytest.fixture(autouse=True)
def at_home(monkeypatch, tmp_path):
    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(tmp_path)


def unsealed(root, **changes):
    return write_project(root, {RELEASE_YML: release_settings(), **changes})


def test_release_then_correct_then_release(tmp_path, capsys):
    unsealed(tmp_path)
    assert main(["release", REPORT], tmp_path) == 0
    assert "is sealed: 4 files" in capsys.readouterr().out
    assert main(["release", REPORT], tmp_path) == 0
    assert "nothing to do" in capsys.readouterr().out

    assert main(["correct", REPORT, "--reason", "A slip: 67 was 65.", "--date", "2026-12-01"], tmp_path) == 0
    said = capsys.readouterr().out
    assert f"{REPORT_FOLDER}/2026-12-01" in said
    assert "What to do next:" in said
    assert f"python -m macros release {REPORT}" in said

    new = tmp_path / REPORT_FOLDER / "2026-12-01/figures.csv"
    new.write_text(new.read_text(encoding="utf-8").replace("108", "107"), encoding="utf-8")
    assert main(["release", REPORT], tmp_path) == 1  # 107 boys and 96 girls are not 204 children
    assert "was not sealed" in capsys.readouterr().out
    new.write_text(new.read_text(encoding="utf-8").replace("107", "108").replace("1202", "1203"), encoding="utf-8")
    assert main(["release", REPORT], tmp_path) == 0
    assert open_store(tmp_path).findings == ()


def test_a_finding_that_stops_is_in_the_way(tmp_path, capsys):
    unsealed(tmp_path, **{FIGURES: observations(observation(value="x"))})
    before = (tmp_path / RELEASE_YML).read_bytes()
    assert main(["release", REPORT], tmp_path) == 1
    said = capsys.readouterr().out
    assert "is not a number" in said
    assert "was not sealed" in said
    assert (tmp_path / RELEASE_YML).read_bytes() == before


def test_a_sealed_release_that_was_changed_is_not_sealed_again(tmp_path, capsys):
    path = write_project(tmp_path) / FIGURES
    path.write_bytes(path.read_bytes().replace(b"1202", b"1203"))
    before = (tmp_path / RELEASE_YML).read_bytes()
    assert main(["release", REPORT], tmp_path) == 1
    assert "its bytes changed" in capsys.readouterr().out
    assert (tmp_path / RELEASE_YML).read_bytes() == before


def test_another_report_that_is_not_sealed_is_not_in_the_way(tmp_path):
    other = {"data/reports/york-2015-16/report.yml": settings(id="york-2015-16", period="2015-16")}
    other["data/reports/york-2015-16/2026-11-21/release.yml"] = release_settings(
        report="york-2015-16", observations="[]"
    )
    unsealed(tmp_path, **other)
    assert main(["release", REPORT], tmp_path) == 0
    assert main(["release", "york-2015-16"], tmp_path) == 0


@pytest.mark.parametrize("command", ["release", "correct"])
def test_a_report_that_is_not_there_is_a_sentence(tmp_path, capsys, command):
    write_project(tmp_path)
    assert main([command, "york-2016"], tmp_path) == 1
    assert f"The nearest are: {REPORT}." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "needs a reason"),
        (["--reason", " "], "needs a reason"),
        (["--reason", "A slip.", "--date", "1.12.2026"], "is not a day"),
        (["--reason", "A slip.", "--date", "20261201"], "is not a day"),
        (["--reason", "A slip.", "--date", "2026-11-21"], "already"),
        (["--reason", "A slip.", "--date", "../../x"], "is not a day"),
    ],
)
def test_a_correction_that_cannot_be_is_a_sentence(tmp_path, capsys, words, said):
    write_project(tmp_path)
    assert main(["correct", REPORT, *words], tmp_path) == 1
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / REPORT_FOLDER).iterdir()) == ["2026-11-21", "report.yml"]


def test_without_a_date_a_correction_is_of_today(tmp_path):
    old: dict[str, str | None] = {path: None for path in files() if path.startswith(FOLDER)}
    old[f"{REPORT_FOLDER}/report.yml"] = settings(release="2020-01-01")
    folder = f"{REPORT_FOLDER}/2020-01-01"
    old |= {f"{folder}/release.yml": release_settings(date="2020-01-01", observations="[]")}
    write_project(tmp_path, old)
    assert main(["release", REPORT], tmp_path) == 0
    assert main(["correct", REPORT, "--reason", "A slip."], tmp_path) == 0
    today = datetime.now().astimezone().date()
    written = yaml.safe_load((tmp_path / f"{REPORT_FOLDER}/{today}/release.yml").read_text(encoding="utf-8"))
    assert (written["date"], written["supersedes"]) == (today, date(2020, 1, 1))


@pytest.mark.parametrize("words", [["release"], ["correct"], ["release", "a", "b"]])
def test_a_command_without_its_report_is_misuse(words):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
