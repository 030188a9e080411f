"""Putting figures into the draft release of a report: all of them in one step, or none.

A sealed release is never touched. What a file does not speak of stays as it is.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.datasets.catalogue import Catalogue
from macros.datasets.frozen import is_sealed
from macros.datasets.observations import AFTER, BEFORE, read_observations
from macros.datasets.report_settings import Settings, topic_files
from macros.datasets.sealing import release_folder
from macros.datasets.store import Store
from macros.datasets.whole_file import write_whole
from macros.datasets.yaml_source import parse_settings, read_settings
from macros.errors import BadRequest
from macros.model.finding import Severity
from macros.model.observation import Observation, ObservationKey
from macros.model.report import Report

_BY_HAND = "Mend release.yml first: python -m macros check says where."


@dataclass(frozen=True)
class Figure:
    """One row of a release as text, the file it stands in, and where an author finds it."""

    key: ObservationKey
    cells: Mapping[str, str]
    file: str
    place: str


@dataclass
class Merged:
    """The figures of a release after an import, and what that changed, as keys."""

    figures: list[Figure]
    new: list[ObservationKey] = field(default_factory=list)
    changed: list[ObservationKey] = field(default_factory=list)
    taken_out: list[ObservationKey] = field(default_factory=list)
    same: int = 0
    untouched: int = 0


def open_draft(store: Store, report: Report) -> list[Figure]:
    """The figures that the draft release of a report holds. Raises BadRequest when it is sealed or not whole."""
    folder = release_folder(report)
    if is_sealed(store.root, report.id, report.release):
        raise BadRequest(
            f"The release of {report.release.isoformat()} is sealed: what was published does not change.",
            f'Begin a correction first: python -m macros correct {report.id} --reason "Why, in a sentence."',
        )
    if not (store.root / folder / "release.yml").is_file():
        return []
    wrong = [
        one
        for one in store.findings
        if one.path.startswith(f"{folder}/")
        and one.severity is Severity.STOPS
        and not one.path.endswith("relations.csv")
    ]
    if wrong:
        raise BadRequest(f"{wrong[0].place}: {wrong[0].message}", "Mend the release first, so that nothing is lost.")
    return [_figure(one) for one in store.release(report.id).observations]


def _figure(one: Observation) -> Figure:
    numbers = (one.value, one.numerator, one.denominator)
    cells = {name: "" if number is None else f"{number:f}" for name, number in zip(AFTER, numbers, strict=False)}
    cells |= {"status": one.status.value, "source": one.source, "note": one.note}
    return Figure(one.key, cells, Path(one.path).name, f"{one.path}:{one.row}")


def merge(held: list[Figure], given: Iterable[Figure], empty: Iterable[ObservationKey]) -> Merged:
    """The figures of a release after `given` took the place of those with the same keys; `empty` keys go."""
    new, old = _by_key(given), _by_key(held)
    gone = {_same(key) for key in empty}
    made = Merged([])
    done: set[_Same] = set()
    for figure in held:
        same = _same(figure.key)
        if same not in new and same not in gone:
            made.figures.append(figure)
            made.untouched += 1
        elif same in new and _cells(new[same]) == _cells(old[same]):
            given_at = next(one.place for one in new[same] if one.cells == figure.cells)
            made.figures.append(replace(figure, place=given_at))
            made.same += 1
        elif same not in done:
            made.figures += [_in_its_file(one, old[same]) for one in new.get(same, ())]
            (made.changed if same in new else made.taken_out).append(figure.key)
        done.add(same)
    for same, figures in new.items():
        if same not in old:
            made.new.append(figures[0].key)
            made.figures += figures
    return made


_Same = tuple[str, str, str, frozenset[tuple[str, str]]]


def _same(key: ObservationKey) -> _Same:
    """What a key is about; the order of its dimensions does not matter."""
    return key.indicator, key.area, key.period.text, frozenset(key.breakdown)


def _by_key(figures: Iterable[Figure]) -> dict[_Same, list[Figure]]:
    found: dict[_Same, list[Figure]] = {}
    for figure in figures:
        found.setdefault(_same(figure.key), []).append(figure)
    return found


def _cells(figures: Iterable[Figure]) -> list[list[tuple[str, str]]]:
    return sorted(sorted(figure.cells.items()) for figure in figures)


def _in_its_file(figure: Figure, old: list[Figure]) -> Figure:
    """A figure in the file in which the release held it, of the same printed place where there is one."""
    source = figure.cells["source"]
    beside = next((one for one in old if one.cells["source"] == source), old[0])
    return replace(figure, file=beside.file, key=beside.key)


def write_draft(
    store: Store, report: Report, figures: Iterable[Figure], held: Iterable[Figure], beside: Mapping[str, str]
) -> dict[str, int]:
    """Write the figures into the draft release of a report, which held others before; the rows of each file written.

    `beside` are the texts of other files, for which there is none yet. Raises BadRequest, with nothing written,
    when the figures would not be read back as they are.
    """
    place = store.root / release_folder(report)
    files, before = _by_file(figures), _by_file(held)
    changed = [name for name in dict.fromkeys((*before, *files)) if _rows(files, name) != _rows(before, name)]
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as workshop:
        made = Path(workshop) / place.name
        if place.is_dir():
            shutil.copytree(place, made, symlinks=True)
        else:
            made.mkdir()
        names = _write_settings(made, report, list(files))
        for name in changed:
            (made / name).write_text(_csv(files.get(name, []), store.catalogue), encoding="utf-8", newline="")
        added = {name: text for name, text in beside.items() if not (made / name).exists()}
        for name, text in added.items():
            (made / name).write_text(text, encoding="utf-8", newline="")
        _read_back(made, names, store.catalogue)
        _swap(made, place, Path(workshop) / "old")
    return {name: len(files.get(name, [])) for name in changed} | {
        name: text.count("\n") - 1 for name, text in added.items()
    }


def _by_file(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    files: dict[str, list[Figure]] = {}
    for figure in figures:
        files.setdefault(figure.file, []).append(figure)
    return files


def _rows(files: Mapping[str, list[Figure]], name: str) -> list[tuple[ObservationKey, dict[str, str]]]:
    return [(figure.key, dict(figure.cells)) for figure in files.get(name, [])]


def _csv(figures: list[Figure], catalogue: Catalogue) -> str:
    """A topic's file: the dimensions that its indicators have, as columns, in the order in which they come."""
    dimensions: dict[str, None] = {}
    for figure in figures:
        dimensions |= dict.fromkeys(catalogue.indicator(figure.key.indicator).dimensions)
    out = io.StringIO()
    writer = csv.DictWriter(out, (*BEFORE, *dimensions, *AFTER), restval="", lineterminator="\n")
    writer.writeheader()
    for figure in figures:
        key = figure.key
        cells = {"indicator": key.indicator, "area": key.area, "period": key.period.text}
        writer.writerow(cells | dict(key.breakdown) | dict(figure.cells))
    return out.getvalue()


def _write_settings(folder: Path, report: Report, files: list[str]) -> list[str]:
    """Name every file of figures in `release.yml`, which is made where there is none; all names, in order."""
    path = folder / "release.yml"
    if not path.is_file():
        listed = "".join(f"  - {name}\n" for name in files)
        text = (
            f"report: {report.id}\ndate: {report.release.isoformat()}\nwhy: First release.\n"
            f"origin:\n  title: {json.dumps(report.title, ensure_ascii=False)}\nlicence: OGL-UK-3.0\n"
            f"observations:{' []' if not files else ''}\n{listed}"
        )
        write_whole(path, text.encode())
        return files
    loaded, wrong = read_settings(folder, path.name)
    settings = Settings(path.name, loaded)
    names = topic_files(settings)
    if wrong or settings.findings:
        raise BadRequest("The release's release.yml cannot be changed as it is.", _BY_HAND)
    if added := [name for name in files if name not in names]:
        text = _with_files(path.read_text(encoding="utf-8-sig"), [*names, *added])
        if parse_settings(text, path.name) != ({**loaded, "observations": [*names, *added]}, []):
            raise BadRequest("The list `observations:` in release.yml cannot be changed safely.", _BY_HAND)
        write_whole(path, text.encode())
    return [*names, *added]


def _with_files(text: str, names: list[str]) -> str:
    """`release.yml` with another list of files; every other line stays."""
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith("observations:"):
            inside = True
            kept += ["observations:\n", *(f"  - {name}\n" for name in names)]
        elif not (inside and line.strip() and line[0] in " -]\t"):
            inside = inside and not line.strip()
            kept.append(line)
    return "".join(kept)


def _read_back(folder: Path, names: list[str], catalogue: Catalogue) -> None:
    """Refuse what the release would be refused for when it is read again."""
    _, findings = read_observations(folder, names, catalogue)
    if wrong := [one for one in findings if one.severity is Severity.STOPS]:
        told = " ".join(f"{one.place}: {one.message}" for one in wrong[:3])
        raise BadRequest(f"The figures would not be fit for a release. {told}", "Nothing was written.")


def _swap(made: Path, place: Path, old: Path) -> None:
    """Put a folder in the place of another; stopped in between, the old one comes back."""
    had = place.is_dir()
    if had:
        place.rename(old)
    try:
        made.rename(place)
    except OSError:
        if had:
            old.rename(place)
        raise
