"""A good page in both voices: every macro, no warning, no token left, every figure opens."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html as lxml_html

from tests.builders import REPORT, build, page, write_site

BODY = """# Our year

{{ figure("on_time_pct", source="Table 5") }} of children, {{ change("on_time_pct") }}.
It is {{ versus("on_time_pct") }}. It is {{ versus("on_time_pct", "england") }}. An {{ word("iro") }},
{{ word("IRO", "IROs") }}, {{ word("iro") }}. Once more: {{ figure("on_time_pct", source="Table 5") }}.

{{ headlines("on_time_pct", "cla_by_sex") }}

{{ chart("on_time_pct", by="quarter") }}

{{ table(source="Table 9") }}

{{ table("on_time_pct", by="quarter") }}

{{ picture("on_time_pct", "of you had every meeting on time.") }}

{{ plan("2016-17") }}

{{ recommendations() }}

{{ known_issues() }}

{{ restatements() }}

{{ voices("on_time_pct") }}

{{ who_to_talk_to() }}
"""
INSIDE = """# Places

A sentence {{ table(source="Table 9", caption="Place 1") }} goes on.

- an item

    {{ table(source="Table 9", caption="Place 2") }}

- {{ table(source="Table 9", caption="Place 3") }}

!!! note "A note"

    Before.

    {{ table(source="Table 9", caption="Place 4") }}

| a | b |
|---|---|
| {{ table(source="Table 9", caption="Place 5") }} | c |

> {{ table(source="Table 9", caption="Place 6") }}

1. one
   {{ table(source="Table 9", caption="Place 7") }}
"""
FORMAL, YOUNG = f"reports/{REPORT}/", f"reports/{REPORT}/young-people/"
PAGES = [FORMAL, YOUNG, f"reports/{REPORT}/inside/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pages = {
        "index.md": page(BODY, other_voice=f"{YOUNG}index.md"),
        "young-people/index.md": page(BODY, other_voice=f"{FORMAL}index.md"),
        "inside.md": page(INSIDE),
        "twice.md": page('{{ table(source="Table 9") }}\n\n{{ table(source="Table 9") }}\n'),
        "male.md": page('{{ table("cla_by_sex", sex="male") }}\n\n{{ table("cla_by_sex", sex="female") }}\n'),
    }
    return build(write_site(tmp_path_factory.mktemp("site"), pages))


def tree(site, path: str):
    return lxml_html.document_fromstring(site.html(path))


def test_it_is_built_without_a_warning(site):
    assert (site.warnings, site.code) == ((), 0)


@pytest.mark.parametrize("path", PAGES)
def test_no_token_is_left(site, path):
    text = site.html(path)
    for token in ("data-tv-block", "data-tv-list", "%ROOT%", "%BLOCK%", "{{", "klzzwxh", "\x02", "\x03"):
        assert token not in text


@pytest.mark.parametrize("path", [*PAGES, f"reports/{REPORT}/twice/"])
def test_no_id_stands_twice(site, path):
    ids = [element.get("id") for element in tree(site, path).xpath("//*[@id]")]
    assert [name for name in set(ids) if ids.count(name) > 1] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_reference_within_the_page_resolves(site, path):
    page = tree(site, path)
    ids = {element.get("id") for element in page.xpath("//*[@id]")}
    wanted = {link.get("href")[1:] for link in page.xpath("//a[starts-with(@href, '#')]")}
    for name in ("aria-labelledby", "popovertarget", "aria-describedby"):
        wanted |= {part for element in page.xpath(f"//*[@{name}]") for part in element.get(name).split()}
    assert wanted - ids - {"__skip"} == set()


@pytest.mark.parametrize("path", [FORMAL, YOUNG])
def test_every_figure_opens_to_its_own_entry(site, path):
    page = tree(site, path)
    links = page.xpath("//a[@class='tv-figure']")
    assert len(links) > 6
    for link in links:
        (entry,) = page.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert entry.tag == "li"
        assert link.text_content() in entry.text_content()
    (section,) = page.xpath("//section[contains(@class, 'tv-figures')]")
    entries = section.xpath(".//li/@id")
    assert sorted(entries) == sorted({link.get("href")[1:] for link in links})


def test_the_same_figure_shown_twice_has_one_entry(site):
    first, *others = [link.get("href") for link in tree(site, FORMAL).xpath("//p/a[@class='tv-figure'][text()='67%']")]
    assert others
    assert set(others) == {first}


def test_a_word_explained_three_times_has_three_ids(site):
    names = tree(site, FORMAL).xpath("//button[@class='tv-word']/@popovertarget")
    assert len(names) == len(set(names)) == 3


def test_no_line_can_begin_with_the_stop_after_a_word_explained(site):
    whole = tree(site, FORMAL).xpath("//span[@class='tv-whole']")
    assert [(one[0].tag, one[-1].get("class"), one[-1].tail) for one in whole] == [
        ("button", "tv-means", ","),
        ("button", "tv-means", ","),
        ("button", "tv-means", "."),
    ]


@pytest.mark.parametrize("path", PAGES)
def test_no_block_stands_in_a_paragraph_or_a_heading(site, path):
    """Read as a browser reads it: a paragraph ends where a block begins, and an empty one is left behind."""
    page = tree(site, path)
    assert page.xpath("//*[self::p or self::h1 or self::h2 or self::h3]//*[@data-block]") == []
    assert not re.search(r"<p>(?:(?!</p>).)*<(?:div|figure|section|ol|ul)[ >]", site.html(path), re.DOTALL)


def test_every_block_of_a_page_of_places_is_there_and_where_it_was_put(site):
    page = tree(site, PAGES[2])
    assert len(page.xpath("//*[@data-block]")) == 7
    assert len(page.xpath("//li//*[@data-block]")) == 3
    assert len(page.xpath("//*[contains(@class, 'admonition')]//*[@data-block]")) == 1
    assert len(page.xpath("//td//*[@data-block]")) == 1
    assert len(page.xpath("//blockquote//*[@data-block]")) == 1
    text = " ".join(page.text_content().split())
    assert "A sentence" in text
    assert "goes on." in text


def test_the_young_peoples_page_shows_its_own_words_and_no_percent_in_prose(site):
    text = tree(site, YOUNG).text_content()
    assert "67 out of every 100" in text
    assert "Where these numbers come from" in text
    assert "About 7 out of 10 of you had every meeting on time." in " ".join(text.split())


def test_every_download_is_there(site):
    links = set()
    for path in PAGES:
        folder = site.site / path
        for link in tree(site, path).xpath("//a[@download]/@href"):
            links.add((folder / link).resolve())
    assert links
    assert [link for link in links if not link.exists()] == []


def test_two_tables_of_different_figures_have_downloads_of_their_own(site):
    male, female = tree(site, f"reports/{REPORT}/male/").xpath("//a[@download]/@href")
    assert male != female


def test_every_page_has_a_policy_that_lets_its_own_scripts_run(site):
    from tests.publishing.test_security import digest

    for path in site.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
            assert "src=" in attributes or "json" in attributes or digest(body) in policy


def test_figures_json_has_every_figure_in_page_order(site):
    figures = json.loads((site.site / "data/figures.json").read_text(encoding="utf-8"))
    formal = [one for one in figures if one["page"] == FORMAL]
    assert [one["shown"] for one in formal][:3] == ["67%", "85%", "90%"]
    assert {one["edition"] for one in formal} == {"formal"}
    assert {one["edition"] for one in figures if one["page"] == YOUNG} == {"young-people"}
    assert len([one for one in formal if one["indicator"] == "cla_by_sex"]) >= 5


def test_the_search_index_holds_no_token_and_no_drawing(site):
    text = (site.site / "search/search_index.json").read_text(encoding="utf-8")
    assert "data-tv" not in text
    assert "<svg" not in text


def test_building_again_from_the_cache_gives_the_same_pages(site):
    before = {path: path.read_bytes() for path in site.site.rglob("*.html")}
    again = build(site.root)
    assert (again.warnings, again.code) == ((), 0)
    assert {path: path.read_bytes() for path in site.site.rglob("*.html")} == before


def test_a_table_in_markdown_has_a_caption_and_scoped_heads(tmp_path):
    text = "# A\n\nTable: The quarters\n\n| Quarter | Months |\n|---|--:|\n| Q1 | April |\n"
    built = build(write_site(tmp_path, {"index.md": page(text)}))
    assert built.code == 0
    table = next(lxml_html.fromstring(built.html(FORMAL)).iter("table"))
    assert table.findtext("caption") == "The quarters"
    assert [head.get("scope") for head in table.iter("th")] == ["col", "col"]
