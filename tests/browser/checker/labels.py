"""The words of links, fields and headings do what they are for."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_EMPTY_WORDS = (
    "click here", "click", "here", "this", "this link", "this page", "link", "more", "read more", "find out more",
    "learn more", "see more", "details", "go", "download", "page", "continue reading",
)  # fmt: skip

_LINKS = """
return all("a[href]").filter(shown).map(e => [e, (e.ariaLabel ?? words(e)).toLowerCase().replace(/[^a-z ]/g, " ").trim()])
  .filter(([e, text]) => argument.includes(text)).map(([e, text]) => `“${text}” does not say where the link goes: ${say(e)}`);
"""

_PLACEHOLDERS = """
return all("input[placeholder], textarea[placeholder]").filter(e => shown(e))
  .filter(e => ![...(e.labels ?? [])].some(label => words(label)) && !e.ariaLabel?.trim() && !e.title.trim()
    && !(e.getAttribute("aria-labelledby") && byIds(e.getAttribute("aria-labelledby"))))
  .map(e => `the field is named by its placeholder alone, which goes when one types: ${say(e)}`);
"""

# A line that looks like a heading: alone in its block, short, all bold or much larger than the body,
# no full stop at its end, and a block of text after it.
_FAKE_HEADINGS = r"""
const body = parseFloat(getComputedStyle(document.querySelector("main p") ?? document.body).fontSize);
const after = e => { let next = e.nextElementSibling;
  return next && ["P", "UL", "OL", "TABLE", "DIV", "DL"].includes(next.tagName) && words(next).length > words(e).length; };
const letters = e => { const inner = [...e.childNodes].filter(n => n.nodeType !== 3 || n.data.trim());
  return inner.length === 1 && inner[0].nodeType === 1 && ["STRONG", "B", "SPAN", "FONT", "BIG"].includes(inner[0].tagName) ? inner[0] : e; };
return all("p, div, span").filter(shown)
  .filter(e => !e.closest("h1, h2, h3, h4, h5, h6, [role=heading], a, button, summary, figure, table, nav, header, li, dl, blockquote, label, legend, svg, [popover], .admonition, .tv-picture"))
  .filter(e => getComputedStyle(e).display !== "inline" && ![...e.children].some(c => !["inline", "inline-block"].includes(getComputedStyle(c).display)))
  .filter(e => { const text = words(e); return text.length > 1 && text.length < 80 && /[A-Za-z]/.test(text) && !/[.:;,!]$/.test(text); })
  .filter(e => { const style = getComputedStyle(letters(e));
    return (parseInt(style.fontWeight) >= 600 || parseFloat(style.fontSize) >= 1.3 * body) && after(e); })
  .map(e => `it looks like a heading and is none: ${say(e)}`);
"""


def empty_links(page: Page) -> list[Complaint]:
    """A link whose words tell nothing out of their sentence (WCAG 2.4.4)."""
    return complain("click-here", ask(page, _LINKS, list(_EMPTY_WORDS)))


def placeholders(page: Page) -> list[Complaint]:
    """A field with a placeholder in place of a label (WCAG 3.3.2). Axe takes it for a name."""
    return complain("placeholder-as-label", ask(page, _PLACEHOLDERS))


def fake_headings(page: Page) -> list[Complaint]:
    """A heading made of bold type: it is in no list of headings (WCAG 1.3.1, failure F2)."""
    return complain("fake-heading", ask(page, _FAKE_HEADINGS))
