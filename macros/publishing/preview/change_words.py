"""What a preview says of changes, in the words of each edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.model.report import Edition
from macros.publishing.preview.block_changes import BlockChange
from macros.publishing.preview.comparison import PageChange, PageState, counted
from macros.publishing.preview.marked_page import KINDS
from macros.publishing.preview.paragraph_changes import Change


@dataclass(frozen=True)
class Words:
    """One edition's words. `states` heads the lists of pages, `totals` counts them: one, and several."""

    title: str
    states: Mapping[PageState, str]
    totals: Mapping[PageState, tuple[str, str]]
    nothing: str
    nothing_published: str
    new_report: str
    not_whole: str
    figures: str
    figure_total: tuple[str, str]
    more_figures: str
    why: str
    no_reason: str
    shown: str
    block_total: tuple[str, str]
    blocks: str
    before: str
    after: str
    none: str
    too_large: str
    show_both: str
    on_page: str
    more_blocks: str
    guarded: str
    paragraphs: Mapping[Change, tuple[str, str]]
    between: str
    not_one_by_one: str
    switch: str
    on_this_page: str
    new_page: str
    all_changes: str


FORMAL = Words(
    title="What changed",
    states={
        PageState.CHANGED: "Pages that changed", PageState.NEW: "New pages",
        PageState.GONE: "Pages that are no longer there",
    },
    totals={
        PageState.CHANGED: ("1 page changed", "{number} pages changed"),
        PageState.NEW: ("1 page is new", "{number} pages are new"),
        PageState.GONE: ("1 page is gone", "{number} pages are gone"),
    },
    nothing="Nothing differs from the published site.",
    nothing_published="There is no published site to compare with. So all of this is new.",
    new_report="This report is not on the published site. So all of it is new.",
    not_whole="The published site could not be read as a whole. Its list of figures is missing or damaged, so figures "
    "may have changed that are not told here.",
    figures="Figures that changed",
    figure_total=("1 figure changed", "{number} figures changed"),
    more_figures="{number} more are in data/changes.json of this draft.",
    why="Why:",
    no_reason="No reason is given yet.",
    shown="Shown on:",
    block_total=("1 chart or table is not the same", "{number} charts or tables are not the same"),
    blocks="Charts and tables before and after",
    before="Published",
    after="Draft",
    none="It was not there.",
    too_large="It is too large to show here.",
    show_both="Show both",
    on_page="On the page",
    more_blocks="{number} more are marked on their pages.",
    guarded="This page showed a figure that is hidden now, because it could point at a person. What it said before is "
    "not shown.",
    paragraphs={
        Change.CHANGED: ("1 paragraph changed", "{number} paragraphs changed"),
        Change.NEW: ("1 paragraph is new", "{number} paragraphs are new"),
        Change.MOVED: ("1 paragraph moved", "{number} paragraphs moved"),
        Change.GONE: ("1 paragraph was taken out", "{number} paragraphs were taken out"),
    },
    between=", ",
    not_one_by_one="it changed; its paragraphs could not be compared one by one",
    switch="Show the changes in the text",
    on_this_page="What changed on this page:",
    new_page="This page is new.",
    all_changes="All changes",
)  # fmt: skip
YOUNG = Words(
    title="What is new",
    states={
        PageState.CHANGED: "Pages we changed", PageState.NEW: "New pages",
        PageState.GONE: "Pages we took out",
    },
    totals={
        PageState.CHANGED: ("We changed 1 page", "We changed {number} pages"),
        PageState.NEW: ("1 page is new", "{number} pages are new"),
        PageState.GONE: ("We took out 1 page", "We took out {number} pages"),
    },
    nothing="Nothing is new. These pages say what they said before.",
    nothing_published="We have not put any of this on the website before. So all of it is new.",
    new_report="We have not put these pages on the website before. So all of them are new.",
    not_whole="We could not look at all of the old pages. So some numbers may be new without being in this list.",
    figures="Numbers we changed",
    figure_total=("We changed 1 number", "We changed {number} numbers"),
    more_figures="There are {number} more.",
    why="Why:",
    no_reason="We have not said why yet.",
    shown="It is on:",
    block_total=("1 picture or table is not the same", "{number} pictures or tables are not the same"),
    blocks="Pictures and tables, before and now",
    before="Before",
    after="Now",
    none="It was not there.",
    too_large="It is too big to show here.",
    show_both="Show me both",
    on_page="It is on the page",
    more_blocks="There are {number} more. You can see them on their pages.",
    guarded="A number here is hidden now. It could point at a person. So we do not show what the page said before.",
    paragraphs={
        Change.CHANGED: ("We changed the words in 1 place", "We changed the words in {number} places"),
        Change.NEW: ("1 part is new", "{number} parts are new"),
        Change.MOVED: ("1 part is in another place", "{number} parts are in another place"),
        Change.GONE: ("We took out 1 part", "We took out {number} parts"),
    },
    between=". ",  # short sentences
    not_one_by_one="A lot is new here",
    switch="Show me what is new in the text",
    on_this_page="What is new on this page?",
    new_page="This page is new.",
    all_changes="See all that is new",
)  # fmt: skip
WORDS = {Edition.FORMAL: FORMAL, Edition.YOUNG_PEOPLE: YOUNG}


def number_of(number: int, forms: tuple[str, str]) -> str:
    """A number in words: `1 page is new`, `3 pages are new`."""
    return forms[0] if number == 1 else forms[1].format(number=number)


def sum_of(pages: Sequence[PageChange], figures: int, words: Words) -> str:
    """All changes in sentences, such as `2 pages changed. 1 page is new.`."""
    numbers = counted(pages)
    told = [number_of(numbers[state], words.totals[state]) for state in words.totals if numbers[state]]
    if figures:
        told.append(number_of(figures, words.figure_total))
    return "".join(f"{one}. " for one in told).strip() or words.nothing


def page_counts(page: PageChange, words: Words) -> str:
    """What changed on a page, such as `2 paragraphs changed, 1 is new.`."""
    told = [number_of(page.counted(one), words.paragraphs[one]) for one in words.paragraphs if page.counted(one)]
    if page.paragraphs is None:
        told = [words.not_one_by_one]
    if page.blocks:
        told.append(number_of(len(page.blocks), words.block_total))
    return f"{words.between.join(told)}."


def block_title(one: BlockChange, edition: Edition) -> str:
    """`Chart: Fewer children had every review on time`."""
    kind = KINDS[edition][one.kind].capitalize()
    return f"{kind}: {one.caption}" if one.caption else kind
