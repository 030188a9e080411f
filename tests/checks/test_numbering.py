"""`labels`: numbers of tables, sections and paragraphs, and what the text refers to."""

from __future__ import annotations

import pytest

from macros.datasets.known_issues import unexplained
from tests.checks.printed_reports import context, findings, issue, kinds, only, release


def tables(*names):
    return [f"{name} | cla_n | {2010 + number}-03-31 | | 1" for number, name in enumerate(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Table 1", "Table 2", "Table 3"),
        ("Table 3", "Table 1", "Table 2"),
        ("Table 1", "Table 3"),  # the second may be a chart
        ("Table (section 5, age)", "Table (section 5, sex)"),
        ("Appendix 2", "para 5", "section 5"),
        (),
    ],
)
def test_numbers_that_hold(names):
    assert kinds(tables(*names)) == []


def test_a_number_that_stands_twice():
    finding = only(tables("Table 1", "Table 2 (health)", "Table 2 (disputes)", "Table 3"))
    assert (finding.kind.id, finding.check, finding.severity, finding.line) == ("number-twice", "labels", "stops", 3)
    assert finding.message.startswith(
        "Two places of the printed report are called Table 2: Table 2 (health), Table 2 (disputes)."
    )


def test_after_a_number_twice_the_next_is_missing():
    found = findings(context(release(tables("Table 1", "Table 1 (b)", "Table 3"))))
    assert [one.kind.id for one in found] == ["number-twice", "number-missing"]
    assert found[1].message.startswith("The printed report has no Table 2, though it has Table 3.")
    assert found[1].line == 0


@pytest.mark.parametrize("name", ["Table 99999999999", "Table 0", "Table 007", "Table ٣", "Table 1.2", "Table"])
def test_what_is_no_table_s_number(name):
    assert kinds(tables("Table 1", name)) == []


# ---------------------------------------------------------------- by the outline

LINES = ("Table 1 | cla_n | 2016-17 | | 204",)


def row(kind, number, about="", source=""):
    return {"kind": kind, "number": number, "about": about, "source": source}


def paragraphs(*numbers):
    return [row("paragraph", number, f"about {number}") for number in numbers]


def numbering(outline, references=(), issues=()):
    seen = context(release(LINES, issues=issues, outline=outline, references=references))
    return unexplained(seen.store, findings(seen))


@pytest.mark.parametrize(
    "outline",
    [
        paragraphs("1", "2", "3"),
        paragraphs("1.1", "1.2", "2.1", "2.2"),
        paragraphs("1.1.1", "1.1.2", "1.2.1"),  # all have three parts
        paragraphs("1.1", "1.1.1", "1.2", "2.1"),
        paragraphs("2.1", "2.2"),  # the first section has no numbered paragraph
        [row("appendix", "A"), row("appendix", "B"), row("appendix", "C")],
        [row("table", "1"), row("figure", "1"), row("table", "2")],
        [row("table", "", "age"), row("table", "", "sex")],  # none is numbered
        [row("section", "1"), *paragraphs("1.1"), row("section", "2"), *paragraphs("2.1", "2.2")],
    ],
)
def test_an_outline_that_holds(outline):
    assert numbering(outline) == []


@pytest.mark.parametrize(
    ("outline", "kind", "label"),
    [
        (paragraphs("1.1", "1.2", "1.2"), "number-twice", "para 1.2"),
        (paragraphs("1.1", "1.3"), "number-missing", "para 1.2"),
        (paragraphs("1.1.1", "1.2", "1.3"), "number-missing", "para 1.1"),
        (paragraphs("2", "3"), "number-missing", "para 1"),
        ([row("section", "1"), row("section", "2"), row("section", "4")], "number-missing", "section 3"),
        ([row("table", "1"), row("table", "", "age", "Table (age)")], "number-none", "Table (age)"),
        ([row("appendix", "A"), row("appendix", "C")], "number-missing", "Appendix B"),
    ],
)
def test_a_slip_in_the_numbers(outline, kind, label):
    finding = numbering(outline)[0]
    assert (finding.kind.id, finding.check, finding.severity) == (kind, "labels", "stops")
    assert finding.path.endswith("/outline.csv")
    assert label in finding.message
    assert numbering(outline, issues=[issue("NUM", label)]) == numbering(outline)[1:]


def test_numbers_that_go_back():
    assert [one.kind.id for one in numbering(paragraphs("1.1", "1.2", "1.4", "1.3"))] == [
        "number-missing",
        "number-out-of-order",
    ]


def test_paragraphs_numbered_as_those_of_another_section_are_one_finding():
    outline = [
        row("section", "1"), *paragraphs("1.1", "1.2"), row("section", "2"), *paragraphs("1.3", "1.4", "1.5"),
        row("section", "3"), *paragraphs("3.1"),
    ]  # fmt: skip
    (finding,) = numbering(outline)
    assert finding.kind.id == "number-of-another"
    assert finding.message.startswith("The paragraphs of section 2 are numbered as another section's: 1.3, 1.4, 1.5.")


def refer(number, about="", kind="table"):
    return {"source": "para 7", "kind": kind, "number": number, "about": about, "note": ""}


TABLES = [row("table", "1", "caseload"), row("table", "2", "reviews"), row("table", "2", "sex")]


@pytest.mark.parametrize("reference", [refer("1"), refer("1", "caseload"), refer("2", "sex")])
def test_a_reference_that_leads_there(reference):
    assert [one.kind.id for one in numbering(TABLES, [reference])] == ["number-twice"]


def test_a_reference_to_nothing():
    finding = numbering(TABLES, [refer("3")])[-1]
    assert (finding.kind.id, finding.line) == ("reference-to-nothing", 2)
    assert finding.path.endswith("/references.csv")
    assert finding.message.startswith("para 7 points to Table 3, and the printed report has none.")


@pytest.mark.parametrize(
    ("reference", "to"), [(refer("3", kind="footnote"), "footnote 3"), (refer("", "trend", kind="figure"), "a figure")]
)
def test_a_reference_to_a_kind_of_which_the_report_has_none(reference, to):
    finding = numbering(TABLES, [reference])[-1]
    assert finding.message.startswith(f"para 7 points to {to}, and the printed report has none.")


def test_without_an_outline_no_reference_is_wrong():
    assert numbering([], [refer("3"), refer("", kind="figure")]) == []


def test_a_reference_that_leads_elsewhere_says_where_it_should():
    finding = numbering(TABLES, [refer("1", "sex")])[-1]
    assert finding.kind.id == "reference-elsewhere"
    assert finding.message.startswith(
        "para 7 points to Table 1 and means sex, but that one is about caseload. Table 2 is."
    )
    explained = numbering(TABLES, [refer("1", "sex")], [issue("XREF", "para 7")])
    assert [one.kind.id for one in explained] == ["number-twice"]


@pytest.mark.parametrize(
    "bad", [row("chapter", "1"), row("table", "one"), row("table", "1..2"), row("table", "1" * 50), row("", "")]
)
def test_a_row_that_cannot_be_read(bad):
    (finding,) = numbering([bad])
    assert (finding.kind.id, finding.line) == ("bad-outline", 2)
    (finding,) = [one for one in numbering([], [bad | {"note": ""}]) if one.path.endswith("/references.csv")]
    assert finding.kind.id == "bad-outline"
