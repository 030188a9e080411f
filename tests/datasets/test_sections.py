"""The sections of a page from its source: the ids are the engine's, and a changed word changes the draft's name."""

from __future__ import annotations

import re

import pytest

from macros.datasets.page_source import PageSource, page_url, read_pages
from macros.datasets.sections import page_key, page_title, sections

MADE_BY_AUTHORS = re.compile(r'<h2 id="([^"]+)"[^>]*>(?:(?!</h2>).)*class="headerlink"', re.DOTALL)


def source(body, **meta):
    return PageSource("docs/reports/x/young-people/a.md", meta, body, 1)


def ids(body):
    return [one.id for one in sections(source(body))[1:]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("", []),
        ("# One\n\nText.\n", []),
        ("## Late: 3 of them!\n## Late *3* of them\n", ["late-3-of-them", "late-3-of-them_1"]),
        ("## Plans {: #plans }\n## Other {#o}\n", ["plans", "o"]),
        ("## [A link](x.md) and `code`\n", ["a-link-and-code"]),
        ("```\n## not a heading\n```\n## One\n", ["one"]),
        ("### Same\n## Same\n", ["same_1"]),
        ("## Élan ##\n", ["elan"]),
        ("## !!!\n", ["_1"]),
    ],
)
def test_ids(body, found):
    assert ids(body) == found


def test_titles_and_keys():
    page = source("# Was it *on time*?\n\n## A [part](x.md)\n")
    assert page_title(page) == "Was it on time?"
    assert page_title(source("# A\n", title="Given")) == "Given"
    assert page_title(source("")) == page_key(page.path) == "young-people/a"
    assert [one.title for one in sections(page)] == ["Was it on time?", "A part"]


def test_a_changed_word_is_seen_and_a_line_break_is_not():
    def draft(body):
        return {one.id: one.draft for one in sections(source(body))}

    before = draft("# A\n\n## One\n\nSome words here.\n\n## Two\n\nMore.\n")
    same = draft("# A\n\n## One\n\nSome words\nhere.\n\n## Two\n\nMore.\n")
    after = draft("# A\n\n## One\n\nSome other words here.\n\n## Two\n\nMore.\n")
    assert same == before
    assert (after["one"] == before["one"], after["two"] == before["two"], after[""] == before[""]) == (
        False,
        True,
        False,
    )


@pytest.mark.slow
def test_every_page_of_this_project_has_the_ids_of_its_built_one(root, built_site):
    compared = 0
    for page in read_pages(root)[0]:
        html = built_site / page_url(page.path) / "index.html"
        if page.path.startswith("docs/reports/") and html.is_file():
            built = MADE_BY_AUTHORS.findall(html.read_text(encoding="utf-8"))
            assert [one.id for one in sections(page)[1:]] == built, page.path
            compared += len(built)
    assert compared > 200
