"""A host on this computer for the tests that ask one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.publishing.pull_requests.fake_github import FakeGitHub, running


@pytest.fixture
def host() -> Iterator[FakeGitHub]:
    with running(FakeGitHub()) as github:
        yield github
