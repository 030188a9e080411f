"""Golden files: small, of one component. To make them anew: `GOLDEN=write pytest tests/render`, then read the diff."""

from __future__ import annotations

import os
import re
from pathlib import Path

from lxml import html as lxml_html

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, html: str) -> None:
    """`html`, one element a line, equals the golden file of this name; it is well-formed."""
    written = re.sub(r"(?<=>)(?=<(?!/))", "\n", html) + "\n"
    path = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")
    assert lxml_html.fragment_fromstring(html, create_parent="div") is not None
