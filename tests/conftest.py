"""What every test may use: the project's folder, and a site built once for the whole run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.web_server import BASE_PATH

ROOT = Path(__file__).resolve().parents[1]

# a busy machine is no fault of the code: no test fails for the time one example takes
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

BUILD_LIMIT = 600  # seconds


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public site, built once, also when several processes run the tests."""
    if not (ROOT / "mkdocs.yml").is_file():
        pytest.skip("there is no mkdocs.yml yet, so there is no site to look at")
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    site, lock, outcome = shared / "site", shared / "site.lock", shared / "site.outcome"
    try:
        lock.mkdir()
    except FileExistsError:
        _wait_for(outcome)
    else:
        _build(site, outcome)
    if said := outcome.read_text(encoding="utf-8"):
        pytest.fail(f"The site could not be built:\n{said}", pytrace=False)
    return site


def _build(site: Path, outcome: Path) -> None:
    """Build the site, then write what went wrong (nothing, if it went well) in one step."""
    variables = os.environ | {"TWO_VOICES_SITE_URL": f"http://127.0.0.1:8000{BASE_PATH}", "TWO_VOICES_NO_SETUP": "1"}
    said = "The build was stopped."
    try:
        done = subprocess.run(
            [sys.executable, "-m", "macros", "build", "--to", str(site)],
            check=False, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=BUILD_LIMIT,
        )  # fmt: skip
        said = done.stdout + done.stderr if done.returncode else ""
    finally:
        part = outcome.with_suffix(".part")
        part.write_text(said, encoding="utf-8")
        part.replace(outcome)


def _wait_for(outcome: Path) -> None:
    until = time.monotonic() + BUILD_LIMIT + 30
    while not outcome.exists():
        if time.monotonic() > until:
            pytest.fail("The other process never finished building the site.", pytrace=False)
        time.sleep(0.2)
