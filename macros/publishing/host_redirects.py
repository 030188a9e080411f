"""Addresses that have moved, in the words of the hosts that councils use: the answer "301, moved for good".

Addresses hold letters, digits and a few signs that need no escape in any of these files (macros/datasets/redirects.py).
Sources: the hosts' own manuals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from macros.model.redirect import Redirect

Pair = tuple[str, str]  # old and new, from the host's top


def base_of(address: str) -> str:
    """The folder of the host at which the site stands, with a slash at both ends."""
    return f"/{urlsplit(address).path.strip('/')}/".replace("//", "/")


def pairs(moves: Sequence[Redirect], address: str) -> list[Pair]:
    """Old and new addresses as the host sees them."""
    base = base_of(address)
    return [(f"{base}{one.old}", f"{base}{one.new}") for one in moves]


def write_netlify(site: Path, moves: Sequence[Pair]) -> None:
    """Netlify, Cloudflare Pages and GitLab Pages read `_redirects` from the site's root. Without moves, no file."""
    if moves:
        text = "".join(f"{old} {new} 301\n" for old, new in moves)
        (site / "_redirects").write_text(text, encoding="utf-8", newline="\n")


def azure(moves: Sequence[Pair]) -> list[dict[str, object]]:
    """The routes of staticwebapp.config.json."""
    return [{"route": old.removesuffix("/") or "/", "redirect": new, "statusCode": 301} for old, new in moves]


def nginx(moves: Sequence[Pair]) -> list[str]:
    """A location for each old address, for the site's server { }."""
    return [f"location = {old} {{ return 301 {new}; }}" for old, new in moves]


def apache(moves: Sequence[Pair]) -> list[str]:
    """Rules of mod_alias. RedirectMatch, because Redirect would take all addresses below the old one along."""
    if not moves:
        return []
    lines = [f'  RedirectMatch 301 "^{re.escape(old)}$" "{new}"' for old, new in moves]
    return ["<IfModule mod_alias.c>", *lines, "</IfModule>"]


def iis(moves: Sequence[Pair]) -> list[str]:
    """A location for each old address; needs the feature "HTTP Redirection" of IIS, and no module."""
    return [
        f'  <location path="{old.strip("/")}">\n    <system.webServer>\n'
        f'      <httpRedirect enabled="true" destination="{new}" exactDestination="true" '
        'httpResponseStatus="Permanent" />\n    </system.webServer>\n  </location>'
        for old, new in moves
    ]
