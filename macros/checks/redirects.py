"""`redirects`: each address that has moved leads to one that has not (data/catalogue/redirects.csv).

Whether that page is there shows when the site is built: macros/publishing/moved_pages.py.
"""

from __future__ import annotations

from macros.checks.context import Context
from macros.datasets.redirects import read_redirects
from macros.model.finding import Finding


def redirects(context: Context) -> list[Finding]:
    """What is wrong with the rows of redirects.csv."""
    _, findings = read_redirects(context.store.root)
    return findings
