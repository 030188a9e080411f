"""What the store finds in a project, in the short form the tests of bad input compare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.datasets.store import Store, open_store
from tests.builders import assert_plain, write_project

Found = list[tuple[str, str, int]]


def found(root: Path, changes: Mapping[str, str | bytes | None]) -> Found:
    """(kind, path, row) of each finding of the default project with `changes`; each must be plain English."""
    return listed(open_store(write_project(root, changes)))


def listed(store: Store) -> Found:
    """(kind, path, row) of each finding of a store."""
    for finding in store.findings:
        assert_plain(finding.message)
    return [(finding.kind.id, finding.path, finding.line) for finding in store.findings]
