"""Addresses that have moved, and what is wrong with a row."""

from __future__ import annotations

import pytest

from macros.datasets.redirects import PATH, read_redirects
from macros.model.redirect import Redirect
from tests.builders import assert_plain


def read(root, *rows, header="old,new,since,why"):
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    moves, findings = read_redirects(root)
    for finding in findings:
        assert_plain(finding.message)
    return moves, [finding.message for finding in findings]


def test_without_the_file_nothing_has_moved(tmp_path):
    assert read_redirects(tmp_path) == ([], [])


def test_rows_that_are_moves(tmp_path):
    moves, said = read(
        tmp_path, "reports/a/,reports/b/#on-time,2027-01-15,joined", "old.html,,,", "data/old.csv,data/new.csv,,"
    )
    assert said == []
    assert moves == [
        Redirect("reports/a/", "reports/b/#on-time", 2), Redirect("old.html", "", 3),
        Redirect("data/old.csv", "data/new.csv", 4),
    ]  # fmt: skip
    assert [one.page for one in moves] == ["reports/a/index.html", "old.html", ""]
    assert [one.target for one in moves] == ["reports/b/", "", "data/new.csv"]


def test_the_days_and_reasons_may_be_left_out(tmp_path):
    moves, said = read(tmp_path, "a/,b/", header="old,new")
    assert [len(moves), said] == [1, []]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("/reports/a/,b/", "begins with / in the column 'old'"),
        ("a/,/b/", "begins with / in the column 'new'"),
        ("a/,https://elsewhere.example/", "a whole address in the column 'new'"),
        ("javascript:alert(1),b/", "which is no address of this site"),
        ("a/,//elsewhere.example/", "begins with / in the column 'new'"),
        ("../a/,b/", "which is no address of this site"),
        ("a/,b/../../c/", "which is no address of this site"),
        ("a b/,c/", "which is no address of this site"),
        ("a/,b/;return 200", "which is no address of this site"),
        ("a/?x=1,b/", "which is no address of this site"),
        ("a/,b/#", "which is no address of this site"),
        (",b/", "has no old address"),
    ],
)
def test_rows_that_are_none(tmp_path, row, said):
    moves, found = read(tmp_path, row, header="old,new")
    assert moves == []
    assert said in found[0]


def test_an_address_moves_once(tmp_path):
    moves, said = read(tmp_path, "a/,b/", "a/,c/", header="old,new")
    assert [one.new for one in moves] == ["b/"]
    assert "stands in row 2 already" in said[0]


def test_a_circle_is_told_whole(tmp_path):
    moves, said = read(tmp_path, "a/,b/", "b/,c/", "c/,a/", header="old,new")
    assert moves == []
    assert "goes in a circle: a/ → b/ → c/ → a/" in said[0]


def test_an_address_that_moves_to_itself(tmp_path):
    assert "goes in a circle: a/ → a/" in read(tmp_path, "a/,a/#here", header="old,new")[1][0]


def test_a_chain_is_told_with_its_end(tmp_path):
    moves, said = read(tmp_path, "a/,b/#x", "b/,c/", header="old,new")
    assert [one.old for one in moves] == ["b/"]
    assert "leads to an address that has moved itself. Write 'c/'" in said[0]


@pytest.mark.parametrize("header", ["old", "from,to", ""])
def test_another_header_is_told(tmp_path, header):
    assert read(tmp_path, header=header)[1] != []
