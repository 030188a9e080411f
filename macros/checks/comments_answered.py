"""`comments-answered`: every comment of a young person has an answer, and it is said how they were asked
(ACCESSIBILITY.md section 7: required before publishing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from macros.checks.context import Context
from macros.datasets.build_day import build_day
from macros.datasets.comments import ANSWERS, COMMENTS, LISTENING, Comments, comments_of
from macros.datasets.page_source import DOCS
from macros.datasets.sections import page_key
from macros.datasets.store import Store
from macros.errors import instead
from macros.model.comment import Answer, Comment, Outcome, Part
from macros.model.finding import Finding
from macros.model.personal_details import Detail, personal_details
from macros.model.problems import KINDS
from macros.model.report import Report, ReportStatus

WHAT: Mapping[Part, str] = {
    Part.SPACE: "where and when they could have their say",
    Part.VOICE: "how they could say it",
    Part.AUDIENCE: "who listened",
    Part.INFLUENCE: "what came of it",
}
_LOOKED_AT = (ReportStatus.FOR_PANEL, ReportStatus.APPROVED)


def comments_answered(context: Context, today: date | None = None) -> list[Finding]:
    """Comments without an answer, answers that lack something or say too much, and what is not told of the asking."""
    day = today or build_day()
    found: list[Finding] = []
    for report in context.store.reports.values():
        said = comments_of(context.store, report.id)
        pages = {page_key(page.path) for page in context.pages if page.path.startswith(f"{DOCS}/reports/{report.id}/")}
        found += [*said.findings, *_unanswered(said), *_answers(said, pages, day), *_listening(said)]
        found += _personal(said, _own_words(context.store, report))
        if report.status in _LOOKED_AT and not said.comments and not said.listening:
            path = f"data/reports/{report.id}/report.yml"
            found.append(Finding(KINDS["nobody-asked"], path, 0, {"report": report.id}))
    return found


def _unanswered(said: Comments) -> Iterator[Finding]:
    """One finding for each page, however many comments it has, and one for each answer that is not there."""
    path, unreadable = f"{said.folder}/{COMMENTS}", any(one.path.endswith(ANSWERS) for one in said.findings)
    by_page: dict[str, list[Comment]] = {}
    missing: dict[str, Comment] = {}
    for one in said.comments:
        if not one.answer:
            by_page.setdefault(one.page, []).append(one)
        elif one.answer not in said.answers:
            missing.setdefault(one.answer, one)
    for page, without in by_page.items():
        first = without[0].line
        facts: dict[str, object] = {"page": page, "count": len(without), "row": first}
        yield Finding(KINDS["comments-unanswered"], path, first, facts)
    for name, one in missing.items() if not unreadable else ():
        facts = {"row": one.line, "cell": name, "remedy": instead(name, said.answers)}
        yield Finding(KINDS["answer-unknown"], path, one.line, facts)


def _answers(said: Comments, pages: set[str], today: date) -> Iterator[Finding]:
    path = f"{said.folder}/{ANSWERS}"
    for answer in said.answers.values():
        about: dict[str, object] = {"row": answer.line, "cell": answer.id}
        for why in _lacks(answer):
            yield Finding(KINDS["answer-incomplete"], path, answer.line, about | {"why": why})
        for page in answer.pages:
            if page not in pages:
                facts = about | {"page": page, "remedy": instead(page, pages)}
                yield Finding(KINDS["answer-page-unknown"], path, answer.line, facts)
        if answer.outcome is Outcome.THINKING and answer.by_when:
            kind = "still-thinking" if answer.by_when >= today else "thinking-too-long"
            yield Finding(KINDS[kind], path, answer.line, about | {"day": answer.by_when.isoformat()})


def _lacks(answer: Answer) -> Iterator[str]:
    """What an answer still has to say."""
    for column in ("you_said", "because", "plain_because"):
        if not getattr(answer, column).strip():
            yield f"has nothing in the column '{column}'"
    if answer.outcome is Outcome.CHANGED and not answer.pages:
        yield "says that something was changed, and does not name the page. Write it into the column 'page'"
    if answer.outcome is Outcome.THINKING and not answer.by_when:
        yield "is still open, and does not say by when it is decided. Write a day into the column 'by_when'"


def _listening(said: Comments) -> Iterator[Finding]:
    path = f"{said.folder}/{LISTENING}"
    told = {one.part for one in said.listening}
    unreadable = any(one.path == path for one in said.findings)
    if (said.comments or said.answers or told) and not unreadable:
        for part in (part for part in Part if part not in told):
            yield Finding(KINDS["listening-incomplete"], path, 0, {"what": WHAT[part], "part": part})


def _own_words(store: Store, report: Report) -> set[str]:
    """The words of the council's own name and of its children in care council."""
    area = store.catalogue.area(report.council)
    return set(f"{area.name} {area.short_name} {report.council_group}".split())


def _personal(said: Comments, known: set[str]) -> Iterator[Finding]:
    """What of a person seems to stand in texts that are published; nothing of it is repeated."""
    published = [
        (f"{said.folder}/{ANSWERS}", one.line, column, getattr(one, column))
        for one in said.answers.values()
        for column in ("you_said", "because", "plain_because")
    ]
    published += [
        (f"{said.folder}/{LISTENING}", one.line, column, getattr(one, column))
        for one in said.listening
        for column in ("text", "plain_text")
    ]
    for path, line, column, text in published:
        for what in personal_details(text, known):
            kind = "name-in-answer" if what is Detail.NAME else "contact-in-answer"
            yield Finding(KINDS[kind], path, line, {"row": line, "column": column, "what": what})
