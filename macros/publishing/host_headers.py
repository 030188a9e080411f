"""The site's rules as HTTP headers, written for the hosts that councils use.

A page carries its policy as a meta tag already. Headers say more (who may frame a page, what a link tells the next
site) and say it before the page is read. Sources: OWASP's HTTP headers cheat sheet; the hosts' own manuals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from pathlib import Path

from macros.publishing import host_redirects
from macros.publishing.security import InlineParts, inline_parts, policy_of

FOLDER = "hosting"  # for the hosts that read no file of the site by themselves
_NOT_ASKED_FOR = ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")
_NO_INDEX = {"X-Robots-Tag": "noindex, nofollow"}  # for files without a head, too: CSV, PDF
# a host's other sites may not be ready for it, so a web team switches it on
_HTTPS_ONLY = "Strict-Transport-Security", "max-age=31536000"


def headers(parts: InlineParts, *, draft: bool = False) -> dict[str, str]:
    """The headers of every page of a site whose pages hold these inline parts; a draft asks to be in no index."""
    return {
        "Content-Security-Policy": f"{policy_of(parts)}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_ASKED_FOR),
        "Cross-Origin-Opener-Policy": "same-origin",
    } | (_NO_INDEX if draft else {})


def write_headers(
    site: Path, pages: Iterable[str], moves: Sequence[host_redirects.Pair] = (), *, draft: bool = False
) -> None:
    """Write the header files of the site at `site`, whose pages are given as HTML; `moves` are its old addresses."""
    rules = headers(reduce(or_, map(inline_parts, pages), InlineParts()), draft=draft)
    texts = {
        "_headers": _netlify(rules),
        "staticwebapp.config.json": _azure(rules, moves),
        f"{FOLDER}/nginx.conf": _nginx(rules, moves),
        f"{FOLDER}/apache.conf": _apache(rules, moves),
        f"{FOLDER}/web.config": _iis(rules, moves),
    }
    host_redirects.write_netlify(site, moves)
    (site / FOLDER).mkdir(exist_ok=True)
    for path, text in texts.items():
        (site / path).write_text(text, encoding="utf-8", newline="\n")


def _netlify(rules: Mapping[str, str]) -> str:
    """Netlify and Cloudflare Pages read this file from the site's root."""
    name, value = _HTTPS_ONLY
    lines = [f"  {header}: {rule}" for header, rule in rules.items()]
    return "\n".join(["# Only where the whole host is served by HTTPS:", f"#  {name}: {value}", "/*", *lines, ""])


def _azure(rules: Mapping[str, str], moves: Sequence[host_redirects.Pair]) -> str:
    """Azure Static Web Apps reads this file from the site's root, and forces HTTPS itself."""
    missing = {"404": {"rewrite": "/404.html"}}
    told: dict[str, object] = {"globalHeaders": dict(rules), "responseOverrides": missing}
    if moves:
        told["routes"] = host_redirects.azure(moves)
    return json.dumps(told, indent=2) + "\n"


def _nginx(rules: Mapping[str, str], moves: Sequence[host_redirects.Pair]) -> str:
    name, value = _HTTPS_ONLY
    lines = [f'add_header {header} "{rule}" always;' for header, rule in rules.items()]
    first = "# Include this file in the site's server { }, and in each location { } that has an add_header of its own."
    https = ["# Only by HTTPS:", f'# add_header {name} "{value}" always;']
    return "\n".join([first, *lines, *https, *host_redirects.nginx(moves), ""])


def _apache(rules: Mapping[str, str], moves: Sequence[host_redirects.Pair]) -> str:
    name, value = _HTTPS_ONLY
    lines = [f'  Header always set {header} "{rule}"' for header, rule in rules.items()]
    first = "# For the site's <Directory>, or as .htaccess in the site's folder. Needs mod_headers."
    https = ["  # Only by HTTPS:", f'  # Header always set {name} "{value}"']
    return "\n".join(
        [first, "<IfModule mod_headers.c>", *lines, *https, "</IfModule>", *host_redirects.apache(moves), ""]
    )


def _iis(rules: Mapping[str, str], moves: Sequence[host_redirects.Pair]) -> str:
    name, value = _HTTPS_ONLY
    rows = [f'        <add name="{header}" value="{rule}" />' for header, rule in rules.items()]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!-- For IIS: put this file into the site's folder, or its rows into the one that is there. -->",
            "<configuration>", "  <system.webServer>", "    <httpProtocol>", "      <customHeaders>",
            *rows,
            f'        <!-- Only by HTTPS: <add name="{name}" value="{value}" /> -->',
            "      </customHeaders>", "    </httpProtocol>", "  </system.webServer>",
            *host_redirects.iis(moves), "</configuration>", "",
        ]
    )  # fmt: skip
