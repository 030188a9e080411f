"""The pages about all councils: every council is named, and those whose site stands are led to."""

from __future__ import annotations

import json

import pytest

from macros.authoring.national.front_site import front_files
from tests.authoring.national.repository import shared


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    return shared(tmp_path_factory.mktemp("one"))


def test_councils_stand_by_letter_and_a_missing_site_is_no_link(one):
    files = front_files(one, {"aldermere"})
    meta = json.loads(files["docs/index.md"].decode().split("---")[1])
    listed = {two["name"]: two for group in meta["nation"]["groups"] for two in group["councils"]}
    assert [group["letter"] for group in meta["nation"]["groups"]] == ["A", "B", "C", "E", "F", "H"]
    assert listed["Aldermere"]["young"] == "councils/aldermere/reports/aldermere-open-data/young-people/index.html"
    assert listed["Birchwick"]["young"] == ""
    assert listed["Aldermere"]["region"] == "North West"


def test_regions_list_every_council(one):
    text = front_files(one, {"aldermere"})["docs/regions.md"].decode()
    assert '<a href="../councils/aldermere/index.html">Aldermere</a>' in text
    assert "- Birchwick\n" in text


def test_it_holds_the_figures_of_all_and_reports_of_none(one):
    files = front_files(one, set())
    assert sum(path.startswith("data/reports/") for path in files) == 0
    profile = next(content for path, content in files.items() if path.endswith("profile.csv")).decode()
    assert {"aldermere", "hazelstead", "england", "north-west"} <= {line.split(",")[1] for line in profile.splitlines()}
    menu = files["mkdocs.yml"].decode()
    assert "york" not in menu
    assert "- Councils by region: regions.md" in menu
