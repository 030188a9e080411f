"""A page in a language that runs from right to left, built: its own language and direction, numbers apart,
everything English on it marked as English."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from macros.checks.context import open_context
from macros.datasets.languages import COLUMNS, LANGUAGES
from macros.datasets.translations import source_hash
from tests.builders import REPORT, build, csv_text, page, write_site

SUMMARY = f"reports/{REPORT}/young-people/index.md"
PLACE = f"reports/{REPORT}/languages"
CODE = "ar-XB"  # the Unicode CLDR's pseudo-language for scripts that run from right to left
PSEUDO = "\u0627\u0644\u0633\u0646\u0629"  # letters that run so; what they say does not matter here
TEXT = f"# {PSEUDO}\n\n{PSEUDO} {{{{ figure('on_time_pct', source='Table 5') }}}} {PSEUDO}.\n\n## {PSEUDO}\n"


def write(root, text: str = TEXT, **changes: str):
    summary = page("# Your year\n\nWe listened to you.\n", other_voice=f"reports/{REPORT}/index.md")
    row = dict.fromkeys(COLUMNS, "") | {"code": CODE, "name": PSEUDO, "direction": "rtl", "skip": f"{PSEUDO} 1"}
    languages = csv_text([row])
    files = {"young-people/index.md": summary}
    root = write_site(root, files, {LANGUAGES: languages})
    source = next(one for one in open_context(root).pages if one.path == f"docs/{SUMMARY}")
    meta = {"lang": CODE, "translator": "A service", "translated": "2026-11-27", "source": SUMMARY}
    meta |= {"source_hash": source_hash(source)} | changes
    (root / "docs" / PLACE).mkdir()
    front = "".join(f"{name}: {value}\n" for name, value in meta.items())
    (root / f"docs/{PLACE}/{CODE}.md").write_text(f"---\n{front}---\n{text}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(write(tmp_path_factory.mktemp("site")))


@pytest.fixture(scope="module")
def tree(site):
    return lxml_html.document_fromstring(site.html(f"{PLACE}/{CODE}"))


def test_it_is_built_without_a_warning(site):
    assert (site.warnings, site.code) == ((), 0)


def test_the_page_has_its_language_and_direction(tree):
    assert (tree.get("lang"), tree.get("dir")) == (CODE, "rtl")


def test_a_number_stands_apart_and_is_the_same_figure(tree):
    (figure,) = tree.xpath("//main//bdi/a[@class='tv-figure']")
    assert figure.text == "67%"


def test_what_is_english_says_so(tree):
    for element in tree.body.iter():
        own = (element.text or "").strip() if isinstance(element.tag, str) else ""
        if own and own.isascii() and any(letter.isalpha() for letter in own) and element.tag not in ("script", "bdi"):
            around = [one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang")]
            assert around[0] == "en-GB", own
    assert not tree.xpath("//a[@title]")


def test_the_words_of_the_template_are_the_translators(tree):
    (skip,) = tree.xpath("//a[@class='tv-skip']")
    assert skip.text_content() == f"{PSEUDO} 1"


def test_both_pages_lead_to_each_other(site, tree):
    english = lxml_html.document_fromstring(site.html(f"reports/{REPORT}/young-people"))
    (here,) = english.xpath(f"//nav[@aria-label='Languages']//a[@lang='{CODE}']")
    assert (here.text, here.get("dir"), here.get("href")) == (PSEUDO, "rtl", f"../languages/{CODE}/")
    (back,) = tree.xpath("//nav[@aria-label='Languages']//a[@lang='en-GB']")
    assert back.get("href") == "../../young-people/"
    assert len(english.xpath("//nav[@aria-label='Languages']//a[@aria-current]")) == 1


def test_a_macro_that_speaks_english_is_a_mistake(tmp_path):
    made = build(write(tmp_path, f"# {PSEUDO}\n\n{{{{ change('on_time_pct') }}}}\n"))
    assert made.code == 1
    assert "change() speaks English" in made.warnings[0]
