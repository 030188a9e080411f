"""A page at each old address, which leads on without a script."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from lxml import html as lxml_html

from macros.model.redirect import Redirect
from macros.publishing.moved_pages import moved_page, write_moved_pages
from tests.builders import assert_plain

ADDRESS = "https://reports.example/iro/"


@pytest.fixture
def site(tmp_path):
    for path in ("index.html", "reports/new/index.html", "data/new.csv"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


@pytest.mark.parametrize("old", ["reports/old/", "old/", "a/b/c/d/", "old.html", "reports/old.html"])
@pytest.mark.parametrize("new", ["reports/new/", "reports/new/#on-time", ""])
def test_it_leads_to_the_new_address_from_wherever_it_stands(site, old, new):
    made, findings = write_moved_pages(site, [Redirect(old, new, 2)], ADDRESS)
    assert (len(made), findings) == (1, [])
    page = lxml_html.fromstring((site / made[0].page).read_text(encoding="utf-8"))
    (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
    (link,) = page.xpath("//a/@href")
    assert refresh == f"0; url={link}"
    assert urljoin(f"{ADDRESS}{old}", link) == f"{ADDRESS}{new}"
    assert page.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}{new.partition('#')[0]}"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//script") == []


def test_an_address_of_a_file_has_no_page(site):
    made, findings = write_moved_pages(site, [Redirect("data/old.csv", "data/new.csv", 2)], "")
    assert (len(made), findings) == (1, [])
    assert not (site / "data/old.csv").exists()


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (Redirect("old/", "gone/", 2), "leads to 'gone/', which is not in the site"),
        (Redirect("old/", "data/", 2), "leads to 'data/', which is not in the site"),
        (Redirect("reports/new/", "", 2), "is still the address of a page"),
        (Redirect("data/new.csv", "", 2), "is still the address of a page"),
    ],
)
def test_a_move_that_cannot_be_made_is_told(site, move, said):
    before = sorted(site.rglob("*"))
    made, (finding,) = write_moved_pages(site, [move], "")
    assert made == []
    assert said in finding.message
    assert_plain(finding.message)
    assert sorted(site.rglob("*")) == before


def test_without_an_address_there_is_no_canonical():
    assert "canonical" not in moved_page(Redirect("a/", "b/", 2))
