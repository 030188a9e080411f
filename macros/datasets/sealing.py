"""Sealing a release, and beginning the next one from it.

A sealed release keeps in its `release.yml` a checksum of each of its files; a correction is a new folder.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tempfile
from datetime import date
from pathlib import Path

from macros.datasets.frozen import FOLDER, SEAL, checksums, is_sealed, text_checksum
from macros.datasets.store import Store
from macros.datasets.whole_file import write_whole
from macros.datasets.yaml_edit import verified, with_setting
from macros.datasets.yaml_source import parse_settings, read_settings
from macros.errors import CONTROL, BadRequest
from macros.model.report import Report

ABOVE = (
    b"# Sealed: nothing above this line and no CSV of this folder changes any more. A correction is a new release.\n"
)
SEALED = ("checksums", "text_checksum", "rows")  # the settings of a seal
MOST = 1_000  # letters of a reason


def release_folder(report: Report) -> str:
    """The folder of the release in force, from the project's root."""
    return f"{FOLDER}/{report.id}/{report.release.isoformat()}"


def seal(root: Path, report: Report) -> dict[str, int]:
    """Write the seal into `release.yml` of the release in force; the rows of each of its files.

    Raises BadRequest when the author's text would not stay as it is. Half a seal never stands.
    """
    folder = release_folder(report)
    path = f"{folder}/release.yml"
    settings, wrong = read_settings(root, path)
    if wrong:
        raise BadRequest(f"{path}: {wrong[0].message}", "")
    if half := [name for name in SEALED if name in settings]:
        raise BadRequest(f"{path} has a setting '{half[0]}' already.", "Remove it: sealing writes it.")
    whole, rows = sealed((root / path).read_bytes(), root / folder, path)
    write_whole(root / path, whole)
    return rows


def sealed(settings: bytes, folder: Path, path: str) -> tuple[bytes, dict[str, int]]:
    """An author's `release.yml` with the seal of the files in `folder` below it; the rows of each file.

    Raises BadRequest when the author's text would not stay as it is; `path` is what a message calls it.
    """
    text = _ended(settings) + ABOVE
    sums = checksums(folder)
    rows = {name: _count_rows(folder / name) for name in sums}
    added: dict[str, object] = {"checksums": sums, "text_checksum": text_checksum(text), "rows": rows}
    whole = text + _written(added).encode()
    before, _ = parse_settings(settings.decode("utf-8-sig"), path)
    verified(whole.decode("utf-8-sig"), {**before, **added}, path)
    return whole, rows


def _written(added: dict[str, object]) -> str:
    lines = []
    for name, value in added.items():
        if value and isinstance(value, dict):
            lines += [f"{name}:", *(f"  {_name(key)}: {one}" for key, one in value.items())]
        else:
            lines.append(f"{name}: {value}")  # {} for a release without files
    return "".join(f"{line}\n" for line in lines)


def _name(name: str) -> str:
    """A file's name as a YAML key; in quotation marks unless it is plain."""
    return name if name.replace("-", "a").replace("_", "a").replace(".", "a").isalnum() else json.dumps(name)


def _ended(data: bytes) -> bytes:
    return data if data.endswith(b"\n") or not data else data + b"\n"


def _count_rows(path: Path) -> int:
    """The records of a CSV below its header."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return max(0, sum(1 for record in csv.reader(io.StringIO(text, newline="")) if record) - 1)


def correct(store: Store, report: Report, reason: str, day: date) -> str:
    """Begin the release of `day` from the sealed one in force, and put it into force; its folder.

    The figures are the same until the author changes them. Raises BadRequest where it cannot be.
    """
    reason = _reason(reason)
    old = store.root / release_folder(report)
    new = store.root / FOLDER / report.id / day.isoformat()
    if not is_sealed(store.root, report.id, report.release):
        raise BadRequest(
            f"The release of {report.release.isoformat()} is not sealed: it can still be changed where it is.",
            f"Change it there; when it is right: python -m macros release {report.id}",
        )
    if new.exists():
        raise BadRequest(
            f"There is a release of {day.isoformat()} already.",
            "Choose another day with --date, or remove that folder if a correction was begun and given up.",
        )
    if day <= report.release:
        raise BadRequest(
            f"A release of {day.isoformat()} would be older than the one it corrects ({report.release.isoformat()}).",
            "Choose a later day with --date.",
        )
    if wrong := [one for one in store.findings if one.path.startswith(f"{release_folder(report)}/")]:
        raise BadRequest(f"{wrong[0].place}: {wrong[0].message}", "A correction begins from a release that is whole.")
    settings = _next_settings(old / "release.yml", reason, report.release, day)
    in_force = _moved(store.root / FOLDER / report.id / "report.yml", day)
    _copy(old, new, settings)
    write_whole(store.root / FOLDER / report.id / "report.yml", in_force)
    return new.relative_to(store.root).as_posix()


def _reason(reason: str) -> str:
    """The reason on one line. Raises BadRequest for one that says nothing, or that cannot be shown."""
    told = re.sub(r"[ \t\r\n\u00a0]+", " ", reason).strip()
    if not any(letter.isalpha() for letter in told):
        raise BadRequest("A correction needs a reason.", 'Say why in a sentence: --reason "The fourth quarter was …".')
    if CONTROL.search(told) or not told.isprintable():
        raise BadRequest("The reason holds a character that cannot be seen.", "Type it again instead of pasting it.")
    if len(told) > MOST:
        raise BadRequest(f"The reason is longer than {MOST} letters.", "Readers need a sentence or two.")
    return told


def _next_settings(old: Path, reason: str, before: date, day: date) -> bytes:
    """`release.yml` of the next release: the author's text, unsealed, with its day, reason and what it replaces."""
    data = SEAL.split(old.read_bytes(), maxsplit=1)[0].removesuffix(ABOVE)
    text, path = data.decode("utf-8-sig"), old.name
    for name, value in (("why", reason), ("supersedes", before.isoformat()), ("date", day.isoformat())):
        text = with_setting(text, name, value, path=path)
    return text.encode()


def _moved(report: Path, day: date) -> bytes:
    """`report.yml` with another release in force."""
    return with_setting(report.read_bytes().decode("utf-8-sig"), "release", day.isoformat(), path=report.name).encode()


def _copy(old: Path, new: Path, settings: bytes) -> None:
    """Make the folder `new` in one step: the files of `old` and its own `release.yml`."""
    with tempfile.TemporaryDirectory(dir=old.parent, prefix=f".{new.name}.") as workshop:
        made = Path(workshop) / new.name
        made.mkdir()
        for path in sorted(old.iterdir()):
            if path.is_file() and not path.is_symlink() and path.name != "release.yml":
                shutil.copyfile(path, made / path.name)
        (made / "release.yml").write_bytes(settings)
        made.rename(new)
