"""The outline and the references declared beside a release."""

from __future__ import annotations

from macros.model.outline import Heading, Numbered, Reference, number_of
from macros.model.release import Release, Row


def headings(release: Release) -> list[Heading]:
    """What is numbered in the printed report, in printed order; unreadable rows are told by `unreadable_rows`."""
    rows = enumerate(release.tables.get("outline", ()), 2)
    return [
        Heading(Numbered(row["kind"]), row["number"], row["about"], row["source"], number)
        for number, row in rows
        if not _fault(row)
    ]


def references(release: Release) -> list[Reference]:
    """The cross-references of the printed text."""
    rows = enumerate(release.tables.get("references", ()), 2)
    return [
        Reference(row["source"], Numbered(row["kind"]), row["number"], row["about"], number)
        for number, row in rows
        if not _fault(row)
    ]


def unreadable_rows(release: Release) -> list[tuple[str, int, str]]:
    """Table, row number and reason of what cannot be read of `outline` and `references`."""
    return [
        (name, number, why)
        for name in ("outline", "references")
        for number, row in enumerate(release.tables.get(name, ()), 2)
        if (why := _fault(row))
    ]


def _fault(row: Row) -> str:
    if row["kind"] not in list(Numbered):
        return f"'{row['kind']}' is no kind; use one of: {', '.join(Numbered)}."
    if row["number"] and number_of(row["number"]) is None:
        return f"'{row['number']}' is no number; write it as printed (5, 7.14, A), or leave it empty."
    return ""
