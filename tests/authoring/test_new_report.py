"""A new report: its files, what is carried over, and what cannot be."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
import yaml

from macros.authoring.new_report import NewReport, files, navigation, wanted_period
from macros.datasets.store import open_store
from macros.errors import BadPeriod, BadRequest
from macros.model.period import Period
from tests.builders import (
    FOLDER,
    HERE,
    REPORT,
    action,
    assert_plain,
    csv_text,
    figures,
    observation,
    observations,
    release_settings,
    settings,
    write_project,
)  # fmt: skip

DAY = date(2027, 5, 1)


def project(tmp_path, changes=None):
    root = write_project(tmp_path, changes)
    (root / "data/sections").symlink_to(HERE / "data/sections", target_is_directory=True)
    return open_store(root)


def asked(store, period="2017-18", **changes):
    new = NewReport(store.catalogue.areas["york"], Period.parse(period), DAY, "england")
    return replace(new, **changes)


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_a_year_has_all_its_files(tmp_path):
    store = project(tmp_path)
    made = files(store, asked(store))
    report = yaml.safe_load(made["data/reports/york-2017-18/report.yml"])
    assert (report["id"], report["period"], report["status"]) == ("york-2017-18", "2017-18", "draft")
    assert report["title"] == "Annual report of the Independent Reviewing Officers, City of York, 2017/18"
    assert report["council_group"] == "Show Me That I Matter"
    assert report["comparators"] == {"region": "north", "nation": "england"}
    assert yaml.safe_load(made["data/reports/york-2017-18/2027-05-01/release.yml"])["observations"]
    assert "docs/reports/york-2017-18/caseloads.md" in made
    assert "docs/reports/york-2017-18/young-people/who-to-talk-to.md" in made
    assert not [path for path, text in made.items() if "[[" in text]


def test_last_year_s_plan_is_carried_over(tmp_path):
    planned = action(plan="2017-18", state="planned", progress="", plain_progress="")
    store = project(tmp_path, {f"{FOLDER}/work_plan.csv": csv_text([action(), planned])})
    made = files(store, asked(store))
    (carried,) = rows(made["data/reports/york-2017-18/2027-05-01/work_plan.csv"])
    assert (carried["plan"], carried["state"], carried["progress"]) == ("2017-18", "planned", "")
    assert '{{ plan("2017-18") }}' in made["docs/reports/york-2017-18/progress.md"]


def test_where_comments_go_is_carried_over_and_last_year_s_day_is_not(tmp_path):
    told = "{reads: our participation officer, mail: say@york.example, until: 2026-12-01}"
    store = project(tmp_path, {f"data/reports/{REPORT}/report.yml": settings(comments=told)})
    report = yaml.safe_load(files(store, asked(store))["data/reports/york-2017-18/report.yml"])
    assert report["comments"] == {"reads": "our participation officer", "mail": "say@york.example"}


def test_both_editions_have_a_page_for_what_young_people_said(tmp_path):
    store = project(tmp_path)
    made = files(store, asked(store))
    assert "comments" not in yaml.safe_load(made["data/reports/york-2017-18/report.yml"])
    for path in ("you-said", "young-people/you-said"):
        assert "{{ you_said_we_did() }}" in made[f"docs/reports/york-2017-18/{path}.md"]


def test_without_a_plan_the_page_asks_for_none(tmp_path):
    store = project(tmp_path, {f"{FOLDER}/work_plan.csv": csv_text([action()])})
    assert "{{ plan(" not in files(store, asked(store))["docs/reports/york-2017-18/progress.md"]


def test_the_figures_have_the_columns_that_last_year_needed(tmp_path):
    store = project(tmp_path)
    made = files(store, asked(store))
    heads = {path.rsplit("/", 1)[1]: text.split("\n", 1)[0] for path, text in made.items() if "/2027-05-01/" in path}
    assert any("sex" in head.split(",") for head in heads.values())
    assert all(head.startswith("indicator,area,period") for name, head in heads.items() if "figures" in name)


def test_quarterly_reports_feed_the_annual_one(tmp_path):
    quarter = "data/reports/york-2017-18-q1"
    changes = {
        f"{quarter}/report.yml": settings(id="york-2017-18-q1", period="2017-18 Q1"),
        f"{quarter}/2026-11-21/release.yml": release_settings(report="york-2017-18-q1"),
        f"{quarter}/2026-11-21/figures.csv": observations(observation(period="2017-18 Q1", value="77")),
    }
    store = project(tmp_path, changes)
    made = files(store, asked(store))
    fed = [row for path, text in made.items() if "/2027-05-01/" in path and "indicator," in text for row in rows(text)]
    assert [(row["period"], row["value"], row["source"]) for row in fed if row.get("period")] == [
        ("2017-18 Q1", "77", "report for April to June 2017")
    ]


@pytest.mark.parametrize(
    ("period", "title", "young"),
    [
        ("2017-18 Q1", "Quarterly report of the Independent Reviewing Officers", "Our three months in care"),
        ("2017", "Annual report of the Independent Reviewing Officers, City of York, 2017", "Our year in care"),
    ],
)
def test_other_periods(tmp_path, period, title, young):
    store = project(tmp_path)
    new = asked(store, period)
    report = yaml.safe_load(files(store, new)[f"data/reports/{new.id}/report.yml"])
    assert report["title"].startswith(title)
    assert report["young_people_title"].startswith(young)


def test_an_addendum_says_so(tmp_path):
    store = project(tmp_path)
    new = asked(store, "2013-14 Q4", is_addendum=True)
    report = yaml.safe_load(files(store, new)[f"data/reports/{new.id}/report.yml"])
    assert report["title"].startswith("Addendum to the annual report")
    assert "January to March 2014" in report["title"]


def test_a_council_without_a_report_starts_from_what_others_share(tmp_path):
    store = project(tmp_path)
    new = replace(asked(store), area=store.catalogue.areas["leeds"])
    made = files(store, new)
    assert rows(made[f"data/reports/{new.id}/2027-05-01/work_plan.csv"]) == []
    assert "children and young people in care" in made[f"data/reports/{new.id}/report.yml"]


def test_a_report_that_is_there_is_not_touched(tmp_path):
    store = project(tmp_path)
    with pytest.raises(BadRequest, match="is there already") as refused:
        files(store, asked(store, "2016-17"))
    assert_plain(str(refused.value))
    assert REPORT in str(refused.value)


@pytest.mark.parametrize("text", ["", "2017-19", "last year", "2017-03-31", "2017/18", "١٢٣٤", "2017-18 Q5"])
def test_a_period_that_is_none(text):
    with pytest.raises(BadPeriod):
        wanted_period(text)


def test_the_menu_names_every_page_in_order(tmp_path):
    store = project(tmp_path)
    new = asked(store)
    made = files(store, new)
    menu = yaml.safe_load(navigation(new, made))
    formal, young = menu[0]["York 2017/18"]
    pages = [page if isinstance(page, str) else next(iter(page.values())) for page in formal["Formal edition"]]
    assert pages[0] == "reports/york-2017-18/index.md"
    assert set(pages) | {
        page if isinstance(page, str) else next(iter(page.values())) for page in young["Young people's edition"]
    } == {path.removeprefix("docs/") for path in made if path.endswith(".md")}
    assert figures()  # the project's own figures are not among them


def test_a_report_of_one_section_leads_nowhere_else_and_says_what_it_leaves_out(tmp_path):
    duties = "id,requirement,basis,severity,valid_from,valid_to\nA1,A,B,stops,,\nA7a,A,B,stops,,\n"
    store = project(tmp_path, {"data/catalogue/duties.csv": duties})
    new = asked(store, sections=("timeliness",))
    made = files(store, new)
    pages = {path.removeprefix("docs/reports/york-2017-18/") for path in made if path.endswith(".md")}
    assert pages == {
        "index.md", "timeliness.md", "guidance.md", "about-the-figures.md", "young-people/index.md",
        "young-people/meetings-on-time.md", "young-people/who-to-talk-to.md",
    }  # fmt: skip
    for path, text in made.items():
        if path.endswith(".md"):
            other = next(line.split(": ")[1] for line in text.splitlines() if line.startswith("other_voice"))
            assert f"docs/{other}" in made, path
    assert list(yaml.safe_load(made["data/reports/york-2017-18/report.yml"])["not_met"]) == ["A1"]


def test_a_section_that_is_none_is_told(tmp_path):
    store = project(tmp_path)
    with pytest.raises(BadRequest, match="Choose among: index, introduction") as refused:
        files(store, asked(store, sections=("timelines",)))
    assert_plain(str(refused.value))
