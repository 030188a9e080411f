"""`translations`: the translated summaries, whether they are up to date, the hashes to write into them."""

from __future__ import annotations

from pathlib import Path


def translations(root: Path) -> int:
    """Print each page that can be translated with its hash now, and its translations; 0 when none is out of date."""
    from macros.checks.context import open_context
    from macros.datasets import translations as pages

    context = open_context(root)
    made = pages.translations(context.pages)
    old = 0
    for source in context.pages:
        path = source.path.removeprefix("docs/")
        own = [one for one in made if one.source == path]
        if not own and not _is_summary(path):
            continue
        now = pages.source_hash(source)
        print(f"{source.path}\n  source_hash: {now}")
        for one in own:
            then = str(one.page.meta.get("source_hash") or "")
            old += then != now
            state = "up to date" if then == now else f"out of date: {', '.join(pages.changed_parts(source, then))}"
            print(f"  {one.page.path}: {state}")
    return int(old > 0)


def _is_summary(path: str) -> bool:
    """A report's first page in either voice: what people translate first."""
    parts = path.split("/")
    return parts[0] == "reports" and parts[-1] == "index.md" and len(parts) == 3 + ("young-people" in parts)
