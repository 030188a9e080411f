"""Every kind of problem the rules of arithmetic can find in printed figures, in one table.

The sentence gives the place, the arithmetic, and what would make it hold.
"""

from __future__ import annotations

from macros.model.finding import Kind, Severity

CELLS = "cells"  # the fact that holds the printed figures a finding is about, the one it stands at first
_STOPS, _WARNS = Severity.STOPS, Severity.WARNS
_EXPLAIN = "Mend it, or explain it in known_issues.csv."

_KINDS = (
    Kind(
        "sum-of-parts",
        "sums",
        _STOPS,
        "{source}: {what} is printed as {printed}, but its parts are {parts} = {made}. It would hold with {made}. "
        + _EXPLAIN,
    ),
    Kind(
        "sum-of-quarters",
        "sums",
        _STOPS,
        "{source}: the year's {what} is printed as {printed}, but its quarters are {parts} = {made}. "
        "It would hold with {made}. " + _EXPLAIN,
    ),
    Kind(
        "mean-of-values",
        "sums",
        _STOPS,
        "{source}: {what} is printed as {printed}, but the mean of {parts} is {made}. " + _EXPLAIN,
    ),
    Kind(
        "stock-and-flow",
        "sums",
        _STOPS,
        "{source}: {what} is printed as {printed}; opening stock, starters and leavers give {parts} = {made}. "
        + _EXPLAIN,
    ),
    Kind(
        "more-than-whole",
        "sums",
        _STOPS,
        "{source}: {what} is printed as {printed}, and it can be no more than {parts}. " + _EXPLAIN,
    ),
    Kind(
        "share-of-base",
        "percentages",
        _STOPS,
        "{source}: {what} is printed as {printed}, but {numerator} over {denominator} is {exact}, so {made} when "
        "rounded half up. " + _EXPLAIN,
    ),
    Kind(
        "share-cut-off",
        "percentages",
        _STOPS,
        "{source}: {what} is printed as {printed}; {numerator} over {denominator} is {exact}. It was cut off, not "
        "rounded: half up gives {made}. " + _EXPLAIN,
    ),
    Kind(
        "share-unattainable",
        "percentages",
        _STOPS,
        "{source}: {what} is printed as {printed}%, and no whole number out of {denominator} gives that: {near}. "
        + _EXPLAIN,
    ),
    Kind(
        "shares-of-whole",
        "percentages",
        _STOPS,
        "{source}: the shares with {what} are {parts} = {made}, not 100 (rounding explains {slack} at most). "
        + _EXPLAIN,
    ),
    Kind(
        "counts-of-whole",
        "percentages",
        _STOPS,
        "{source}: out of {denominator}, the shares with {what} stand for {made} together. " + _EXPLAIN,
    ),
    Kind(
        "printed-twice",
        "cross-table",
        _STOPS,
        "{source}: {what} is printed as {printed}, but {other_what} as {other} in {other_source}. " + _EXPLAIN,
    ),
    Kind(
        "year-end-differs",
        "cross-table",
        _STOPS,
        "{source}: {what} is printed as {printed}, but the fourth quarter beside it as {other}. " + _EXPLAIN,
    ),
    Kind(
        "restated-value",
        "restated",
        _WARNS,
        "{source}: {what} is printed as {printed}; the report {report} printed {other} in {other_source}.",
    ),
    Kind(
        "stale-comparator",
        "restated",
        _STOPS,
        "{source}: the {count} comparators labelled {period} are those that the report {report} gave for {other}. "
        + _EXPLAIN,
    ),
    Kind(
        "column-of-another-year",
        "restated",
        _STOPS,
        "{source}: the {count} figures labelled {period} are those that the report {report} gave for {other}. "
        + _EXPLAIN,
    ),
    Kind(
        "number-twice",
        "labels",
        _STOPS,
        "Two places of the printed report are called {label}: {places}. " + _EXPLAIN,
    ),
    Kind("number-missing", "labels", _STOPS, "The printed report has no {label}, though it has {after}. " + _EXPLAIN),
    Kind("number-none", "labels", _STOPS, "{label} has no number, though another {sort} has. " + _EXPLAIN),
    Kind(
        "number-out-of-order",
        "labels",
        _STOPS,
        "{label} stands after {before}, so the numbers go back. " + _EXPLAIN,
    ),
    Kind(
        "number-of-another",
        "labels",
        _STOPS,
        "The paragraphs of {label} are numbered as another section's: {numbers}. " + _EXPLAIN,
    ),
    Kind(
        "reference-to-nothing",
        "labels",
        _STOPS,
        "{source} points to {to}, and the printed report has none. " + _EXPLAIN,
    ),
    Kind(
        "reference-elsewhere",
        "labels",
        _STOPS,
        "{source} points to {to} and means {about}, but that one is about {is}.{meant} " + _EXPLAIN,
    ),
    Kind(
        "claim-contradicted",
        "claims",
        _STOPS,
        "{source}: the words say: {note}. But {figures}. " + _EXPLAIN,
    ),
    Kind(
        "claim-without-figure",
        "claims",
        _STOPS,
        "{source}: the words say: {note}. But {what} is printed without a number in {place}. " + _EXPLAIN,
    ),
    Kind(
        "break-unmarked",
        "series",
        _STOPS,
        "{source}: the years of {what} are no one series: {why}. Mark the break with the status b, or explain it in "
        "known_issues.csv.",
    ),
    Kind(
        "decimals-mixed",
        "series",
        _WARNS,
        "{source}: {what} is given as {printed}, and another value beside it as {other}. Give all values of a measure "
        "the same number of decimals.",
    ),
    Kind(
        "partial-year",
        "series",
        _STOPS,
        "{source}: {what} is printed as {printed}, which is the sum of some quarters only; {absent} is not there. Give "
        "the missing quarters a row that says why they are blank, or explain it in known_issues.csv.",
    ),
    Kind(
        "period-out-of-range",
        "labels",
        _STOPS,
        "{source}: {what} lies outside the report's period and its history. " + _EXPLAIN,
    ),
    Kind(
        "period-mislabelled",
        "labels",
        _STOPS,
        "{source}: {note} is labelled {printed}, {why}. " + _EXPLAIN,
    ),
    Kind(
        "base-mixed",
        "percentages",
        _STOPS,
        "{source}: the words count by {printed}, but {what} counts by {counts}: {note}. " + _EXPLAIN,
    ),
    Kind(
        "base-undeclared",
        "percentages",
        _STOPS,
        "The indicator '{indicator}' is a {unit} without a base. Say of whom or what in the column 'base'.",
    ),
    Kind("bad-relation", "schema", _STOPS, "Row {row}: {why}"),
    Kind("bad-claim", "schema", _STOPS, "Row {row}: {why}"),
    Kind("bad-label", "schema", _STOPS, "Row {row}: {why}"),
    Kind("bad-outline", "schema", _STOPS, "Row {row}: {why}"),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in _KINDS}

# about hiding: no known issue explains these away, so they are not among KINDS
_DISCLOSURE_KINDS = (
    Kind(
        "small-count",
        "small-numbers",
        _STOPS,
        "{source}: {what} {shows}. Leave value, numerator and denominator blank with status c, and protect it: "
        "`python -m macros suppress` does both.",
    ),
    Kind(
        "small-share",
        "small-numbers",
        _STOPS,
        "{source}: {what} {shows}. Leave value, numerator and denominator blank with status c.",
    ),
    Kind(
        "solvable",
        "small-numbers",
        _STOPS,
        "{source}: {what} is not shown, but {how}. Hide another figure of the same tables, or leave out a total.",
    ),
)

DISCLOSURE_KINDS: dict[str, Kind] = {kind.id: kind for kind in _DISCLOSURE_KINDS}
