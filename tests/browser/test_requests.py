"""No page of the sample asks anything of anyone else, keeps a cookie, or breaks its own security policy."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

from tests.browser.complaints import Complaints
from tests.browser.sample import chosen
from tests.browser.site import Site
from tests.browser.web_server import headers_of

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


def test_every_answer_has_the_headers_of_the_site(new_context: BrowserContext, site: Site) -> None:
    """All tests in the browser run under them; here they are seen to be there."""
    wanted = headers_of(site.folder)
    assert "frame-ancestors 'none'" in wanted["Content-Security-Policy"]
    for path in ("", "search/", "nothing-here/", "data/indicators.csv"):
        answer = new_context.request.get(site.address + path)
        assert {name: answer.headers[name.lower()] for name in wanted} == wanted, path


def test_the_policy_refuses_what_is_not_ours(new_context: BrowserContext, site: Site) -> None:
    """An inline script, an inline style and another site's picture, put into a page, do nothing."""
    page = new_context.new_page()
    failed: dict[str, str | None] = {}
    new_context.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
    site.open(page, "")
    page.evaluate(
        """() => {
          const script = document.createElement("script"); script.textContent = "window.ran = true";
          const style = document.createElement("style"); style.textContent = "body { opacity: 0.5 }";
          const image = document.createElement("img"); image.src = "https://elsewhere.example/x.png";
          document.body.append(script, style, image);
          document.body.insertAdjacentHTML("beforeend", "<i id='styled' style='opacity: 0.5'></i>");
        }"""
    )
    page.wait_for_timeout(SOON_AFTER)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.body).opacity") == "1"
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).opacity") == "1"
    assert failed == {"https://elsewhere.example/x.png": "csp"}  # refused before anything is sent
