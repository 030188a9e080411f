"""`release` and `correct`: a release is sealed, and a correction is the next one."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from macros.cli import findings_report
from macros.datasets.page_source import report_of
from macros.errors import BadRequest
from macros.model.finding import Finding


def release(root: Path, name: str) -> int:
    """Seal the release in force of the report `name`; 1 with the findings that stand in the way."""
    from macros.checks import run
    from macros.datasets.frozen import is_sealed
    from macros.datasets.sealing import release_folder, seal
    from macros.datasets.store import open_store

    report = open_store(root).report(name)
    folder = release_folder(report)
    findings = [findings_report.reported(one) for one in run(root) if _concerns(one, report.id)]
    if any(finding.stops for finding in findings):
        print(findings_report.text(finding for finding in findings if finding.stops))
        print(f"\n{folder} was not sealed. Mend what is wrong with its figures first.")
        return 1
    if is_sealed(root, report.id, report.release):
        print(f"{folder} is sealed, and nothing has changed in it. There is nothing to do.")
        return 0
    rows = seal(root, report)
    print(f"{folder} is sealed: {len(rows)} files, {sum(rows.values())} rows. From now on they do not change.")
    print(f'To correct a figure later: python -m macros correct {report.id} --reason "Why, in a sentence."')
    return 0


def _concerns(finding: Finding, report: str) -> bool:
    """Whether a finding is about the report's figures: its own data, or the catalogue; not its pages, not another's."""
    is_data = finding.path.startswith("data/") and not finding.path.endswith("/report.yml")
    is_later = finding.kind.id == "release-unsealed" or finding.check == "editions"  # an edition waits for the build
    return is_data and report_of(finding.path) in ("", report) and not is_later


def correct(root: Path, name: str, reason: str, day: str) -> int:
    """Begin the next release of the report `name`, and say what to do with it."""
    from macros.cli.keep import keep_before_correction
    from macros.datasets import sealing
    from macros.datasets.store import open_store

    store = open_store(root)
    report = store.report(name)
    kept = keep_before_correction(store, report)
    folder = sealing.correct(store, report, reason, day_asked_for(day))
    print(kept, end="")
    print(f"Made {folder}, a copy of the release of {report.release.isoformat()} with your reason in release.yml.")
    print(f"data/reports/{report.id}/report.yml names it as the release in force. The old release stays as it is.")
    print("\nWhat to do next:")
    print(f"  1. Correct the figures in {folder}.")
    print("  2. Look at what the checks say: python -m macros check")
    print(f"  3. Seal it: python -m macros release {report.id}")
    print("The public site is not built before that. Readers will see the old value, the new one, and your reason.")
    return 0


def day_asked_for(text: str) -> date:
    """The day asked for, or today. Raises BadRequest for what is none."""
    try:
        day = date.fromisoformat(text) if text else datetime.now().astimezone().date()
    except ValueError:
        day = None
    if day is None or text not in ("", day.isoformat()):
        raise BadRequest(f"'{text}' is not a day.", "Write it as 2026-12-01.")
    return day
