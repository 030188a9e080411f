"""`links`: each page of a report names its page in the other edition."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.other_voice import links
from tests.builders import REPORT, assert_plain, page, write_project

FOLDER = f"reports/{REPORT}"


def found(root, **meta: str) -> list[tuple[str, str, int]]:
    changes = {f"docs/{FOLDER}/one.md": page("A", **meta)}
    findings = links(open_context(write_project(root, changes)))
    for finding in findings:
        assert_plain(finding.message)
    return [(finding.kind.id, finding.path, finding.line) for finding in findings]


def test_a_page_that_leads_to_the_other_voice(tmp_path):
    assert found(tmp_path, other_voice="index.md") == []


def test_a_page_that_leads_nowhere(tmp_path):
    assert found(tmp_path, other_voice=f"{FOLDER}/young-people/one.md") == [
        ("missing-other-voice", f"docs/{FOLDER}/one.md", 1)
    ]


@pytest.mark.parametrize("value", ["", "''", "null"])
def test_a_page_that_does_not_say(tmp_path, value):
    assert found(tmp_path, other_voice=value) == [("no-other-voice", f"docs/{FOLDER}/one.md", 1)]


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "5"])
def test_a_value_that_is_no_path(tmp_path, value):
    assert [kind for kind, _, _ in found(tmp_path, other_voice=value)] == ["missing-other-voice"]


def test_pages_outside_reports_need_no_other_voice(tmp_path):
    context = open_context(write_project(tmp_path, {"docs/about.md": "About\n"}))
    assert links(context) == []
