"""What tests of imports share: a project with an empty draft release, and the import of a few rows into it."""

from __future__ import annotations

from pathlib import Path

from macros.datasets.figures_import import Import, prepare_import
from macros.datasets.store import open_store
from tests.builders import FIGURES, FOLDER, REPORT, assert_plain, observations, release_settings
from tests.datasets.sheets import HEADINGS, Rows, write_xlsx

ON_TIME = ("on_time_pct", None, "2016-17", 67)
DRAFT = {f"{FOLDER}/release.yml": release_settings()}  # among the changes: then the release is not sealed
EMPTY_RELEASE: dict[str, str | bytes | None] = {**DRAFT, FIGURES: observations(), f"{FOLDER}/known_issues.csv": None}


def prepare(project: Path, sheets: dict[str, Rows] | Path, **options: bool | str) -> Import:
    store = open_store(project)
    file = sheets if isinstance(sheets, Path) else write_xlsx(project.parent / "in.xlsx", sheets)
    return prepare_import(store, store.report(REPORT), file, **options)  # type: ignore[arg-type]


def rows(*given: tuple[object, ...]) -> dict[str, Rows]:
    return {"Timeliness": [HEADINGS, *given]}


def values(made: Import) -> list[tuple[str, str, str]]:
    return [(one.key.words, one.cells["value"], one.cells["status"]) for one in made.understood.figures]


def problem(made: Import) -> str:
    (only,) = made.understood.problems
    assert_plain(only.text)
    return f"{only.place} {only.text}"
