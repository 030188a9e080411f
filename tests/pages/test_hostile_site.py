"""Whatever stands in a CSV, a page shows it as text: no HTML, no Markdown, no macro comes of it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html as lxml_html

from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    REPORT,
    action,
    area,
    areas,
    build,
    code,
    csv_text,
    help_line,
    indicator,
    indicators,
    issue,
    observation,
    observations,
    page,
    target,
    write_site,
)

EVIL = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> \"q\" 'q' | {{ 1234 * 1001 }} {% set a = 1 %} `code` "
    "[x](javascript:alert(3)) **bold** _em_ ![i](x.png) </td></table> <!-- c --> ~ \\x02"
)
BODY = """# Page

{{ figure("on_time_pct") }} {{ change("on_time_pct") }} {{ versus("on_time_pct") }}
{{ versus("on_time_pct", "england") }}
An {{ word("iro") }}. {{ figure("cla_by_sex", sex="male") }}

{{ headlines("on_time_pct", "cla_by_sex") }}

{{ table("on_time_pct", "cla_by_sex") }}

{{ table("on_time_pct", rows="area", period="2016-17") }}

{{ picture("on_time_pct", "of you.") }}

{{ plan("2016-17") }}

{{ recommendations() }}

{{ known_issues() }}

{{ restatements() }}

{{ voices("on_time_pct") }}

{{ who_to_talk_to() }}
"""


def _issues() -> list[dict[str, str]]:
    """An issue of a place, and one of a figure, which carries a mark."""
    evil = issue(problem=EVIL, printed=EVIL, should_be=EVIL, source=EVIL)
    return [evil, evil | {"indicator": "on_time_pct"}]


def hostile() -> dict[str, str]:
    """Files in which every free text is hostile."""
    words = {"name": EVIL, "plain_name": EVIL, "definition": EVIL, "plain_definition": EVIL, "base": EVIL}
    words |= {"plain_base": EVIL, "counted": EVIL, "plain_counted": EVIL}
    sex = [
        code(name, number) | {"label": EVIL, "plain_label": EVIL} for number, name in enumerate(("male", "total"), 1)
    ]
    rows = [observation(note=EVIL, source=EVIL), observation(period="2015-16", value="85", note=EVIL, source=EVIL)]
    rows += [observation(area="england", value="80", source=EVIL)]
    rows += [
        observation(indicator="cla_by_sex", sex=name, value="9", note=EVIL, source=EVIL) for name in ("male", "total")
    ]
    return {
        f"{CATALOGUE}/indicators.csv": csv_text([row | words for row in indicators()]),
        f"{CATALOGUE}/areas.csv": csv_text([row | {"name": EVIL, "short_name": EVIL} for row in areas()]),
        f"{CATALOGUE}/codes/sex.csv": csv_text(sex),
        f"{CATALOGUE}/targets.csv": csv_text([target(set_by=EVIL, source=EVIL)]),
        f"{CATALOGUE}/glossary.csv": csv_text([{"id": "iro", "word": EVIL, "meaning": EVIL}]),
        f"{CATALOGUE}/help.csv": csv_text([help_line(name=EVIL, what=EVIL, phone=EVIL, phone_label=EVIL, hours=EVIL)]),
        FIGURES: observations(*rows),
        f"{FOLDER}/work_plan.csv": csv_text([action(aim=EVIL, action=EVIL, plain_action=EVIL, progress=EVIL)]),
        f"{FOLDER}/known_issues.csv": csv_text(_issues()),
        f"{FOLDER}/recommendations.csv": csv_text([{"number": "1", "text": EVIL, "plain_text": EVIL, "source": "x"}]),
    }  # fmt: skip


PAGES = (f"reports/{REPORT}/", f"reports/{REPORT}/young-people/")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pages = {"index.md": page(BODY), "young-people/index.md": page(BODY)}
    return build(write_site(tmp_path_factory.mktemp("site"), pages, hostile()))


def content(site, path: str):
    found: Any = lxml_html.document_fromstring(site.html(path)).xpath("//article | //main[@id='main']")
    (main,) = found
    return main


def test_the_defaults_of_this_test_are_sound():
    assert indicator()["id"] == "on_time_pct"
    assert area()["id"] == "york"


def test_the_data_stops_the_build_and_no_page_has_a_mistake(site):
    assert site.code == 1
    assert site.warnings
    # no young person could read this, which the words are told for, too
    others = [one for one in site.warnings if not one.startswith("data/") and "The sentence has" not in one]
    assert others == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_hostile_becomes_an_element(site, path):
    main = content(site, path)
    assert not main.xpath(".//script[contains(., 'alert')] | .//img | .//code | .//em")
    assert not main.xpath(".//strong[text()='bold']")
    assert not [name for element in main.iter() for name in element.attrib if name.startswith("on")]
    assert not main.xpath(".//a[contains(@href, 'javascript')]")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_hostile_is_run(site, path):
    assert "1235234" not in content(site, path).text_content()


@pytest.mark.parametrize("path", PAGES)
def test_it_is_shown_as_it_stands(site, path):
    text = content(site, path).text_content()
    assert text.count("<script>alert(1)</script> <img src=x onerror=alert(2)>") > 10
    assert "{{ 1234 * 1001 }}" in text
    assert "[x](javascript:alert(3)) **bold**" in text


@pytest.mark.parametrize("path", PAGES)
def test_tables_keep_their_shape(site, path):
    for table in content(site, path).iter("table"):
        assert len({len(row.xpath("th|td")) for row in table.iter("tr")}) == 1
