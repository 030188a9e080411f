"""Old addresses in the words of each host."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

from macros.model.redirect import Redirect
from macros.publishing.host_headers import write_headers
from macros.publishing.host_redirects import base_of, pairs

MOVES = [Redirect("reports/a.b/", "reports/new/#x", 2), Redirect("old.html", "", 3)]
PAIRS = [("/iro/reports/a.b/", "/iro/reports/new/#x"), ("/iro/old.html", "/iro/")]


@pytest.fixture
def site(tmp_path):
    write_headers(tmp_path, ["<p>"], pairs(MOVES, "https://reports.example/iro/"))
    return tmp_path


@pytest.mark.parametrize(
    ("address", "base"),
    [("", "/"), ("https://a.example", "/"), ("https://a.example/", "/"), ("https://a.example/b/c/", "/b/c/")],
)
def test_the_folder_of_the_host(address, base):
    assert base_of(address) == base


def test_pairs_begin_at_the_hosts_top():
    assert pairs(MOVES, "https://reports.example/iro/") == PAIRS
    assert pairs(MOVES, "")[0] == ("/reports/a.b/", "/reports/new/#x")


def test_netlify_and_cloudflare(site):
    lines = (site / "_redirects").read_text().splitlines()
    assert [tuple(line.split(" ")) for line in lines] == [(*pair, "301") for pair in PAIRS]


def test_azure(site):
    routes = json.loads((site / "staticwebapp.config.json").read_text())["routes"]
    assert [(one["route"], one["redirect"], one["statusCode"]) for one in routes] == [
        ("/iro/reports/a.b", "/iro/reports/new/#x", 301), ("/iro/old.html", "/iro/", 301),
    ]  # fmt: skip


def test_nginx(site):
    text = (site / "hosting/nginx.conf").read_text()
    assert re.findall(r"^location = (\S+) \{ return 301 (\S+); \}$", text, re.MULTILINE) == PAIRS


def test_apache_leads_this_address_on_and_none_below_it(site):
    text = (site / "hosting/apache.conf").read_text()
    rules = re.findall(r'^  RedirectMatch 301 "(\S+)" "(\S+)"$', text, re.MULTILINE)
    assert [new for _, new in rules] == [new for _, new in PAIRS]
    for (rule, _), (old, _) in zip(rules, PAIRS, strict=True):
        assert re.search(rule, old)
        assert not re.search(rule, f"{old}x")
        assert not re.search(rule, old.replace(".", "x"))


def test_iis(site):
    root = etree.parse(site / "hosting/web.config").getroot()
    rules = list(zip(root.xpath("//location/@path"), root.xpath("//httpRedirect/@destination"), strict=True))
    assert rules == [(old.strip("/"), new) for old, new in PAIRS]


def test_where_nothing_has_moved_nothing_is_said(tmp_path):
    write_headers(tmp_path, ["<p>"])
    assert not (tmp_path / "_redirects").exists()
    assert "routes" not in json.loads((tmp_path / "staticwebapp.config.json").read_text())
    for name in ("nginx.conf", "apache.conf", "web.config"):
        assert "edirect" not in (tmp_path / "hosting" / name).read_text()
        assert "301" not in (tmp_path / "hosting" / name).read_text()
