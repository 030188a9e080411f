"""A paper as PDF: cover, contents with page numbers, sections; tagged for screen readers by WeasyPrint."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import Element, tostring

from macros.publishing.paper.links import mend_links
from macros.publishing.paper.tree import SVG, make, text_of

VARIANT = "pdf/ua-1"
LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Cover:
    """What the first page says: the title, lines of facts as (name, what), and a drawing as a data address."""

    title: str
    facts: Sequence[tuple[str, str]]
    contents: str
    made: str  # ISO date: the paper's own, so that the same report gives the same file
    drawing: str = ""


def whole(cover: Cover, sections: Sequence[Element]) -> Element:
    """The tree of a paper."""
    title = make("title", cover.title)
    made = make("meta", name="dcterms.created", content=cover.made)
    facts = [make("p", "", _bold(name, said), class_="fact") for name, said in cover.facts]
    drawing = [make("div", class_="drawing", style=f"background-image:url('{cover.drawing}')")] if cover.drawing else []
    heading = make("h1", cover.title.replace(" · ", "\n"))
    front = make("section", "", heading, *drawing, *facts, class_="cover")
    entries = [
        make("li", "", make("a", text_of(named), href=f"#{section.get('id')}"))
        for section in sections
        if (named := section.find(".//h1")) is not None
    ]
    listed = make("section", "", make("h1", cover.contents), make("ol", "", *entries), class_="contents", id="contents")
    body = make("body", "", front, listed, *sections)
    root = make("html", "", make("head", "", title, made), body, lang=LANGUAGE)
    mend_links(root)
    return root


def _bold(name: str, said: str) -> Element:
    one = make("b", f"{name}: " if name else "")
    one.tail = said
    return one


def html_of(root: Element) -> str:
    """The HTML of a paper."""
    for one in root.iter():
        one.tag = str(one.tag).removeprefix(SVG)  # the parser knows where a drawing begins
    return f"<!doctype html>\n{tostring(root, encoding='unicode', method='html')}"


def rendered(html: str, stylesheet: str) -> Any:
    """The laid-out pages. Nothing is asked of the network: only data inside the page is read."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    fetcher = weasyprint.URLFetcher(allowed_protocols=("data",))
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=stylesheet, url_fetcher=fetcher, font_config=fonts, base_url="data:,")
    page = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="data:,")
    return page.render(stylesheets=[sheet], font_config=fonts)


def pdf_of(root: Element, stylesheet: str) -> bytes:
    """The PDF of a paper."""
    html = html_of(root)
    identifier = sha256(f"{html}{stylesheet}".encode()).digest()[:16]
    made: bytes = rendered(html, stylesheet).write_pdf(
        pdf_variant=VARIANT, finisher=_finish, pdf_identifier=identifier, optimize_images=False
    )
    return made


def _finish(document: Any, pdf: Any) -> None:
    """Page labels that say what is printed on the page, and whether a header is a row's or a column's."""
    import pydyf

    first = pydyf.Dictionary({"P": pydyf.String("Cover")})
    others = pydyf.Dictionary({"S": "/D", "St": 2})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, first, 1, others])})
    known = {one.reference: one for one in pdf.objects if isinstance(one, pydyf.Dictionary)}
    for one in known.values():
        if one.get("S") == "/TH" and "A" in one:
            row = known.get(one["P"], {})
            is_column = known.get(row.get("P"), {}).get("S") == "/THead"
            one["A"]["Scope"] = "/Column" if is_column else "/Row"
