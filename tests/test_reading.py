"""The young people's edition can be read by young people: the gates of ACCESSIBILITY.md section 6 for 12 to 17."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publishing.rendered_text import rendered_text
from macros.wording.text_stats import measure, sentences, words

PAGES = sorted(
    path.relative_to("docs").with_suffix("") for path in Path("docs/reports").glob("*/young-people/*.md")
)  # pytest runs in the project's folder


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_for_young_people_is_easy_to_read(built_site, page):
    file = built_site / (page if page.name != "index" else page.parent) / "index.html"
    text = rendered_text(file.read_text(encoding="utf-8"))
    counted = measure(text)
    assert counted.words >= 100, text
    assert counted.grade <= 6.5
    assert counted.longest <= 20, counted.longest_sentence
    assert counted.mean <= 14


def test_the_reading_gate_can_fail():
    hard = (
        "Notwithstanding the aforementioned considerations, the multi-agency safeguarding arrangements necessitate "
        "comprehensive reconsideration of permanence planning methodologies across the directorate immediately, "
        "without further delay."
    )
    assert measure(hard).grade > 6.5
    assert measure(hard).longest > 20
    assert len(sentences("You choose. We listen! Do you agree?")) == 3
    assert words("67 out of every 100") == ["67", "out", "of", "every", "100"]
