"""Material's own mistakes in HTML that no template block of ours reaches, mended when the site is finished."""

from __future__ import annotations

import re

# WHATWG HTML, "autocomplete": not for a checkbox. base.html writes two of them before its first block.
_CHECKBOX = re.compile(r"<input\b[^>]*\btype=\"checkbox\"[^>]*>")
_AUTOCOMPLETE = re.compile(r"\s+autocomplete=\"[^\"]*\"")


def mended(html: str) -> str:
    """The page without what the theme writes against the HTML standard."""
    return _CHECKBOX.sub(lambda found: _AUTOCOMPLETE.sub("", found[0]), html)
