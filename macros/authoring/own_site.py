"""A council's own site: the program, the templates and the catalogue, without the sample reports."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Collection
from pathlib import Path

from macros.datasets.catalogue import FOLDER
from macros.errors import BadRequest

PROGRAM = (
    "macros", "overrides", "docs/assets", "docs/guide", "docs/about", "docs/index.md", "docs/search.md",
    "data/catalogue", "data/sections", "mkdocs.preview.yml",
    "Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock",
    "LICENSE", ".gitignore", ".gitattributes", ".editorconfig", ".github/workflows",
)  # fmt: skip
# the tests are this project's: a council's own site is checked instead
_TESTS, _CHECKS = ("bash .ci/run", "all tests"), ("make check", "all checks")
OWN_ROWS = ("targets", "help", "terms", "bodies")  # tables of the catalogue whose rows may belong to one council
_RAW = re.compile(r"(\{% raw %\}.*?\{% endraw %\})", re.DOTALL)
_EXAMPLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc")
_REPORT = re.compile(
    r"^  - (?:\"[^\"]*\"|[^:\n]+):\n(?:      .*\n)*?(?=      - Formal edition:)(?:      .*\n)+", re.MULTILINE
)


def copy_site(root: Path, place: Path, council: str) -> None:
    """Copy the site to a new folder. Raises BadRequest when something is there, or inside this project.

    Rows of the catalogue that belong to another council alone (targets, people to talk to, words, bodies) are left out.
    """
    if place.exists() and any(place.iterdir() if place.is_dir() else [place]):
        raise BadRequest(f"{place.name} is there already and not empty.", "Choose another folder with --to.")
    if place.is_relative_to(root):
        raise BadRequest("The new site cannot lie inside this one.", "Choose a folder beside it: --to ../my-council")
    place.mkdir(parents=True, exist_ok=True)
    for name in PROGRAM:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=_LEFT_OUT)
        elif source.is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place / name)
    (place / "docs/reports").mkdir(parents=True)
    (place / "data/reports").mkdir(parents=True)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (place / "mkdocs.yml").write_text(without_reports(settings), encoding="utf-8", newline="\n")
    _own_rows(place, council)
    _own_workflows(place)
    _own_guide(place / "docs/guide")


def without_reports(settings: str) -> str:
    """mkdocs.yml without the menu of any report: those parts that have a formal edition."""
    return _REPORT.sub("", settings)


def _own_rows(place: Path, council: str) -> None:
    path = place / FOLDER / "areas.csv"
    areas = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    others = {row["id"] for row in areas if row["kind"] == "council" and row["id"] != council}
    (place / FOLDER / "redirects.csv").unlink(missing_ok=True)  # the addresses that moved in this site
    for name in OWN_ROWS:
        path = place / FOLDER / f"{name}.csv"
        path.write_text(own_rows(path.read_text(encoding="utf-8"), others), encoding="utf-8", newline="\n")


def own_rows(text: str, others: Collection[str]) -> str:
    """The text of a table with a column `area`, without the rows of other councils."""
    table = csv.DictReader(io.StringIO(text, newline=""))
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fieldnames or (), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in table if row["area"] not in others)
    return out.getvalue()


def _own_workflows(place: Path) -> None:
    """Workflows, and the guide's page about them, without the tests that stay behind."""
    for path in (*(place / ".github/workflows").glob("*.yml"), place / "docs/guide/publish/workflows.md"):
        text = path.read_text(encoding="utf-8")
        for tests, checks in zip(_TESTS, _CHECKS, strict=True):
            text = text.replace(tests, checks)
        path.write_text(text, encoding="utf-8", newline="\n")


def _own_guide(guide: Path) -> None:
    """The guide's live examples are of the sample reports: without these a dash stands in their place."""
    for path in guide.rglob("*.md"):
        parts = _RAW.split(path.read_text(encoding="utf-8"))
        told = "".join(part if number % 2 else _EXAMPLE.sub("\u2026", part) for number, part in enumerate(parts))
        path.write_text(told, encoding="utf-8", newline="\n")
    meta = guide / ".meta.yml"
    lines = meta.read_text(encoding="utf-8").splitlines(keepends=True)
    meta.write_text("".join(line for line in lines if not line.startswith("report:")), encoding="utf-8", newline="\n")
