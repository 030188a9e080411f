"""A draft is kept out of search engines.

Each page and each header says `noindex`. An engine that may not fetch a page never reads that, and may still list the
address where somebody links to it (Google Search Central, "Block Search indexing with noindex"). So the engines that
keep to `noindex` may look; every other robot is asked to stay out.
"""

from __future__ import annotations

from pathlib import Path

ROBOTS = """\
# A draft: please keep it out of every index. These may look, so that they read "noindex"; all others stay out.
User-agent: Googlebot
User-agent: Bingbot
User-agent: DuckDuckBot
Disallow:

User-agent: *
Disallow: /
"""
_MAPS = ("sitemap.xml", "sitemap.xml.gz")


def keep_out(site: Path) -> None:
    """Write robots.txt of a draft, and take its site map away."""
    (site / "robots.txt").write_text(ROBOTS, encoding="utf-8", newline="\n")
    for name in _MAPS:
        (site / name).unlink(missing_ok=True)
