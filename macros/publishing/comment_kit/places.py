"""Where on a page the comment kit stands: an empty token at the end of each section, put in with the Markdown.

A token works under every engine and is no noise in a search index; the last step of a build puts the kit in its place,
or takes the token away.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from macros.datasets.sections import WHOLE

_BEGINS = "<span data-tv-say="
_HEADING = re.compile(r'<h2\b[^>]*\bid="([^"]+)"')
_PLACE = re.compile(r'<span data-tv-say="([^"]*)"></span>\n?')
# who to talk to stays the last thing of its page, wherever its author has put it
_HELP_FIRST = re.compile(
    r'(<section class="tv-who"(?:(?!</section>).)*</section>\s*)(<span data-tv-say="[^"]*"></span>\n?)', re.DOTALL
)


def with_places(content: str) -> str:
    """A page's content with a token at the end of each of its sections, and of what stands before them if it is more
    than a sentence; at the end of all where there is no section."""
    parts, last, name = [], 0, ""
    for found in _HEADING.finditer(content):
        parts.append(content[last : found.start()])
        if name or _says_something(parts[0]):
            parts.append(_token(name or WHOLE))
        last, name = found.start(), found[1]
    return "".join((*parts, content[last:], "\n", _token(name or WHOLE)))


def _says_something(beginning: str) -> bool:
    """Whether what stands before the first section is more than its first paragraph."""
    return beginning.count("<p>") > 1 or "data-tv-block=" in beginning


def fill_places(html: str, fill: Callable[[str, bool], str]) -> str:
    """A page with what `fill` makes of each token: it is told the section's id, and whether it is the page's last."""
    if _BEGINS not in html:
        return html
    html = _HELP_FIRST.sub(r"\2\1", html)
    found = list(_PLACE.finditer(html))
    parts, last = [], 0
    for number, one in enumerate(found, 1):
        parts += [html[last : one.start()], fill(one[1], number == len(found))]
        last = one.end()
    return "".join((*parts, html[last:]))


def _token(name: str) -> str:
    return f'<span data-tv-say="{name}"></span>\n'
