"""`verify`: whether a deployed folder is what the repository says, byte for byte.

First the folder is held against its own manifest. Then the site is built again, from the commit, for the address and as
of the day that the manifest names, and held against that. Nothing is asked of a network.

Exit codes: 0 the same, 1 something differs, 2 it cannot be told.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

from macros.cli import engine
from macros.datasets.build_day import VARIABLE, as_variable
from macros.datasets.commit import is_clean
from macros.errors import ReportsError
from macros.publishing import manifest as listing
from macros.publishing.manifest import Differences, Entry, Manifest
from macros.publishing.pull_requests.branch import AS_IT_IS, KEPT, PREVIEWS

SAME, DIFFERS, UNKNOWN = 0, 1, 2
SHOWN = 50  # files of a kind that are named
# a server's own rules, which the guide tells a web team to copy from the site's folder `hosting/`
COPIED = {".htaccess": "hosting/apache.conf", "web.config": "hosting/web.config"}


def verify(root: Path, site: Path) -> int:
    """Hold the folder `site` against its manifest and against what the project at `root` builds."""
    try:
        return _verify(root, site)
    except (ReportsError, OSError) as error:
        print(f"It cannot be told whether {site} is as published. {error}", file=sys.stderr)
        return UNKNOWN


def _verify(root: Path, site: Path) -> int:
    manifest = listing.read_manifest(site)
    all_of_it = listing.entries(site)
    there = _without_the_hosts(all_of_it, manifest)
    of_itself = listing.differences(manifest.files, there)
    print(
        f"{site} holds {len(there)} files; its manifest was written on {manifest.day or 'a day that it does not say'}."
    )
    if previews := sum(path.startswith(f"{PREVIEWS}/") for path in all_of_it):
        print(f"Not looked at: {previews} files in {PREVIEWS}/, which are drafts and no part of the public site.")
    if of_itself:
        print("\nIt is not what its own manifest says:")
        _name(of_itself)
    print(_from_what(root, manifest))
    with _sources(root, manifest) as sources, tempfile.TemporaryDirectory() as workshop:
        again = Path(workshop) / "site"
        _build(sources, again, manifest)
        built = listing.read_manifest(again)
        differing = listing.differences(built.files, there)
        # every byte counts, those of the list itself, too; all but the commit are known from its other lines
        if listing.manifest_text(manifest) != (site / listing.FILE).read_text(encoding="utf-8"):
            changed = tuple(sorted({*differing.changed, listing.FILE}))
            differing = Differences(changed, differing.missing, differing.extra)
    if differing:
        same = "\nNor is it what the repository builds: the same files differ."
        print(same if differing == of_itself else "\nIt is not what the repository builds:")
        _name(differing if differing != of_itself else Differences((), (), ()))
        return DIFFERS
    if of_itself:
        return DIFFERS
    print(f"\nAll {len(there)} files are, byte for byte, what the repository builds.")
    return SAME


def _without_the_hosts(there: dict[str, Entry], manifest: Manifest) -> dict[str, Entry]:
    """The files of a folder without those that belong to its host: its marks, previews, rules that were copied."""
    return {
        path: one for path, one in there.items() if path in manifest.files or not _is_the_hosts(path, one, manifest)
    }


def _is_the_hosts(path: str, one: Entry, manifest: Manifest) -> bool:
    is_copy = path in COPIED and one == manifest.files.get(COPIED[path])
    return is_copy or path.split("/", maxsplit=1)[0] in KEPT or (path == AS_IT_IS and one.size == 0)


def _name(found: Differences) -> None:
    for word, paths in (("changed", found.changed), ("missing", found.missing), ("extra", found.extra)):
        for path in paths[:SHOWN]:
            print(f"  {word}: {path}")
        if len(paths) > SHOWN:
            print(f"  … and {len(paths) - SHOWN} more that are {word}")


def _from_what(root: Path, manifest: Manifest) -> str:
    if not manifest.commit:
        state = "as they are" if is_clean(root) else "as they are, with changes that are not committed"
        return f"The manifest names no commit. Building from the files of this project {state} …"
    return f"Building again from commit {manifest.commit[:12]} …"


@contextmanager
def _sources(root: Path, manifest: Manifest) -> Iterator[Path]:
    """The project's files as they were at the manifest's commit, in a folder of their own: nothing that was made
    before takes part. Raises ReportsError when git does not have them."""
    if not manifest.commit:
        yield root
        return
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["git", "-C", str(root), "archive", "--format=tar", manifest.commit], check=False, capture_output=True
        )
        if done.returncode:
            raise ReportsError(
                f"Commit {manifest.commit[:12]}, from which it was built, is not in this repository.",
                "Get it: git fetch --unshallow, or git fetch --all.",
            )
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        _same_packages(root, Path(folder))
        yield Path(folder)


def _same_packages(root: Path, sources: Path) -> None:
    here, then = ((one / "requirements.lock") for one in (root, sources))
    if here.exists() and then.exists() and here.read_bytes() != then.read_bytes():
        raise ReportsError(
            "The locked packages have changed since that commit, and others may build other pages.",
            "Take the project as it was into a folder of its own (git worktree add ../as-published <commit>), "
            "and verify from there.",
        )


def _build(sources: Path, again: Path, manifest: Manifest) -> None:
    """Build the site as the manifest says. Raises ReportsError when the project does not build."""
    words = [sys.executable, "-m", "macros", "build", "--to", str(again)]
    if with_papers := any(path.endswith(".pdf") for path in manifest.files):
        from macros.publishing.paper.papers import why_not

        words.append("--pdf")
        if why := why_not():
            raise ReportsError(f"It holds PDFs, which cannot be made here. {why}", "python -m macros setup --tests")
    variables = {
        "TWO_VOICES_NO_SETUP": "1",
        "TWO_VOICES_KEEP_PAGES": "0",
        "TWO_VOICES_SITE_URL": manifest.address,
        VARIABLE: _moment(manifest.day),
    }
    done = subprocess.run(
        words, check=False, cwd=sources, env=engine.variables(**variables), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode or not (again / listing.FILE).is_file():
        what = " with its PDFs" if with_papers else ""
        raise ReportsError(f"The site{what} could not be built again:\n{done.stdout.strip()}")


def _moment(day: str) -> str:
    try:
        return as_variable(date.fromisoformat(day))
    except ValueError:
        return os.environ.get(VARIABLE, "")
