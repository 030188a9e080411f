"""What an author wrote for nobody but other authors: `<!-- remarks -->`, which Markdown hands on into the page.

A reader does not see them, but everybody can: they are no part of what is published.
"""

from __future__ import annotations

import re

# by the HTML standard's parser: `<!-->` and `<!--->` are whole, `--!>` ends one, too, and one that never ends hides
# the rest of the page. A browser takes `<?…>` for a remark as well. Scripts and styles have no remarks of this kind.
_REMARK = re.compile(
    r"(?P<kept><script\b.*?</script\s*>|<style\b.*?</style\s*>)|<!--(?:-?>|.*?(?:--!?>|\Z))|<\?[^>]*>",
    re.DOTALL | re.IGNORECASE,
)


def without_remarks(html: str) -> str:
    """The page without its remarks."""
    if "<!--" not in html and "<?" not in html:
        return html
    return _REMARK.sub(lambda found: found["kept"] or "", html)
