"""A report that was released more than once, and its list of kept editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.datasets.editions import list_path
from tests.builders import (
    RELEASE,
    REPORT,
    REPORT_FOLDER,
    figures,
    release_settings,
    seal,
    settings,
    write_project,
)


def with_releases(
    root: Path,
    *days: str,
    published: str = RELEASE,
    rows: Iterable[str] = (),
    texts: Mapping[str, str] | None = None,
) -> Path:
    """A project whose report has the default release and those of `days`; the last is in force.

    `rows` are those of the list of editions; `texts` the figures of some days, where they are not the default ones.
    """
    folders = [f"{REPORT_FOLDER}/{day}" for day in days]
    changes = {f"{REPORT_FOLDER}/report.yml": settings(release=days[-1], dates=f"{{published: {published}}}")}
    if listed := list(rows):
        changes[list_path(REPORT)] = "\n".join(["release,sha256,why", *listed, ""])
    for day, folder in zip(days, folders, strict=True):
        changes[f"{folder}/release.yml"] = release_settings(date=day)
        changes[f"{folder}/figures.csv"] = (texts or {}).get(day, figures())
    write_project(root, changes)
    for folder in folders:
        seal(root, folder)
    return root
