"""`labels`: tables, sections and paragraphs are numbered once and in order, and references lead to what they mean
(DOMAIN.md section 9: unique_caption, xref_exists). By the outline declared beside a release, or else by its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from macros.checks.context import Context
from macros.datasets.outline import headings, references, unreadable_rows
from macros.model.figure_problems import CELLS, KINDS
from macros.model.finding import Finding
from macros.model.outline import Heading, Number, Numbered, left_out, number_of, written
from macros.model.release import Release

_TABLE = re.compile(r"(Table) ([1-9]\d?)(?: \((.+)\))?", re.ASCII)  # no report has a hundred tables
_MOST = 20  # numbers left out that are told one by one


def numbering(context: Context) -> list[Finding]:
    """Numbers given twice, left out, out of order or to nothing, and references that lead elsewhere."""
    found: list[Finding] = []
    for release in context.store.releases.values():
        listed = headings(release)
        found += _unreadable(release)
        for kind in Numbered:
            found += _of_kind(release, [one for one in listed if one.kind is kind], _sections(listed))
        if not any(one.kind is Numbered.TABLE for one in listed):
            found += _by_sources(release)
        found += _strays(release, listed)
        found += _references(release, listed)
    return found


def _path(release: Release, table: str) -> str:
    return f"data/reports/{release.report}/{release.date.isoformat()}/{table}.csv"


def _unreadable(release: Release) -> Iterator[Finding]:
    for table, row, why in unreadable_rows(release):
        yield Finding(KINDS["bad-outline"], _path(release, table), row, {"row": row, "why": why})


def _finding(kind: str, release: Release, label: str, row: int, table: str = "outline", **facts: object) -> Finding:
    """A finding about a label: it concerns no figure, so a known issue explains it by its place alone."""
    cells = tuple(replace(one, source=label) for one in release.observations[:1])
    told = {"label": label, "source": label, **facts, CELLS: cells}
    return Finding(KINDS[kind], _path(release, table), row, told)


def _sections(listed: Iterable[Heading]) -> dict[int, Number]:
    """The number of the section each row of the outline stands in, by row."""
    here: Number = ()
    found: dict[int, Number] = {}
    for one in listed:
        number = number_of(one.number) if one.number else None
        if one.kind is Numbered.SECTION and number is not None and len(number) == 1:
            here = number
        found[one.row] = here
    return found


def _is_stray(one: Heading, section: Number) -> bool:
    """Whether a paragraph (7.14) stands in another section than its number says."""
    number = number_of(one.number) or ()
    return one.kind is Numbered.PARAGRAPH and len(number) > 1 and bool(section) and number[:1] != section


def _begins_section(one: Heading, before: Number, number: Number) -> bool:
    """Whether a paragraph (7.1) is the first of its section: the sections have an order of their own."""
    return one.kind is Numbered.PARAGRAPH and len(number) > 1 and before[:1] != number[:1]


def _of_kind(release: Release, listed: Sequence[Heading], sections: dict[int, Number]) -> Iterator[Finding]:
    numbered = [one for one in listed if one.number]
    places: dict[str, list[str]] = {}
    for one in numbered:
        places.setdefault(one.number, []).append(one.about or one.source)
    before: Number = ()
    seen: set[str] = set()
    for one in numbered:
        number = number_of(one.number) or ()
        if one.number in seen:
            continue
        seen.add(one.number)
        if len(places[one.number]) > 1:
            yield _finding("number-twice", release, one.label, one.row, places=", ".join(places[one.number]))
        if _is_stray(one, sections[one.row]):
            continue
        if _begins_section(one, before, number):
            before = number[:1]
        between = left_out(before, number)
        if between is None:
            after = one.kind.label(written(before, one.number))
            yield _finding("number-out-of-order", release, one.label, one.row, before=after)
        elif len(between) <= _MOST:
            for missing in between:
                label = one.kind.label(written(missing, one.number))
                yield _finding("number-missing", release, label, one.row, after=one.label)
        before = number
    yield from _orphans(release, numbered)
    for one in listed:
        if numbered and not one.number:
            yield _finding("number-none", release, one.label, one.row, sort=one.kind)


def _orphans(release: Release, numbered: Sequence[Heading]) -> Iterator[Finding]:
    """A number of three parts (1.1.1) among numbers of two, when nothing carries the number above it (1.1)."""
    held = {number_of(one.number) for one in numbered}
    told: set[Number] = set()
    for one in numbered:
        number = number_of(one.number) or ()
        above = number[:-1]
        beside = any(other and len(other) == len(above) and other[:-1] == above[:-1] for other in held)
        if len(number) > 2 and above not in held and above not in told and beside:
            told.add(above)
            label = one.kind.label(written(above, one.number))
            yield _finding("number-missing", release, label, one.row, after=one.label)


def _strays(release: Release, listed: Sequence[Heading]) -> Iterator[Finding]:
    """One finding for each section whose paragraphs are numbered as another's."""
    sections = _sections(listed)
    found: dict[Number, list[Heading]] = {}
    for one in listed:
        if _is_stray(one, sections[one.row]):
            found.setdefault(sections[one.row], []).append(one)
    for section, strays in found.items():
        numbers = ", ".join(one.number for one in strays[:6]) + (" …" if len(strays) > 6 else "")
        label = Numbered.SECTION.label(written(section))
        yield _finding("number-of-another", release, label, strays[0].row, numbers=numbers)


def _references(release: Release, listed: Sequence[Heading]) -> Iterator[Finding]:
    for one in references(release) if listed else ():  # without an outline nothing is known of what is there
        there = [heading for heading in listed if (heading.kind, heading.number) == (one.kind, one.number)]
        facts = {"to": one.kind.label(one.number) if one.number else f"a {one.kind}"}
        if not there:
            yield _finding("reference-to-nothing", release, one.source, one.row, "references", **facts)
        elif one.about and one.about not in [heading.about for heading in there]:
            meant = next((heading.label for heading in listed if heading.about == one.about), "")
            told = {"about": one.about, "is": there[0].about, "meant": f" {meant} is." if meant else ""}
            yield _finding("reference-elsewhere", release, one.source, one.row, "references", **facts, **told)


def _by_sources(release: Release) -> Iterator[Finding]:
    """By the sources of the release: `Table 5 (timeliness)` and `Table 5 (participation)` share a number.

    A release holds only tables with figures, so a gap alone proves nothing: the number may be a chart's. After a
    number that stands twice (5, 5, 7) it is a slip.
    """
    numbered: dict[int, list[str]] = {}
    for source in release.by_source:
        if found := _TABLE.fullmatch(source):
            numbered.setdefault(int(found[2]), []).append(source)
    for number in range(1, max(numbered, default=0) + 1):
        places, before = numbered.get(number, []), numbered.get(number - 1, [])
        if len(places) > 1 or (not places and len(before) > 1):
            yield _by_source(release, f"Table {number}", places, f"Table {max(numbered)}")


def _by_source(release: Release, label: str, places: list[str], last: str) -> Finding:
    """The finding for a number that stands twice, or nowhere."""
    one = release.by_source[places[0]][0] if places else replace(release.observations[0], source=label)
    facts: dict[str, object] = {"label": label, "source": label, CELLS: (one,)}
    if places:
        return Finding(KINDS["number-twice"], one.path, one.row, {**facts, "places": ", ".join(places)})
    return Finding(KINDS["number-missing"], one.path, 0, {**facts, "after": last})
