"""The synthetic councils that benchmarks are made of: of real shape, the same each time, nothing wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import checks
from macros.datasets.store import open_store
from macros.model.finding import Severity
from tests import builders
from tests.benchmarks.council_pages import FEWEST, pages
from tests.benchmarks.councils import YEARS, Shape, write_councils

SHAPE = Shape(reports=YEARS + 1, pages=7)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("councils") / "project"
    write_councils(folder, SHAPE)
    return folder


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_shape_gives_the_same_bytes_and_another_seed_others(project: Path, tmp_path: Path) -> None:
    write_councils(tmp_path / "again", SHAPE)
    write_councils(tmp_path / "other", Shape(SHAPE.reports, SHAPE.pages, seed=2))
    assert _bytes(tmp_path / "again") == _bytes(project)
    assert _bytes(tmp_path / "other") != _bytes(project)


def test_every_report_has_its_pages_in_both_editions_and_two_charts_on_each(project: Path) -> None:
    reports = sorted((project / "docs/reports").iterdir())
    assert len(reports) == SHAPE.reports
    for report in reports:
        texts = [path.read_text("utf-8") for path in report.rglob("*.md")]
        assert len(texts) == SHAPE.pages
        assert {text.count("{{ chart(") for text in texts} == {2}
        assert sum("who_to_talk_to" in text for text in texts) >= 2


def test_every_fifth_report_was_corrected_once_and_years_of_a_council_agree(project: Path) -> None:
    store = open_store(project)
    assert sum(bool(earlier) for earlier in store.earlier.values()) == 4
    assert len({report.council for report in store.reports.values()}) == 2


def test_no_check_finds_anything_that_stops(project: Path) -> None:
    assert [one for one in checks.run(project) if one.severity is Severity.STOPS] == []


@pytest.mark.slow
def test_it_builds_as_a_public_site_with_nothing_to_say(tmp_path: Path) -> None:
    write_councils(tmp_path / "project", Shape(reports=1, pages=FEWEST))
    built = builders.build(tmp_path / "project")
    assert (built.code, built.warnings) == (0, ())
    assert '<figure class="tv-chart"' in next((built.site / "reports").glob("*/young-people/index.html")).read_text()


def test_fewer_pages_than_a_report_has_are_refused() -> None:
    with pytest.raises(ValueError, match="or more"):
        pages("x", FEWEST - 1, (), ())
