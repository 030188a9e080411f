"""What a page and a style sheet lead to inside their own site."""

from __future__ import annotations

import pytest

from macros.publishing.led_to import led_to, led_to_by_style


@pytest.mark.parametrize(
    ("url", "html", "wanted"),
    [
        ("reports/x/", '<a href="../y/">', ["reports/y/"]),
        ("reports/x/", '<a href="../../">', [""]),
        ("reports/x/", '<a href="./">', ["reports/x/"]),
        ("reports/x/", '<a href=".">', ["reports/x/"]),
        ("reports/x/", '<a href="..">', ["reports/"]),
        ("", '<a href=".">', [""]),
        ("404.html", '<a href="a.csv#x">', ["a.csv"]),
        ("a/", '<img src="b%20c.png?1">', ["a/b c.png"]),
        ("a/", '<img srcset="b.png 1x,c.png 2x">', ["a/b.png", "a/c.png"]),
        ("a/", '<script src="../s.js"></script><video poster="p.png">', ["s.js", "a/p.png"]),
        ("a/", '<a href="#b"><a href="/c"><a href="//d"><a href="tel:1"><a href="https://e"><a title="f">', []),
        ("a/", '<a href="../../outside">', []),
    ],
)
def test_a_page(url, html, wanted):
    assert list(led_to(url, html)) == wanted


def test_a_style_sheet():
    css = (
        "@import 'b.css';@font-face{src:url(\"../f/a.woff2\") , url(x.svg#y)}a{background:url(data:image/png;base64,A)}"
    )
    assert list(led_to_by_style("assets/css/a.css", css)) == [
        "assets/css/b.css", "assets/f/a.woff2", "assets/css/x.svg",
    ]  # fmt: skip
