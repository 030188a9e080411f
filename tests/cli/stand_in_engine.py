"""A stand-in for MkDocs: what it was asked, and what it leaves behind."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.cli import findings_report
from macros.publishing.manifest import write_manifest

FINDING = {
    "check": "sums", "severity": "stops", "path": "data/a.csv", "line": 7,
    "message": "The parts add up to 203, and the total says 204.", "help": "guide/checks/sums.md",
}  # fmt: skip
CHANGES = {"pages": [{"state": "new"}, {"state": "changed"}, {"state": "new"}], "figures": [{}]}


class Engine:
    """It writes a page, `findings` and what changed, prints `log` and ends with `code`; then `asked` and `env` say
    what it was called with."""

    def __init__(self) -> None:
        self.code = 0
        self.log = ""
        self.findings: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.env: Mapping[str, str] = {}

    def run(self, words: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        if "mkdocs" not in words:  # git, which is asked for the commit
            return subprocess.CompletedProcess(words, 1, "", "")
        self.asked, self.env = words, options["env"]
        assert self.env["NO_MKDOCS_2_WARNING"] == "1"
        site = Path(words[words.index("--site-dir") + 1])
        (site / "data").mkdir(parents=True)
        (site / "index.html").write_text("new", encoding="utf-8")
        (site / findings_report.FILE).write_text(json.dumps(self.findings), encoding="utf-8")
        (site / "data/changes.json").write_text(json.dumps(CHANGES), encoding="utf-8")
        write_manifest(site, "", "", "2026-11-28")
        return subprocess.CompletedProcess(words, self.code, self.log, "")
