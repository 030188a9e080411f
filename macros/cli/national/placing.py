"""Where a nation's sites stand: `councils/<id>/` each, the pages about all of them above. Each is swapped in whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.authoring.national.front_site import COUNCILS
from macros.cli.swap import recover, swap_in
from macros.publishing.result_store import stands_already, write_site


@dataclass(frozen=True)
class Places:
    """The folder of the whole nation."""

    folder: Path

    def council(self, council: str) -> Path:
        """The folder of a council's site."""
        return self.folder / COUNCILS / council


def place_site(places: Places, council: str, files: Mapping[str, bytes]) -> None:
    """Put a council's site into its place, whole; nothing is touched where it stands already."""
    place = places.council(council)
    recover(place)
    if not stands_already(files, place):
        with _workshop(places.folder) as new:
            write_site(files, new)
            place.parent.mkdir(parents=True, exist_ok=True)
            swap_in(new, place)


def place_front(places: Places, files: Mapping[str, bytes]) -> None:
    """Put the pages about all councils beside the councils: folder by folder, the front page last."""
    with _workshop(places.folder) as new:
        write_site(files, new)
        for made in sorted(new.iterdir(), key=lambda path: path.name == "index.html"):
            if made.is_dir():
                swap_in(made, places.folder / made.name)
            else:
                os.replace(made, places.folder / made.name)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    new.chmod(0o755)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)
