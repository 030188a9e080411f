"""`schema` and its like: what was found while reading is handed on, of the data and of the pages."""

from __future__ import annotations

from macros.checks.context import open_context
from macros.checks.data import schema
from tests.builders import FIGURES, observation, observations, write_project


def test_what_was_found_in_data_and_pages_is_handed_on(tmp_path):
    changes: dict[str, str | bytes | None] = {
        FIGURES: observations(observation(value="")),
        "docs/bad.md": b"---\na: [\n---\n",
    }
    findings = schema(open_context(write_project(tmp_path, changes)))
    assert [finding.check for finding in findings] == ["explained-blanks", "schema"]
