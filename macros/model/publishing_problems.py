"""Every kind of problem with publishing: how far a report has come, and who approved it. Part of the table in
problems.py."""

from __future__ import annotations

from macros.model.finding import Kind, Severity

_STOPS, _WARNS = Severity.STOPS, Severity.WARNS

PUBLISHING = (
    Kind(
        "approval-missing",
        "approvals",
        _STOPS,
        "The report {report} is called {status}, and nobody is named who approved it. Add the bodies below "
        "`approvals:`, each with its date, or set its status back.",
    ),
    Kind("approval-date", "approvals", _STOPS, "The approval by {body} {why}."),
    Kind(
        "approval-body",
        "approvals",
        _STOPS,
        "“{cell}” is no body that is known. {remedy} Write its name as it stands in data/catalogue/bodies.csv, or add "
        "a row there.",
    ),
    Kind(
        "approval-of-kind",
        "approvals",
        _WARNS,
        "No {who} is among those who have looked at {report}. Add it below `approvals:`, or ask them first.",
    ),
    Kind(
        "status-date-missing",
        "approvals",
        _STOPS,
        "The report is called {status}, and `dates:` does not say when it was {step}. Add the line `{name}: {example}` "
        "with the right day, or set the status back (python -m macros status {report}).",
    ),
    Kind("status-date", "approvals", _STOPS, "The day on which the report was {step}, {day}, {why}."),
    # addresses that have moved; the second is seen when the site is built
    Kind("redirect", "redirects", _STOPS, "Row {row}: the old address '{cell}' {why}."),
    Kind("redirect-lost", "redirects", _STOPS, "Row {row}: the old address '{cell}' {why}."),
    # editions that were published before
    Kind("edition-row", "editions", _STOPS, "Row {row}: the edition of '{cell}' {why}."),
    Kind(
        "edition-changed",
        "editions",
        _STOPS,
        "The kept edition is not what it was: {why}. What was published does not change; take the file back from git.",
    ),
    Kind(
        "edition-missing",
        "editions",
        _STOPS,
        "The edition that was published with the release of {day} is not kept, and another takes its place. Keep it "
        "from the folder that was published: python -m macros keep {report} --site <folder>. The guide says what to do "
        "when there is none.",
    ),
    # what would be published by mistake
    Kind(
        "stray-file",
        "links",
        _STOPS,
        "The file lies among the pages, and no page leads to it: the public would get it all the same. Move it out of "
        "docs/, or write a link to it.",
    ),
)
