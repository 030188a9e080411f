"""Azure DevOps: our thread on a pull request."""

from __future__ import annotations

import json

import pytest

from macros.errors import ReportsError
from macros.publishing.pull_requests.azure_devops import AzureDevOps
from macros.publishing.pull_requests.sticky import MARK, say
from tests.publishing.pull_requests.fake_github import TOKEN, FakeGitHub

THREADS = "/a%20project/_apis/git/repositories/a-repository/pullRequests/7/threads"
VERSION = "?api-version=7.1"


def azure(host: FakeGitHub) -> AzureDevOps:
    return AzureDevOps.of({
        "SYSTEM_COLLECTIONURI": f"{host.address}/", "SYSTEM_TEAMPROJECTID": "a project",
        "BUILD_REPOSITORY_ID": "a-repository", "SYSTEM_ACCESSTOKEN": TOKEN,
    })  # fmt: skip


def answers(host: FakeGitHub, *threads: dict[str, object]) -> None:
    host.answer = lambda method, path: (200, json.dumps({"value": list(threads)}).encode())


def thread(number: int, *texts: str, **more: object) -> dict[str, object]:
    return {"id": number, "comments": [{"id": at, "content": text} for at, text in enumerate(texts, 1)], **more}


def test_a_missing_variable_is_a_sentence() -> None:
    with pytest.raises(ReportsError, match="SYSTEM_ACCESSTOKEN must be set"):
        AzureDevOps.of({"SYSTEM_COLLECTIONURI": "x", "SYSTEM_TEAMPROJECTID": "x", "BUILD_REPOSITORY_ID": "x"})


def test_the_first_comment_of_each_thread_is_read(host: FakeGitHub) -> None:
    answers(host, thread(3, "first", "answer"), thread(4), thread(5, "gone", isDeleted=True), {"id": 6})
    assert azure(host).comments(7) == [("3/comments/1", "first")]
    assert [(sent[0], sent[1]) for sent in host.sent] == [("GET", THREADS + VERSION)]


def test_the_thread_is_begun_once_and_then_written_anew(host: FakeGitHub) -> None:
    answers(host)
    assert say(azure(host), 7, "text") == "added"
    method, path, headers, body = host.sent[-1]
    assert (method, path, headers["Authorization"]) == ("POST", THREADS + VERSION, f"Bearer {TOKEN}")
    assert body == {"comments": [{"parentCommentId": 0, "content": f"{MARK}\ntext", "commentType": 1}], "status": 4}
    answers(host, thread(3, f"{MARK}\nold"))
    assert say(azure(host), 7, "new") == "changed"
    method, path, _, body = host.sent[-1]
    assert (method, path) == ("PATCH", f"{THREADS}/3/comments/1{VERSION}")
    assert body == {"content": f"{MARK}\nnew"}
