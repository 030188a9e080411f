"""The Content-Security-Policy: the page's own inline scripts by their hash, nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from macros.publishing.security import policy, with_policy


def digest(body: str) -> str:
    return "'sha256-" + b64encode(sha256(body.encode()).digest()).decode() + "'"


def page(*scripts: str) -> str:
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body>{"".join(scripts)}</body></html>'


@pytest.mark.parametrize("body", ["alert(1)", "\n  a < b && c > d\n", "é“”", "", "var a = '<b>';"])
def test_the_hash_of_an_inline_script_is_that_of_its_bytes(body):
    assert digest(body) in policy(page(f"<script>{body}</script>"))


@pytest.mark.parametrize(
    "attributes", [' type="module"', ' type="text/javascript"', " defer", ' id="x"', " TYPE='module'"]
)
def test_scripts_that_run_are_hashed(attributes):
    assert digest("a()") in policy(page(f"<script{attributes}>a()</script>"))


@pytest.mark.parametrize(
    "attributes", [' type="application/json"', ' type="application/ld+json"', ' id="x" type=text/plain']
)
def test_scripts_that_are_data_are_not(attributes):
    assert "sha256" not in policy(page(f"<script{attributes}>a()</script>"))


def test_a_script_from_a_file_needs_no_hash():
    assert "sha256" not in policy(page('<script src="a.js"></script>'))


def test_an_attribute_that_only_ends_in_src_is_no_file():
    assert digest("a()") in policy(page('<script data-src="x">a()</script>'))


def test_two_equal_scripts_have_one_hash():
    assert policy(page("<script>a()</script>", "<script>a()</script>")).count("sha256") == 1


def test_a_style_on_the_page_is_hashed_and_nothing_else_is_allowed():
    html = page(
        '<style>p { color: red }</style><td style="text-align: right;">1</td><p data-style="x"><p style=\'top: "a"\'>'
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy(html).split(";"))
    wanted = {"'self'", "'unsafe-hashes'", digest("p { color: red }"), digest("text-align: right;"), digest('top: "a"')}
    assert set(rules["style-src"].split()) == wanted
    assert "unsafe-inline" not in policy(html)


def test_a_page_without_styles_allows_files_alone():
    assert "style-src 'self';" in policy(page("<script>x = '<b style=\"a\">'</script>"))


def test_nothing_is_allowed_from_elsewhere():
    rules = dict(rule.strip().split(" ", 1) for rule in policy(page()).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert "unsafe" not in rules["script-src"]
    assert not re.search(r"https?:|\*", policy(page()))


def test_the_policy_comes_before_anything_it_is_about():
    made = with_policy(page("<script>a()</script>"))
    assert made.index("Content-Security-Policy") < made.index("<script>")
    assert made.index("charset") < made.index("Content-Security-Policy")
    (content,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)
    assert content == policy(page("<script>a()</script>"))


def test_no_other_site_is_told_where_a_reader_came_from():
    assert '<meta name="referrer" content="no-referrer">' in with_policy(page())


def test_a_page_that_has_one_is_left_alone():
    made = with_policy(page())
    assert with_policy(made) == made


@pytest.mark.parametrize("charset", ['<meta charset="utf-8">', "<META CHARSET=utf-8>", "<meta charset='utf-8' />"])
def test_however_the_character_set_is_written(charset):
    assert "Content-Security-Policy" in with_policy(f"<html><head>{charset}</head></html>")


def test_a_page_that_names_no_character_set_is_secured_too():
    assert "Content-Security-Policy" in with_policy("<html><head><title>x</title></head><body></body></html>")


def test_the_engine_may_load_a_served_page_again():
    made = with_policy(page("<script>a()</script>"), served=True)
    assert "script-src 'self' 'unsafe-inline';" in made
    assert "sha256" not in made.partition("script-src")[2].partition(";")[0]
    assert "unsafe-inline" not in with_policy(page("<script>a()</script>"))
