"""The pages of indicators: the Markdown that is made, and what a built one shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.datasets.histories import printed
from macros.datasets.store import open_store
from macros.publishing.indicator_pages import indicator_pages
from macros.render.indicator_record import _report
from tests.builders import (
    CATALOGUE,
    REPORT,
    build,
    csv_text,
    figures,
    indicators,
    page,
    release_settings,
    settings,
    write_project,
    write_site,
)  # fmt: skip

OTHER = "data/reports/leeds-2016-17"
ROOT = Path(__file__).resolve().parents[2]


def test_each_indicator_has_a_page_and_stands_in_the_index(tmp_path):
    catalogue = open_store(write_project(tmp_path)).catalogue
    pages = indicator_pages(catalogue)
    assert set(pages) == {"indicators/index.md", *(f"indicators/{name}.md" for name in catalogue.indicators)}
    assert all(f"({name}.md)" in pages["indicators/index.md"] for name in catalogue.indicators)


def test_what_a_catalogue_says_starts_nothing(tmp_path):
    rows = indicators()
    rows[0] |= {"name": "{{ figure() }} *a* [b](c)", "definition": '"quoted": {% raw %} # x'}
    catalogue = open_store(write_project(tmp_path, {f"{CATALOGUE}/indicators.csv": csv_text(rows)})).catalogue
    text = indicator_pages(catalogue)[f"indicators/{rows[0]['id']}.md"]
    body = text.split("---\n", 2)[2]
    assert "{{ figure" not in body
    assert "{%" not in body
    assert "](c)" not in body


def test_a_built_page_shows_the_history_the_download_and_what_is_fair(tmp_path):
    leeds = settings(id="leeds-2016-17", council="leeds", short_title="Leeds IRO report")
    other = figures().replace(",york,", ",leeds,")
    changes = {
        f"{OTHER}/report.yml": leeds,
        f"{OTHER}/2026-11-21/release.yml": release_settings(report="leeds-2016-17"),
        f"{OTHER}/2026-11-21/figures.csv": other,
    }
    root = write_site(tmp_path, {"index.md": page('# A\n\n{{ figure("on_time_pct", source="Table 5") }}\n')}, changes)
    built = build(root)
    html = built.html("indicators/on_time_pct")
    assert "York IRO report" in html
    assert "Leeds IRO report" in html
    assert 'id="compare"' in html
    ids = re.findall(r' id="([^"]+)"', html)  # two reports' tables in one block
    assert len(ids) == len(set(ids)) > 3
    assert f'<a href="../../reports/{REPORT}/">A page · York IRO report</a>' in html
    assert "data-used-by" not in html
    assert "data-tv-block" not in html
    assert "Figures on this page" not in html
    download = (built.site / "indicators/on_time_pct/on_time_pct.csv").read_text(encoding="utf-8")
    assert {line.split(",")[0] for line in download.splitlines()[1:]} == {REPORT, "leeds-2016-17"}
    listed = json.loads((built.site / "data/figures.json").read_text(encoding="utf-8"))
    assert any(one["page"] == "indicators/on_time_pct/" for one in listed)
    assert 'href="../../indicators/on_time_pct/"' in built.html(f"reports/{REPORT}")


def test_an_indicator_that_no_report_holds_says_so(tmp_path):
    rows = [*indicators(), indicators()[0] | {"id": "empty_n", "name": "Nothing yet"}]
    root = write_site(tmp_path, {"index.md": page("# A\n")}, {f"{CATALOGUE}/indicators.csv": csv_text(rows)})
    assert "No report on this site holds a figure of it." in build(root).html("indicators/empty_n")


def test_the_tables_of_an_indicator_fit_a_sheet_of_paper():
    """York 2016/17 prints the caseloads of twelve councils in two years beside its own of five."""
    store = open_store(ROOT)
    held = printed(store, "iro_caseload_avg", store.reports.values())
    html = "".join(_report(store, store.catalogue.indicator("iro_caseload_avg"), one) for one in held)
    heads = [head.count("<th ") for head in re.findall(r"<thead>.*?</thead>", html, re.DOTALL)]
    assert len(heads) > len(held)
    assert max(heads) <= 10
    assert "other areas" in html
