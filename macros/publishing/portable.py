"""The project as an engine without hooks needs it: pages in a folder, the generated ones among them, and its settings.

What is not for the public is not in that folder, so no engine can publish it by a setting that it does not know.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.datasets.page_source import DOCS, FOLDER_META, way_from_folder
from macros.datasets.store import Store
from macros.errors import ReportsError
from macros.publishing.shown_pages import hidden_pages, made_pages, navigation

FOLDER = "generated"
SETTINGS = "generated.yml"
SITE = f"{FOLDER}/site"
SOURCE = "mkdocs.yml"
_TO_DATA = re.compile(r"""(\]\(|href=["'])(?:\.\./)+(data/|feed\.xml)""")
HEADING = "# Made by `python -m macros generate` from mkdocs.yml: change that one.\n"


def write_sources(store: Store, *, draft: bool = False) -> int:
    """Write the folder and the settings anew; how many pages there are. Raises ReportsError for unusable settings."""
    settings = engine_settings(store.root)
    place = store.root / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    hidden = hidden_pages(store, draft=draft)
    _copy(store.root / DOCS, place / DOCS, hidden)
    for path, text in made_pages(store, draft=draft).items():
        target = place / DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    settings |= {"docs_dir": f"{FOLDER}/{DOCS}", "site_dir": SITE}
    if nav := settings.pop("nav", None):
        settings["nav"] = navigation(store, nav, draft=draft)
    settings["not_in_nav"] = "\n".join(
        line for line in str(settings.get("not_in_nav", "")).splitlines() if line.strip() not in hidden
    )
    settings["theme"] = {**settings.get("theme", {}), "variant": "classic"}  # Zensical's word for Material's look
    settings.pop("hooks", None)
    told = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (store.root / SETTINGS).write_text(HEADING + told, encoding="utf-8", newline="\n")
    return sum(1 for _ in (place / DOCS).rglob("*.md"))


def _copy(docs: Path, target: Path, hidden: list[str]) -> None:
    """Copy the sources, links to what is written last (data, feed) turned around; settings of empty folders go, too."""

    def left_out(folder: str, names: list[str]) -> list[str]:
        inside = Path(folder).relative_to(docs).as_posix()
        paths = {name: f"/{name}" if inside == "." else f"/{inside}/{name}" for name in names}
        return [name for name, path in paths.items() if {path, f"{path}/"} & set(hidden)]

    shutil.copytree(docs, target, ignore=left_out)
    for path in target.rglob("*.md"):
        text = path.read_text(encoding="utf-8-sig")
        way = way_from_folder(path.relative_to(target).as_posix())
        turned = _TO_DATA.sub(rf"\1{way}/\2", text)
        if turned != text:
            path.write_text(turned, encoding="utf-8", newline="\n")
    for path in sorted(target.rglob(FOLDER_META), reverse=True):
        if not any(path.parent.rglob("*.md")):
            path.unlink()


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, …, default]` as MkDocs does: the first variable that is set, or the last value."""


def _variable(loader: _Loader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(loader.construct_scalar(node)))
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
    *names, default = names or [None]
    for name in names:
        if str(name) in os.environ:
            return yaml.safe_load(os.environ[str(name)])
    return default


_Loader.add_constructor("!ENV", _variable)


def engine_settings(root: Path) -> dict[str, Any]:
    """What mkdocs.yml says, variables put in. Raises ReportsError where it cannot be read."""
    try:
        read = yaml.load((root / SOURCE).read_text(encoding="utf-8"), _Loader)  # noqa: S506  # a SafeLoader
    except (OSError, yaml.YAMLError) as error:
        why = getattr(error, "problem", "") or str(error)
        line = mark.line + 1 if (mark := getattr(error, "problem_mark", None)) else 1
        raise ReportsError(f"{SOURCE}:{line} cannot be read: {why}.", "Take it back from git.") from error
    if not isinstance(read, dict):
        raise ReportsError(f"{SOURCE} holds no settings.", "Take it back from git.")
    return read
