"""Two Voices: an Independent Reviewing Officer report in two voices, from one set of figures.

mkdocs-macros looks for `define_env` here. The import of the engine stands inside the function,
so that the statistical model can be used without MkDocs.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the author's macros with mkdocs-macros (its documented entry point)."""
    from macros.pages.registration import register

    register(env)


def on_pre_page_macros(env: Any) -> None:
    """Before each page: tell its template of its report, and make mistakes come out as sentences."""
    from macros.pages.mistakes import guard
    from macros.pages.registration import describe

    guard(env)
    describe(env)
