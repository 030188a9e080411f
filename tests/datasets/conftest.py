"""What the tests of choosing figures share: the store of a tiny project."""

from __future__ import annotations

import pytest

from macros.datasets.store import open_store
from tests.builders import write_project


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return open_store(write_project(tmp_path_factory.mktemp("project")))
