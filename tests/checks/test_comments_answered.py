"""`comments-answered`: nobody's comment is left without an answer, and no answer says who made it."""

from __future__ import annotations

from datetime import date

import pytest

from macros.checks import run, stops_the_public
from macros.checks.comments_answered import comments_answered
from macros.checks.context import open_context
from macros.model.finding import Severity
from tests.builders import REPORT, assert_plain, page, settings, write_project
from tests.datasets.test_comments import FOLDER, all_parts, answer, files, listening, said

TODAY = date(2026, 11, 28)
PAGE = {f"docs/reports/{REPORT}/young-people/on-time.md": page("# On time\n")}
YML = f"data/reports/{REPORT}/report.yml"


def found(root, changes, **report):
    changed = PAGE | changes | ({YML: settings(**report)} if report else {})
    findings = comments_answered(open_context(write_project(root, changed)), TODAY)
    for finding in findings:
        assert_plain(finding.message)
    return findings


def kinds(root, changes, **report):
    return [finding.kind.id for finding in found(root, changes, **report)]


def test_all_answered(tmp_path):
    assert kinds(tmp_path, files()) == []


def test_a_report_without_comments_is_left_alone(tmp_path):
    assert kinds(tmp_path, {}) == []


def test_a_comment_without_an_answer_stops_the_public_build(tmp_path):
    many = [said(id=f"b{number}", answer="") for number in range(10_000)]
    (one,) = found(tmp_path, files(comments=[said(), *many]))
    assert (one.kind.id, one.severity, one.line) == ("comments-unanswered", Severity.STOPS, 3)
    assert "10000" in one.message
    context = open_context(tmp_path)
    assert stops_the_public(context.store, one)


def test_a_draft_with_open_comments_stops_nobody(tmp_path):
    (one,) = found(tmp_path, files(comments=[said(answer="")]), status="draft")
    assert not stops_the_public(open_context(tmp_path).store, one)


def test_the_check_is_wired_in(tmp_path):
    root = write_project(tmp_path, PAGE | files(comments=[said(answer="")]))
    assert "comments-unanswered" in [one.kind.id for one in run(root)]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        (files(comments=[said(answer="hard-word")]), "answer-unknown"),
        (files(answers=[answer(you_said=" ")]), "answer-incomplete"),
        (files(answers=[answer(because="")]), "answer-incomplete"),
        (files(answers=[answer(plain_because="")]), "answer-incomplete"),
        (files(answers=[answer(page="")]), "answer-incomplete"),
        (files(answers=[answer(outcome="thinking")]), "answer-incomplete"),
        (files(answers=[answer(page="on-time")]), "answer-page-unknown"),
        (files(answers=[answer(page="young-people/on-time; nowhere")]), "answer-page-unknown"),
        (files(answers=[answer(outcome="thinking", by_when="2026-11-28")]), "still-thinking"),
        (files(answers=[answer(outcome="thinking", by_when="2026-11-27")]), "thinking-too-long"),
        (files(parts=all_parts()[1:]), "listening-incomplete"),
        (files(answers=[answer(you_said="Ring 07700 900123")]), "contact-in-answer"),
        (files(answers=[answer(because="Write to a@example.org")]), "contact-in-answer"),
        (files(answers=[answer(plain_because="We told Zed about it.")]), "name-in-answer"),
        (files(parts=[*all_parts()[1:], listening(text="We met Zed there.")]), "name-in-answer"),
        (files(answers=[answer(outcome="x")]), "bad-catalogue-value"),
    ],
)
def test_each_fault_is_found_alone(tmp_path, changes, kind):
    assert kinds(tmp_path, changes) == [kind]


def test_what_is_found_is_not_repeated(tmp_path):
    (one,) = found(tmp_path, files(answers=[answer(plain_because="We told Zed about it.")]))
    assert "Zed" not in one.message


def test_the_councils_own_name_is_no_ones(tmp_path):
    text = "We asked Show Me That I Matter and City of York Council, in York."
    assert kinds(tmp_path, files(answers=[answer(because=text)])) == []


@pytest.mark.parametrize(
    ("status", "expected"), [("draft", []), ("for-panel", ["nobody-asked"]), ("approved", ["nobody-asked"])]
)
def test_a_report_goes_to_its_panel_and_nobody_was_asked(tmp_path, status, expected):
    assert kinds(tmp_path, {}, status=status) == expected


def test_asked_and_nobody_answered_is_said_in_listening(tmp_path):
    assert kinds(tmp_path, {f"{FOLDER}/listening.csv": files()[f"{FOLDER}/listening.csv"]}, status="for-panel") == []
