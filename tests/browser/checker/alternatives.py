"""Pictures say what they show: no file name for an alternative, no graphic without a name."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint, complain
from tests.browser.checker.in_page import ask

_FILE_NAMES = r"""
return all("img[alt], input[type=image][alt], area[alt], [role=img][aria-label]").map(e => [e, (e.alt ?? e.ariaLabel).trim()])
  .filter(([e, alt]) => { if (!alt) return false;
    const stem = decodeURIComponent((e.currentSrc || e.src || "").split(/[?#]/)[0].split("/").pop() ?? "").replace(/\.\w+$/, "");
    return /\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?|pdf)$/i.test(alt) || /^(img|dsc|image|screenshot|picture|photo)?[_\-\s]*\d*$/i.test(alt)
      || (stem && alt.toLowerCase() === stem.toLowerCase() && /[_\-\d]/.test(stem)); })
  .map(([e, alt]) => `“${alt}” is the name of a file, not what the picture shows: ${say(e)}`);
"""

_NAMELESS = r"""
const named = e => e.ariaLabel?.trim() || (e.getAttribute("aria-labelledby") && byIds(e.getAttribute("aria-labelledby")))
  || [...e.children].some(child => child.localName === "title" && child.textContent.trim()) || e.getAttribute("title")?.trim();
const labelled = e => { const owner = e.closest("a, button, summary"); // an icon beside the words of its control
  return owner && words(owner).length > 0; };
return all("svg, canvas, object, embed, iframe, video, [role=img], [role=graphics-document]")
  .filter(e => !e.parentElement.closest("svg, [role=img]") && shown(e) && !hiddenFromEars(e) && !["none", "presentation"].includes(e.role))
  .filter(e => e.localName !== "img" && !named(e) && !labelled(e))
  .map(e => `a graphic that says nothing to a screen reader: ${say(e)}`);
"""


def file_names(page: Page) -> list[Complaint]:
    """An alternative that is the name of the file (WCAG 1.1.1, failure F30)."""
    return complain("file-name-as-alt", ask(page, _FILE_NAMES))


def nameless_graphics(page: Page) -> list[Complaint]:
    """A drawing with neither a name nor the mark that it is there for looks alone (WCAG 1.1.1)."""
    return complain("nameless-graphic", ask(page, _NAMELESS))
