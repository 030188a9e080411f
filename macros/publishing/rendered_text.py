"""The words of a built page as a reader meets them: whole sentences, without tables and source lists."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html

_DROPPED = (
    "script", "style", "table", "svg", "nav", "header", "footer", "figcaption", "details", "*[@popover]",
    "section[contains(@class,'tv-figures')]", "section[contains(@class,'tv-who')]", "a[contains(@class,'headerlink')]",
)  # fmt: skip
_ENDS = ("li", "p", "h1", "h2", "h3", "h4", "dt", "dd", "summary")
_SPACE = re.compile(r"[ \t\r\n]+")


def rendered_text(page: str) -> str:
    """The text of a page's main part, a line for each paragraph, heading or list item, each ended with a stop."""
    tree = lxml_html.document_fromstring(page)
    main = tree.find(".//main")
    main = tree if main is None else main
    for path in _DROPPED:
        for element in _elements(main, path):
            element.drop_tree()
    ends = (element for element in main.iter(*_ENDS) if not _holds_another(element))
    lines = [_line(str(element.xpath("string()"))) for element in ends]
    return "\n".join(line for line in lines if line)


def _elements(within: lxml_html.HtmlElement, path: str) -> list[lxml_html.HtmlElement]:
    found = within.xpath(f".//{path}")
    return [one for one in found if isinstance(one, lxml_html.HtmlElement)] if isinstance(found, list) else []


def _holds_another(element: Any) -> bool:
    return any(child.tag in _ENDS for child in element.iterdescendants())


def _line(text: str) -> str:
    line = _SPACE.sub(" ", text).strip()
    return line if not line or line[-1] in ".!?:" else f"{line}."
