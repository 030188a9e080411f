"""The Content-Security-Policy of a page: nothing from elsewhere, no inline script but the page's own."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_HTML = re.compile(r"(?:<!doctype[^>]*>\s*)?(?:<html\b[^>]*>)?", re.IGNORECASE)
_FILE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="{policy}">'


def with_policy(html: str) -> str:
    """The page with its policy as a meta tag, right after the character set."""
    if 'http-equiv="Content-Security-Policy"' in html:
        return html
    tag = _META.format(policy=policy(html))
    place = _CHARSET.search(html) or _HEAD.search(html) or _HTML.search(html)
    at = place.end() if place else 0
    return html[:at] + tag + html[at:]


def policy(html: str) -> str:
    """The policy that lets a page's own inline scripts run, by their hashes, and no others."""
    hashes = dict.fromkeys(
        f"'{_hash(found['body'])}'" for found in _SCRIPT.finditer(html) if _runs(found["attributes"])
    )
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; "
        "form-action 'none'; base-uri 'self'"
    )


def _runs(attributes: str) -> bool:
    return not _FILE.search(attributes) and (
        "type=" not in attributes or "javascript" in attributes or "module" in attributes
    )


def _hash(body: str) -> str:
    return "sha256-" + b64encode(sha256(body.encode()).digest()).decode()
