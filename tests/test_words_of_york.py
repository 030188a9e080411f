"""York's published pages keep the gates of plain language and the list of words; the gates are there to be failed."""

from __future__ import annotations

import json

CHECKS = ("plain-language", "preferred-words")
PLACES = ("docs/reports/york-2016-17/", "data/reports/york-2016-17/", "docs/about/", "data/catalogue/")


def test_no_page_is_too_hard_and_no_word_unwanted(built_site):
    findings = json.loads((built_site / "data/findings.json").read_text(encoding="utf-8"))
    assert findings
    assert [one for one in findings if one["check"] in CHECKS and one["path"].startswith(PLACES)] == []
