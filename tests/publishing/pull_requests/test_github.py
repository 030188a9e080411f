"""Which pull request a run was for: GitHub says it, never what the run built."""

from __future__ import annotations

from typing import Any

import pytest

from macros.errors import ReportsError
from macros.publishing.pull_requests.github import GitHub, PullRequest
from tests.publishing.pull_requests.fake_github import REPOSITORY, TOKEN, FakeGitHub, pull_row, run_of


def github(host: FakeGitHub) -> GitHub:
    return GitHub.of({"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN, "GITHUB_API_URL": host.address})


@pytest.mark.parametrize("missing", ["GITHUB_REPOSITORY", "GITHUB_TOKEN"])
def test_a_missing_variable_is_a_sentence(missing: str) -> None:
    variables = {"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN}
    with pytest.raises(ReportsError, match=f"{missing} must be set"):
        GitHub.of(variables | {missing: ""})


@pytest.mark.parametrize("name", ["council", "a/b/c", "../x", "a b/c", "a/b?x=1"])
def test_a_name_that_is_no_repository_is_refused(name: str) -> None:
    with pytest.raises(ReportsError, match="not like owner/name"):
        GitHub.of({"GITHUB_REPOSITORY": name, "GITHUB_TOKEN": TOKEN})


@pytest.mark.parametrize(
    ("rows", "run", "found"),
    [
        ([pull_row(7)], run_of(), PullRequest(7, "c0ffee", is_open=True, is_from_fork=False)),
        ([pull_row(8, repository="child/two-voices")], run_of(owner="child"), PullRequest(8, "c0ffee", True, True)),
        ([pull_row(8, repository=None)], run_of(owner="ghost"), PullRequest(8, "c0ffee", True, True)),
        ([pull_row(7, state="closed")], run_of(), PullRequest(7, "c0ffee", False, False)),
        ([pull_row(6, state="closed"), pull_row(7)], run_of(), PullRequest(7, "c0ffee", True, False)),
        ([pull_row(7, head="newer")], run_of(), None),  # another push came after: its own run tells of it
        ([pull_row(7)], run_of(owner="child"), None),  # somebody else's branch of the same name
        ([pull_row(7)], run_of(event="push"), None),
        ([pull_row(7)], run_of(event="workflow_dispatch"), None),
        ([], run_of(), None),
        ([pull_row(7)], run_of(head_repository=None), None),  # a fork that was deleted could have been anybody's
        ([pull_row(7)], run_of(head_repository={"full_name": "council/other", "owner": {"login": "council"}}), None),
    ],
)  # fmt: skip
def test_the_pull_request_of_a_run(
    host: FakeGitHub, rows: list[dict[str, Any]], run: dict[str, Any], found: PullRequest | None
) -> None:
    host.pulls = rows
    assert github(host).pull_request(run) == found


def test_a_persons_comment_is_never_ours(host: FakeGitHub) -> None:
    host.add_comment(7, "a person's", kind="User")
    host.add_comment(7, "a program's")
    assert github(host).comments(7) == [("7001", "a program's")]


def test_the_open_ones(host: FakeGitHub) -> None:
    host.pulls = [pull_row(number, state="open" if number % 2 else "closed") for number in range(1, 310)]
    assert github(host).open_numbers() == set(range(1, 310, 2))


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("Council/two-voices", "https://council.github.io/two-voices/"),
        ("council/council.github.io", "https://council.github.io/"),
    ],
)
def test_where_github_shows_it(repository: str, address: str) -> None:
    assert GitHub.of({"GITHUB_REPOSITORY": repository, "GITHUB_TOKEN": TOKEN}).address == address
