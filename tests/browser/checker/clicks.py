"""Nothing waits for a click that a keyboard cannot give."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import question

_CLICKS = {"click", "mousedown", "mouseup", "pointerdown", "pointerup", "dblclick", "touchstart", "touchend"}


def mouse_only(page: Page) -> list[Complaint]:
    """A click listener on what is no control (WCAG 2.1.1, failure F42). The browser itself lists them."""
    session = page.context.new_cdp_session(page)
    try:
        document = session.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
        found = session.send("DOMDebugger.getEventListeners", {"objectId": document, "depth": -1, "pierce": True})
        nodes = {
            one["backendNodeId"] for one in found["listeners"] if one["type"] in _CLICKS and "backendNodeId" in one
        }
        return complain("mouse-only", [said for node in sorted(nodes) if (said := _judge(session, node))])
    finally:
        session.detach()


def _judge(session: object, node: int) -> str | None:
    send = session.send  # type: ignore[attr-defined]
    resolved = send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
    call = {"functionDeclaration": question("mouse-only"), "objectId": resolved, "returnByValue": True}
    html = send("Runtime.callFunctionOn", call)["result"].get("value")
    return f"it waits for a click and no key reaches it: {html}" if html else None
