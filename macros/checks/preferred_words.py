"""`preferred-words`: built pages say what young people asked us to say (data/catalogue/terms.csv)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.catalogue import Place
from macros.datasets.frozen import FOLDER
from macros.datasets.page_source import DOCS, PageSource, is_english
from macros.datasets.terms import YOUNG_PEOPLE, Term, in_brackets, terms_for
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.render.rendered_page import RenderedPage
from macros.render.where_said import WhereSaid


def preferred_words(context: Context) -> list[Finding]:
    """Words of the list on pages of both editions: each once a page, at its first place."""
    return [
        finding
        for source, shown in context.built
        if _is_of_an_edition(source)
        for finding in _page(context, source, shown)
    ]


def _page(context: Context, source: PageSource, shown: RenderedPage) -> Iterator[Finding]:
    store = context.store
    report = store.reports.get(str(source.meta.get("report", "")))
    terms = terms_for(store.catalogue, report.council if report else "", str(source.meta["edition"]))
    said = list(dict.fromkeys((*shown.own_sentences, *shown.labels)))
    where = WhereSaid(store.root, source, [f"{FOLDER}/{report.id}/{report.release}"] if report else ())
    whole = "\n".join(said).lower()
    for term in (one for one in terms if one.may_be_in(whole)):
        used = list(_uses(term, said, once_in_brackets=not _is_young(source)))
        if used:
            yield _finding(term, used, where.place(used[0][1]), young=_is_young(source))


def _uses(term: Term, said: list[str], *, once_in_brackets: bool) -> Iterator[tuple[str, str]]:
    """The word as it stands, and what it stands in; the legal term behind the plain one is let pass once."""
    spared = not once_in_brackets
    for text in said:
        for found in term.found_in(text):
            if not spared and in_brackets(text, found):
                spared = True
            else:
                yield found[0], text


def _finding(term: Term, used: list[tuple[str, str]], place: Place, *, young: bool) -> Finding:
    word, sentence = used[0]
    more = f" {len(used) - 1} more on this page." if len(used) > 1 else ""
    kind = KINDS["word-not-wanted" if young else "formal-word-not-wanted"]
    return Finding(
        kind,
        *place,
        {"cell": word, "say": term.say, "note": term.remark, "sentence": sentence.removesuffix("."), "more": more},
    )


def _is_of_an_edition(source: PageSource) -> bool:
    """A page of a report or for young people, in English."""
    if "edition" not in source.meta or not is_english(source.meta):
        return False
    return source.path.startswith(f"{DOCS}/reports/") or _is_young(source)


def _is_young(source: PageSource) -> bool:
    return source.meta.get("edition") == YOUNG_PEOPLE
