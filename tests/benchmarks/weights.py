"""What the first visit to a page loads: the page and every file it names, in kB by gzip."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

BUDGETS = {"formal": 95, "young": 45}  # kB of a first visit, DESIGN.md section 9


def weigh(site: Path) -> Iterator[str]:
    """The lines of a table of the built site's pages."""
    if not site.is_dir():
        yield "No site/ to weigh; run `make build` first."
        return
    yield f"| page | kB by gzip (budget {BUDGETS['formal']} and {BUDGETS['young']}) |\n| --- | ---: |"
    weights = {path: _weight(site, path) for path in sorted(site.glob("reports/**/index.html"))}
    for edition, chosen in (
        ("formal", {path: kb for path, kb in weights.items() if "young-people" not in path.parts}),
        ("young people's", {path: kb for path, kb in weights.items() if "young-people" in path.parts}),
    ):
        if chosen:
            heaviest = max(chosen, key=lambda path: chosen[path])
            yield (f"| {edition}, heaviest: {heaviest.parent.relative_to(site)} | {chosen[heaviest]:.0f} |")
            yield (f"| {edition}, middle | {sorted(chosen.values())[len(chosen) // 2]:.0f} |")


def _weight(site: Path, page: Path) -> float:
    html = page.read_text(encoding="utf-8")
    named = re.findall(r'<(?:link[^>]+rel="(?:stylesheet|icon)"[^>]+href|script[^>]+src|img[^>]+src)="([^"#?]+)', html)
    named += re.findall(r'<link[^>]+href="([^"#?]+)"[^>]+rel="(?:stylesheet|icon)"', html)
    named += re.findall(r'"search": "([^"]+)"', html)  # Material loads its search worker with every page
    files = {(page.parent / name).resolve() for name in named if not name.startswith(("http:", "https:", "data:"))}
    total = len(gzip.compress(html.encode()))
    return (total + sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())) / 1000
