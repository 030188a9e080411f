"""`prompts`: what a new report's pages ask their author to write is written, and the prompt taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.context import Context
from macros.datasets.page_source import PageSource
from macros.model.finding import Finding
from macros.model.problems import KINDS

_PROMPT = re.compile(r'<div class="tv-prompt"[^>]*>\s*(.*?)\s*(?:</div>|\Z)', re.DOTALL)
_MARKS = re.compile(r"[*`]")


def prompts(context: Context) -> list[Finding]:
    """The prompts that still stand on pages of reports, each at its line."""
    return [finding for page in context.report_pages for finding in _of_page(page)]


def _of_page(page: PageSource) -> Iterator[Finding]:
    for found in _PROMPT.finditer(page.body):
        line = page.body_line + page.body.count("\n", 0, found.start())
        told = " ".join(_MARKS.sub("", found[1].split("\n\n")[0]).split())
        yield Finding(KINDS["prompt-left"], page.path, line, {"near": told or "a prompt"})
