"""A small site published, then a draft of it in which something of every kind has changed; and both built."""

from __future__ import annotations

from pathlib import Path

from tests.builders import (
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    Built,
    build,
    figures,
    page,
    release_settings,
    settings,
    write_site,
)  # fmt: skip

LATER = "2026-12-01"
WHY = "A late review was counted twice."
HOME = f"reports/{REPORT}"
FORMAL = """# Our year

Of all children {{ figure("on_time_pct", source="Table 5") }} had every review on time.

This stands as it stood before.

{{ chart("on_time_pct", by="quarter") }}
"""
YOUNG = """# Your meetings

{{ picture("on_time_pct", "of you had every meeting on time.", source="Table 5") }}

We were late, and we are sorry for it.
"""
PAGES = {
    "year.md": page(FORMAL, other_voice=f"{HOME}/young-people/meetings.md"),
    "young-people/index.md": page("# Start\n\nStart here.\n", other_voice=f"{HOME}/index.md"),
    "young-people/meetings.md": page(YOUNG, other_voice=f"{HOME}/year.md"),
}


def public_and_preview(root: Path) -> tuple[Built, Built]:
    """The public site; then the preview of a draft with a corrected figure, changed words, a new page and a mistake."""
    write_site(root, PAGES)
    public = build(root)
    assert public.code == 0, public.warnings
    new = root / f"{REPORT_FOLDER}/{LATER}"
    new.mkdir()
    corrected = figures().replace(",67,", ",61,", 1).replace(",67,,,,Table 5", ",61,,,,Table 5")
    (new / "figures.csv").write_text(corrected, encoding="utf-8", newline="")
    (new / "known_issues.csv").write_bytes((root / f"{FOLDER}/known_issues.csv").read_bytes())
    (new / "release.yml").write_text(release_settings(date=LATER, why=WHY, supersedes="2026-11-21"), encoding="utf-8")
    (root / f"{REPORT_FOLDER}/report.yml").write_text(settings(release=LATER), encoding="utf-8")
    docs = root / f"docs/{HOME}"
    (docs / "year.md").write_text(PAGES["year.md"].replace("had every review", "had each review"), encoding="utf-8")
    meetings = PAGES["young-people/meetings.md"].replace("we are sorry for it", "we say sorry for it")
    (docs / "young-people/meetings.md").write_text(meetings, encoding="utf-8")
    (docs / "more.md").write_text(page('# More\n\n{{ figure("nothing") }}\n'), encoding="utf-8")
    preview = build(root, "mkdocs.preview.yml", "preview")
    assert preview.code == 0, preview.warnings
    return public, preview
