"""What came in about a draft, as text for its pull request: counts and answers, never anybody's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from macros.datasets.comments import Comments
from macros.model.comment import Answer, Comment, Face, Outcome, Part
from macros.model.personal_details import personal_details
from macros.model.report import Report

_FACES = {Face.GOOD: "good", Face.UNSURE: "not sure", Face.CHANGE: "please change"}
_OUTCOMES = {Outcome.CHANGED: "changed", Outcome.NOT_CHANGED: "not changed", Outcome.THINKING: "still thinking"}
HELD_BACK = "(held back: it may name a person or a place; look at answers.csv)"


def summary(report: Report, said: Comments, drafts: Mapping[tuple[str, str], str], known: set[str]) -> str:
    """Markdown for a pull request. `drafts` names each (page, section) of the draft as it is now; `known` are words
    that may stand with a capital, such as the council's name."""
    lines = [f"## Comments on the draft {_cell(report.id)}", ""]
    if not said.comments:
        return "\n".join([*lines, "No comment has been imported yet.", ""])
    lines += [f"{_count(len(said.comments), 'comment')} on {_count(len({c.page for c in said.comments}), 'page')}.", ""]
    lines += [*_by_page(said.comments), "", *_by_section(said, known), *_missing(said, drafts)]
    return "\n".join((*lines, ""))


def _by_page(comments: tuple[Comment, ...]) -> Iterator[str]:
    yield "| Page | " + " | ".join(_FACES.values()) + " | words |"
    yield "|---|" + "---:|" * (len(_FACES) + 1)
    pages: dict[str, list[Comment]] = {}
    for one in comments:
        pages.setdefault(one.page, []).append(one)
    for page, group in sorted(pages.items()):
        faces = Counter(one.face for one in group)
        counts = [*(faces[face] for face in _FACES), sum(one.has_words for one in group)]
        yield f"| {_cell(page)} | " + " | ".join(map(str, counts)) + " |"


def _by_section(said: Comments, known: set[str]) -> Iterator[str]:
    """What each section was told, as the answers sum it up."""
    yield "### By section"
    yield ""
    sections: dict[tuple[str, str], list[Comment]] = {}
    for one in said.comments:
        sections.setdefault((one.page, one.section), []).append(one)
    for (page, section), group in sorted(sections.items()):
        yield f"- {_cell(page)}{f', {_cell(section)}' if section else ''}: {_count(len(group), 'comment')}"
        told = Counter(one.answer for one in group if one.answer in said.answers)
        for name, number in told.most_common():
            answer = said.answers[name]
            yield f"  - {number} times {_you_said(answer, known)} → {_OUTCOMES[answer.outcome]}"
        if without := len(group) - sum(told.values()):
            yield f"  - {without} times no answer yet"
    yield ""


def _you_said(answer: Answer, known: set[str]) -> str:
    return HELD_BACK if personal_details(answer.you_said, known) else f"“{_cell(answer.you_said)}”"


def _missing(said: Comments, drafts: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """What is still to do, or to know before one answers."""
    yield "### Still to do"
    yield ""
    without = sum(1 for one in said.comments if said.answered(one) is None)
    open_ones = [one for one in said.answers.values() if one.outcome is Outcome.THINKING]
    gone = sum((one.page, one.section) not in drafts for one in said.comments)
    now = (drafts.get((one.page, one.section), "") for one in said.comments)
    changed = sum(
        bool(is_now and one.draft and is_now != one.draft) for one, is_now in zip(said.comments, now, strict=True)
    )
    told = {one.part for one in said.listening}
    todo = [
        f"{_count(without, 'comment')} without an answer" if without else "",
        f"{_count(len(open_ones), 'answer')} still open" if open_ones else "",
        f"{_count(changed, 'comment')} on words that have changed since" if changed else "",
        f"{_count(gone, 'comment')} on parts that the draft has no longer" if gone else "",
        *(f"listening.csv says nothing of {part}" for part in Part if part not in told),
    ]
    left = [f"- [ ] {one}" for one in todo if one]
    yield from left or ["Nothing: every comment has an answer, and it is said how young people were asked."]


def _cell(text: str) -> str:
    """A text on one line that means nothing to Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+!|@~" else sign for sign in " ".join(text.split()))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
