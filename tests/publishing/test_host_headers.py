"""The header files: the same rules in the words of each host."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

from macros.publishing.host_headers import headers, write_headers
from macros.publishing.security import inline_parts, policy

PAGES = ("<script>a()</script>", "<script>b()</script><td style='x'><td style=\"text-align: right;\">")


@pytest.fixture
def site(tmp_path):
    write_headers(tmp_path, PAGES)
    return tmp_path


def read(path):
    return path.read_text(encoding="utf-8")


@pytest.fixture
def rules():
    return headers(inline_parts(PAGES[0]) | inline_parts(PAGES[1]))


def test_the_policy_lets_every_page_do_what_its_own_policy_does(rules):
    together = set(re.split(r"[ ;]+", rules["Content-Security-Policy"]))
    for page in PAGES:
        assert set(re.split(r"[ ;]+", policy(page))) <= together
    assert "frame-ancestors 'none'" in rules["Content-Security-Policy"]
    assert "unsafe-inline" not in rules["Content-Security-Policy"]


def test_netlify_and_cloudflare(site, rules):
    lines = read(site / "_headers").splitlines()
    at = lines.index("/*")
    assert [line.strip() for line in lines[at + 1 :]] == [f"{name}: {rule}" for name, rule in rules.items()]
    assert all(len(line) < 2000 for line in lines)  # Cloudflare reads no longer line


def test_azure(site, rules):
    assert json.loads(read(site / "staticwebapp.config.json"))["globalHeaders"] == rules


@pytest.mark.parametrize(
    ("file", "line"),
    [("nginx.conf", r'^add_header (\S+) "(.*)" always;$'), ("apache.conf", r'^  Header always set (\S+) "(.*)"$')],
)
def test_nginx_and_apache(site, rules, file, line):
    assert dict(re.findall(line, read(site / "hosting" / file), re.MULTILINE)) == rules


def test_iis(site, rules):
    rows = etree.fromstring((site / "hosting/web.config").read_bytes()).iter("add")
    assert {row.get("name"): row.get("value") for row in rows} == rules


def test_https_only_is_left_to_the_web_team(site, rules):
    assert "Strict-Transport-Security" not in rules
    for path in ("_headers", "hosting/nginx.conf", "hosting/apache.conf"):
        (line,) = [one for one in read(site / path).splitlines() if "Strict-Transport-Security" in one]
        assert line.strip().startswith("#")


def test_only_a_draft_asks_to_be_in_no_index(tmp_path, site):
    assert [path for path in site.rglob("*") if path.is_file() and "noindex" in path.read_text("utf-8")] == []
    write_headers(tmp_path, PAGES, draft=True)
    told = [path for path in tmp_path.rglob("*") if path.is_file() and "noindex, nofollow" in path.read_text("utf-8")]
    assert len(told) == 5


def test_a_site_without_inline_parts(tmp_path):
    write_headers(tmp_path, [])
    assert "script-src 'self'; style-src 'self';" in read(tmp_path / "_headers")
