"""`small-numbers`: each attack of DOMAIN.md section 6 that data and pages allow is stopped; safe figures are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.context import open_context
from macros.checks.small_numbers import small_numbers
from macros.cli.suppress import suppress
from macros.datasets.store import open_store
from macros.model.figure_problems import DISCLOSURE_KINDS
from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    assert_plain,
    build,
    code,
    csv_text,
    indicator,
    indicators,
    observation,
    observations,
    page,
    release_settings,
    settings,
    write_project,
    write_site,
)

EARLIER = "data/reports/york-2015-16"
EXEMPTION = "{exemption: true, dated: 2026-11-21, why: Printed in 2017.}"
FOUND = {
    "started_n": {"unit": "count", "period_type": "flow"},
    "with_breaks_n": {"unit": "count", "period_type": "snapshot", "includes_short_breaks": "yes"},
    "cla_n": {"unit": "count", "period_type": "snapshot"},
    "breaks_n": {"unit": "count", "period_type": "snapshot", "includes_short_breaks": "yes"},
    "by_sex_and_seen_n": {"unit": "count", "period_type": "snapshot", "dimensions": "sex;seen"},
    "sex_pct": {"dimensions": "sex", "period_type": "snapshot"},
    "meetings_n": {"unit": "count", "period_type": "flow", "base_unit": "meeting"},
}
SEEN = f"{CATALOGUE}/codes/seen.csv"


def count(name: str, value: str, **changes: str) -> dict[str, str]:
    """A count in one table; a value of c is hidden."""
    shown = {"value": "", "status": "c"} if value == "c" else {"value": value}
    return observation(**({"indicator": name, "source": "Table 1"} | shown | changes))


def sexes(male: str, female: str, total: str, **changes: str) -> list[dict[str, str]]:
    """A table of girls, boys and all."""
    given = {"male": male, "female": female, "total": total}
    return [count("cla_by_sex", value, sex=sex, **changes) for sex, value in given.items()]


def project(
    root: Path,
    rows: list[dict[str, str]],
    relations: tuple[tuple[str, str, str], ...] | list[tuple[str, str, str]] = (),
    **changes,
):
    """The default project with these figures and some more indicators."""
    known = [*indicators(), *(indicator(**({"id": name, "name": name} | more)) for name, more in FOUND.items())]
    files = {
        f"{CATALOGUE}/indicators.csv": csv_text(known),
        SEEN: csv_text([code("seen", 1), code("not-seen", 2), code("total", 3)]),
        FIGURES: observations(*rows),
    }
    if relations:
        named = [dict(zip(("rule", "result", "parts", "note"), (*one, ""), strict=True)) for one in relations]
        files[f"{FOLDER}/relations.csv"] = csv_text(named)
    return write_project(root, files | changes.pop("files", {}))


def kinds(root: Path) -> list[str]:
    """The kinds of what the check finds; every message can be read."""
    context = open_context(root)
    assert not context.store.findings, [one.message for one in context.store.findings]
    found = small_numbers(context)
    for one in found:
        assert_plain(one.message)
    return sorted(one.kind.id for one in found)


# ---------------------------------------------------------------- what is shown outright


def test_a_small_count_of_children(tmp_path):
    assert kinds(project(tmp_path, [count("cla_n", "5")])) == ["small-count"]


@pytest.mark.parametrize("value", ["0", "6"])
def test_nought_and_six_may_be_shown(tmp_path, value):
    assert kinds(project(tmp_path, [count("cla_n", value)])) == []


def test_few_meetings_may_be_shown(tmp_path):
    assert kinds(project(tmp_path, [count("meetings_n", "3")])) == []


def test_a_hidden_figure_whose_parts_were_left(tmp_path):
    row = observation(indicator="on_time_pct", value="", status="c", numerator="3", denominator="40")
    assert kinds(project(tmp_path, [row])) == ["small-count"]


# ---------------------------------------------------------------- attack 1: rows and columns


def test_attack_1_a_total_less_its_parts(tmp_path):
    assert kinds(project(tmp_path, sexes("27", "c", "30"))) == ["solvable"]


def test_attack_1_safe_when_the_total_is_hidden_too(tmp_path):
    assert kinds(project(tmp_path, sexes("27", "c", "c"))) == []


def test_attack_1_rows_and_columns_together(tmp_path):
    """No row or column has a single hidden cell, yet the four of them have one solution."""
    cells = {
        ("male", "seen"): "c", ("male", "not-seen"): "c", ("male", "total"): "2",
        ("female", "seen"): "c", ("female", "not-seen"): "c", ("female", "total"): "22",
        ("total", "seen"): "12", ("total", "not-seen"): "12", ("total", "total"): "24",
    }  # fmt: skip
    rows = [count("by_sex_and_seen_n", value, sex=sex, seen=seen) for (sex, seen), value in cells.items()]
    assert kinds(project(tmp_path, rows)).count("solvable") == 4


def test_attack_1_a_row_that_was_left_out_altogether(tmp_path):
    rows = [count("by_sex_and_seen_n", value, sex="male", seen=seen) for seen, value in [("total", "30")]]
    assert kinds(project(tmp_path, rows)) == []
    flows = [count("started_n", "30")] + [count("started_n", "9", period=f"2016-17 Q{n}") for n in (1, 2, 3)]
    assert kinds(project(tmp_path / "second", flows)) == ["solvable"]


# ---------------------------------------------------------------- attack 2: percentages


def test_attack_2_a_percentage_and_its_base(tmp_path):
    row = observation(value="10", denominator="40")
    assert kinds(project(tmp_path, [row])) == ["small-share"]


def test_attack_2_the_base_is_another_figure(tmp_path):
    rows = [observation(value="10"), count("cla_n", "40")]
    assert kinds(project(tmp_path, rows, [("share", "on_time_pct", "cla_n")])) == ["small-share"]


def test_attack_2_the_other_shares_of_a_whole(tmp_path):
    rows = [
        observation(indicator="sex_pct", sex="male", value="92.5", denominator="40"),
        observation(indicator="sex_pct", sex="female", value="", status="c"),
    ]
    assert kinds(project(tmp_path, rows, [("whole", "sex_pct", "")])) == ["solvable"]


def test_attack_2_a_share_that_many_counts_can_give(tmp_path):
    assert kinds(project(tmp_path, [observation(value="67", denominator="4000")])) == []


# ---------------------------------------------------------------- attacks 3 and 4


def test_attack_3_the_year_less_its_quarters(tmp_path):
    quarters = [count("started_n", value, period=f"2016-17 Q{n}") for n, value in enumerate(["8", "9", "c", "7"], 1)]
    year = count("started_n", "26", source="para 7")
    assert kinds(project(tmp_path, [*quarters, year])) == ["solvable"]
    assert kinds(project(tmp_path / "second", quarters)) == []


def test_attack_4_with_short_breaks_less_without(tmp_path):
    rows = [count("with_breaks_n", "43", source="Table 2"), count("cla_n", "40"), count("breaks_n", "c")]
    relations = [("sum", "with_breaks_n", "cla_n + breaks_n")]
    assert kinds(project(tmp_path, rows, relations)) == ["solvable"]


# ---------------------------------------------------------------- attack 5: editions of other years


def earlier(rows: list[dict[str, str]], **changes: object) -> dict[str, str]:
    """Last year's report of the council."""
    report = settings(id="york-2015-16", period="2015-16", disclosure=EXEMPTION, **changes)
    folder = f"{EARLIER}/2026-11-21"
    return {
        f"{EARLIER}/report.yml": report,
        f"{folder}/release.yml": release_settings(report="york-2015-16"),
        f"{folder}/figures.csv": observations(*rows),
    }


def test_attack_5_last_years_report_shows_it(tmp_path):
    hidden = [count("cla_n", "c", period="2015-16")]
    shown = earlier([count("cla_n", "4", period="2015-16")])
    assert kinds(project(tmp_path, hidden, files=shown)) == ["solvable"]
    elsewhere = earlier([count("cla_n", "4", period="2015-16")], council="leeds")
    assert kinds(project(tmp_path / "second", hidden, files=elsewhere)) == []


def test_attack_5_last_years_total_less_this_years_part(tmp_path):
    now = sexes("27", "c", "c", period="2015-16")
    before = earlier([count("cla_by_sex", "30", sex="total", period="2015-16")])
    assert kinds(project(tmp_path, now, files=before)) == ["solvable", "solvable"]  # the total and, by it, the girls


def test_attack_5_an_earlier_release_of_the_same_report(tmp_path):
    folder = f"{REPORT_FOLDER}/2026-10-01"
    before = {
        f"{folder}/release.yml": release_settings(date="2026-10-01"),
        f"{folder}/figures.csv": observations(count("cla_n", "4")),
    }
    assert kinds(project(tmp_path, [count("cla_n", "c")], files=before)) == ["solvable"]


# ---------------------------------------------------------------- attack 6: nought and a hundred per cent


@pytest.mark.parametrize("value", ["0", "100"])
def test_attack_6_a_share_of_a_small_group(tmp_path, value):
    assert kinds(project(tmp_path, [observation(value=value, denominator="7")])) == ["small-share"]
    assert kinds(project(tmp_path / "second", [observation(value=value, denominator="70")])) == []


@pytest.mark.parametrize("table", [("7", "0", "7"), ("c", "0", "c")])
def test_attack_6_noughts_that_tell_about_a_whole_group(tmp_path, table):
    assert "small-count" in kinds(project(tmp_path, sexes(*table)))
    assert kinds(project(tmp_path / "second", sexes("70", "0", "70"))) == []


# ---------------------------------------------------------------- attacks 7 and 11: everything a site holds


def test_attacks_7_and_11_no_byte_of_either_edition_holds_what_was_hidden(tmp_path):
    """Raw rows go through `suppress`; what a reader can download or see holds no raw count in any file."""
    raw = tmp_path / "raw.csv"
    shares = [observation(value="7.31707", numerator="3", denominator="41", period="2016-17 Q1")]
    shares += [observation(value=f"8{n}", period=f"2016-17 Q{n}") for n in (2, 3, 4)]
    raw.write_text(observations(*sexes("73391", "3", "73394"), *shares), encoding="utf-8")
    write_project(tmp_path / "catalogue")
    assert suppress(tmp_path / "catalogue", str(raw), str(tmp_path / "safe.csv")) == 0
    body = '{{ table(source="Table 1") }}\n\n{{ chart("on_time_pct", by="quarter") }}\n'
    formal, young = f"reports/{REPORT}/one", f"reports/{REPORT}/young-people/index"
    pages = {
        "one.md": page(body, other_voice=f"{young}.md"),
        "young-people/index.md": page(body, other_voice=f"{formal}.md"),
    }
    root = write_site(tmp_path / "site", pages, {FIGURES: (tmp_path / "safe.csv").read_bytes()})
    built = build(root)
    assert built.code == 0, built.warnings
    for edition in (formal, young.removesuffix("/index")):
        assert built.html(edition).count("[c]") >= 2
    downloads = list((built.site / "data").rglob("*.csv"))
    assert downloads
    held = next(path for path in downloads if path.name == f"{REPORT}.csv").read_text(encoding="utf-8")
    lines = [line for line in held.splitlines() if "cla_by_sex" in line and "total" not in line]
    assert len(lines) == 2
    assert all(",c," in line for line in lines)
    for path in built.site.rglob("*"):
        if path.is_file():
            assert not [raw for raw in (b"73391", b"73,391", b"7.31707", b"7.3171") if raw in path.read_bytes()], path


# ---------------------------------------------------------------- attack 8 is `suppress`: tests/cli/test_suppress.py
# attacks 9 and 10 (free text; workers' names) are about words, not figures


def test_an_exempt_report_is_left_alone(tmp_path):
    files = {f"{REPORT_FOLDER}/report.yml": settings(disclosure=EXEMPTION)}
    assert kinds(project(tmp_path, [count("cla_n", "3")], files=files)) == []


@pytest.mark.parametrize(
    "given",
    [
        "{exemption: true}",
        "{exemption: true, dated: 2026-11-21}",
        "{exemption: true, why: Historic.}",
        "{exemption: true, dated: soon, why: Historic.}",
        "{exemption: perhaps}",
    ],
)
def test_an_exemption_needs_a_day_and_a_reason(tmp_path, given):
    files = {f"{REPORT_FOLDER}/report.yml": settings(disclosure=given)}
    findings = open_store(project(tmp_path, [count("cla_n", "3")], files=files)).findings
    assert "bad-setting" in {one.kind.id for one in findings}
    for one in findings:
        assert_plain(one.message)


def test_every_kind_stops_and_has_its_page():
    assert {kind.severity.value for kind in DISCLOSURE_KINDS.values()} == {"stops"}
    root = Path(__file__).resolve().parents[2]
    for kind in DISCLOSURE_KINDS.values():
        text = (root / "docs" / kind.help).read_text(encoding="utf-8")
        assert "When it occurs" in text
        assert "How to fix" in text
