"""Links on paper: inside the report to a page of it, outside to the website's address, or just words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from macros.publishing.paper.tree import drop, pairs, unwrap

_OUTSIDE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """Where the pages of a paper stand: `sections` by their address, `site` the website's own address or empty."""

    sections: Mapping[str, int]
    site: str


def prepare_links(root: Element, url: str, place: Place) -> None:
    """Make every id one of the section's own and every link lead somewhere, or be words."""
    number = place.sections[url]
    for one in root.iter():
        if one.get("id"):
            one.set("id", f"s{number}-{one.get('id')}")
    for parent, child in pairs(root):
        if child.tag != "a" or child.get("href") is None:
            continue
        target = _target(child.get("href") or "", url, place)
        if target:
            child.set("href", target)
        elif child.get("download") is not None:
            drop(parent, child)
        else:
            unwrap(parent, child)


def _target(href: str, url: str, place: Place) -> str:
    if _OUTSIDE.match(href):
        return href
    if _SCHEME.match(href):
        return ""
    path, _, anchor = href.partition("#")
    led = _joined(url, unquote(path)) if path else url
    if led in place.sections:
        return f"#s{place.sections[led]}" + (f"-{anchor}" if anchor else "")
    return f"{place.site}{led}{'#' if anchor else ''}{anchor}" if place.site else ""


def _joined(url: str, path: str) -> str:
    led = normpath(f"{url}{path}")
    return "" if led == "." else f"{led}/" if path.endswith(("/", "..")) else led


def mend_links(root: Element) -> None:
    """A link to a place that the paper left out leads to the section; one to a section that is not there is words."""
    known = {one.get("id") for one in root.iter() if one.get("id")}
    for parent, child in pairs(root):
        href = child.get("href") or ""
        if child.tag == "a" and href.startswith("#") and href[1:] not in known:
            section = href[1:].partition("-")[0]
            if section in known and "tv-figure" not in (child.get("class") or ""):
                child.set("href", f"#{section}")
            else:
                unwrap(parent, child)
