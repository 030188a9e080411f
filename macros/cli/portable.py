"""`generate` and `finish`: what stands before and after an engine that runs no hooks, such as Zensical."""

from __future__ import annotations

from pathlib import Path

from macros import checks
from macros.cli import findings_report
from macros.datasets.build_day import build_day
from macros.datasets.commit import commit_of
from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.publishing.finish import Build, finish_site
from macros.publishing.manifest import write_manifest
from macros.publishing.portable import FOLDER, SETTINGS, SITE, engine_settings, write_sources
from macros.publishing.preview.finish_draft import finish_draft
from macros.publishing.shown_pages import hidden_pages


def generate(root: Path, *, draft: bool) -> int:
    """Write the sources for such an engine; 0."""
    pages = write_sources(open_store(root), draft=draft)
    print(f"Wrote {pages} pages into {FOLDER}/ and the settings {SETTINGS}.")
    before, after = ("TWO_VOICES_DRAFT=1 ", " --draft") if draft else ("", "")
    print(f"Next: {before}python -m zensical build -f {SETTINGS}, then: python -m macros finish {SITE}{after}")
    return 0


def finish(root: Path, site: Path, *, draft: bool) -> int:
    """Finish the site that an engine built: data, gates, security policy; 0, or 1 with what stops it printed."""
    if not (site / "index.html").is_file():
        raise ReportsError(f"{site} is not a built site: it has no index.html.", "Run the engine first.")
    store = open_store(root)
    hidden = (site / folder.strip("/") for folder in hidden_pages(store, draft=draft))
    if leaked := [folder for folder in hidden if folder.exists()]:
        raise ReportsError(
            f"{leaked[0]} is not for the public. Nothing was finished.",
            f"Build from {SETTINGS}, which python -m macros generate writes without such pages.",
        )
    settings = engine_settings(root)
    address = str(settings.get("site_url") or "")
    findings = finish_site(root, site, Build(draft, str(settings["site_name"]), address))
    if draft:
        finish_draft(root, site, findings)
    write_manifest(site, commit_of(root), address, build_day().isoformat())
    if findings:
        print(findings_report.text([findings_report.reported(one) for one in findings]))
    stops = any(checks.stops_the_public(store, one) for one in findings) and not draft
    print(f"{'Not fit to publish' if stops else 'Finished'}: {site}.")
    return int(stops)
