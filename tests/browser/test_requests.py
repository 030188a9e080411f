"""No page of the sample asks anything of anyone else, keeps a cookie, or breaks its own security policy."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

from tests.browser.complaints import Complaints
from tests.browser.sample import chosen
from tests.browser.site import Site

SOON_AFTER = 150  # milliseconds in which a script asks for more, once the page is there


def test_no_page_asks_a_third_party_or_keeps_a_cookie(new_context: BrowserContext, site: Site) -> None:
    complaints = Complaints()
    asked: list[str] = []
    logged: list[str] = []

    def note_request(request: Request) -> None:
        asked.append(request.url)

    def note_complaint(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            logged.append(message.text)

    new_context.on("request", note_request)
    new_context.on("console", note_complaint)
    page = new_context.new_page()
    page.on("pageerror", lambda error: logged.append(str(error)))
    for path in chosen(site):
        asked.clear()
        logged.clear()
        site.open(page, path)
        page.wait_for_timeout(SOON_AFTER)
        complaints.add((f"it asks {url}" for url in asked if not _is_ours(url, site)), f"/{path}")
        complaints.add((f"it keeps the cookie {cookie['name']}" for cookie in new_context.cookies()), f"/{path}")
        complaints.add((f"the browser says: {line}" for line in logged), f"/{path}")
    complaints.insist_on_none()


def _is_ours(url: str, site: Site) -> bool:
    """Whether it asks our own server, below our own folder, or nobody at all."""
    return url.startswith(site.address) or urlsplit(url).scheme in ("data", "blob", "about")
