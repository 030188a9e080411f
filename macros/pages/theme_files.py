"""The theme's files without its hidden folders: Material's holds 14,500 icons, which MkDocs would list at each build
only to leave every one of them out again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, FileSystemLoader


class ThemeFiles(FileSystemLoader):
    """The folders of a theme, the first before the next. A hidden folder is not listed; a template may include
    what stands in it, as Material's do with an icon."""

    def list_templates(self) -> list[str]:
        """The paths below the folders, in order, `/` between their parts."""
        return sorted({name for folder in self.searchpath for name in _names(folder, self.followlinks)})


def without_hidden(theme: Any) -> None:
    """Let the theme's templates come from `ThemeFiles` instead of from jinja2's own loader of folders."""
    made = theme.get_env

    def get_env() -> Environment:
        env: Environment = made()
        if type(env.loader) is FileSystemLoader:  # another engine, or a version to come, may have its own
            env.loader = ThemeFiles(env.loader.searchpath, env.loader.encoding, env.loader.followlinks)
        return env

    theme.get_env = get_env


def _names(folder: str, followlinks: bool) -> Iterator[str]:
    for place, folders, files in os.walk(folder, followlinks=followlinks):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in files)
