"""The frame of the young people's edition: levels, help, words, drawings, the button to leave, the policy."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html as lxml_html

from tests.builders import REPORT, REPORT_FOLDER, build, page, settings, write_site

YOUNG = f"reports/{REPORT}/young-people/"
WITH_HELP = "# One\n\nAn {{ word('iro') }} and an {{ word('iro') }}.\n\n{{ who_to_talk_to() }}\n"
NAV = f"""
nav:
  - index.md
  - {YOUNG}index.md
  - {YOUNG}two.md
  - {YOUNG}younger/index.md
  - {YOUNG}younger/two.md
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("site")
    two = page("# Two\n\nNo help here.\n", other_level=f"{YOUNG}younger/two.md", drawing="meeting")
    pages = {
        "young-people/index.md": page(WITH_HELP, drawing="cat"),
        "young-people/two.md": two,
        "young-people/younger/.meta.yml": "level: younger\n",
        "young-people/younger/index.md": page(WITH_HELP),
        "young-people/younger/two.md": page("# Two, short\n\nWords.\n"),
    }
    changes = {f"{REPORT_FOLDER}/report.yml": settings(leave_quickly="true", pictures="own")}
    changes |= {"docs/own/cat.svg": "<svg/>"}
    write_site(root, pages, changes)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as engine:
        engine.write(NAV)
    return build(root)


def tree(site, path: str):
    return lxml_html.document_fromstring(site.html(path))


def test_it_is_built_without_a_warning(site):
    assert (site.warnings, site.code) == ((), 0)


@pytest.mark.parametrize(
    ("path", "words", "target"),
    [
        (YOUNG, "Shorter and simpler", "younger/"),
        (f"{YOUNG}two/", "Shorter and simpler", "../younger/two/"),
        (f"{YOUNG}younger/", "More detail", "../"),
        (f"{YOUNG}younger/two/", "More detail", "../../"),
    ],
)
def test_every_page_leads_to_the_other_level(site, path, words, target):
    (switch,) = tree(site, path).xpath("//p[@class='tv-level']")
    (link,) = switch.iter("a")
    assert (link.text, link.get("href").removeprefix("./")) == (words, target)
    assert len(switch.xpath("span[@aria-current='true']")) == 1


def test_the_list_of_pages_and_the_way_on_stay_in_their_level(site):
    menu = tree(site, f"{YOUNG}younger/").xpath("//nav[@aria-label='All pages']//a/text()")
    assert len(menu) == 2
    assert not tree(site, f"{YOUNG}two/").xpath("//a[@rel='next']")
    assert not tree(site, f"{YOUNG}younger/").xpath("//a[@rel='prev']")


def test_a_page_without_help_gets_a_short_form_and_no_other_page_does(site):
    (short,) = tree(site, f"{YOUNG}two/").xpath("//section[contains(@class, 'tv-who-short')]")
    assert short.xpath(".//a/@href") == ["tel:08001111"]
    assert not tree(site, YOUNG).xpath("//section[contains(@class, 'tv-who-short')]")
    assert len(tree(site, YOUNG).xpath("//section[contains(@class, 'tv-who')]")) == 1


def test_the_words_of_a_page_stand_once_at_its_end(site):
    (words,) = tree(site, YOUNG).xpath("//details[@class='tv-page-words']")
    assert [word.text for word in words.iter("dt")] == ["IRO"]
    assert not tree(site, f"{YOUNG}two/").xpath("//details[@class='tv-page-words']")
    assert "tv-page-words" not in site.html(f"reports/{REPORT}/")  # print of the formal edition has them in place


def test_a_council_s_own_drawing_goes_before_ours(site):
    assert tree(site, YOUNG).xpath("//img[@class='tv-drawing']/@src") == ["../../../own/cat.svg"]
    assert tree(site, f"{YOUNG}two/").xpath("//img[@class='tv-drawing']/@src") == [
        "../../../../assets/pictures/meeting.svg"
    ]


def test_the_button_to_leave_is_there_when_the_report_asks_for_it(site, tmp_path):
    (link,) = tree(site, YOUNG).xpath("//a[@id='tv-leave']")
    assert "noreferrer" in link.get("rel")
    assert "does not clear your history" in site.html(YOUNG)
    plain = build(write_site(tmp_path, {"young-people/index.md": page(WITH_HELP)}))
    assert "tv-leave" not in plain.html(YOUNG)


def test_only_a_report_that_was_printed_before_is_called_an_example(site, tmp_path):
    assert "This is an example, made from City of York" in site.html(f"{YOUNG}two/")
    report = {f"{REPORT_FOLDER}/report.yml": settings(printed=None)}
    own = build(write_site(tmp_path, {"young-people/two.md": page("# Two\n\nText.\n")}, report))
    assert "This is an example" not in own.html(f"{YOUNG}two/")


def test_the_policy_lets_the_page_s_own_short_script_run_and_no_other(site):
    html = site.html(YOUNG)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert b64encode(sha256(script.encode()).digest()).decode() in html
    (allowed,) = re.findall(r"script-src ([^;]*)", html)
    assert "unsafe" not in allowed
    assert len(script) < 500
