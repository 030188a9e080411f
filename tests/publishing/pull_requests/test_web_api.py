"""Asking a host: every failure is a sentence, and no sentence holds the token."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import ReportsError
from macros.publishing.pull_requests.web_api import WebApi
from tests.publishing.pull_requests.fake_github import TOKEN, FakeGitHub


def api(host: FakeGitHub, token: str = TOKEN) -> WebApi:
    return WebApi(host.address, {"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize("address", ["http://api.example", "file:///etc/passwd", "ftp://api.example", ""])
def test_a_token_goes_by_https_alone(address: str) -> None:
    with pytest.raises(ReportsError, match="a token is sent by https alone"):
        WebApi(address, {})


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "not accepted"),
        (403, "give the job the permission"),
        (404, "may not see it"),
        (500, "answered 500 to GET /x"),
    ],
)
def test_a_no_is_a_sentence(host: FakeGitHub, status: int, why: str) -> None:
    host.answer = lambda method, path: (status, b"<html>")
    with pytest.raises(ReportsError, match=why) as told:
        api(host).get("/x", asked="y")
    assert TOKEN not in str(told.value)


def test_nobody_there_is_a_sentence(host: FakeGitHub) -> None:
    closed = WebApi("http://127.0.0.1:9", {})
    with pytest.raises(ReportsError, match="cannot be reached"):
        closed.get("/x")


def test_an_answer_that_is_no_json_is_a_sentence(host: FakeGitHub) -> None:
    host.answer = lambda method, path: (200, b"<html>")
    with pytest.raises(ReportsError, match="cannot be read"):
        api(host).get("/x")


def test_a_list_is_read_to_its_end(host: FakeGitHub) -> None:
    for number in range(230):
        host.add_comment(7, f"{number}")
    rows = list(api(host).rows("/repos/council/two-voices/issues/7/comments"))
    assert [row["body"] for row in rows] == [str(number) for number in range(230)]


def test_a_file_that_is_too_large_is_not_kept_on(host: FakeGitHub, tmp_path: Path) -> None:
    host.artifacts[5] = b"0" * 200_000
    path = "/repos/council/two-voices/actions/artifacts/5/zip"
    with pytest.raises(ReportsError, match="larger than 100,000 bytes"):
        api(host).download(path, tmp_path / "a", 100_000)
    api(host).download(path, tmp_path / "a", 200_000)
    assert (tmp_path / "a").read_bytes() == host.artifacts[5]


def test_the_token_does_not_follow_to_another_host(host: FakeGitHub, tmp_path: Path) -> None:
    host.artifacts[5] = b"x"
    api(host).download("/repos/council/two-voices/actions/artifacts/5/zip", tmp_path / "a", 10)
    assert [(path.split("/")[1], told) for _, path, told in host.asked] == [("repos", True), ("store", False)]


def test_it_does_not_show_the_token() -> None:
    assert TOKEN not in repr(WebApi("https://api.example", {"Authorization": TOKEN}))
