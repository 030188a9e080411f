"""Putting a block on a page: an empty token now, the block's HTML after Markdown has run.

A chart's SVG inside Markdown would be parsed, mangled and indexed; the token is one empty element
(shared findings in docs/guide/decisions/late-insertion.md).
"""

from __future__ import annotations

from markupsafe import Markup

from macros.pages.page_context import PageContext
from macros.publishing import blocks
from macros.render.block import Block
from macros.render.html import tag


def placed(page: PageContext, block: Block) -> Markup:
    """The token of a block, kept in the block store."""
    return tag("span", data_tv_block=blocks.put(page.store.root, block), data_tv_root=page.root)
