"""A translated page as it leaves us: numbers apart from the script around them, English parts marked as English."""

from __future__ import annotations

import re

ENGLISH = 'lang="en-GB" dir="ltr"'
_FIGURE = re.compile(r'(?:<bdi>)?(<a class="tv-figure".*?</a>)(?:</bdi>)?', re.DOTALL)
_LIST = '<section class="tv-figures"'
_HEADERLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def in_its_language(html: str) -> str:
    """The page with <bdi> around each figure, its English list of figures marked, no English link titles.

    Without <bdi>, `67% (2016/17)` in Arabic text comes out in another order than it was written.
    """
    html = _HEADERLINK.sub("", _FIGURE.sub(r"<bdi>\1</bdi>", html))
    return html.replace(_LIST, f'<section {ENGLISH} class="tv-figures"')
