"""Every kind of problem with comments on a draft and their answers: part of the table in problems.py."""

from __future__ import annotations

from macros.model.finding import Kind, Severity

_STOPS, _WARNS = Severity.STOPS, Severity.WARNS
_CHECK = "comments-answered"

COMMENTS = (
    Kind(
        "comments-unanswered",
        _CHECK,
        _STOPS,
        "Comments on the page '{page}' without an answer: {count}, the first in row {row}. Write an answer into "
        "answers.csv, and its id into the column 'answer' of each.",
    ),
    Kind(
        "answer-unknown",
        _CHECK,
        _STOPS,
        "Row {row}: the comment has the answer '{cell}', which answers.csv does not have. {remedy}",
    ),
    Kind("answer-incomplete", _CHECK, _STOPS, "Row {row}: the answer '{cell}' {why}."),
    Kind(
        "answer-page-unknown",
        _CHECK,
        _STOPS,
        "Row {row}: the answer '{cell}' names the page '{page}', and the report has no such page. {remedy}",
    ),
    Kind(
        "still-thinking",
        _CHECK,
        _WARNS,
        "Row {row}: the answer '{cell}' is still open. It is promised by {day}.",
    ),
    Kind(
        "thinking-too-long",
        _CHECK,
        _WARNS,
        "Row {row}: the answer '{cell}' was promised by {day}, which is over. Decide, or give a new day and say why.",
    ),
    Kind(
        "listening-incomplete",
        _CHECK,
        _STOPS,
        "Young people have commented, and nothing says {what}. Add a row with the part '{part}' to listening.csv.",
    ),
    Kind(
        "contact-in-answer",
        _CHECK,
        _STOPS,
        "Row {row}, column '{column}' seems to hold {what}. It would be published: take it out.",
    ),
    Kind(
        "name-in-answer",
        _CHECK,
        _WARNS,
        "Row {row}, column '{column}' may hold {what}. It will be published: look at it, and take it out if it could "
        "point at somebody.",
    ),
    Kind(
        "nobody-asked",
        _CHECK,
        _WARNS,
        "The report {report} goes to its panel, and no comment of a young person is kept. Send them the draft, or say "
        "in listening.csv how they were asked.",
    ),
)
