"""What the tests of builds share: an engine that builds nothing."""

from __future__ import annotations

import pytest

from tests.cli.stand_in_engine import Engine


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()
    monkeypatch.setattr("macros.cli.build.subprocess.run", made.run)
    return made
