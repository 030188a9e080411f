"""`release-frozen`: a published report stands on releases that are sealed.

That nothing sealed has changed is found while the releases are read.
"""

from __future__ import annotations

from macros.checks.context import Context
from macros.datasets.frozen import FOLDER, is_sealed, release_days
from macros.model.finding import Finding
from macros.model.problems import KINDS


def release_frozen(context: Context) -> list[Finding]:
    """Releases of published reports that keep no checksums."""
    root = context.store.root
    return [
        Finding(
            KINDS["release-unsealed"],
            f"{FOLDER}/{report.id}/{day.isoformat()}/release.yml",
            0,
            {"day": day.isoformat(), "report": report.id},
        )
        for report in context.store.reports.values()
        if report.is_published and report.id in context.store.releases
        for day in release_days(root, report.id)
        if day <= report.release and not is_sealed(root, report.id, day)
    ]
