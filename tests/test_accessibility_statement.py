"""The accessibility statement has what the law asks for, in the words of the model (SI 2018/952, regulation 8)."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[1] / "docs/about/accessibility.md"
PARTS = (
    r"^# Accessibility statement for ",
    r"^This accessibility statement applies to ",
    r"^## How accessible this website is$",
    r"^## Feedback and contact information$",
    r"^## Enforcement procedure$",
    r"^## Technical information about this website's accessibility$",
    r"^## Compliance status$",
    r"^## Non-accessible content$",
    r"^## Preparation of this accessibility statement$",
)
SENTENCES = (
    "The Equality and Human Rights Commission (EHRC) is responsible for enforcing",
    "(No. 2) Accessibility Regulations 2018",
    "Equality Advisory and Support Service (EASS)",
    "is committed to making its website accessible, in accordance with",
    "This website is partially compliant with the",
)


@pytest.fixture(scope="module")
def text():
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("part", PARTS)
def test_each_of_the_nine_parts_is_there(text, part):
    assert re.search(part, text, re.MULTILINE)


def test_the_parts_stand_in_the_order_of_the_model(text):
    places = [found.start() for part in PARTS if (found := re.search(part, text, re.MULTILINE))]
    assert places == sorted(places)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_the_law_words_is_worded_so(text, sentence):
    assert sentence in " ".join(text.split())


def test_it_was_reviewed_within_a_year(text):
    (found,) = re.findall(r"It was last reviewed on (\d{1,2} \w+ \d{4})\.", text)
    reviewed = datetime.strptime(found, "%d %B %Y").date()  # noqa: DTZ007  # a day has no zone
    assert reviewed > datetime.now().astimezone().date() - timedelta(days=366)
