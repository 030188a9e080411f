"""axe-core, the accessibility rules that can be tested by a program, run on the page being shown."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.browser.checker.complaint import Complaint
from tests.browser.checker.in_page import ask

# No rule is switched off. What a program cannot judge is in docs/about/accessibility.md.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """tags => axe.run(document, {runOnly: {type: "tag", values: tags},
    resultTypes: ["violations", "incomplete"]})"""

# A colour that is still changing (a hover, a menu that folds away) would be judged half-way.
_SETTLE = """async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  document.getAnimations().forEach(a => { try { a.finish() } catch { a.cancel() } });
  await new Promise(requestAnimationFrame);
}"""


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> list[Complaint]:
    """What axe calls wrong, and what it cannot decide, unless a check of ours decides it.

    Evaluated, not added as a script: the page's security policy stays in force.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(f"{{{_source()}}}; true")
    page.evaluate(_SETTLE)
    answer: dict[str, Any] = page.evaluate(_RUN, list(TAGS))
    wrong = [_complaint("axe", rule, node) for rule in answer["violations"] for node in rule["nodes"]]
    unsure = [
        _complaint("axe-undecided", rule, node)
        for rule in answer["incomplete"]
        for node in rule["nodes"]
        if not ask(page, "undecided-by-axe", {"rule": rule["id"], "target": node["target"]})
    ]
    return wrong + unsure


def _complaint(name: str, rule: dict[str, Any], node: dict[str, Any]) -> Complaint:
    checks = [*node["any"], *node["all"], *node["none"]]
    reason = "; ".join(dict.fromkeys(check["message"] for check in checks))
    return Complaint(f"{name}:{rule['id']}", f"({rule['impact']}) {reason}\n    {node['html'][:200]}")
