"""Tiny built sites for tests: pages as our templates frame them, and the lists that a build writes beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.publishing.preview.published_site import SiteFolder
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    csv_text,
    observations,
    release_settings,
    settings,
    write_project,
)  # fmt: skip

PLACE = f"reports/{REPORT}"
YOUNG = f"{PLACE}/young-people"
LATER = "2026-12-01"  # the day of the release that corrects the first
WHY = "A late review was counted twice."
COLUMNS = (
    "report", "release", "indicator", "area", "period", "breakdown", "value", "numerator", "denominator", "unit",
    "status", "source", "note",
)  # fmt: skip


def formal(body: str, title: str = "A page") -> str:
    """A page of the formal edition."""
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} · York</title></head><body>'
        '<div data-md-component="skip"><a href="#a" class="md-skip">Skip</a></div><header class="md-header tv-top">'
        '<a href="x">York</a></header><main class="md-main"><nav><p>Menu</p></nav><article class="md-content__inner '
        f'md-typeset"><p class="tv-line">Release of today</p><h1 id="a">{title}<a class="headerlink" href="#a">&para;'
        f"</a></h1>{body}</article></main><footer><p>Foot</p></footer></body></html>"
    )


def young(body: str, title: str = "A page") -> str:
    """A page of the young people's edition."""
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} · Our year</title></head>'
        '<body class="tv-young tv-hue-1"><a class="tv-skip" href="#main">Skip</a><div class="tv-band"><header '
        'class="tv-head">York</header></div><main id="main"><div class="tv-band tv-hero"><h1>'
        f'{title}</h1></div><div class="tv-wrap tv-text">{body}</div></main></body></html>'
    )


def chart(name: str, height: int = 10, value: str = "67%", release: str = "1 May", uid: str = "a") -> str:
    """A chart as a page has it."""
    return (
        f'<figure class="tv-chart" data-block="{uid}" aria-labelledby="c-{uid}"><figcaption id="c-{uid}"><strong '
        f'class="tv-finding">{name}</strong><span class="tv-subtitle">York, per cent</span></figcaption>'
        f'<div class="tv-svg tv-narrow"><svg viewBox="0 0 9 9" role="img" aria-labelledby="tv-{uid}-t">'
        f'<title id="tv-{uid}-t">{name}</title><path d="M0,0h1v{height}" fill="var(--tv-chart-1)"/></svg></div>'
        f'<p class="tv-summary">It is {value}.</p><p class="tv-source">Source: Table 5. Release of {release}. '
        f'<a href="../../../data/reports/x/{name}.csv" download>Download (1 kB)</a></p></figure>'
    )


def figure(**changes: str) -> dict[str, str]:
    """A row of a report's figures as a site publishes them."""
    row = dict.fromkeys(COLUMNS, "")
    row |= {"report": REPORT, "release": "2026-11-21", "indicator": "on_time_pct", "area": "york"}
    row |= {"period": "2016-17", "value": "67", "unit": "percent", "source": "Table 5"}
    return row | changes


def shown(page: str, **changes: str) -> dict[str, str]:
    """A row of `data/figures.json`."""
    return {"page": page, "edition": "formal", "shown": "67%"} | figure(**changes)


def site(
    folder: Path,
    pages: Mapping[str, str],
    figures: Iterable[Mapping[str, str]] = (),
    on_pages: Iterable[Mapping[str, str]] = (),
) -> SiteFolder:
    """A built site below `folder`: pages by their address, the report's figures, which pages show them."""
    for url, html in pages.items():
        path = folder / url / "index.html" if not url.endswith(".html") else folder / url
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8", newline="\n")
    (folder / "data/reports").mkdir(parents=True, exist_ok=True)
    rows = list(figures)
    (folder / f"data/reports/{REPORT}.csv").write_text(csv_text(rows, COLUMNS), encoding="utf-8", newline="\n")
    (folder / "data/figures.json").write_text(json.dumps(list(on_pages)), encoding="utf-8")
    return SiteFolder(folder)


Rows = Iterable[Mapping[str, str]]


def corrected(root: Path, before: Rows, after: Rows, pages: Mapping[str, str] | None = None) -> Path:
    """A project whose release of LATER corrects the one before; `pages` are further files by their path."""
    later = f"{REPORT_FOLDER}/{LATER}"
    changes: dict[str, str | bytes | None] = {
        f"{REPORT_FOLDER}/report.yml": settings(release=LATER),
        f"{later}/release.yml": release_settings(date=LATER, why=WHY, supersedes="2026-11-21"),
        f"{later}/figures.csv": observations(*after),
        FIGURES: observations(*before),
        f"{FOLDER}/known_issues.csv": None,
    }
    return write_project(root, {**changes, **(pages or {})})
