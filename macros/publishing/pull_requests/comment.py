"""What the comment on a pull request says: the link, what stops, what changed in figures and pages.

Made of the preview's own lists (`data/findings.json`, `data/changes.json`). A fork's build wrote them, so each is taken
for what it should be or left out, and each word of it is shown as a word. Standard library only.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from macros.publishing.pull_requests.others_words import plain

MOST_ROWS = 40
MOST_LETTERS = 60_000  # GitHub takes 65,536
MOST_BYTES = 20_000_000  # of a list
_URL = re.compile(r"(?:[a-z0-9][a-z0-9._-]*/){0,10}(?:[a-z0-9][a-z0-9._-]*\.html)?")

Row = dict[str, Any]


def comment_text(site: Path, address: str, commit: str, *, passive: bool = False) -> str:
    """The text for a preview that stands in the folder `site` and is seen at `address` (with a slash at its end)."""
    link = f"[**Open the preview**]({address}), made of {commit[:10]}."
    parts = [
        f"### Preview\n\n{link} It is a draft, and search engines are told to leave it out.",
        "It comes from a fork, so its scripts are left out. The pages work without them." if passive else "",
        _findings(_rows(site / "data/findings.json")),
        *_changed(site, address),
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return (
        text if len(text) <= MOST_LETTERS else f"{parts[0]}\n\nThe lists are too long for a comment; see the preview.\n"
    )


def removed_text() -> str:
    """What the comment says when the pull request is closed and its preview gone."""
    return "### Preview\n\nThis pull request is closed; its preview was removed.\n"


def refused_text(why: str, commit: str) -> str:
    """What the comment says of a preview that is not put online."""
    return f"### Preview\n\nThe preview of {commit[:10]} was refused. {plain(why)}\n"


def _findings(rows: Sequence[Row]) -> str:
    stops = [row for row in rows if row.get("severity") == "stops"]
    warns = [row for row in rows if row.get("severity") == "warns"]
    if not rows:
        return "**Checks:** nothing was found."
    stop = f"{len(stops)} {'finding stops' if len(stops) == 1 else 'findings stop'} the public build"
    told = f"**Checks:** {stop if stops else 'nothing stops the public build'}; {len(warns)} to look at."
    cells = ([row.get("check", ""), _place(row), row.get("message", "")] for row in (*stops, *warns))
    return f"{told}\n\n{_table('What the checks say', ('Check', 'Where', 'What'), cells, len(stops) + len(warns))}"


def _place(row: Row) -> str:
    line = row.get("line")
    return f"{row.get('path', '')}:{line}" if isinstance(line, int) and line else str(row.get("path", ""))


def _figures(rows: Sequence[Row]) -> str:
    if not rows:
        return "**Figures:** none changed."
    cells = ([row.get("said") or row.get("indicator", ""), row.get("why") or "no reason is given"] for row in rows)
    told = f"**Figures:** {len(rows)} changed."
    return f"{told}\n\n{_table('Which figures', ('Figure', 'Why'), cells, len(rows))}"


def _pages(rows: Sequence[Row], address: str) -> str:
    if not rows:
        return "**Pages:** none changed."
    states = Counter(str(row.get("state", "")) for row in rows)
    told = ", ".join(f"{number} {plain(state, 20)}" for state, number in states.items())
    cells = ([_linked(row, address), row.get("state", "")] for row in rows)
    return f"**Pages:** {told}.\n\n{_table('Which pages', ('Page', ''), cells, len(rows))}"


class _Link(str):
    """Markdown of our own making."""

    __slots__ = ()


def _linked(row: Row, address: str) -> str:
    url, title = str(row.get("page", "")), row.get("title") or row.get("page", "")
    if row.get("state") == "gone" or _URL.fullmatch(url) is None or ".." in url:
        return str(title)
    return _Link(f"[{plain(title, 120) or url or 'Home'}]({address}{url})")


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], number: int) -> str:
    """A table in a part that opens; the first rows of it."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for cells, _ in zip(rows, range(MOST_ROWS), strict=False):
        lines.append(f"| {' | '.join(cell if isinstance(cell, _Link) else plain(cell) for cell in cells)} |")
    more = f"\n\n… and {number - MOST_ROWS} more, in the preview." if number > MOST_ROWS else ""
    table = "\n".join(lines)
    return f"<details><summary>{title} ({number})</summary>\n\n{table}{more}\n\n</details>"


def _changed(site: Path, address: str) -> list[str]:
    """What changed against the published site, as `data/changes.json` tells it."""
    read = _json(site / "data/changes.json")
    if not isinstance(read, dict):
        return []
    if read.get("compared") is False:
        return ["Nothing is published yet, so there is nothing to compare with."]
    return [_figures(_dicts(read.get("figures"))), _pages(_dicts(read.get("pages")), address)]


def _rows(path: Path) -> list[Row]:
    return _dicts(_json(path))


def _dicts(value: object) -> list[Row]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _json(path: Path) -> object:
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
