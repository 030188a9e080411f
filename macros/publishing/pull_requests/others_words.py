"""Words that a stranger wrote, put into a comment so that they are words and nothing else.

A comment is Markdown of GitHub, GitLab or Azure DevOps: it could hold links, pictures, HTML, names of people who are
then told, and numbers that lead to other pull requests. Source: CommonMark 0.31, section 2.4: a backslash takes the
meaning from any ASCII punctuation. Standard library only.
"""

from __future__ import annotations

import re
import string

from macros.errors import excerpt

MOST = 300  # letters of one cell
_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")
# a mark without width after what begins a name, a reference or an address keeps the host from seeing one
_BEGINS = re.compile(r"(\\[@#!$%&~:])(?=\S)|\b(gh|www|http|https|ftp|mailto|xmpp)(?=\\)", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"


def plain(text: object, most: int = MOST) -> str:
    """A text as Markdown that shows exactly this text, on one line, at most `most` letters of it."""
    shown = _PUNCTUATION.sub(r"\\\1", excerpt(str(text), most).strip())
    return _BEGINS.sub(lambda found: f"{found[0]}{_JOINER}", shown)
