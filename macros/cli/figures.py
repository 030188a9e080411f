"""`workbook` and `import`: the figures of a report leave for Excel, and come back into its draft release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.errors import BadRequest

if TYPE_CHECKING:
    from macros.datasets.figures_import import Import
    from macros.datasets.given_figures import Remark

SHOWN = 40  # remarks that are printed; problems are always printed in full


def workbook(root: Path, name: str, to: str) -> int:
    """Write the workbook of the report `name`; beside the project's folder unless `to` says where."""
    from macros.datasets.store import open_store
    from macros.datasets.workbook import make_workbook

    store = open_store(root)
    report = store.report(name)
    target = Path(to or root.resolve().parent / f"{report.id}-figures.xlsx").resolve()
    _refuse(root, target)
    content = make_workbook(store, report)
    try:
        with target.open("xb") as out:
            out.write(content)
    except OSError:
        raise BadRequest(f"'{target.name}' cannot be written there.", "Choose another folder with --to.") from None
    print(f"Written: {target}")
    print("Open it in Excel and read its first sheet. When it is filled in:")
    print(f'  python -m macros import {report.id} "{target}"')
    return 0


def _refuse(root: Path, target: Path) -> None:
    if target.is_relative_to(root.resolve()):
        raise BadRequest(
            "The workbook would lie inside the project's folder, where its raw figures could be published.",
            "Choose a place outside it with --to.",
        )
    if target.suffix.lower() != ".xlsx":
        raise BadRequest(f"'{target.name}' does not end in .xlsx.", "Excel opens it only with that ending.")
    if target.exists() or target.is_symlink():
        raise BadRequest(
            f"'{target.name}' is there already.", "Name a new file with --to: nothing is ever overwritten."
        )
    if not target.parent.is_dir():
        raise BadRequest(f"There is no folder for '{target.name}'.", "Make the folder first.")


def import_figures(root: Path, name: str, file: str, mapping: str, *, suppress: bool) -> int:
    """Read a workbook or an export into the draft release of the report `name`; 1 when nothing was written."""
    from macros.datasets.figures_import import prepare_import, write_import
    from macros.datasets.sealing import release_folder
    from macros.datasets.store import open_store

    store = open_store(root)
    report = store.report(name)
    source = Path(file).resolve()
    if source.is_relative_to(root.resolve()):
        raise BadRequest(
            f"'{source.name}' lies inside the project's folder, where its raw figures could be published.",
            "Move it to a folder outside, and run this again.",
        )
    print(f"Reading {source.name} …")
    made = prepare_import(store, report, source, mapping, suppress=suppress)
    _tell(made)
    if made.understood.problems:
        print("\nNothing was written. Mend these places in the file, save it, and import it again.")
        return 1
    if made.hidden and not suppress:
        _tell_of_small_counts(made)
        return 1
    _tell_of_hiding(made)
    if made.unsafe:
        return 1
    rows = write_import(store, made)
    for written, count in rows.items():
        print(f"Written: {release_folder(report)}/{written}, {_count(count, 'row')}.")
    if not rows:
        print("The draft release holds just these figures already: nothing had to be written.")
    print("Look at what the checks say: python -m macros check")
    return 0


def _tell(made: Import) -> None:
    """What was understood, and what was not."""
    for place, text in made.sheets:
        print(f"{place}: {text}.")
    understood = made.understood
    _list("Read with care", understood.remarks, SHOWN)
    _list("Not understood", understood.problems, len(understood.problems))
    if not understood.problems:
        merged = made.merged
        counts = (
            (len(merged.new), "new"), (len(merged.changed), "changed"), (merged.same, "as they were"),
            (len(merged.taken_out), "taken out, because their rows are empty now"),
            (merged.untouched, "not in this file, left as they are"),
        )  # fmt: skip
        figures, empty = _count(len(understood.figures), "figure"), _count(len(understood.empty), "row")
        print(f"\n{figures} understood; {empty} left empty.")
        if told := "; ".join(f"{count} {what}" for count, what in counts if count):
            print(f"{told}.")
        for key in merged.taken_out[:SHOWN]:
            print(f"  Taken out: {key.words}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _list(title: str, remarks: list[Remark], most: int) -> None:
    if not remarks:
        return
    print(f"\n{title} ({len(remarks)}):")
    for place, text in remarks[:most]:
        print(f"  {place}: {text}")
    if len(remarks) > most:
        print(f"  … and {len(remarks) - most} more like these.")


def _tell_of_small_counts(made: Import) -> None:
    """Why nothing was written, and the two ways out."""
    from macros.cli.suppress import words_for

    outright = [one for one in made.hidden if one[2] != "subtraction"]
    print(f"\nSmall counts that could point at a child ({len(outright)}):")
    for place, words, why in outright:
        print(f"  {place}: {words}: {words_for(why)}.")
    beside = len(made.hidden) - len(outright)
    others = f" and {_count(beside, 'other')}" if beside else ""
    print(f"\nNothing was written: small counts must never come into the project. To hide them{others}, so that none")
    print("can be worked out, run the same again with --suppress at the end; your file is not changed.")
    print("Or do it by hand: choose the reason c under “Why blank”, and clear the figure and what stands beside it.")
    print("docs/guide/checks/small-numbers.md says why; python -m macros suppress does the same for a CSV file.")


def _tell_of_hiding(made: Import) -> None:
    from macros.cli.suppress import words_for

    for place, words, why in made.hidden:
        print(f"Hidden: {place}: {words}: {words_for(why)}.")
    if made.unsafe:
        print(f"\nHidden figures that could be worked out from the others ({len(made.unsafe)}):")
        for place, words in made.unsafe:
            print(f"  {place}: {words}")
        print("\nNothing was written. Hide another figure of each of these tables (reason c), or leave its total out.")
