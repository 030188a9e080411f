"""`macros`: front matter that would hide a macro is found."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.front_matter import RESERVED, front_matter
from macros.pages.registration import MACROS
from tests.builders import REPORT, assert_plain, page, write_project

PAGE = f"docs/reports/{REPORT}/one.md"


def test_the_reserved_names_are_those_of_the_macros():
    assert set(MACROS) == RESERVED


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_setting_with_a_macros_name_is_found(tmp_path, name):
    (finding,) = front_matter(open_context(write_project(tmp_path, {PAGE: page("A", **{name: "x"})})))
    assert (finding.kind.id, finding.path) == ("shadowed-macro", PAGE)
    assert name in finding.message
    assert_plain(finding.message)


def test_other_settings_hide_nothing(tmp_path):
    assert front_matter(open_context(write_project(tmp_path, {PAGE: page("A", report=REPORT, meets="[A1]")}))) == []
