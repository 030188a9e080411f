"""Small built sites for the tests of papers: pages as our templates write them, with everything a paper must change."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from tests.builders import HERE, REPORT

START, YOUNG = f"reports/{REPORT}/", f"reports/{REPORT}/young-people/"
CHART = (
    '<figure class="tv-chart" aria-labelledby="c-1"><figcaption id="c-1"><strong class="tv-finding">It fell</strong>'
    '</figcaption><div class="tv-svg tv-wide"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280" role="img">'
    "<title>It fell</title><desc>Four bars. From 75 to 67.</desc>"
    '<rect width="50" height="90" fill="var(--tv-chart-1)"/>'
    '<text x="10" y="20" fill="currentColor" stroke="var(--tv-chart-paper)" paint-order="stroke">wide-label</text>'
    '</svg></div><div class="tv-svg tv-narrow"><svg viewBox="0 0 320 264"><title>It fell</title>'
    "<text>narrow-label</text></svg></div>"
    '<details class="tv-data"><summary>The numbers as a table</summary><div class="tv-scroll"><table>'
    '<caption>Numbers</caption><thead><tr><th scope="col">Q</th><th scope="col">Figure</th></tr></thead>'
    '<tbody><tr><th scope="row">Q1</th><td class="tv-n">75</td></tr></tbody></table></div></details>'
    '<p class="tv-source">Source: Table 5. <a href="../../../data/t.csv" download>Download as CSV (1 kB)</a></p>'
    "</figure>"
)
ICONS = (
    '<section class="tv-picture tv-worse"><div class="tv-icons"><svg role="img" aria-label="67 out of every 100 came." '
    'viewBox="0 0 100 40" class="tv-array"><g class="tv-on"><circle cx="16" cy="12" r="9"></circle></g>'
    '<g class="tv-off"><circle cx="50" cy="12" r="9"></circle></g></svg></div>'
    '<div class="tv-picture-text"><p class="tv-big">67 out of every 100 came.</p></div></section>'
)


def tree(text: str) -> Element:
    """A tree of a test's own text."""
    return fromstring(text)  # noqa: S314  # nothing from outside


def table(columns: int, rows: int, word: str = "figure") -> str:
    """A wide or a long table."""
    head = "".join(f'<th scope="col" class="tv-n">Q{number} Apr\u2011Jun</th>' for number in range(columns))
    cells = '<td class="tv-n">12,345</td>' * columns
    body = "".join(f'<tr><th scope="row">{word} {row}</th>{cells}</tr>' for row in range(rows))
    return (
        f'<div class="tv-table"><div class="tv-scroll"><table><caption>A table of {rows} rows</caption>'
        f'<thead><tr><th scope="col">Measure</th>{head}</tr></thead><tbody>{body}</tbody></table></div></div>'
    )


def formal(title: str, body: str, following: str = "", canonical: str = "") -> str:
    """A page of the formal edition."""
    link = f'<a rel="next" href="{following}">Next</a>' if following else ""
    address = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{address}</head><body><nav>Menu</nav>'
        f'<article class="md-content__inner"><p class="tv-line">line-above</p>'
        f'<h1 id="top">{title}<a class="headerlink" href="#top">&para;</a></h1>{body}'
        f'<p class="tv-download"><a href="../../data/x.csv">Download</a></p><nav class="tv-pager">{link}</nav>'
        "</article></body></html>"
    )


def young(title: str, body: str, following: str = "") -> str:
    """A page of the young people's edition."""
    link = f'<a class="tv-pill" rel="next" href="{following}">Next</a>' if following else ""
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{title}</title></head><body><main id="main">'
        f'<div class="tv-band tv-hero"><div class="tv-wrap"><h1 id="h">{title}</h1>\n'
        '<img src="../../../assets/pictures/report.svg" alt="" width="160" height="120"></div></div>'
        f'<div class="tv-wrap tv-text">{body}</div></main><nav class="tv-next">{link}</nav></body></html>'
    )


FIGURES = (
    '<section class="tv-figures"><h2 id="figures-on-this-page">Figures on this page</h2><div class="tv-indicator">'
    '<h3><a href="../../../indicators/x/">On time</a></h3><ul><li id="fig-1"><b>67%</b> Table 5.</li></ul></div>'
    "</section>"
)
FIGURE = '<a class="tv-figure" href="#fig-1" data-figure="x">67%</a>'
WORD = (
    '<button type="button" class="tv-word" popovertarget="w-iro">IROs</button>'
    '<span id="w-iro" popover class="tv-means">'
    "<b>IRO</b> Runs your meeting.</span>"
)


def write_built(site: Path) -> Path:
    """A built site with two pages in each edition; returns it."""
    pages = {
        START: formal(
            "Reviews were late",
            f'<p>{FIGURE} on time. <a href="second/#part">See part</a>, <a href="second/">all</a>, '
            f'<a href="../../about/methods/">methods</a>, <a href="https://example.org/x">elsewhere</a>.</p>'
            f"{CHART}{table(13, 3)}{FIGURES}",
            "second/",
        ),
        f"{START}second/": formal(
            "2. The second part", f'<h2 id="part">Part</h2><p>Words.</p>{table(4, 90, "row")}<p>{FIGURE}</p>'
        ),
        YOUNG: young("What was it like?", f"<p>Your {WORD} came.</p>{ICONS}{CHART}{FIGURES}", "who/"),
        f"{YOUNG}who/": young(
            "Who can you talk to?",
            '<section class="tv-who"><h2>Call</h2><a href="tel:08001111">0800 1111</a></section>',
        ),
    }
    for url, html in pages.items():
        (site / url).mkdir(parents=True, exist_ok=True)
        (site / url / "index.html").write_text(html, encoding="utf-8")
    (site / "assets/pictures").mkdir(parents=True)
    for name in ("report-pdf.css", "booklet-pdf.css", "pictures/report.svg"):
        (site / "assets" / name).write_bytes((HERE / "docs/assets" / name).read_bytes())
    return site
