"""`keep`: the edition that is public now is kept, so that it stays to be seen when a newer release takes its place."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from pathlib import Path

from macros.datasets.editions import COLUMNS, list_path, read_editions
from macros.datasets.frozen import is_sealed
from macros.datasets.store import Store, open_store
from macros.datasets.whole_file import write_whole
from macros.errors import BadRequest, ReportsError
from macros.model.kept_edition import KeptEdition
from macros.model.period import calendar_day
from macros.model.report import Report
from macros.publishing.edition_archive import pack, release_in
from macros.publishing.manifest import FILE, differences, entries, read_manifest

SITE = "site"


def keep(root: Path, name: str, site: Path) -> int:
    """Keep the edition of the report `name` that the folder `site` holds."""
    store = open_store(root)
    one, size = keep_edition(store, store.report(name), site)
    print(f"Kept the edition of {name} with the release of {one.release.isoformat()}: {one.path}, {size / 1e6:.1f} MB.")
    print("Commit it. It is shown once a newer release is published.")
    return 0


def keep_edition(store: Store, report: Report, site: Path) -> tuple[KeptEdition, int]:
    """Write the archive of the edition that the folder `site` holds, and its row; with its size in bytes.

    Raises ReportsError when the folder is not whole, does not hold the report, or holds another edition than the one
    that is kept and has been replaced since: what was published does not change.
    """
    manifest = read_manifest(site)
    if found := differences(manifest.files, entries(site)):
        path = (*found.changed, *found.missing, *found.extra)[0]
        told = f"The folder {site} is not as it was built: {path} is changed, missing or not ours."
        raise BadRequest(told, f"Take a folder that agrees with its {FILE}.")
    day = calendar_day(release_in(site, report.id))
    if day is None or not is_sealed(store.root, report.id, day):
        told = f"The folder {site} shows no sealed release of {report.id}."
        raise BadRequest(told, "Name the folder as it was published, with --site.")
    data = pack(site, manifest, report.id, day.isoformat())
    kept, wrong = read_editions(store.root, report.id)
    if wrong:
        raise BadRequest(f"{wrong[0].place}: {wrong[0].message}")
    one = KeptEdition(report.id, day, sha256(data).hexdigest(), "", 0)
    before = next((other for other in kept if other.release == day), None)
    if before and before.sha256 not in ("", one.sha256) and day != report.release:
        told = f"Another edition with the release of {day.isoformat()} is kept already, and has been replaced since."
        raise BadRequest(told, "It stays as it is.")
    archive = store.root / one.path
    archive.parent.mkdir(parents=True, exist_ok=True)
    write_whole(archive, data)
    write_whole(store.root / list_path(report.id), _listed([*(old for old in kept if old.release != day), one]))
    return one, len(data)


def _listed(kept: list[KeptEdition]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(kept, key=lambda one: one.release):
        writer.writerow((one.release.isoformat(), one.sha256, one.why))
    return out.getvalue().encode()


def keep_before_correction(store: Store, report: Report) -> str:
    """Keep the edition that is public, from the last build if that is it; what was done, or what is to do, in words."""
    if not report.is_published:
        return ""
    site = store.root / SITE
    try:
        if release_in(site, report.id) == report.release.isoformat():
            one, _ = keep_edition(store, report, site)
            return f"The edition that is public now is kept: {one.path}. It stays at its own address.\n"
    except ReportsError:
        pass
    return (
        f"The edition that is public now is not kept yet: {SITE}/ does not hold it. Keep it from the folder that was "
        f"published, or the site is not built: python -m macros keep {report.id} --site <folder>\n"
    )
