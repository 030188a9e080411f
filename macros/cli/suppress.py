"""`suppress`: raw figures in, figures without small counts out; the raw ones never enter the project's folder."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from macros.errors import BadRequest

WORDS = {
    "small": "a count from {lowest} to {highest}",
    "share": "a percentage of a small count, or of fewer than {least_base}",
    "group": "it tells about every member of a small group",
    "subtraction": "needed so that a hidden figure cannot be worked out",
}


def suppress(root: Path, given: str, wanted: str) -> int:
    """Write `wanted`, say what was hidden and why; 0 when every hidden figure is safe."""
    from macros.datasets.raw_figures import suppressed
    from macros.datasets.store import open_store
    from macros.datasets.suppression import DEFAULT

    source, target = Path(given).resolve(), Path(wanted).resolve()
    _refuse(root, source, target)
    catalogue = open_store(root).catalogue
    made = suppressed(source, catalogue, DEFAULT)
    with target.open("x", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, made.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(made.rows)
    for row, why in sorted(made.hidden.items()):
        cells = made.rows[row]
        what = " ".join(cells[name] for name in made.columns[: made.columns.index("value")] if cells[name])
        print(f"Row {row + 2}, {what}: hidden, {words_for(why)}.")
    _sum_up(made.hidden, target)
    for row in made.unsafe:
        print(f"Row {row + 2} may still be worked out, and no other figure is left to hide. Leave its table out.")
    return int(bool(made.unsafe))


def words_for(why: str) -> str:
    """Why a figure is hidden, in plain words."""
    from macros.datasets.suppression import DEFAULT

    facts = {"lowest": DEFAULT.lowest, "highest": DEFAULT.highest, "least_base": DEFAULT.least_base}
    return WORDS[why].format(**facts)


def _refuse(root: Path, source: Path, target: Path) -> None:
    inside = root.resolve()
    if source.is_relative_to(inside):
        if target.is_relative_to(inside):
            raise BadRequest(
                "The raw figures lie inside the project's folder, where they could be published.",
                "Move them to a folder of their own, outside it, and run this again.",
            )
        print("Take care: the raw figures lie inside the project's folder. Move them out before anything is committed.")
    if not source.is_file():
        raise BadRequest(f"There is no file '{source.name}'.", "Name the CSV file that holds the raw figures.")
    if target.exists() or target.is_symlink():
        raise BadRequest(f"'{target.name}' is there already.", "Name a new file: nothing is ever overwritten.")
    if not target.parent.is_dir():
        raise BadRequest(f"There is no folder for '{target.name}'.", "Make the folder first.")


def _sum_up(hidden: Mapping[int, str], target: Path) -> None:
    if not hidden:
        print(f"Nothing had to be hidden. Written to {target.name}.")
        return
    count = Counter(hidden.values())
    protecting = count["subtraction"]
    print(f"{len(hidden)} figures hidden, {protecting} of them to protect others. Written to {target.name}.")
