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
