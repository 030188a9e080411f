"""Bad input in the catalogue: each defect gives exactly its finding, at its row, and nothing raises."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from tests.builders import (
    CATALOGUE,
    FOLDER,
    action,
    area,
    areas,
    code,
    csv_text,
    help_line,
    indicator,
    indicators,
    target,
    write_project,
)
from tests.datasets.findings import found

SEX = [code("male", 1), code("female", 2), code("total", 3)]
LAST = len(indicators()) + 2  # the row of an indicator added at the end


def more(**changes: str) -> str:
    return csv_text([*indicators(), indicator(id="new_pct") | changes])


BAD = {
    "indicator-of-unknown-unit": ("indicators", more(unit="percentage"), [("bad-catalogue-value", LAST)]),
    "indicator-of-unknown-polarity": ("indicators", more(polarity="good"), [("bad-catalogue-value", LAST)]),
    "indicator-of-unknown-period-type": ("indicators", more(period_type=""), [("bad-catalogue-value", LAST)]),
    "indicator-decimals-in-words": ("indicators", more(decimals="one"), [("not-a-number", LAST)]),
    "indicator-decimals-superscript": ("indicators", more(decimals="\u00b2"), [("not-a-number", LAST)]),
    "indicator-twice": ("indicators", more(id="on_time_pct"), [("duplicate-id", LAST)]),
    "indicator-without-id": ("indicators", more(id=""), [("empty-cell", LAST)]),
    "indicator-of-unknown-dimension": ("indicators", more(dimensions="colour"), [("unknown-code", LAST)]),
    "indicator-name-with-html": ("indicators", more(name="<b>x</b>"), [("html-in-text", LAST)]),
    "area-twice": ("areas", csv_text([*areas(), area()]), [("duplicate-id", 6)]),
    "code-twice": ("codes/sex", csv_text([*SEX, code("male", 4)]), [("duplicate-id", 5)]),
    "code-order-in-words": ("codes/sex", csv_text([*SEX, code("x", 4) | {"order": "last"}]), [("not-a-number", 5)]),
    "code-order-raised": ("codes/sex", csv_text([*SEX, code("x", 4) | {"order": "\u00b2"}]), [("not-a-number", 5)]),
    "code-polarity": ("codes/sex", csv_text([*SEX, code("x", 4, "good")]), [("bad-catalogue-value", 5)]),
    "code-with-a-separator": ("codes/sex", csv_text([*SEX, code("x;y=z", 4)]), [("bad-catalogue-value", 5)]),
    "target-comparison": ("targets", csv_text([target(comparison=">=")]), [("bad-catalogue-value", 2)]),
    "target-value-in-words": ("targets", csv_text([target(value="most")]), [("not-a-number", 2)]),
    "target-value-not-a-number": ("targets", csv_text([target(value="NaN")]), [("not-a-number", 2)]),
    "target-value-with-exponent": ("targets", csv_text([target(value="1e5")]), [("not-a-number", 2)]),
    "target-upper-in-words": ("targets", csv_text([target(value_to="more")]), [("not-a-number", 2)]),
    "target-period": ("targets", csv_text([target(period_from="then")]), [("bad-period", 2)]),
    "target-of-unknown-indicator": ("targets", csv_text([target(indicator="nothing")]), [("unknown-code", 2)]),
    "target-of-unknown-category": (
        "targets", csv_text([target(indicator="seen_pct", breakdown="seen=saw")]), [("unknown-code", 2)],
    ),
    "target-of-another-breakdown": ("targets", csv_text([target(breakdown="seen=seen")]), [("unknown-code", 2)]),
    "target-between-one-value": ("targets", csv_text([target(comparison="between")]), [("empty-cell", 2)]),
    "indicator-id-that-leads-elsewhere": ("indicators", more(id="../x"), [("bad-catalogue-value", LAST)]),
    "area-without-id": ("areas", csv_text([*areas(), area(id="")]), [("empty-cell", 6)]),
    "code-order-of-5000-digits": (
        "codes/sex", csv_text([*SEX, code("x", 4) | {"order": "9" * 5000}]), [("not-a-number", 5)],
    ),
    "target-of-unknown-area": ("targets", csv_text([target(area="nowhere")]), [("unknown-code", 2)]),
    "help-order-in-words": ("help", csv_text([help_line(order="first")]), [("not-a-number", 2)]),
    "help-with-html": ("help", csv_text([help_line(what="<script>x</script>")]), [("html-in-text", 2)]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_each_defect_is_found_where_it_stands(tmp_path, name):
    file, content, wanted = BAD[name]
    path = f"{CATALOGUE}/{file}.csv"
    assert found(tmp_path, {path: content}) == [(kind, path, row) for kind, row in wanted]


def test_an_unknown_column_of_a_list_is_found(tmp_path):
    path = f"{CATALOGUE}/areas.csv"
    assert found(tmp_path, {path: csv_text([area() | {"colour": ""}])})[0] == ("unknown-column", path, 1)


@pytest.mark.parametrize("name", ["targets", "duties", "terms", "glossary", "help"])
def test_a_missing_list_is_found(tmp_path, name):
    path = f"{CATALOGUE}/{name}.csv"
    assert found(tmp_path, {path: None}) == [("missing-file", path, 0)]


def test_without_indicators_every_figure_is_unknown_and_nothing_raises(tmp_path):
    kinds = {kind for kind, _, _ in found(tmp_path, {f"{CATALOGUE}/indicators.csv": None})}
    assert kinds >= {"missing-file", "unknown-code"}


def test_a_work_plan_of_an_unknown_state_is_found(tmp_path):
    path = f"{FOLDER}/work_plan.csv"
    assert found(tmp_path, {path: csv_text([action(state="soon")])}) == [("bad-catalogue-value", path, 2)]


def test_the_default_catalogue_is_read(tmp_path):
    catalogue = open_store(write_project(tmp_path)).catalogue
    assert not catalogue.findings
    assert list(catalogue.indicators) == [row["id"] for row in indicators()]
    assert catalogue.indicator("cla_by_sex").dimensions == ("sex",)
    assert catalogue.codelist("seen")["not-seen"].polarity == "low"
    assert catalogue.words_by_id("duties")["A1"]["basis"] == "Handbook 7.11"


@pytest.mark.parametrize("defect", [{"unit": "pct"}, {"decimals": "one"}, {"dimensions": "colour"}])
def test_the_rows_that_use_a_bad_row_are_counted_not_listed(tmp_path, defect):
    rows = [row | defect if row["id"] == "on_time_pct" else row for row in indicators()]
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/indicators.csv": csv_text(rows)}))
    assert [(one.kind.id, one.line) for one in store.findings][1:] == [("left-out", 2)]
    assert store.findings[1].message.endswith("Rows of figures left out with it: 8.")


def test_the_rows_that_use_a_ragged_row_are_counted_too(tmp_path):
    text = csv_text(indicators()).replace("Children with every review on time", "Children, every review on time")
    kinds = found(tmp_path, {f"{CATALOGUE}/indicators.csv": text})
    assert {kind for kind, _, _ in kinds} == {"ragged-row", "left-out"}


def test_the_rows_that_use_a_bad_category_are_counted(tmp_path):
    rows = [code("male", 1) | {"order": "one"}, *SEX[1:]]
    path = f"{CATALOGUE}/codes/sex.csv"
    assert found(tmp_path, {path: csv_text(rows)}) == [("not-a-number", path, 2), ("left-out", path, 2)]


def test_of_two_rows_with_one_id_the_first_holds(tmp_path):
    rows = csv_text([*areas(), area(name="Another York")])
    store = open_store(write_project(tmp_path, {f"{CATALOGUE}/areas.csv": rows}))
    assert store.catalogue.area("york").name == "City of York"
