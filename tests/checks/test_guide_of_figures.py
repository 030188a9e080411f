"""What the guide says of the figure rules is what they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.datasets.known_issues import EXPLAINED_BY
from macros.model.figure_problems import KINDS
from macros.model.relation import Rule

GUIDE = Path(__file__).resolve().parents[2] / "docs/guide/checks"


def text(page):
    return (GUIDE / f"{page}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_stands_on_the_page_of_its_check(kind):
    assert re.search(rf"^- `{kind.id}`", text(kind.check), re.MULTILINE)


@pytest.mark.parametrize("kind", EXPLAINED_BY)
def test_which_issues_explain_a_finding(kind):
    (row,) = [line for line in text("known-issues").splitlines() if line.startswith("|") and f"`{kind}`" in line]
    assert set(re.findall(r"`([A-Z]+)`", row)) == EXPLAINED_BY[kind]


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_told(rule):
    assert f"| `{rule}` |" in text("relations")
