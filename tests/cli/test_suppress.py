"""`suppress`: raw figures become rows that may be published; nothing raw comes into the project, nothing is lost."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from macros.checks.context import open_context
from macros.checks.small_numbers import small_numbers
from macros.cli.main import parser
from macros.cli.suppress import suppress
from macros.errors import BadRequest
from tests.builders import FIGURES, observation, observations, write_project


def sexes(male: str, female: str, total: str) -> str:
    """Raw figures: girls, boys and all."""
    given = {"male": male, "female": female, "total": total}
    rows = (observation(indicator="cla_by_sex", sex=sex, value=value) for sex, value in given.items())
    return observations(*rows)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """The project, a raw file beside it, and where to write."""
    root = write_project(tmp_path / "project")
    (tmp_path / "raw.csv").write_text(sexes("27", "3", "30"), encoding="utf-8")
    return root, tmp_path / "raw.csv", tmp_path / "out.csv"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_small_count_and_its_partner_are_hidden(places, capsys):
    root, raw, out = places
    assert suppress(root, str(raw), str(out)) == 0
    assert [(row["sex"], row["value"], row["status"]) for row in read(out)] == [
        ("male", "", "c"),
        ("female", "", "c"),
        ("total", "30", ""),
    ]
    said = capsys.readouterr().out
    assert "Row 3, cla_by_sex york 2016-17 female: hidden, a count from 1 to 5." in said
    assert "needed so that a hidden figure cannot be worked out" in said
    assert "2 figures hidden, 1 of them to protect others." in said


def test_what_was_written_passes_the_check(places):
    root, raw, out = places
    suppress(root, str(raw), str(out))
    (root / FIGURES).write_bytes(out.read_bytes())
    assert small_numbers(open_context(root)) == []


def test_nothing_is_hidden_where_nothing_is_small(places, capsys):
    root, raw, out = places
    raw.write_text(sexes("20", "10", "30"), encoding="utf-8")
    assert suppress(root, str(raw), str(out)) == 0
    assert read(out) == read(raw)
    assert "Nothing had to be hidden." in capsys.readouterr().out


@pytest.mark.parametrize(
    "share",
    [
        {"value": "10", "numerator": "4", "denominator": "40"},
        {"value": "10", "denominator": "40"},
        {"value": "100", "numerator": "7", "denominator": "7"},
    ],
)
def test_a_share_of_few_loses_its_parts_too(places, share):
    root, raw, out = places
    raw.write_text(observations(observation(**share)), encoding="utf-8")
    suppress(root, str(raw), str(out))
    (row,) = read(out)
    assert (row["value"], row["numerator"], row["denominator"], row["status"]) == ("", "", "", "c")


def test_raw_figures_inside_the_project_are_refused(places):
    root, raw, _ = places
    inside = root / "data" / "raw.csv"
    inside.write_bytes(raw.read_bytes())
    with pytest.raises(BadRequest, match="inside the project's folder"):
        suppress(root, str(inside), str(root / "data" / "out.csv"))
    assert not (root / "data" / "out.csv").exists()


def test_a_link_out_of_the_project_does_not_deceive(places, tmp_path):
    root, raw, _ = places
    inside = root / "data" / "raw.csv"
    inside.write_bytes(raw.read_bytes())
    (tmp_path / "link.csv").symlink_to(inside)
    with pytest.raises(BadRequest, match="inside the project's folder"):
        suppress(root, str(tmp_path / "link.csv"), str(root / "out.csv"))


def test_nothing_is_overwritten(places):
    root, raw, out = places
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(BadRequest, match="there already"):
        suppress(root, str(raw), str(out))
    assert out.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_read_writes_nothing(places):
    root, raw, out = places
    raw.write_text(sexes("27", "three", "30"), encoding="utf-8")
    with pytest.raises(BadRequest, match="cannot be read"):
        suppress(root, str(raw), str(out))
    assert not out.exists()


def test_the_command_line_knows_it():
    asked = parser().parse_args(["suppress", "in.csv", "out.csv"])
    assert (asked.raw, asked.suppressed) == ("in.csv", "out.csv")
