"""Every kind of problem a check can find, in one table: id, check, severity, sentence.

The sentence says what is wrong and how to mend it; {facts} are filled in by the finding.
"""

from __future__ import annotations

from macros.model.comment_problems import COMMENTS
from macros.model.finding import Kind, Severity
from macros.model.publishing_problems import PUBLISHING
from macros.model.word_problems import WORDS

_STOPS, _WARNS = Severity.STOPS, Severity.WARNS

_KINDS = (
    # reading a CSV file
    Kind("empty-file", "schema", _STOPS, "The file is empty. Its first line must name the columns: {columns}."),
    Kind("missing-file", "schema", _STOPS, "The file is not there. {remedy}"),
    Kind(
        "not-utf8",
        "schema",
        _STOPS,
        "Row {row} holds bytes that are not UTF-8 (near '{near}'). In Excel, save as “CSV UTF-8”.",
    ),
    Kind(
        "byte-order-mark",
        "schema",
        _WARNS,
        "The file begins with an invisible byte order mark (row 1). It is read without it; save as UTF-8 without BOM.",
    ),
    Kind(
        "windows-line-ends",
        "schema",
        _WARNS,
        "Row {row} ends in a Windows line end. It is read all the same; save with Unix line ends so "
        "that checksums agree everywhere.",
    ),
    Kind(
        "broken-quotes",
        "schema",
        _STOPS,
        "Row {row} cannot be read as CSV: {why}. Look for a quotation mark that is never closed.",
    ),
    Kind(
        "missing-column",
        "schema",
        _STOPS,
        "The column '{column}' is missing from row 1. The columns there are: {columns}.",
    ),
    Kind(
        "not-commas",
        "schema",
        _STOPS,
        "The columns are not divided by commas. In Excel, save as “CSV UTF-8 (Comma delimited)”.",
    ),
    Kind("unknown-column", "schema", _STOPS, "The column '{column}' is not known. {remedy}"),
    Kind("duplicate-column", "schema", _STOPS, "The column '{column}' stands twice in row 1. Remove one."),
    Kind(
        "ragged-row",
        "schema",
        _STOPS,
        "Row {row} has {cells} cells, but row 1 names {columns} columns. A comma inside a text "
        "needs quotation marks around the text.",
    ),
    Kind(
        "formula",
        "schema",
        _STOPS,
        "Row {row}, column '{column}': '{cell}' would start a formula in a spreadsheet. Begin the "
        "text with a letter or a digit.",
    ),
    Kind(
        "html-in-text",
        "schema",
        _STOPS,
        "Row {row}, column '{column}' holds HTML ('{cell}'). Write plain words; the pages add their own markup.",
    ),
    Kind(
        "control-character",
        "schema",
        _STOPS,
        "Row {row}, column '{column}' holds a character that cannot be seen ('{cell}'). Type the text "
        "again instead of pasting it.",
    ),
    Kind("empty-cell", "schema", _STOPS, "Row {row}: the column '{column}' must not be empty."),
    # observations
    Kind(
        "not-a-number",
        "schema",
        _STOPS,
        "Row {row}, column '{column}': '{cell}' is not a number. Write digits with a point for "
        "decimals, no %, no thousands separator.",
    ),
    Kind("unknown-code", "schema", _STOPS, "Row {row}, column '{column}': {why}"),
    Kind("unknown-status", "schema", _STOPS, "Row {row}: '{cell}' is not a status. Use one of: {known}."),
    Kind(
        "unexplained-blank",
        "explained-blanks",
        _STOPS,
        "Row {row} has no value and no status that says why. Use c (too few to show), x (not "
        "available), z (not applicable) or low.",
    ),
    Kind(
        "value-with-blank-status",
        "schema",
        _STOPS,
        "Row {row} has a value ({cell}) and the status '{status}', which says that there is none. Remove one.",
    ),
    Kind("bad-period", "schema", _STOPS, "Row {row}: {why}"),
    Kind(
        "bad-breakdown",
        "schema",
        _STOPS,
        "Row {row}: the indicator '{indicator}' is broken down by {wanted}, but the row fills {filled}.",
    ),
    Kind(
        "duplicate-key",
        "schema",
        _STOPS,
        "Row {row} gives the same figure as row {first} of {path} ({key}, printed in {source}). "
        "Each printed figure stands once.",
    ),
    Kind(
        "impossible-share",
        "schema",
        _STOPS,
        "Row {row}: the denominator is {cell}. A share of nothing cannot be worked out; leave it empty.",
    ),
    # catalogue and report files
    Kind("bad-catalogue-value", "schema", _STOPS, "Row {row}, column '{column}': '{cell}' {why}."),
    Kind(
        "left-out",
        "schema",
        _STOPS,
        "Row {row}: '{cell}' cannot be used until its row is mended. Rows of figures left out with it: {count}.",
    ),
    Kind(
        "duplicate-id", "schema", _STOPS, "Row {row}: '{cell}' was already defined in row {first}. An id stands once."
    ),
    Kind("bad-yaml", "schema", _STOPS, "The file cannot be read as YAML: {why}"),
    Kind(
        "aliases",
        "schema",
        _STOPS,
        "The settings use the YAML alias '*{cell}'. Aliases are not read: write the value out in each place.",
    ),
    Kind("missing-setting", "schema", _STOPS, "The setting '{setting}' is missing. {remedy}"),
    Kind("bad-setting", "schema", _STOPS, "The setting '{setting}' is {cell}. {remedy}"),
    Kind(
        "release-changed",
        "release-frozen",
        _STOPS,
        "The file differs from the release that was published ({why}). A published release never "
        "changes: undo the change, or make a new release.",
    ),
    Kind(
        "release-unsealed",
        "release-frozen",
        _STOPS,
        "The report is published, but its release of {day} is not sealed: a change of its figures would go unseen. "
        "When they are right, seal it: python -m macros release {report}.",
    ),
    # pages
    Kind("macro", "macros", _STOPS, "{why}"),
    Kind(
        "missing-other-voice",
        "links",
        _STOPS,
        "The page's other_voice is '{cell}', and there is no such page. {remedy}",
    ),
    Kind(
        "no-other-voice",
        "links",
        _WARNS,
        "The page does not name its page in the other edition. Add a line `other_voice:` with its "
        "path to the front matter.",
    ),
    # pages for young people
    Kind("unknown-level", "young-people", _STOPS, "The page's level is '{cell}'. Use one of: {known}."),
    Kind(
        "missing-other-level",
        "young-people",
        _STOPS,
        "The page's other_level is '{cell}', and there is no such page. {remedy}",
    ),
    Kind(
        "missing-drawing",
        "young-people",
        _STOPS,
        "The page's drawing is '{cell}', and there is no such picture. {remedy}",
    ),
    Kind(
        "mixed-denominators",
        "young-people",
        _WARNS,
        "The page shows shares out of {cell}. Use one of them on the whole page, so that nobody has to work out which "
        "share is larger.",
    ),
    Kind(
        "no-help-on-page",
        "young-people",
        _WARNS,
        "The page does not say who to talk to; a short form stands at its end. Ask for who_to_talk_to() on a line "
        "of its own.",
    ),
    Kind(
        "shadowed-macro",
        "macros",
        _STOPS,
        "The front matter sets '{cell}', which is the name of a macro and hides it. Use another name.",
    ),
    Kind(
        "prompt-left",
        "prompts",
        _STOPS,
        "The page still asks its author: “{near}” Write it, then take the box away.",
    ),
    Kind("typed-number", "typed-numbers", _STOPS, "“{near}” is typed into the page. {remedy}"),
    Kind(
        "literals-unexplained",
        "typed-numbers",
        _STOPS,
        "The front matter's `literals` must give each text its reason: `20 working days: IRO Handbook, para 6.1`.",
    ),
    Kind(
        "dead-link",
        "links",
        _STOPS,
        "The built page has a link to '{cell}', and nothing is there. Mend the link, or publish what it leads to.",
    ),
    Kind(
        "unknown-duty",
        "duties",
        _STOPS,
        "The page says that it meets the duty '{cell}', which data/catalogue/duties.csv does not have. {remedy}",
    ),
    Kind(
        "unknown-duty-of-report",
        "duties",
        _STOPS,
        "The setting 'not_met' names the duty '{cell}', which data/catalogue/duties.csv does not have. {remedy}",
    ),
    Kind(
        "duty-not-met",
        "duties",
        _STOPS,
        "No page of {report} meets {duty}: {requirement} Add {duty} to `meets:` of the page that does, or say below "
        "`not_met:` in report.yml why the report does not.",
    ),
    Kind(
        "guidance-not-met",
        "duties",
        _WARNS,
        "No page of {report} meets {duty}: {requirement} Add {duty} to `meets:` of the page that does, or say below "
        "`not_met:` in report.yml why the report does not.",
    ),
    Kind(
        "duty-met-and-not",
        "duties",
        _STOPS,
        "The setting 'not_met' explains {duty}, but {pages} says that it meets it. Remove one of the two.",
    ),
    Kind(
        "duty-without-figure",
        "duties",
        _STOPS,
        "The page says that it meets {duty}, but the release holds none of the figures that it needs: {needed}. Add "
        "one, or say below `not_met:` in report.yml why the report does not meet it.",
    ),
    # translated summaries
    Kind(
        "translation-setting", "translations", _STOPS, "The setting '{setting}' of the translation is {told}. {remedy}"
    ),
    Kind(
        "translation-stale",
        "translations",
        _WARNS,
        "{page} has changed since it was translated on {day}: {changed}. Ask the translator to look at it, then write "
        "`source_hash: {hash}` and the new day.",
    ),
    # who to talk to
    Kind(
        "help-not-checked",
        "help-current",
        _WARNS,
        "Row {row}: '{cell}' {why}. See that the number, the address and the words still hold, and write "
        "the day into last_checked.",
    ),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in (*_KINDS, *WORDS, *PUBLISHING, *COMMENTS)}
