"""The kit on a page: a place for faces and a box at each section, and at its end where to go from there.

The script builds the forms from one template, so that a page stays light; without it the page leads to paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from macros.datasets.page_source import DOCS, PageSource, page_url, pages_of, report_of
from macros.datasets.sections import WHOLE, Section, page_key, page_title, sections
from macros.datasets.store import Store
from macros.datasets.translations import is_translation
from macros.model.report import Edition, Report
from macros.publishing.comment_kit.places import fill_places
from macros.publishing.comment_kit.send_page import SEND, asks, send_address, send_box, sheet_address
from macros.publishing.comment_kit.words import Words, details, words
from macros.render import faces
from macros.render.html import join, tag
from macros.wording import periods

HERE = Path(__file__).parent
SCRIPT, STYLE, SHEET_STYLE = "comment-kit.js", "comment-kit.css", "comment-sheet.css"
ASSETS = "assets"
MOST_LETTERS = 2_000  # of one comment
_HEAD, _BODY = "</head>", "</body>"


@dataclass(frozen=True)
class KitPage:
    """A page the kit is put on: `root` leads to the site's root."""

    report: Report
    edition: Edition
    key: str
    title: str
    root: str
    sections: dict[str, Section]


def kit_pages(store: Store) -> dict[str, KitPage]:
    """The pages of a draft that have the kit, by their place in the built site."""
    return {
        url: _described(report, source, url)
        for report in store.reports.values()
        if asks(report)
        for source in pages_of(store.root, f"{DOCS}/reports/{report.id}/")
        if not is_translation(source.path)
        for url in (page_url(source.path),)
    }


def with_kit(store: Store, url: str, html: str, pages: Mapping[str, KitPage]) -> str:
    """A built page with its kit, where it is one of `pages`; without the tokens elsewhere."""
    page = pages.get(url)
    if page is None:
        filled = fill_places(html, lambda _section, _last: "")
        return _with_send_box(store, url, filled) if pages and SEND in filled else filled
    return _with_files(fill_places(html, lambda section, last: _place(page, section, last=last)), page.root)


def _described(report: Report, source: PageSource, url: str) -> KitPage:
    edition = Edition.YOUNG_PEOPLE if source.meta.get("edition") == Edition.YOUNG_PEOPLE else Edition.FORMAL
    root = "/".join([".."] * url.count("/")) or "."
    parts = {one.id: one for one in sections(source)}
    return KitPage(report, edition, page_key(source.path), page_title(source), root, parts)


def _place(page: KitPage, section: str, *, last: bool) -> str:
    """The kit of one section; after the last one, what to do with all of it."""
    part = page.sections.get(section) or Section(section, section, "")
    title = "" if section == WHOLE else part.title
    place = tag("div", class_="tv-say", data_say=part.id, data_say_title=title, data_say_draft=part.draft)
    return str(place + _end(page) if last else place)


def _end(page: KitPage) -> Markup:
    told = words(page.edition, page.report.comments.reads)
    send = f"{page.root}/{send_address(page.report.id, page.edition)}"
    return tag(
        "section",
        tag("h2", told["title"], id="tv-say-title"),
        tag("p", told["draft"]),
        tag("p", told["how"], data_say_script=True, hidden=True),
        until(page.report, told),
        tag("p", tag("a", told["send"], href=send, class_="tv-say-button"), data_say_script=True, hidden=True),
        tag("p", role="status", class_="tv-say-told"),
        tag(
            "p",
            tag("button", told["forget"], type="button", class_="tv-say-button", data_say_forget=True, hidden=True),
            " ",
            tag("button", told["save"], type="button", class_="tv-say-button", data_say_save=True, hidden=True),
        ),
        on_paper(page.report, page.edition, page.root),
        form_template(page.edition, told),
        class_="tv-say-end",
        aria_labelledby="tv-say-title",
        data_say_page=page.key,
        data_say_title=page.title,
        **about(page.report, page.edition, told),
    )


def about(report: Report, edition: Edition, told: Words) -> dict[str, object]:
    """What the script is told of the report, and the words it says."""
    said = (
        "kept",
        "deleted",
        "lost",
        "care",
        "sure",
        "saved",
        "whole",
        "what",
        "copied",
        "uncopied",
        "again",
        "undo",
    )
    what = {f"data_say_{kind.name.lower()}": text for kind, text in details(edition).items()}
    says = {f"data_say_{name}_word": told[name] for name in said}
    called = {f"data_say_{face}": text for face, text in faces.WORDS[edition].items()}
    return {"data_say_report": report.id, "data_say_voice": str(edition), **what, **called, **says}


def until(report: Report, told: Words) -> Markup | None:
    """By when somebody can say something, where the council has set a day."""
    day = report.comments.until
    return tag("p", tag("strong", told["until"].format(day=periods.day(day)))) if day else None


def on_paper(report: Report, edition: Edition, root: str) -> Markup:
    """The way without a script, and for who would rather write by hand."""
    told = words(edition, report.comments.reads)
    sheet = tag("a", told["sheet"], href=f"{root}/{sheet_address(report.id, edition)}")
    return tag("p", tag("b", told["paper"]), " ", told["give"], " ", sheet, class_="tv-say-paper")


def form_template(edition: Edition, told: Words) -> Markup:
    """What the script makes each section's form of."""
    choices = (
        tag("label", tag("input", type="radio", name_="face", value=face), faces.face_svg(face), tag("span", text))
        for face, text in faces.WORDS[edition].items()
    )
    form = tag(
        "form",
        tag("fieldset", tag("legend"), tag("div", *choices, class_="tv-say-faces")),
        tag(
            "details",
            tag("summary", told["more"], class_="tv-say-more"),
            tag("label", told["box"], tag("textarea", rows=4, maxlength=MOST_LETTERS)),
            tag("p", told["no_names"], class_="tv-say-note"),
            tag("p", role="status", class_="tv-say-care"),
            class_="tv-say-box",
        ),
        tag("p", role="status", class_="tv-say-kept"),
        tag("button", told["undo"], type="button", class_="tv-say-button", hidden=True),
        autocomplete="off",
        data_say_ask=told["ask"],
        data_say_ask_page=told["ask_page"],
        data_say_ask_top=told["ask_top"],
    )
    return tag("template", form, id="tv-say-form")


def _with_send_box(store: Store, url: str, html: str) -> str:
    report = store.reports.get(report_of(url))
    if report is None or not asks(report):
        return html
    edition = Edition.YOUNG_PEOPLE if "/young-people/" in url else Edition.FORMAL
    told, root = words(edition, report.comments.reads), "/".join([".."] * url.count("/"))
    box = send_box(report, edition, told, about(report, edition, told))
    return _with_files(html.replace(SEND, str(join([until(report, told), box, on_paper(report, edition, root)]))), root)


def _with_files(html: str, root: str) -> str:
    """The page with the kit's own style and script."""
    style = tag("link", rel="stylesheet", href=f"{root}/{ASSETS}/{STYLE}")
    script = tag("script", src=f"{root}/{ASSETS}/{SCRIPT}", defer=True)
    return html.replace(_HEAD, f"{style}{_HEAD}", 1).replace(_BODY, f"{script}{_BODY}", 1)


def write_kit_files(site: Path) -> None:
    """Put the kit's own files into a built draft."""
    (site / ASSETS).mkdir(exist_ok=True)
    for name in (SCRIPT, STYLE, SHEET_STYLE):
        (site / ASSETS / name).write_bytes((HERE / name).read_bytes())
