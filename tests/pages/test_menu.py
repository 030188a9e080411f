"""What templates ask of the menu: the pages of an edition, and where a section's link leads."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.pages.menu import Menu


def page(url):
    return SimpleNamespace(url=url, is_section=False)


def section(*children):
    return SimpleNamespace(children=list(children), is_section=True)


FORMAL, CHILD, WORDS, SIMPLE, OTHER = (
    page(url)
    for url in (
        "reports/x/on-time/",
        "reports/x/young-people/",
        "reports/x/young-people/words/",
        "reports/x/young-people/younger/",
        "reports/y/young-people/",
    )
)


@pytest.fixture
def nav():
    ours = section(FORMAL, section(CHILD, section(SIMPLE), WORDS))
    items = [page(""), section(ours, section(OTHER)), SimpleNamespace(url=None, is_section=False), section()]
    return SimpleNamespace(items=items, pages=[items[0], FORMAL, CHILD, SIMPLE, WORDS, OTHER])


def test_the_pages_of_an_edition_are_those_below_its_folder_in_the_menus_order(nav):
    menu = Menu(nav)
    assert menu.edition_of(WORDS) == menu.edition_of(SIMPLE) == [CHILD, SIMPLE, WORDS]
    assert menu.edition_of(OTHER) == [OTHER]


def test_a_page_of_the_formal_edition_has_none(nav):
    assert Menu(nav).edition_of(FORMAL) == []
    assert Menu(nav).edition_of(page("reports/z/young-people/x/")) == []


def test_a_sections_link_leads_to_its_first_page(nav):
    Menu(nav)
    reports = nav.items[1]
    assert reports.first_url == reports.children[0].first_url == "reports/x/on-time/"
    assert reports.children[1].first_url == "reports/y/young-people/"
    assert nav.items[3].first_url == ""  # as a section without pages has it in the template


def test_what_no_page_stands_first_in_has_no_link():
    nowhere = section(SimpleNamespace(url=None, is_section=False), page("b/"))
    Menu(SimpleNamespace(items=[nowhere], pages=[]))
    assert nowhere.first_url == ""
