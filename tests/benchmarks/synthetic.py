"""Two projects with the same pages: one asks for its figures by macros, one has the macros' output pasted in
as plain Markdown and no charts (DESIGN.md section 9)."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from lxml import html as lxml_html

from macros.datasets.store import open_store
from macros.pages import late
from macros.pages.late import finish_page
from macros.pages.page_context import PageContext
from macros.pages.registration import MACROS
from macros.publishing import blocks
from macros.publishing.indicator_pages import indicator_pages
from macros.publishing.ready import ready_pages

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
_TOKEN = re.compile(r'<span data-tv-block="([0-9a-f]+)"[^>]*></span>')
_LINK = re.compile(r'<a class="tv-figure"[^>]*>(.*?)</a>')


def write_project(folder: Path, pages: int, *, plain: bool) -> None:
    """A project of `pages` pages, two charts, two tables and sixteen figures on each."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("overrides", "macros"):
        (folder / name).symlink_to(ROOT / name)
    write_data(folder / "data", pages)
    docs = folder / "docs"
    (docs / "reports" / REPORT).mkdir(parents=True)
    shutil.copytree(ROOT / "docs/assets", docs / "assets")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "reports" / REPORT / ".meta.yml").write_text(f"report: {REPORT}\nedition: formal\n", encoding="utf-8")
    for number in range(pages):
        text = page_text(number)
        path = docs / "reports" / REPORT / f"page-{number:04d}.md"
        meta = f"---\nother_voice: reports/{REPORT}/page-{number:04d}.md\n---\n"
        path.write_text(meta + (pasted(text) if plain else text), encoding="utf-8")
    if plain:
        write_generated(docs)
    write_settings(folder, plain=plain)


def write_generated(docs: Path) -> None:
    """The pages that a hook adds to our build, pasted: the plain build has as many pages."""
    store = open_store(ROOT)
    for name, text in (indicator_pages(store.catalogue) | ready_pages(store)).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(pasted(text, name), encoding="utf-8")


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


FILTER = """def on_env(env, config, files):
    env.filters["split"] = str.split  # which our templates use
    return env
"""


def write_settings(folder: Path, *, plain: bool) -> None:
    """The site's own settings without its navigation; plain: without anything of ours but the look."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a safe one
    settings.pop("nav")
    settings["strict"] = False
    settings["site_url"] = "http://127.0.0.1:8000/"
    if plain:
        settings["plugins"] = [one for one in settings["plugins"] if not isinstance(one, dict)]
        settings["hooks"] = ["split.py"]
        (folder / "split.py").write_text(FILTER, encoding="utf-8")
        settings["markdown_extensions"].remove("macros.pages.late")
    else:
        settings["plugins"][-1]["macros"]["on_error_fail"] = True
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as its text: the benchmark sets its own."""


def _last(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> object:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _last)


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


def pasted(text: str, name: str = f"reports/{REPORT}/page.md") -> str:
    """The page with its figures as text, its tables as Markdown tables, and no charts."""
    page = PageContext(open_store(ROOT), name, {"report": REPORT, "edition": "formal"})
    environment = Environment(undefined=StrictUndefined)  # noqa: S701  # Markdown, as mkdocs-macros renders it
    macros: dict[str, Callable[..., object]] = {name: partial(macro, page) for name, macro in MACROS.items()}
    macros["chart"] = lambda *_args, **_options: ""
    rendered = environment.from_string(text).render(**macros)
    listed = finish_page(page.store, f"{rendered}{late.LIST}").removeprefix(rendered)
    prose = _LINK.sub(r"[\1](#figures-on-this-page)", _TOKEN.sub(lambda found: markdown_tables(found[1]), rendered))
    return prose + (markdown_list(listed[listed.rindex("<section") :]) if "<section" in listed else "")


def markdown_list(section: str) -> str:
    """The list of figures in Markdown."""
    signs = {"h2": "\n\n## ", "h3": "\n\n### ", "p": "\n\n", "li": "\n- "}
    items = lxml_html.fromstring(section).iter(*signs)
    return "".join(f"{signs[str(item.tag)]}{_words(item)}" for item in items) + "\n"


def markdown_tables(name: str) -> str:
    """The tables of a block in Markdown."""
    block = blocks.get(ROOT, name)
    if block is None:
        raise LookupError(name)
    parts = []
    for table in lxml_html.fromstring(f"<div>{block.html}</div>").iter("table"):
        rows = [[_words(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        lines = ["| " + " | ".join(cells) + " |" for cells in rows]
        parts.append("\n".join((lines[0], "|" + " --- |" * len(rows[0]), *lines[1:])))
    return "\n\n".join(parts)


def _words(element: Any) -> str:
    return str(element.xpath("string()"))
