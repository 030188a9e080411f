"""What a stranger's pull request brings is shown without its scripts: a browser runs none of them."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from macros.publishing.pull_requests.passive import make_passive

HOSTILE = (
    '<!doctype html><html lang="en"><head><title>before</title>'
    "<script>document.title = 'ran'</script></head>"
    "<body onload=\"document.title='ran'\"><img src=x onerror=\"document.title='ran'\">"
    '<iframe srcdoc="<script>parent.document.title=`ran`</script>"></iframe>'
    "<a id=go href=\"javascript:void(document.title='ran')\">go</a></body></html>"
)


def test_a_browser_runs_none_of_it(page: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(HOSTILE, encoding="utf-8")
    make_passive(tmp_path)
    (tmp_path / "before.html").write_text(HOSTILE, encoding="utf-8")
    titles = {}
    for name in ("before.html", "index.html"):
        page.goto((tmp_path / name).as_uri())
        page.click("#go")
        titles[name] = page.title()
    assert titles == {"before.html": "ran", "index.html": "before"}
