"""Remarks of authors are no part of what is published."""

from __future__ import annotations

import pytest

from macros.publishing.author_remarks import without_remarks


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("<!-- a\nb --><p>c</p><!---->", "<p>c</p>"),
        ("<p><!-->a<!--->b</p>", "<p>ab</p>"),
        ("<p>a<!-- b --!>c</p>", "<p>ac</p>"),
        ("<p>a<!-- b > c -- d -->e</p>", "<p>ae</p>"),
        ("<p>a<!-- never ends <b>b</b>", "<p>a"),
        ("<p>a<?php secret ?>b</p>", "<p>ab</p>"),
        ("<script>if (a<!--b) c()</script><!-- d -->", "<script>if (a<!--b) c()</script>"),
        ("<style>a{}/*<!-- b -->*/</style>", "<style>a{}/*<!-- b -->*/</style>"),
        ("<pre><code>&lt;!-- shown --&gt;</code></pre>", "<pre><code>&lt;!-- shown --&gt;</code></pre>"),
        ("<!doctype html><p>a", "<!doctype html><p>a"),
        ("<p>a &lt; b</p>", "<p>a &lt; b</p>"),
    ],
)
def test_remarks_go_and_nothing_else(html, kept):
    assert without_remarks(html) == kept


def test_a_long_page_with_many_openings_takes_no_time():
    assert without_remarks("<p>a<!--" * 50_000) == "<p>a"
