"""What a page's template is told of languages: its own, and those that the page can be read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from macros.checks.context import open_context
from macros.datasets.languages import Language, read_languages
from macros.datasets.page_source import DOCS
from macros.datasets.translations import Translation, is_translation, translations
from macros.pages.page_context import PageContext

TEMPLATE = "language.html"


Known = tuple[Mapping[str, Language], Sequence[Translation]]


def known_languages(root: Path) -> Known:
    """The languages of the catalogue and the translated pages, as they are when a build begins."""
    return read_languages(root)[0], translations(open_context(root).pages)


def describe_languages(page: PageContext, known: Known) -> None:
    """Put `languages` (of the page and its translations) and, on a translation, `language` into the page's settings."""
    languages, made = known
    meta = page.meta
    own = is_translation(f"{DOCS}/{page.path}")
    source = str(meta.get("source") or "") if own else page.path
    if own:
        meta.setdefault("template", TEMPLATE)
        meta.setdefault("search", {"exclude": True})  # the search is in English
        if language := languages.get(str(meta.get("lang"))):
            meta["language"] = {"direction": language.direction, "words": dict(language.words)}
    others = [one for one in made if one.source == source and one.code in languages]
    if others:
        english = {"code": "en-GB", "name": "English", "direction": "ltr", "url": _url(source), "here": not own}
        meta["languages"] = [english, *(_listed(one, languages, page.path) for one in others)]


def _listed(one: Translation, languages: Mapping[str, Language], here: str) -> dict[str, object]:
    language = languages[one.code]
    path = one.page.path.removeprefix(f"{DOCS}/")
    return {
        "code": language.code, "name": language.name, "direction": language.direction,
        "url": _url(path), "here": path == here,
    }  # fmt: skip


def _url(path: str) -> str:
    """The address of a page below the site's root; `./` for the front page, which the template's filter needs."""
    parts = PurePosixPath(path).with_suffix("").parts
    kept = parts[:-1] if parts[-1] == "index" else parts
    return "".join(f"{part}/" for part in kept) or "./"
