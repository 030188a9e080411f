"""axe-core, the accessibility rules that can be tested by a program, run on the page being shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

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


@dataclass(frozen=True)
class Result:
    """What axe says: sentences of what is wrong, and of what it could not decide."""

    violations: tuple[str, ...]
    incomplete: tuple[str, ...]


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def look_at(page: Page) -> Result:
    """Run axe on the page as it is now. Evaluated, not added as a script: the page's CSP stays in force."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(f"{{{_source()}}}; true")
    page.evaluate(_SETTLE)
    answer: dict[str, Any] = page.evaluate(_RUN, list(TAGS))
    return Result(_sentences(answer["violations"]), _sentences(answer["incomplete"]))


def _sentences(rules: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(_sentence(rule, node) for rule in rules for node in rule["nodes"])


def _sentence(rule: dict[str, Any], node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    reason = "; ".join(dict.fromkeys(check["message"] for check in checks))
    return f"{rule['id']} ({rule['impact']}): {reason}\n    {node['html'][:200]}"
