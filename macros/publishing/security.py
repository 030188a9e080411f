"""The Content-Security-Policy of a page: nothing from elsewhere, no inline script or style but the page's own."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(?P<body>.*?)</style>", re.DOTALL | re.IGNORECASE)
_STYLED = re.compile(r"""<[a-z][^<>]*?\sstyle=(["'])(.*?)\1""", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_HTML = re.compile(r"(?:<!doctype[^>]*>\s*)?(?:<html\b[^>]*>)?", re.IGNORECASE)
_FILE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_SCRIPTS = re.compile(r"script-src [^;]*;")
_META = '<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'

_COMMENTS = " data-say-report="  # the comment kit of a draft


def with_policy(html: str, *, served: bool = False) -> str:
    """The page with its policy as a meta tag, right after the character set; it tells no other site where it was.

    `served` to its author alone, a page lets any inline script run: the engine's own, which loads it again after an
    edit, is put in later and is another one each time.
    """
    if 'http-equiv="Content-Security-Policy"' in html:
        return html
    rules = policy(html)
    if served:
        rules = _SCRIPTS.sub("script-src 'self' 'unsafe-inline';", rules)  # which no hash may stand beside
    elif _COMMENTS in html:  # what somebody writes there could not even be sent to ourselves
        rules = rules.replace("connect-src 'self'", "connect-src 'none'")
    tag = _META.format(policy=rules)
    place = _CHARSET.search(html) or _HEAD.search(html) or _HTML.search(html)
    at = place.end() if place else 0
    return html[:at] + tag + html[at:]


def policy(html: str) -> str:
    """The policy that lets a page's own inline scripts and styles work, by their hashes, and no others."""
    return policy_of(inline_parts(html))


@dataclass(frozen=True)
class InlineParts:
    """The hashes of what stands in a page itself: scripts that run, and styles; `attributes` if some are attributes."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    attributes: bool = False

    def __or__(self, other: InlineParts) -> InlineParts:
        return InlineParts(
            self.scripts | other.scripts, self.styles | other.styles, self.attributes or other.attributes
        )


def inline_parts(html: str) -> InlineParts:
    """What a page would have refused under a policy that allows files alone."""
    scripts = {_hash(found["body"]) for found in _SCRIPT.finditer(html) if _runs(found["attributes"])}
    styles = {_hash(found["body"]) for found in _STYLE.finditer(html)}
    styled = "style=" in html.lower()  # few pages are, and looking for them in drawings takes long
    attributes = {_hash(unescape(found[2])) for found in _STYLED.finditer(_SCRIPT.sub("", html))} if styled else set()
    return InlineParts(frozenset(scripts), frozenset(styles | attributes), bool(attributes))


def policy_of(parts: InlineParts) -> str:
    """The policy for one page or for several together, as a meta tag can hold it."""
    scripts = " ".join(["'self'", *sorted(parts.scripts)])
    styles = " ".join(["'self'", *(["'unsafe-hashes'"] if parts.attributes else []), *sorted(parts.styles)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; "
        "form-action 'none'; base-uri 'self'"
    )


def _runs(attributes: str) -> bool:
    return not _FILE.search(attributes) and (
        "type=" not in attributes or "javascript" in attributes or "module" in attributes
    )


def _hash(body: str) -> str:
    return f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'"
