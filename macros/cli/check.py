"""`check`: what the checks say of figures, words and duties, in plain English."""

from __future__ import annotations

from pathlib import Path

from macros.cli import findings_report


def check(root: Path) -> int:
    """Print every finding; 0 when none stops the public build."""
    from macros.checks import run

    findings = [findings_report.reported(finding) for finding in run(root)]
    if not findings:
        print("The checks found nothing wrong.")
        return 0
    print(findings_report.text(findings))
    return int(any(finding.stops for finding in findings))
