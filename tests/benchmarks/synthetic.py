"""Projects to measure: one report with as many pages as wanted, each with two charts of its own; the project itself."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import yaml

from tests.benchmarks.plain import Loader

ROOT = Path(__file__).resolve().parents[2]
REPORT = "york-2016-17"
WORDS = 900  # a page
CHARTS = ("child_all_reviews_on_time_pct", "cla_rate")  # two a page, each page's of a year of its own
FIRST_YEAR = 1000
FIGURES = (
    "child_all_reviews_on_time_pct", "cla_n", "cla_rate", "iro_caseload_avg", "placement_3plus_pct",
    "placement_2yr_pct", "health_dental_pct", "sdq_avg", "meetings_per_iro",
)  # fmt: skip
TABLES = ("Table 8", "Table 11", "Table 20", "Table 9")


def write_project(folder: Path, pages: int) -> None:
    """A project of `pages` pages, two charts, two tables and sixteen figures on each."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("overrides", "macros"):
        (folder / name).symlink_to(ROOT / name)
    write_data(folder / "data", pages)
    docs = folder / "docs"
    (docs / "reports" / REPORT).mkdir(parents=True)
    for name in ("assets", "about"):
        shutil.copytree(ROOT / "docs" / name, docs / name)
    shutil.copyfile(ROOT / "docs/search.md", docs / "search.md")  # where every page leads: a dead link is a finding
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "reports" / REPORT / "index.md").write_text("# The report\n", encoding="utf-8")
    (docs / "reports" / REPORT / ".meta.yml").write_text(f"report: {REPORT}\nedition: formal\n", encoding="utf-8")
    for number in range(pages):
        path = docs / "reports" / REPORT / f"page-{number:04d}.md"
        meta = f"---\nother_voice: reports/{REPORT}/page-{number:04d}.md\n---\n"
        path.write_text(meta + page_text(number), encoding="utf-8")
    write_settings(folder)


def copy_project(folder: Path) -> None:
    """The project itself with all its reports, so that a benchmark does not touch what its author works on."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("overrides", "macros"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")


def write_data(data: Path, pages: int) -> None:
    """The real data, and a release that also holds the quarters of as many years as there are pages."""
    shutil.copytree(ROOT / "data", data)
    release = next((data / "reports" / REPORT).glob("*/release.yml"))
    settings = yaml.safe_load(release.read_text(encoding="utf-8"))
    settings.pop("checksums", None)
    settings["observations"].append("synthetic.csv")
    release.write_text(yaml.safe_dump(settings), encoding="utf-8")
    chance = random.Random(pages)
    rows = ["indicator,area,period,value,numerator,denominator,status,source,note"]
    rows += [
        f"{indicator},york,{financial_year(number)} Q{quarter},{chance.randint(40, 99)},,,,synthetic,"
        for number in range(pages)
        for indicator in CHARTS
        for quarter in (1, 2, 3, 4)
    ]
    (release.parent / "synthetic.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def financial_year(number: int) -> str:
    """A year for each page, in centuries no report knows."""
    first = FIRST_YEAR + number
    return f"{first}-{(first + 1) % 100:02d}"


def write_settings(folder: Path) -> None:
    """The site's own settings without its navigation."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506  # a safe one
    settings.pop("nav")
    settings["strict"] = False
    settings["site_url"] = "http://127.0.0.1:8000/"
    settings["plugins"][-1]["macros"]["on_error_fail"] = True
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


VOCABULARY = (
    "children", "reviews", "officer", "meeting", "plan", "year", "quarter", "council", "service", "report", "care",
    "home", "school", "health",
)  # fmt: skip


def page_text(number: int) -> str:
    """The Markdown of a page, the same for the same number; its two charts stand on no other page."""
    chance = random.Random(number)
    parts = [f"# Section {number}"]
    for block in range(8):
        words = " ".join(chance.choice(VOCABULARY) for _ in range(WORDS // 8))
        one, other = chance.sample(FIGURES, 2)
        parts.append(f'## Part {block}\n\n{words} {{{{ figure("{one}") }}}} and {{{{ figure("{other}") }}}}.')
        if block in (1, 5):
            indicator = CHARTS[block // 5]
            parts.append(f'{{{{ chart("{indicator}", by="quarter", period="{financial_year(number)}") }}}}')
        if block in (3, 7):
            parts.append(f'{{{{ table(source="{chance.choice(TABLES)}") }}}}')
    return "\n\n".join(parts) + "\n"
