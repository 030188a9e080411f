"""`translations`: a translated summary says who made it and of what, and that page has not changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.checks.context import Context
from macros.datasets.languages import LANGUAGES, Language, read_languages
from macros.datasets.page_source import DOCS, PageSource
from macros.datasets.translations import Translation, changed_parts, source_hash, translations
from macros.errors import instead, nearest
from macros.model.finding import Finding
from macros.model.period import calendar_day
from macros.model.problems import KINDS

_HASH = re.compile(r"[0-9a-f]{6}(?:-[0-9a-f]{6})*")


def translated(context: Context) -> list[Finding]:
    """Translations that lack a setting, and those whose page says something else by now."""
    languages, findings = read_languages(context.store.root)
    sources = {page.path.removeprefix(f"{DOCS}/"): page for page in context.pages}
    for one in translations(context.pages):
        findings += _settings(one, languages, sources)
        if one.source in sources:
            findings += _stale(one, sources[one.source])
    return findings


def _settings(one: Translation, languages: Mapping[str, Language], sources: Mapping[str, object]) -> Iterator[Finding]:
    meta = one.page.meta
    lang = str(meta.get("lang") or "")
    if lang != one.code:
        yield _wrong(one, "lang", lang, f"Write `lang: {one.code}`, or give the file the name of its language.")
    elif lang not in languages:
        yield _wrong(one, "lang", lang, f"{instead(lang, languages)} Or add a row to {LANGUAGES}.".strip())
    if not str(meta.get("translator") or "").strip():
        yield _wrong(one, "translator", "", "Say who translated the page: a person's role or an organisation.")
    day = str(meta.get("translated") or "")
    if calendar_day(day) is None:
        yield _wrong(one, "translated", day, "Write the day of the translation as 2026-11-27.")
    if one.source not in sources:
        close = nearest(one.source, sorted(map(str, sources))) if one.source else []
        remedy = f"The nearest are: {', '.join(close)}." if close else ""
        yield _wrong(
            one, "source", one.source, f"Write the path below docs/ of the page it translates. {remedy}".strip()
        )


def _stale(one: Translation, source: PageSource) -> Iterator[Finding]:
    now, then = source_hash(source), str(one.page.meta.get("source_hash") or "")
    if not _HASH.fullmatch(then):
        yield _wrong(one, "source_hash", then, f"If it translates the page as it is now, write `source_hash: {now}`.")
    elif then != now:
        changed = ", ".join(changed_parts(source, then)) or "their order"
        day = str(one.page.meta.get("translated") or "?")
        facts: dict[str, object] = {"page": source.path, "day": day, "changed": changed, "hash": now}
        yield Finding(KINDS["translation-stale"], one.page.path, 1, facts)


def _wrong(one: Translation, setting: str, cell: str, remedy: str) -> Finding:
    told = f"'{cell}'" if cell else "missing"
    return Finding(KINDS["translation-setting"], one.page.path, 1, {"setting": setting, "told": told, "remedy": remedy})
