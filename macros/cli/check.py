"""`check`: what the checks say of figures, words and duties, and what is wrong on the pages, in plain English."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from macros.cli import engine, findings_report
from macros.cli.findings_report import Reported


def check(root: Path) -> int:
    """Print every finding; 0 when none stops the public build."""
    from macros.checks import run

    findings = [findings_report.reported(finding) for finding in run(root)]
    known = set(findings)
    findings += [finding for finding in _of_pages(root) if finding not in known]
    if not findings:
        print("The checks found nothing wrong.")
        return 0
    print(findings_report.text(findings))
    return int(any(finding.stops for finding in findings))


def _of_pages(root: Path) -> list[Reported]:
    """What is wrong on the pages: they are built into a folder that is thrown away."""
    from macros.checks import ON_PAGES

    if not (root / "mkdocs.yml").is_file():
        return []
    with tempfile.TemporaryDirectory(prefix="two-voices-check-") as folder:
        words = engine.command(root, "build", "--site-dir", folder)
        subprocess.run(
            words, check=False, cwd=root, env=engine.variables(), stdin=subprocess.DEVNULL, capture_output=True
        )
        found = findings_report.read(Path(folder) / findings_report.FILE)
    return [finding for finding in found if finding.path.startswith("docs/") or finding.check in ON_PAGES]
