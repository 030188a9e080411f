"""`typed-numbers` on pages: the line, the macro it offers, what an author may declare."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context
from macros.checks.typed_numbers import typed_numbers
from tests.builders import CATALOGUE, REPORT, assert_plain, page, write_project

PAGE = f"docs/reports/{REPORT}/one.md"


def found(root, text, changes=None):
    findings = typed_numbers(open_context(write_project(root, {PAGE: text} | (changes or {}))))
    for finding in findings:
        assert_plain(finding.message)
    return findings


def test_a_typed_number_is_told_with_its_line(tmp_path):
    (finding,) = found(tmp_path, page("# A\n\nThere were 12345 children.\n"))
    assert (finding.kind.id, finding.path, finding.line, finding.severity) == ("typed-number", PAGE, 7, "stops")
    assert finding.message.startswith("“12345” is typed into the page. If the data holds it, ask for it")


def test_the_macro_that_gives_it_is_offered(tmp_path):
    (finding,) = found(tmp_path, page("Of them 34.5% were seen.\n"))
    assert 'write figure("seen_pct", seen="seen")' in finding.message


def test_a_count_is_not_offered_for_a_percentage(tmp_path):
    (finding,) = found(tmp_path, page("34.5 children were seen.\n"))
    assert "figure(" not in finding.message


def test_title_and_description_are_read(tmp_path):
    assert len(found(tmp_path, page("A\n", title="99 children", description="half of them"))) == 2


def test_a_literal_of_the_page_and_one_of_all_pages(tmp_path):
    text = page("Within 20 working days, in six weeks.\n", literals="{six weeks: how long it was open}")
    everywhere = {f"{CATALOGUE}/literals.csv": "text,why\n20 working days,the law\n"}
    assert found(tmp_path, text, everywhere) == []


@pytest.mark.parametrize("literals", ["[six weeks]", "six weeks", "{six weeks: }", "{six weeks: [a]}", "{6: 7}"])
def test_a_literal_without_a_reason_is_none(tmp_path, literals):
    findings = found(tmp_path, page("In six weeks.\n", literals=literals))
    assert [one.kind.id for one in findings] == ["literals-unexplained", "typed-number"]


def test_other_pages_may_have_numbers(tmp_path):
    context = open_context(write_project(tmp_path, {"docs/about/x.md": "99 children\n"}))
    assert typed_numbers(context) == []
