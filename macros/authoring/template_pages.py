"""The pages of a new report, made from the templates in `data/sections`: all sections, or those asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.errors import BadRequest

TEMPLATES = "data/sections"
ALWAYS = ("index", "guidance", "about-the-figures")  # of the formal edition
YOUNG_ALWAYS = ("index", "who-to-talk-to")
_OTHER = re.compile(r"^other_voice: (\S+)$", re.MULTILINE)


def template_pages(templates: Path, sections: Sequence[str], words: Mapping[str, str]) -> dict[str, str]:
    """Path from the project's root and text of each page, formal edition first, in the templates' order.

    `sections` are pages of the formal edition (empty: all); `words` fill the places such as [[council]].
    Raises BadRequest for a section that is none.
    """
    formal = _order(templates / "formal")
    known = [name.removesuffix(".md") for name in formal]
    for section in sections:
        if section not in known:
            raise BadRequest(f"There is no section called '{section}'.", f"Choose among: {', '.join(known)}.")
    young = _order(templates / "young-people")
    if sections:
        paired = _paired(templates / "formal", sections)
        formal = [name for name in formal if name.removesuffix(".md") in (*ALWAYS, *sections)]
        young = [name for name in young if name in paired or name.removesuffix(".md") in YOUNG_ALWAYS]
    folder = f"docs/reports/{words['report']}"
    made = {f"{folder}/{name}": _filled(templates / "formal" / name, words) for name in formal}
    made |= {f"{folder}/young-people/{name}": _filled(templates / "young-people" / name, words) for name in young}
    return {path: _with_other_voice(made, folder, text) for path, text in made.items()}


def _paired(formal: Path, sections: Sequence[str]) -> set[str]:
    """The young people's pages that some pages of the formal edition name as their other voice."""
    texts = ((formal / f"{name}.md").read_text(encoding="utf-8") for name in sections)
    return {found[1].rsplit("/", 1)[-1] for text in texts if (found := _OTHER.search(text))}


def _filled(template: Path, words: Mapping[str, str]) -> str:
    text = template.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"[[{word}]]", value)
    return text


def _with_other_voice(made: Mapping[str, str], folder: str, text: str) -> str:
    """A page whose other voice was left out leads to that edition's first page."""
    found = _OTHER.search(text)
    if found is None or f"docs/{found[1]}" in made:
        return text
    edition = "young-people/" if "/young-people/" in found[1] else ""
    return text.replace(found[0], f"other_voice: {folder.removeprefix('docs/')}/{edition}index.md", 1)


def _order(folder: Path) -> list[str]:
    """The templates in the order of `order.txt`; any other after them by name."""
    listed = (folder / "order.txt").read_text(encoding="utf-8").split() if (folder / "order.txt").exists() else []
    there = sorted(path.name for path in folder.glob("*.md"))
    return [name for name in listed if name in there] + [name for name in there if name not in listed]
