"""The paper sheet: the kit's questions on one side of A4, for each draft and voice, and a table to type it into."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from macros.datasets.given_comments import PAPER
from macros.datasets.page_source import DOCS, PageSource, pages_of
from macros.datasets.sections import page_key, page_title
from macros.datasets.store import Store
from macros.datasets.translations import is_translation
from macros.model.report import Edition, Level, Report
from macros.publishing.comment_kit.kit import ASSETS, SHEET_STYLE
from macros.publishing.comment_kit.send_page import asks, send_address, sheet_address
from macros.publishing.preview.draft_frame import NO_INDEX
from macros.publishing.security import with_policy
from macros.render import faces
from macros.render.html import tag
from macros.wording import periods

TABLE = "to-type.csv"  # beside the sheet
_LINES = 24  # more than fit: the sheet shows as many as there is room for
_LETTERS = 45  # of a title on one line
_SIZES = ((14, "roomy"), (21, "middle"))  # up to how many lines of titles the rows have room
_TEXTS = {
    Edition.YOUNG_PEOPLE: {
        "title": "What do you think?",
        "how": "This report is a draft. You can help to make it better. Tick one face for each page you have read. You "
        "do not have to do them all.",
        "names": "Please write no names. Not yours, and nobody else's.",
        "give": "Give this sheet to {reads}.",
        "until": "You can do this until {day}.",
        "reads": "your IRO, your social worker or another adult you trust",
        "page": "Page",
        "change": "What should we change? On which page?",
        "shorter": "shorter",
    },
    Edition.FORMAL: {
        "title": "Comments on a draft report",
        "how": "This report is a draft and can still be changed. Tick one face for each page you have read; leave the "
        "others empty.",
        "names": "Please write no names of children, families or workers.",
        "give": "Give this sheet to {reads}.",
        "until": "Comments count until {day}.",
        "reads": "the Independent Reviewing Officers' service",
        "page": "Page",
        "change": "What should be changed? On which page, in which part?",
        "shorter": "",
    },
}


def write_sheets(store: Store, site: Path) -> None:
    """Write the sheets of every report that takes comments into the draft built at `site`."""
    for report in filter(asks, store.reports.values()):
        for edition in Edition:
            if pages := _pages(store, report, edition):
                folder = site / sheet_address(report.id, edition)
                folder.mkdir(parents=True, exist_ok=True)
                html = with_policy(sheet(report, edition, pages))
                (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")
                (folder / TABLE).write_text(_table(pages), encoding="utf-8", newline="\n")


def _pages(store: Store, report: Report, edition: Edition) -> list[PageSource]:
    """The pages of an edition in the order of the menu, where it names them."""
    menu = (store.root / "mkdocs.yml").read_text(encoding="utf-8") if (store.root / "mkdocs.yml").is_file() else ""
    own = [
        page
        for page in pages_of(store.root, f"{DOCS}/reports/{report.id}/")
        if page.meta.get("edition", Edition.FORMAL) == edition and not is_translation(page.path)
    ]
    return sorted(own, key=lambda page: _order(menu, page))


def _order(menu: str, page: PageSource) -> tuple[bool, int, bool, str]:
    at = menu.find(page.path.removeprefix(f"{DOCS}/"))
    return _is_shorter(page), at if at >= 0 else len(menu), not page.path.endswith("/index.md"), page.path


def _is_shorter(page: PageSource) -> bool:
    return page.meta.get("level") == Level.YOUNGER


def sheet(report: Report, edition: Edition, pages: Sequence[PageSource]) -> str:
    """The sheet as a page of its own: no menu, no script, and nothing that a printer would not print."""
    told = _TEXTS[edition]
    lines = sum(-(-len(page_title(page)) // _LETTERS) for page in pages)
    size = next((name for most, name in _SIZES if lines <= most), "dense")
    root = "/".join([".."] * sheet_address(report.id, edition).count("/"))
    until = report.comments.until
    reads = report.comments.reads or told["reads"]
    body = tag(
        "main",
        tag("p", report.young_people_title if edition is Edition.YOUNG_PEOPLE else report.short_title, class_="of"),
        tag("h1", told["title"]),
        tag("p", told["how"], " ", tag("b", told["names"])),
        tag("p", told["give"].format(reads=reads), " ", told["until"].format(day=periods.day(until)) if until else ""),
        _faces(edition, pages, told),
        tag("h2", told["change"]),
        tag("div", *(tag("span") for _ in range(_LINES)), class_="lines"),
        tag("p", "For the person who types this: sheet number ", tag("span", class_="number"), class_="office"),
        class_=size,
    )
    title = f"{told['title']} · {report.short_title}"
    style = tag("link", rel="stylesheet", href=f"{root}/{ASSETS}/{SHEET_STYLE}")
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"{NO_INDEX}{tag('title', title)}{style}</head>\n"
        f"<body>{_way_back(report, edition, root)}{body}</body>\n</html>\n"
    )


def _way_back(report: Report, edition: Edition, root: str) -> Markup:
    """What stands above the sheet on a screen, and not on paper."""
    back = tag("a", "Back to the draft", href=f"{root}/{send_address(report.id, edition)}")
    table = tag("a", "table to type it into", href=TABLE, download=True)
    note = tag("p", "Print this page: one sheet for each person. For the person who types it: the ", table, ".")
    return tag("header", tag("p", back), note)


def _faces(edition: Edition, pages: Sequence[PageSource], told: dict[str, str]) -> Markup:
    heads = (
        tag("th", faces.face_svg(face), tag("span", text), scope="col") for face, text in faces.WORDS[edition].items()
    )
    empty = [tag("td", tag("span", class_="box")) for _ in faces.WORDS[edition]]
    rows = []
    are_numbered = any(page_title(page)[:1].isdigit() for page in pages)  # by the report itself
    for number, page in enumerate(pages, 1):
        title = page_title(page) if are_numbered else f"{number}. {page_title(page)}"
        shorter = f" ({told['shorter']})" if _is_shorter(page) else ""
        rows.append(tag("tr", tag("th", f"{title}{shorter}", scope="row"), *empty))
    head = tag("thead", tag("tr", tag("th", told["page"], scope="col"), *heads))
    return tag("table", tag("caption", told["title"]), head, tag("tbody", *rows))


def _table(pages: Sequence[PageSource]) -> str:
    """The table for one sheet: a row for each page. Rows of pages without a tick may stay as they are."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # Excel opens it
    writer.writerow(PAPER)
    writer.writerows(("1", page_key(page.path), "", "") for page in pages)
    return out.getvalue()
