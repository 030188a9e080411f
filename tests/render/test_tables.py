"""Tables as HTML: caption, units, scopes, symbols with their meaning, notes; golden files of one table each."""

from __future__ import annotations

from lxml import html as lxml_html
from markupsafe import Markup

from macros.model.status import ObservationStatus
from macros.render import tables
from macros.render.tables import Cell, TableModel
from tests.render.golden_files import check_golden

PLAIN = TableModel(
    "Children in care", "York, number", "Sex", ("Q1", "2016/17"),
    (("Male", (Cell("102"), Cell("108"))), ("Female", (Cell("88"), Cell("96")))),
)  # fmt: skip
RICH = TableModel(
    "Quality", "York, per cent", "Measure", ("2016/17", "2015/16"),
    (
        ("Good", (Cell("80%", "(80 of 100)"), Cell("", status=ObservationStatus.NOT_AVAILABLE, notes=(1,)))),
        ("Poor", (Cell("1%", status=ObservationStatus.PROVISIONAL), Cell("", status=ObservationStatus.CONFIDENTIAL))),
    ),
    ("the year before the survey",),
)  # fmt: skip
HOSTILE = "</td><script>alert(1)</script>\"'&|{{ x }}`](y)"


def test_a_plain_table():
    check_golden("table-plain.html", str(tables.table(PLAIN)))


def test_a_table_with_symbols_and_notes():
    made = tables.table(RICH), tables.shorthand(RICH), tables.notes(RICH)
    check_golden("table-symbols.html", "".join(str(part) for part in made))


def test_a_table_a_keyboard_can_scroll():
    check_golden("table-scroll.html", str(tables.scrolling(Markup("<table></table>"), "-2")))


def test_a_table_without_symbols_or_notes_explains_none():
    assert tables.shorthand(PLAIN) is None
    assert tables.notes(PLAIN) is None


def test_each_symbol_is_explained_once():
    said = str(tables.shorthand(RICH))
    assert all(said.count(symbol) == 1 for symbol in ("[x]", "[p]", "[c]"))


def test_every_row_has_as_many_cells_as_the_head():
    table = lxml_html.fragment_fromstring(str(tables.table(RICH)))
    widths = {len(row.xpath("th|td")) for row in table.iter("tr")}
    assert widths == {1 + len(RICH.columns)}


def test_every_head_has_its_scope():
    table = lxml_html.fragment_fromstring(str(tables.table(RICH)))
    assert [head.get("scope") for head in table.iter("th")] == ["col", "col", "col", "row", "row"]


def test_the_caption_names_the_region():
    made = str(tables.scrolling(tables.table(PLAIN)))
    region = lxml_html.fragment_fromstring(made)
    (caption,) = region.iter("caption")
    assert region.get("aria-labelledby") == caption.get("id")


def test_hostile_text_stays_text():
    model = TableModel(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), ((HOSTILE, (Cell(HOSTILE, HOSTILE),)),), (HOSTILE,))
    made = "".join(str(part) for part in (tables.table(model), tables.notes(model)))
    assert "<script" not in made
    parsed = lxml_html.fragment_fromstring(made, create_parent="div")
    assert parsed.text_content().count(HOSTILE) == 8
