"""`plain-language`: built pages ask no more of their readers than their level allows (ACCESSIBILITY.md section 6)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from macros.checks.context import Context
from macros.datasets.frozen import FOLDER
from macros.datasets.page_source import DOCS, PageSource, is_english
from macros.datasets.store import Store
from macros.datasets.words import easy_words, plainer
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.render.rendered_page import RenderedPage
from macros.render.where_said import WhereSaid
from macros.wording.easy_words import EasyWords
from macros.wording.reading_levels import BODY, FORMULA_FROM, SUMMARY, YOUNG_PEOPLE, YOUNGEST, ReadingLevel
from macros.wording.split_here import is_list, split_here
from macros.wording.text_stats import TextStats, measure, words

_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z](?=s?\b)")
_SPELLED_OUT = re.compile(r"\(([A-Z][A-Z0-9]*[A-Z])s?\)")
_PERCENT = re.compile(r"\d\s?%|\bper\s?cent\b", re.IGNORECASE)
_SUMMARY_PAGE = re.compile(rf"{DOCS}/reports/[^/]+/index\.md")


def plain_language(context: Context) -> list[Finding]:
    """Sentences, words and whole pages that are harder than their readers should have to take."""
    return [
        finding
        for source, shown in context.built
        if (level := level_of(source))
        for finding in _words_of(context.store).page(source, shown, level)
    ]


def level_of(page: PageSource) -> ReadingLevel | None:
    """The level that a page is written for; None for pages outside the reports and pages of another language."""
    if not is_english(page.meta):
        return None
    if page.meta.get("edition") == "young-people":
        return YOUNGEST if page.meta.get("level") == "younger" else YOUNG_PEOPLE
    if page.path.startswith(f"{DOCS}/reports/"):
        return SUMMARY if _SUMMARY_PAGE.fullmatch(page.path) else BODY
    return None


class _Words:
    """The word lists, read once, and what a built page breaks."""

    def __init__(self, store: Store) -> None:
        root, glossary = store.root, store.catalogue.words.get("glossary", ())
        listed = easy_words(root)
        explained = [row["word"] for row in glossary]
        self._store, self._listed = store, bool(listed)
        self._easy = EasyWords([*listed, *explained])
        self._acronyms = {word for entry in (*listed, *explained) for word in _ACRONYM.findall(entry)}
        self._plainer = plainer(root)
        self._jargon = _any_of(self._plainer)

    def page(self, source: PageSource, shown: RenderedPage, level: ReadingLevel) -> Iterator[Finding]:
        """What a page of a level breaks."""
        report = str(source.meta.get("report", ""))
        release = self._store.reports.get(report)
        where = WhereSaid(self._store.root, source, [f"{FOLDER}/{report}/{release.release}"] if release else ())
        said = shown.own_sentences
        if level.mean:
            yield from _whole_page(source, measure("\n".join(said)), level)
        told: set[str] = set()
        for sentence in said:
            yield from _long(where, sentence, level)
            yield from self._officials(where, sentence, told)
            if level is YOUNGEST and _PERCENT.search(sentence):
                yield _at(where, "percent-for-youngest", sentence)
        yield from self._short_forms(where, said, level, set(_SPELLED_OUT.findall("\n".join(said))))
        yield from self._hard_words(where, said, level)

    def _officials(self, where: WhereSaid, sentence: str, told: set[str]) -> Iterator[Finding]:
        """Words of officials, each told once a page."""
        for found in self._jargon.findall(sentence) if self._jargon else ():
            if (word := found.lower()) not in told:
                told.add(word)
                yield _at(where, "officials-word", sentence, cell=found, say=self._plainer[word])

    def _short_forms(
        self, where: WhereSaid, said: Sequence[str], level: ReadingLevel, spelled_out: set[str]
    ) -> Iterator[Finding]:
        known = self._acronyms | (set() if level.stops else spelled_out)
        told: dict[str, str] = {}
        for sentence in said:
            for short in _ACRONYM.findall(sentence):
                if short not in known:
                    told.setdefault(short, sentence)
        for short, sentence in told.items():
            kind = "acronym" if level.stops else "formal-acronym"
            yield _at(where, kind, sentence, cell=short)

    def _hard_words(self, where: WhereSaid, said: Sequence[str], level: ReadingLevel) -> Iterator[Finding]:
        """The hard words of a page with too many of them: the most frequent first, until few enough are left."""
        total = sum(len(words(sentence)) for sentence in said)
        if level.hard is None or not total or not self._listed:
            return
        first: dict[str, str] = {}
        counted: Counter[str] = Counter()
        for sentence in said:
            for word in words(sentence)[1:]:
                if word.islower() and not self._easy.knows(word):
                    counted[word] += 1
                    first.setdefault(word, sentence)
        left = sum(counted.values())
        share = round(100 * left / total, 1)
        for word, times in counted.most_common():
            if 100 * left / total <= level.hard:
                return
            left -= times
            yield _at(
                where, "hard-word", first[word],
                cell=word, share=share, most=level.hard, level=level.called,
            )  # fmt: skip


@lru_cache(maxsize=2)
def _words_of(store: Store) -> _Words:
    return _Words(store)


def _whole_page(source: PageSource, counted: TextStats, level: ReadingLevel) -> Iterator[Finding]:
    kind = "hard-page" if level.stops else "hard-formal-page"
    if counted.words < FORMULA_FROM:
        return
    if level.mean and counted.mean > level.mean:
        why = f"its sentences have {counted.mean:.1f} words on average; {level.called} may have {level.mean}"
        yield Finding(KINDS[kind], source.path, 0, {"why": why, "sentence": counted.longest_sentence.removesuffix(".")})
    elif level.grade and counted.grade > level.grade:
        why = f"its Flesch-Kincaid grade is {counted.grade}; {level.called} may have {level.grade}"
        yield Finding(KINDS[kind], source.path, 0, {"why": why, "sentence": counted.longest_sentence.removesuffix(".")})


def _long(where: WhereSaid, sentence: str, level: ReadingLevel) -> Iterator[Finding]:
    length = len(words(sentence))
    if length > level.longest:
        remedy = _remedy(sentence)
        kind = "long-sentence" if level.stops else "long-formal-sentence"
        yield _at(where, kind, sentence, words=length, most=level.longest, remedy=remedy)


def _remedy(sentence: str) -> str:
    if is_list(sentence):
        return "Lay out what follows the colon as a list."
    if before := split_here(sentence):
        return f"Begin a new sentence, for instance before “{before}”."
    return "Make it two, or leave something out."


def _at(where: WhereSaid, kind: str, said: str, **facts: object) -> Finding:
    path, line = where.place(said)
    return Finding(KINDS[kind], path, line, facts | {"sentence": said.removesuffix(".")})


def _any_of(entries: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of some words or phrases, the longest first; None for none."""
    known = sorted(entries, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b", re.IGNORECASE) if known else None
