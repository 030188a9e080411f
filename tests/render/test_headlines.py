"""Headlines: each cell in words and digits; the bar only repeats them."""

from __future__ import annotations

from decimal import Decimal

from lxml import html as lxml_html
from markupsafe import Markup

from macros.model.indicator import Polarity
from macros.render.headlines import Headline, headlines_table
from macros.wording.change import Change
from tests.render.golden_files import check_golden

COLUMNS = {"now": "2016/17", "last": "2015/16", "target": "Target"}


def headline(now="67", last="85", target="90", polarity=Polarity.HIGH, name="On time", scale="100"):
    values = {"now": now, "last": last, "target": target}
    shown = {key: Markup(f"{value}%") for key, value in values.items() if value is not None}
    decimals = {key: None if value is None else Decimal(value) for key, value in values.items()}
    change = None if last is None else Change(Decimal(last), Decimal(now), polarity)
    return Headline(name, Decimal(now), decimals["last"], decimals["target"], shown, change, Decimal(scale))


def parsed(*rows):
    return lxml_html.fragment_fromstring(str(headlines_table(rows, COLUMNS, "Headlines")))


def test_a_headline():
    check_golden("table-headlines.html", str(headlines_table([headline()], COLUMNS, "Headlines")))


def test_what_is_not_held_is_a_symbol_and_draws_nothing():
    table = parsed(headline(last=None, target=None), headline())
    texts = [cell.text_content() for cell in table.xpath(".//tbody/tr[1]/td")]
    assert texts == ["No earlier figure", "67%", "[x]", "[x]", ""]
    assert not table.xpath(".//tbody/tr[1]//circle | .//tbody/tr[1]//path")


def test_a_column_that_no_measure_has_is_left_out():
    table = parsed(headline(target=None), headline(last=None, target=None))
    assert [cell.text_content() for cell in table.iter("th")][:5] == [
        "Measure", "Direction", "2016/17", "2015/16", "This year, last year"
    ]  # fmt: skip
    assert table.xpath("string(p)") == "Bar: this year. Ring: last year. [x] no figure is held."


def test_only_this_year():
    table = parsed(headline(last=None, target=None))
    assert [cell.text_content() for cell in table.iter("td")] == ["No earlier figure", "67%", ""]
    assert table.xpath("string(p)") == "Bar: this year."


def test_with_every_figure_held_no_symbol_is_explained():
    assert parsed(headline()).xpath("string(p)") == "Bar: this year. Ring: last year. Upright line: target."


def test_the_direction_is_a_word_by_the_indicators_polarity():
    rows = [headline(), headline(polarity=Polarity.LOW), headline(last="67"), headline(polarity=Polarity.NONE)]
    cells = [row.xpath("td")[0] for row in parsed(*rows).xpath(".//tbody/tr")]
    assert [cell.text_content() for cell in cells] == ["▼ Worse", "▼ Better", "▶ No change", "▼ Changed"]
    assert [cell.get("class") for cell in cells] == [
        f"tv-direction tv-{name}" for name in ("worse", "better", "same", "same")
    ]
    assert all(span.get("aria-hidden") == "true" for cell in cells for span in cell.iter("span"))


def test_a_bar_stays_inside_its_drawing():
    for row in (headline(now="150", last="0", target="120"), headline(now="0", scale="0"), headline(now="-5")):
        table = parsed(row)
        widths = [float(rect.get("width")) for rect in table.iter("rect")]
        assert all(0 <= width <= 180 for width in widths)
        assert all(0 <= float(mark.get("cx")) <= 180 for mark in table.iter("circle"))


def test_a_bar_of_nothing_is_written_as_a_number():
    widths = [rect.get("width") for rect in parsed(headline(now="0")).iter("rect")]
    assert widths == ["180", "0"]


def test_a_hostile_name_stays_text():
    made = str(headlines_table([headline(name="<script>x</script>")], COLUMNS, "<b>"))
    assert "<script" not in made
    assert "<b></" not in made
