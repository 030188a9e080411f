"""`data/changes.json` and the text for a pull request: the same facts, safe to paste."""

from __future__ import annotations

import json
import re

import pytest

from macros.datasets.store import open_store
from macros.model.finding import Finding
from macros.model.problems import KINDS
from macros.publishing.preview.change_files import JSON, MARKDOWN, write_change_files
from macros.publishing.preview.comparison import Changes, PageChange, PageState, compare
from tests.builders import FIGURES, FOLDER, observation, observations, write_project
from tests.publishing.preview.sites import PLACE, YOUNG, chart, figure, formal, shown, site, young

STOPS = Finding(KINDS["macro"], "docs/a.md", 3, {"why": "No <figure> @all."})
WARNS = Finding(
    KINDS["long-formal-sentence"], "docs/a.md", 4, {"words": 40, "most": 35, "remedy": "x", "sentence": "y"}
)


@pytest.fixture
def store(tmp_path):
    return open_store(write_project(tmp_path / "p"))


def as_shown(text: str) -> str:
    """Markdown whose signs have lost their meaning, as a reader sees it."""
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\N{WORD JOINER}", "")


def written(store, folder, changes, findings=()):
    folder.mkdir(exist_ok=True)
    write_change_files(store, folder, changes, list(findings))
    return json.loads((folder / JSON).read_text(encoding="utf-8")), (folder / MARKDOWN).read_text(encoding="utf-8")


def test_both_say_what_changed(store, tmp_path):
    old = site(
        tmp_path / "old", {f"{PLACE}/": formal("<p>Then it was so.</p>"), "b/": formal("", "B")}, [figure(value="66")]
    )
    new = site(tmp_path / "new", {f"{PLACE}/": formal("<p>Now it was so.</p>"), f"{YOUNG}/": young("", "C")},
               [figure()], [shown(f"{PLACE}/")])  # fmt: skip
    data, text = written(store, tmp_path / "out", compare(store, old, new), [STOPS, WARNS])
    assert [(one["page"], one["state"]) for one in data["pages"]] == [
        (f"{PLACE}/", "changed"), (f"{YOUNG}/", "new"), ("b/", "gone"),
    ]  # fmt: skip
    assert data["pages"][0]["paragraphs"] == {"new": 0, "changed": 1, "moved": 0, "gone": 0}
    (one,) = data["figures"]
    assert (one["before"], one["after"], one["pages"]) == ("66", "67", [f"{PLACE}/"])
    assert data["findings"] == {"stops": {"macros": 1}, "warns": {"plain-language": 1}}
    assert "1 page changed. 1 page is new. 1 page is gone. 1 figure changed." in text
    assert "**Checks:** 1 stops publication; 1 to look at." in text
    assert f"- A page (`{PLACE}/`): 1 paragraph changed." in as_shown(text)
    assert "was 66%, now 67%." in as_shown(text)
    assert str(tmp_path) not in text + json.dumps(data)


def test_a_hostile_title_says_nothing_in_markdown(store, tmp_path):
    title = "[x](//evil.example) <img src=x> @everyone #1 `a` **b** | ![y](z) www.evil.example https://evil.example"
    pages = (PageChange("a`b/", title, PageState.GONE),)
    _, text = written(store, tmp_path / "out", Changes(pages))
    line = next(line for line in text.splitlines() if "everyone" in line).partition("(`")
    assert title[:150] in as_shown(line[0])
    assert re.findall(r"(?<!\\)[\[\]<>*|@#:]", line[0]) == []
    assert line[2].count("`") == 1
    assert "\\@\N{WORD JOINER}all" in written(store, tmp_path / "out", Changes(), [STOPS])[1]


def test_many_changes_fit_into_a_comment(store, tmp_path):
    pages = tuple(PageChange(f"reports/x/{number}/", "T" * 160, PageState.NEW) for number in range(5_000))
    _, text = written(store, tmp_path / "out", Changes(pages), [STOPS] * 900)
    assert len(text) < 65_536
    assert "and 4960 more" in text
    assert "and 880 more" in text


def test_lists_that_are_too_long_are_left_out_whole(store, tmp_path):
    changes = Changes(tuple(PageChange(f"{state}/{n}/", "|" * 160, state) for state in PageState for n in range(40)))
    long = Finding(KINDS["macro"], "docs/a.md", 3, {"why": "#" * 2_000})
    _, text = written(store, tmp_path / "out", changes, [long] * 20)
    assert len(text) < 65_536
    assert "The lists are too long for a comment" in text
    assert text.count("<details>") == text.count("</details>")


def test_nothing_to_compare_with_is_said(store, tmp_path):
    data, text = written(store, tmp_path / "out", Changes(is_compared=False))
    assert data["compared"] is False
    assert "There is no published site to compare with." in text
    assert "**Checks:** nothing found." in text


def test_a_hidden_figure_is_in_neither(tmp_path):
    hidden = {FIGURES: observations(observation(value="", status="c")), f"{FOLDER}/known_issues.csv": None}
    store = open_store(write_project(tmp_path / "p", hidden))
    old = site(tmp_path / "old", {f"{PLACE}/": formal(chart("Only 777", 3, "777"))}, [figure(value="777")],
               [shown(f"{PLACE}/", value="777")])  # fmt: skip
    new = site(tmp_path / "new", {f"{PLACE}/": formal("<p>Hidden.</p>")}, [figure(value="", status="c")])
    data, text = written(store, tmp_path / "out", compare(store, old, new))
    assert data["figures"][0]["withheld"] is True
    assert "777" not in json.dumps(data) + text
