"""The words of a built page as a reader meets them: whole sentences, without tables and source lists."""

from __future__ import annotations

import re

from lxml import html as lxml_html

_DROPPED = (
    "script", "style", "table", "svg", "nav", "header", "footer", "figcaption", "details", "button[@popovertarget]/following-sibling::*[@popover][1]",
    "section[contains(@class,'tv-figures')]", "section[contains(@class,'tv-who')]", "a[contains(@class,'headerlink')]",
)  # fmt: skip
_ENDS = ("li", "p", "h1", "h2", "h3", "h4", "dt", "dd", "summary")
_SPACE = re.compile(r"[ \t\r\n]+")


def rendered_text(page: str) -> str:
    """The text of a page's main part, a line for each paragraph, heading or list item, each ended with a stop."""
    tree = lxml_html.document_fromstring(page)
    mains = tree.xpath("//main") or [tree]
    main = mains[0]
    for path in _DROPPED:
        for element in main.xpath(f".//{path}"):
            element.drop_tree()
    lines = [_line(element.text_content()) for element in main.iter(*_ENDS) if not _holds_another(element)]
    return "\n".join(line for line in lines if line)


def _holds_another(element: lxml_html.HtmlElement) -> bool:
    return any(child.tag in _ENDS for child in element.iterdescendants())


def _line(text: str) -> str:
    line = _SPACE.sub(" ", text).strip()
    return line if not line or line[-1] in ".!?:" else f"{line}."
