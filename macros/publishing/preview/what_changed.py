"""The page "What changed" of a preview: for the whole site, and for each report in both voices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from macros.datasets.store import Store
from macros.model.report import Edition
from macros.publishing.indicator_pages import FOLDER as INDICATORS
from macros.publishing.preview.block_changes import BlockChange
from macros.publishing.preview.change_words import FORMAL, WORDS, Words, block_title, page_counts, sum_of
from macros.publishing.preview.comparison import Changes, PageChange, PageState
from macros.publishing.preview.inert_markup import inert_markup
from macros.publishing.preview.marked_page import anchor
from macros.publishing.preview.page_findings import way_up
from macros.publishing.preview.published_site import SiteFolder
from macros.render.html import join, tag

PAGE = "what-changed"
_PLACE = re.compile(r'<div data-what-changed="([^"]*)" data-voice="([^"]+)"></div>')
_MOST_BLOCKS = 30  # of a page "What changed": each has two drawings
_MOST_FIGURES = 200
_MOST_PLACES = 5  # of a figure


def what_changed_pages(store: Store) -> dict[str, str]:
    """Path below `docs/` and Markdown of each page; what it tells is known when the site is built."""
    made = {f"{PAGE}.md": _source("", Edition.FORMAL, "")}
    for report in store.reports.values():
        home = f"reports/{report.id}"
        young = (store.root / f"docs/{home}/young-people/index.md").is_file()
        if (store.root / f"docs/{home}/index.md").is_file():
            other = f"{home}/young-people/{PAGE}.md" if young else f"{home}/index.md"
            made[f"{home}/{PAGE}.md"] = _source(report.id, Edition.FORMAL, other)
        if young:
            made[f"{home}/young-people/{PAGE}.md"] = _source(report.id, Edition.YOUNG_PEOPLE, f"{home}/{PAGE}.md")
    return made


def _source(report: str, edition: Edition, other: str) -> str:
    words = WORDS[edition]
    lines = [
        "---",
        f"title: {words.title}",
        *([f"other_voice: {other}"] if other else []),
        "search:",
        "  exclude: true",
    ]
    if edition is Edition.YOUNG_PEOPLE:
        lines.append("drawing: checklist")
    place = f'<div data-what-changed="{report}" data-voice="{edition.value}"></div>'
    return "\n".join([*lines, "---", f"# {words.title}", "", place, ""])


def navigation(store: Store) -> list[dict[str, str | list[str]]]:
    """The same pages as part of the menu: all reports, each report, the young people's pages."""
    made = what_changed_pages(store)
    paths = {report.short_title: f"reports/{report.id}/{PAGE}.md" for report in store.reports.values()}
    menu: list[dict[str, str | list[str]]] = [{"All reports": f"{PAGE}.md"}]
    menu += [{title: path} for title, path in paths.items() if path in made]
    if young := [path for path in made if "young-people" in path]:
        menu.append({"For young people": young})
    return menu


def page_for(url: str, pages: frozenset[str]) -> str:
    """The address of the page "What changed" that a page's reader should be led to; empty where there is none."""
    parts = url.split("/")
    wanted = [f"{PAGE}/"]
    if parts[0] == "reports" and len(parts) > 1:
        wanted.insert(0, f"reports/{parts[1]}/{PAGE}/")
        if "young-people" in parts:
            wanted.insert(0, f"reports/{parts[1]}/young-people/{PAGE}/")
    return next((one for one in wanted if one in pages), "")


def fill(store: Store, html: str, url: str, changes: Changes, draft: SiteFolder) -> str:
    """Put the changes into a page's place for them; a page without one is left as it is."""
    return _PLACE.sub(lambda found: str(_told(store, found[1], Edition(found[2]), url, changes, draft)), html)


def _told(  # what is told, of what, in which voice, and to whom
    store: Store, report: str, edition: Edition, url: str, changes: Changes, draft: SiteFolder
) -> Markup:
    words = WORDS[edition]
    if not changes.is_compared:
        return tag("p", words.nothing_published)
    if report in changes.new_reports:
        return tag("p", words.new_report)
    pages = changes.of(report, edition if edition is Edition.YOUNG_PEOPLE else None) if report else changes.pages
    figures = [*_figures(store, report, edition, url, changes, draft)] if report else []
    parts = [tag("p", sum_of(pages, len(figures), words)), *_not_read(report, changes, words)]
    parts += _pages(pages, url, words) if report else _by_report(store, changes, url, words)
    if figures:
        shown = figures[:_MOST_FIGURES]
        parts += [tag("h2", words.figures, id="figures"), tag("ul", *shown, class_="tv-change-figures")]
        if len(figures) > len(shown):
            parts.append(tag("p", words.more_figures.format(number=len(figures) - len(shown))))
    parts += _blocks(pages, url, words, edition) if report else []
    return tag("div", *parts, class_="tv-changes")


def _not_read(report: str, changes: Changes, words: Words) -> Iterator[Markup]:
    """What could not be compared, said plainly."""
    if not changes.is_whole or (report in changes.figures and not changes.figures[report].is_read):
        yield tag("p", words.not_whole, class_="tv-change-note")


def _by_report(store: Store, changes: Changes, url: str, words: Words) -> Iterator[Markup]:
    """The whole site: a part for each report, which leads to its own page, and the general pages."""
    for report in store.reports.values():
        if not (pages := changes.of(report.id)) and report.id not in changes.new_reports:
            continue
        figures = changes.figures.get(report.id)
        number = len(figures.changes) if figures else 0
        yield tag("h2", report.short_title, id=report.id)
        said = words.new_report if report.id in changes.new_reports else sum_of(pages, number, words)
        link = tag("a", f"What changed in {report.short_title}", href=f"{way_up(url)}/reports/{report.id}/{PAGE}/")
        yield tag("p", said, " ", link, ".")
    if general := changes.of(""):
        yield tag("h2", "General pages", id="general")
        of_indicators = tuple(one for one in general if one.url.startswith(f"{INDICATORS}/"))
        yield from _pages(tuple(one for one in general if one not in of_indicators), url, words, level="h3")
        if of_indicators:
            listed = (tag("li", _page(one, url, words)) for one in of_indicators)
            yield tag("details", tag("summary", f"Pages of indicators ({len(of_indicators)})"), tag("ul", *listed))


def _pages(pages: tuple[PageChange, ...], url: str, words: Words, level: str = "h2") -> Iterator[Markup]:
    for state in (PageState.CHANGED, PageState.NEW, PageState.GONE):
        listed = [one for one in pages if one.state is state]
        if listed:
            yield tag(level, words.states[state], id=f"pages-{state.value}")
            yield tag("ul", *(tag("li", _page(one, url, words)) for one in listed))


def _page(one: PageChange, url: str, words: Words) -> Markup:
    if one.state is PageState.GONE:
        return tag("span", one.title)
    link = tag("a", one.title, href=f"{way_up(url)}/{one.url}")
    if words is FORMAL and one.edition is Edition.YOUNG_PEOPLE:
        link = join([link, " (young people's edition)"])
    if one.state is PageState.NEW:
        return link
    return join([link, f": {words.guarded if one.is_guarded else page_counts(one, words)}"])


def _figures(
    store: Store, report: str, edition: Edition, url: str, changes: Changes, draft: SiteFolder
) -> Iterator[Markup]:
    """Each changed figure with its reason; the young people's edition tells those that its own pages show."""
    words = WORDS[edition]
    told = changes.figures.get(report)
    for one in told.changes if told else ():
        if not one.is_for(edition):
            continue
        why = f"{words.why} {one.why}" if one.why else words.no_reason
        own = [page for page in one.pages if edition is Edition.FORMAL or "young-people" in page]
        where = [tag("a", draft.title(page), href=f"{way_up(url)}/{page}") for page in own[:_MOST_PLACES]]
        shown = [" ", words.shown, " ", join(where, "; "), "."] if where else []
        yield tag("li", one.words(store, edition), " ", tag("span", why, class_="tv-change-why"), *shown)


def _blocks(pages: tuple[PageChange, ...], url: str, words: Words, edition: Edition) -> Iterator[Markup]:
    """Charts and tables, each before and after: side by side where there is room."""
    every = ((page, number, one) for page in pages for number, one in enumerate(page.blocks))
    listed = [(page, number, one) for page, number, one in every if not (page.is_guarded and one.after is None)]
    if not listed:
        return
    yield tag("h2", words.blocks, id="before-and-after")
    for page, number, one in listed[:_MOST_BLOCKS]:
        yield tag("h3", block_title(one, edition), id=anchor(page.url, number))
        link = tag("a", page.title, href=f"{way_up(url)}/{page.url}")
        yield tag("p", words.on_page, " ", link, ".")
        yield _sides(page, one, words)
    if len(listed) > _MOST_BLOCKS:
        yield tag("p", words.more_blocks.format(number=len(listed) - _MOST_BLOCKS))


def _sides(page: PageChange, one: BlockChange, words: Words) -> Markup:
    if page.is_guarded:
        return tag("p", words.guarded)
    sides = []
    for name, block in ((words.before, one.before), (words.after, one.after)):
        shown = Markup(inert_markup(block.html, name)) if block else tag("p", words.none)  # made inert
        if block and not shown:
            shown = tag("p", words.too_large)
        sides.append(tag("div", tag("p", name, class_="tv-change-side"), shown))
    both = tag("div", *sides, class_="tv-before-after")
    return both if one.kind == "chart" else tag("details", tag("summary", words.show_both), both)
