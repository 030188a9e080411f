"""Addresses that have moved: `data/catalogue/redirects.csv`, from old to new. A site without moves has no such file."""

from __future__ import annotations

import re
from pathlib import Path

from macros.datasets.catalogue import FOLDER
from macros.datasets.csv_source import Row, read_table
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.model.redirect import Redirect

PATH = f"{FOLDER}/redirects.csv"
COLUMNS = ("old", "new")
OPTIONAL = ("since", "why")
# what needs no escape in an address, in a server's rules or in a page
_OLD = re.compile(r"(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?")
_NEW = re.compile(rf"{_OLD.pattern}(?:#[A-Za-z0-9_:.-]+)?")


def read_redirects(root: Path) -> tuple[list[Redirect], list[Finding]]:
    """The moves that can be made, and what is wrong with the others: an address that is none, one that stands twice,
    one that leads in a circle, or to another old one."""
    if not (root / PATH).exists():
        return [], []
    table = read_table(root, PATH, COLUMNS, OPTIONAL)
    findings = list(table.findings)
    first: dict[str, Redirect] = {}
    for row in table.rows:
        if why := _refused(row, first):
            findings.append(_finding(row.number, row["old"], why))
        else:
            first[row["old"]] = Redirect(row["old"], row["new"], row.number)
    good = []
    for one in first.values():
        if why := _leads_on(one, first):
            findings.append(_finding(one.row, one.old, why))
        else:
            good.append(one)
    return good, findings


def _refused(row: Row, first: dict[str, Redirect]) -> str:
    """Why a row is no move; empty when it is one."""
    for column, form in (("old", _OLD), ("new", _NEW)):
        if "://" in row[column]:
            return f"has a whole address in the column '{column}'. Write the part after the site's own address"
        if row[column].startswith("/"):
            return f"begins with / in the column '{column}'. Leave the / out"
        if not form.fullmatch(row[column]):
            return f"has '{row[column]}' in the column '{column}', which is no address of this site"
    if not row["old"]:
        return "has no old address"
    if row["old"] in first:
        return f"stands in row {first[row['old']].row} already. Remove one"
    return ""


def _leads_on(one: Redirect, moves: dict[str, Redirect]) -> str:
    """Why a move does not end at a page: it goes in a circle, or by way of another move."""
    seen = [one.old]
    target = one.target
    while target in moves:
        if target in seen:
            return f"goes in a circle: {' → '.join([*seen, target])}. Take one of these rows out"
        seen.append(target)
        target = moves[target].target
    if len(seen) > 1:
        return f"leads to an address that has moved itself. Write '{moves[seen[-1]].new}' into the column 'new'"
    return ""


def _finding(number: int, old: str, why: str) -> Finding:
    return Finding(KINDS["redirect"], PATH, number, {"row": number, "cell": old, "why": why})
