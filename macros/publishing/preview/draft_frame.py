"""What every page of a draft says of itself: that it is one, to readers and to search engines, on the screen and on
paper. It goes into built pages and not into the templates, so that no template can lack it."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.model.report import Edition
from macros.publishing.preview.comparison import edition_of
from macros.publishing.preview.page_findings import way_up
from macros.render.html import tag

STYLES = "assets/draft.css"  # below docs/; the public build leaves it out
NO_INDEX = '<meta name="robots" content="noindex, nofollow">'
_HEAD_END = re.compile(r"</head>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_FIRST = re.compile(r'<header\b|<div class="tv-band"|<main\b', re.IGNORECASE)  # where a page begins to speak
_TOP = re.compile(r'<div class="tv-wrap tv-text">|</h1>', re.IGNORECASE)
_MAIN = re.compile(r'<article class="md-content__inner|<main\b', re.IGNORECASE)
_WORDS = {
    Edition.FORMAL: ("Draft", "This is a draft. It is not published, and it may change."),
    Edition.YOUNG_PEOPLE: ("Draft", "This page is not finished. It can still change."),
}
_MORE = {Edition.FORMAL: "What changed since the published site", Edition.YOUNG_PEOPLE: "See what is new"}


def framed(html: str, url: str, more: str = "") -> str:
    """A page as a page of a draft. `more` is the address, from the root, of its page "What changed"; empty for none."""
    root = way_up(url)
    if url == "404.html":  # shown at any address: its own links lead from the root
        root = _absolute_root(html)
    head = f'{NO_INDEX}<link rel="stylesheet" href="{root}/{STYLES}">'
    html = _HEAD_END.sub(lambda _: f"{head}</head>", html, count=1) if _HEAD_END.search(html) else head + html
    begun = _BODY.search(html)
    start = begun.end() if begun else 0
    first = _FIRST.search(html, start)
    at = first.start() if first else start
    return html[:at] + str(banner(edition_of(url), f"{root}/{more}" if more else "")) + html[at:]


def banner(edition: Edition, more: str) -> Markup:
    """The band on top of each page. English, also on a page in another language."""
    name, words = _WORDS[edition]
    link = tag("a", _MORE[edition], href=more) if more else None
    text = tag("p", tag("strong", name), " ", words, *([" ", link] if link else []))
    voice = "young" if edition is Edition.YOUNG_PEOPLE else "formal"
    return tag("aside", text, class_=f"tv-draft tv-draft-{voice}", aria_label="Draft", lang="en-GB", dir="ltr")


def at_the_top(html: str, part: str) -> str:
    """The page with something put below its heading."""
    if not part:
        return html
    main = _MAIN.search(html)
    found = _TOP.search(html, main.end() if main else 0)
    if found is None:
        return html
    if found[0].lower() == "</h1>" and (wrap := html.find('<div class="tv-wrap tv-text">', found.end())) >= 0:
        at = wrap + len('<div class="tv-wrap tv-text">')
    else:
        at = found.end()
    return html[:at] + part + html[at:]


def at_the_end(html: str, part: str) -> str:
    """The page with something put at the end of its main part."""
    at = html.rfind("</main>")
    return html if at < 0 or not part else f'{html[:at]}<div class="tv-wrap">{part}</div>{html[at:]}'


def _absolute_root(html: str) -> str:
    found = re.search(r'<link rel="icon" href="([^"]*?)/?assets/icon\.svg"', html)
    return found[1] if found else "."
