"""Where a sentence of a page was written: in the page's Markdown, or in a CSV file that a macro laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.datasets.catalogue import FOLDER, Place
from macros.datasets.page_source import PageSource
from macros.wording.source_line import source_line

_FEWEST = 4  # words: fewer stand in many files


class WhereSaid:
    """Looks for sentences of one page; `data` are the folders below the project whose CSV texts it may show."""

    def __init__(self, root: Path, page: PageSource, data: Iterable[str] = ()) -> None:
        self._root, self._page, self._data = root, page, tuple(data)

    def place(self, sentence: str) -> Place:
        """Path and line (0 when it stands nowhere as it is, as a sentence that a macro makes)."""
        own = source_line(self._page.body.splitlines(), sentence)
        if own:
            return self._page.path, own + self._page.body_line - 1
        plain = sentence.rstrip(".").lower()
        if len(plain.split()) < _FEWEST:
            return self._page.path, 0
        for folder in (*self._data, FOLDER):
            for path, lines in _texts(self._root / folder):
                for number, line in enumerate(lines, 1):
                    if plain in line:
                        return f"{folder}/{path}", number
        return self._page.path, 0


def _texts(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The CSV files of a folder, in small letters."""
    for path in sorted(folder.glob("*.csv")):
        yield path.name, path.read_text(encoding="utf-8", errors="replace").lower().splitlines()
