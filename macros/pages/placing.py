"""Putting a block on a page: an empty token now, the block's HTML after Markdown has run.

A chart's SVG inside Markdown would be parsed, mangled and indexed; the token is one empty element
(docs/guide/decisions/late-insertion.md). A block asked for before, of the same data by the same
code, is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from hashlib import sha256

from markupsafe import Markup

from macros.datasets.file_signature import Signature, file_signature
from macros.datasets.page_source import page_signature
from macros.datasets.program import program_name
from macros.datasets.store import Store
from macros.pages.comment_macros import SAMPLE
from macros.pages.draft import is_draft
from macros.pages.page_context import PageContext
from macros.publishing import blocks
from macros.render.block import Block
from macros.render.html import tag
from macros.render.indicator_record import has_front_page
from macros.render.issue_mark import has_issues_page


def placed(name: str, macro: Callable[..., Block]) -> Callable[..., Markup]:
    """The macro that puts the block which `macro` makes into the store, and its token on the page."""

    @wraps(macro)
    def place(page: PageContext, *args: object, **options: object) -> Markup:
        asked = _asked(page, name, args, options)
        block = blocks.recall(page.store.root, asked)
        if block is None:
            block = blocks.put(page.store.root, macro(page, *args, **options))
            blocks.remember(page.store.root, asked, block)
        return tag("span", data_tv_block=block, data_tv_root=page.root)

    return place


def _asked(page: PageContext, name: str, args: Sequence[object], options: Mapping[str, object]) -> str:
    """A name for all that decides a block: the request, the page's report and voice, the data, the code."""
    report = page.meta.get("report")
    around = is_draft(), _ways(page.store, name, [report, *args, *options.values()]), _pages(page.store, name)
    made_of = page.store.key, program_name()
    told = (name, args, sorted(options.items()), report, page.edition, page.level, around, made_of)
    return sha256(repr(told).encode()).hexdigest()[:32]


def _ways(store: Store, name: str, said: Iterable[object]) -> list[tuple[str, bool, bool]]:
    """Which pages there are that a block may lead to: those of each report it shows, which `said` may name."""
    shown = store.reports if name == "indicator_record" else [one for one in said if isinstance(one, str)]
    return [(one, has_issues_page(store, one), has_front_page(store, one)) for one in shown if one in store.reports]


def _pages(store: Store, name: str) -> Sequence[Signature]:
    """What stands below `docs/` that a block tells of: what pages say of themselves, the guide's made-up comments."""
    if name not in ("guidance", "you_said_we_did"):
        return ()
    return page_signature(store.root), file_signature(store.root / SAMPLE, (".csv",))
