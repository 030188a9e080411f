"""The text for a pull request: counts and answers, and nobody's own words."""

from __future__ import annotations

from macros.datasets.comments import read_comments
from macros.datasets.store import open_store
from macros.render.comment_summary import HELD_BACK, summary
from tests.builders import REPORT, write_project
from tests.datasets.test_comments import FOLDER, all_parts, answer, files, said

NOW = {("young-people/on-time", "late"): "aaaaaaaa"}


def summed(root, changes, drafts=NOW):
    project = write_project(root, changes)
    return summary(open_store(project).report(REPORT), read_comments(project, FOLDER), drafts, {"York"})


def test_counts_by_page_and_answers_by_section(tmp_path):
    rows = [said(), said(id="a2", face="good", words="no"), said(id="a3", page="index", section="", face="", answer="")]
    told = summed(tmp_path, files(comments=rows), {**NOW, ("index", ""): ""})
    assert "3 comments on 2 pages." in told
    assert "| young-people/on-time | 1 | 0 | 1 | 1 |" in told
    assert "| index | 0 | 0 | 0 | 1 |" in told
    assert "  - 2 times “Some words are hard.” → changed" in told
    assert "  - 1 times no answer yet" in told
    assert "- [ ] 1 comment without an answer" in told


def test_nothing_left_to_do_is_said(tmp_path):
    assert "Nothing: every comment has an answer" in summed(tmp_path, files())


def test_what_has_changed_or_gone_since_is_told(tmp_path):
    rows = [said(draft="bbbbbbbb"), said(id="a2", section="gone"), said(id="a3", draft="aaaaaaaa")]
    told = summed(tmp_path, files(comments=rows, parts=all_parts()[:2]))
    assert "- [ ] 1 comment on words that have changed since" in told
    assert "- [ ] 1 comment on parts that the draft has no longer" in told
    assert "listening.csv says nothing of audience" in told


def test_an_answer_that_may_hold_a_name_is_held_back(tmp_path):
    told = summed(tmp_path, files(answers=[answer(you_said="We told Zed about it.")]))
    assert "Zed" not in told
    assert HELD_BACK in told
    told = summed(tmp_path, files(answers=[answer(you_said="We live in York now.")]))
    assert HELD_BACK not in told


def test_nothing_means_anything_to_markdown(tmp_path):
    told = summed(tmp_path, files(answers=[answer(you_said="a | b `c` [d](e) @team #1")]))
    assert r"a \| b \`c\` \[d\]\(e\) \@team \#1" in told or HELD_BACK in told


def test_no_comment_yet(tmp_path):
    assert "No comment has been imported yet." in summed(tmp_path, {})
