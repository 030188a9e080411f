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

# What axe cannot decide and a check of ours does: words in drawings (svg_contrast), references (identifiers),
# and words that are short, or lie under a cell that stays in place, against the ground their own parts give them.
_DECIDE = """
const e = argument.target.length === 1 && typeof argument.target[0] === "string" && document.querySelector(argument.target[0]);
if (!e) return false;
if (argument.rule === "aria-valid-attr-value") return e.matches("[aria-labelledby], [aria-describedby], [aria-controls], [aria-owns]");
if (argument.rule !== "color-contrast") return false;
if (e.closest("svg")) return true;
const style = getComputedStyle(e), size = parseFloat(style.fontSize), letters = rgba(style.color);
const layers = [];
for (let p = e; p && layers.at(-1)?.[3] !== 1; p = p.parentElement) { const s = getComputedStyle(p);
  if (s.backgroundImage !== "none" || +s.opacity < 1) return false; layers.push(rgba(s.backgroundColor)); }
const ground = layers.reduceRight((under, c) => under.map((v, i) => c[i] * c[3] + v * (1 - c[3])), [255, 255, 255]);
const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const [low, high] = [light(letters), light(ground)].sort((a, b) => a - b);
return letters[3] === 1 && (high + .05) / (low + .05) >= (size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700) ? 3 : 4.5);
"""


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> list[Complaint]:
    """What axe calls wrong, and what it cannot decide unless a check of ours decides it. The page's CSP stays in force."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(f"{{{_source()}}}; true")
    page.evaluate(_SETTLE)
    answer: dict[str, Any] = page.evaluate(_RUN, list(TAGS))
    wrong = [_complaint("axe", rule, node) for rule in answer["violations"] for node in rule["nodes"]]
    unsure = [
        _complaint("axe-undecided", rule, node)
        for rule in answer["incomplete"]
        for node in rule["nodes"]
        if not ask(page, _DECIDE, {"rule": rule["id"], "target": node["target"]})
    ]
    return wrong + unsure


def _complaint(name: str, rule: dict[str, Any], node: dict[str, Any]) -> Complaint:
    checks = [*node["any"], *node["all"], *node["none"]]
    reason = "; ".join(dict.fromkeys(check["message"] for check in checks))
    return Complaint(f"{name}:{rule['id']}", f"({rule['impact']}) {reason}\n    {node['html'][:200]}")
