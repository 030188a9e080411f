"""`make site` in a real browser: an edit shows by itself, a mistake is said where it stands until it is mended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.builders import REPORT, page, write_site

PATIENCE = 120  # seconds on a busy machine
YOUNG = {"edition": "young-people", "template": "young-people.html"}
WRITTEN = {
    "index.md": page("# Our year\n\nThe first words."),
    "young-people/index.md": page(
        "# For you\n\nThe first words.", edition="young-people", template="young-people.html"
    ),
}


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A draft being served, and its address."""
    root = write_site(tmp_path_factory.mktemp("live") / "site", WRITTEN)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    words = ["-m", "mkdocs", "serve", "--livereload", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    settings = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "TWO_VOICES_DRAFT": "1",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    with subprocess.Popen([sys.executable, *words], cwd=root, env=settings, stderr=subprocess.DEVNULL) as served:
        address = f"http://127.0.0.1:{port}/"
        try:
            _wait_until_there(address)
            yield root, address
        finally:
            served.terminate()


def _wait_until_there(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=PATIENCE).close()  # noqa: S310  # our own
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize("place", ["", "young-people/"])
def test_an_edit_shows_without_a_hand_on_the_browser(page: Page, draft: tuple[Path, str], place: str) -> None:
    root, address = draft
    page.goto(f"{address}reports/{REPORT}/{place}", timeout=PATIENCE * 1000)
    main = page.locator("main, article").first
    expect(main).to_contain_text("The first words.")
    _edit(root / f"docs/reports/{REPORT}/{place}index.md", "The first words.", "The second words.")
    expect(main).to_contain_text("The second words.", timeout=PATIENCE * 1000)


def test_a_mistake_is_said_in_its_place_and_goes_when_it_is_mended(page: Page, draft: tuple[Path, str]) -> None:
    root, address = draft
    written = root / f"docs/reports/{REPORT}/index.md"
    page.goto(f"{address}reports/{REPORT}/", timeout=PATIENCE * 1000)
    good = written.read_text(encoding="utf-8")
    written.write_text(f'{good}\n\n{{{{ figure("on_time") }}}}\n', encoding="utf-8")
    expect(page.locator(".tv-error")).to_contain_text("on_time_pct", timeout=PATIENCE * 1000)
    written.write_text(f"{good}\n\nMended.\n", encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Mended.", timeout=PATIENCE * 1000)
    expect(page.locator(".tv-error")).to_have_count(0)
