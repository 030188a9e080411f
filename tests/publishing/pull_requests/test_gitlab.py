"""GitLab: our note on a merge request, and nobody else's."""

from __future__ import annotations

import json

import pytest

from macros.errors import ReportsError
from macros.publishing.pull_requests.gitlab import GitLab
from macros.publishing.pull_requests.sticky import MARK, say
from tests.publishing.pull_requests.fake_github import TOKEN, FakeGitHub

NOTES = "/projects/12/merge_requests/7/notes"


def gitlab(host: FakeGitHub) -> GitLab:
    return GitLab.of({"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "12", "TWO_VOICES_TOKEN": TOKEN})


def note(number: int, body: str, author: int = 5, *, system: bool = False) -> dict[str, object]:
    return {"id": number, "body": body, "author": {"id": author}, "system": system}


def answers(host: FakeGitHub, *notes: dict[str, object]) -> None:
    told = {"/user": {"id": 5}, NOTES: list(notes)}
    host.answer = lambda method, path: (200, json.dumps(told.get(path, {}) if method == "GET" else {}).encode())


def test_a_missing_variable_is_a_sentence() -> None:
    with pytest.raises(ReportsError, match="CI_PROJECT_ID and TWO_VOICES_TOKEN must be set"):
        GitLab.of({"CI_API_V4_URL": "https://gitlab.example/api/v4"})


def test_only_our_own_notes_are_ours(host: FakeGitHub) -> None:
    answers(host, note(1, MARK, author=6), note(2, MARK, system=True), note(3, "mine"))
    assert gitlab(host).comments(7) == [("3", "mine")]
    assert {headers["Private-Token"] for _, _, headers, _ in host.sent} == {TOKEN}


def test_the_note_is_written_once_and_then_anew(host: FakeGitHub) -> None:
    answers(host)
    assert say(gitlab(host), 7, "text") == "added"
    assert (host.sent[-1][0], host.sent[-1][1], host.sent[-1][3]) == ("POST", NOTES, {"body": f"{MARK}\ntext"})
    answers(host, note(31, f"{MARK}\nold"))
    assert say(gitlab(host), 7, "new") == "changed"
    assert (host.sent[-1][0], host.sent[-1][1], host.sent[-1][3]) == ("PUT", f"{NOTES}/31", {"body": f"{MARK}\nnew"})
