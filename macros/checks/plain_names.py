"""`preferred-words` in the catalogue: the plain names and meanings that macros put on every page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.catalogue import Catalogue, Name
from macros.datasets.terms import YOUNG_PEOPLE, Term, terms_for
from macros.model.finding import Finding
from macros.model.problems import KINDS


def plain_names(context: Context) -> list[Finding]:
    """Words that the list for all councils asks us not to use, in what the catalogue says to young people."""
    catalogue = context.store.catalogue
    terms = terms_for(catalogue, "", YOUNG_PEOPLE)
    return [
        _finding(catalogue, name, term, text)
        for name, text in _said(catalogue)
        for term in terms
        if next(term.found_in(text), None)
    ]


def _said(catalogue: Catalogue) -> Iterator[tuple[Name, str]]:
    for indicator in catalogue.indicators.values():
        for text in (indicator.plain_name, indicator.plain_counted, indicator.plain_definition, indicator.plain_base):
            yield ("indicator", indicator.id), text
    for dimension, codelist in catalogue.codelists.items():
        for code in codelist.codes:
            yield (dimension, code.code), code.plain_label
    for row in catalogue.words.get("glossary", ()):
        yield ("glossary", row["id"]), row["meaning"]


def _finding(catalogue: Catalogue, name: Name, term: Term, text: str) -> Finding:
    path, row = catalogue.places[name]
    facts: dict[str, object] = {
        "cell": term.word,
        "say": term.say,
        "note": term.remark,
        "sentence": text.removesuffix("."),
        "more": "",
    }
    return Finding(KINDS["word-not-wanted"], path, row, facts)
