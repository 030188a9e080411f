"""Findings: facts in, a sentence out; and every kind of problem is declared fully, once."""

from __future__ import annotations

import json
from string import Formatter

import pytest

from macros.model.comment_problems import COMMENTS
from macros.model.finding import Finding, Kind, Severity
from macros.model.problems import _KINDS, KINDS
from macros.model.publishing_problems import PUBLISHING
from macros.model.word_problems import WORDS

KIND = Kind("missing-thing", "schema", Severity.STOPS, "The thing '{name}' is missing. Add it.")


def test_a_finding_says_what_where_and_how_to_mend_it():
    finding = Finding(KIND, "data/x.csv", 7, {"name": "value"})
    assert finding.message == "The thing 'value' is missing. Add it."
    assert finding.place == "data/x.csv:7"
    assert (finding.check, finding.severity, finding.help) == ("schema", "stops", "guide/checks/schema.md")


def test_a_finding_of_a_whole_file_has_no_line():
    assert Finding(KIND, "data/x.csv", 0, {"name": "x"}).place == "data/x.csv"


def test_facts_with_braces_are_not_templates():
    assert "{severity}" in Finding(KIND, "x", 1, {"name": "{severity}"}).message


def test_a_message_repeats_little_of_a_long_cell_and_all_of_a_sentence():
    kind = Kind("x", "schema", Severity.STOPS, "'{cell}': {why}")
    said = Finding(kind, "x", 1, {"cell": "c" * 90_000, "why": "w" * 500}).message
    assert said == f"'{'c' * 99}…': {'w' * 500}"


def test_a_message_without_a_remedy_ends_with_its_sentence():
    assert Finding(Kind("x", "schema", Severity.STOPS, "It is. {remedy}"), "x", 1, {"remedy": ""}).message == "It is."


def test_findings_can_be_told_apart_and_collected():
    one, other = (Finding(KIND, "x", 1, {"name": name}) for name in ("a", "b"))
    assert one != other
    assert len({one, other}) == 2


def test_no_kind_is_declared_twice():
    assert len((*_KINDS, *WORDS, *PUBLISHING, *COMMENTS)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_kind_is_a_sentence_in_plain_words(kind):
    facts: dict[str, object] = {name: "something" for _, name, _, _ in Formatter().parse(kind.template) if name}
    said = Finding(kind, "x.csv", 1, facts).message
    assert said.endswith((".", "something"))
    assert "{" not in said
    assert kind.id == kind.id.lower()
    json.dumps([kind.id, kind.check, kind.severity])
