"""A block: the HTML of one chart, table or picture, with the figures it shows and its download."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from macros.model.provenance import Provenance

ROOT = "%ROOT%"  # stands for the way from the page to the site's root; filled in when the page is known
SELF = "%BLOCK%"  # stands for the block's own id


@dataclass(frozen=True)
class Block:
    """`html` may hold ROOT and SELF; `csv` is the text of the download at `download` (from the root)."""

    html: str
    figures: tuple[Provenance, ...] = ()
    download: str = ""
    csv: str = ""

    @cached_property
    def id(self) -> str:
        """A short name made from the content: the same content has the same name."""
        figures = (f"{figure.marker}~{figure.shown}" for figure in self.figures)
        content = "\x1f".join((self.html, *figures, self.download, self.csv))
        return sha256(content.encode()).hexdigest()[:10]

    def at(self, root: str, time: int = 1) -> str:
        """The HTML as it stands on a page from which `root` leads to the site's root.

        `time` counts how often the page has shown the block: ids may not repeat.
        """
        html = self.html.replace(ROOT, root).replace(f'data-block="{SELF}"', f'data-block="{self.id}"')
        return html.replace(SELF, self.id if time == 1 else f"{self.id}-{time}")
