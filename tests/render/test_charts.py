import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from macros.render import charts, theme
from macros.render.charts import draw
from macros.render.svg import dress
from tests.render.chart_builders import HOSTILE, chart, points, two_lines

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """One folder for the module: V8 starts once, and equal charts are drawn once."""
    return tmp_path_factory.mktemp("charts")


def texts(drawing):
    return [element.text for element in etree.fromstring(drawing.svg).iter("{*}text")]


@pytest.mark.parametrize("edition", ["formal", "young-people"])
@pytest.mark.parametrize("kind", ["columns", "bars", "line"])
def test_every_value_is_written_in_both_drawings(cache, kind, edition):
    for drawing in draw(chart(kind, values=(97.4, None, 0, 67), edition=edition), cache):
        assert {"97.4%", "[x]", "0%", "67%", "Q1", "Q2", "Q3", "Q4"} <= set(texts(drawing))


def test_a_drawing_has_its_size_in_its_own_units(cache):
    wide, narrow = draw(chart(), cache)
    assert (wide.width, narrow.width) == (640, 320)
    for drawing in (wide, narrow):
        assert f'viewBox="0 0 {drawing.width} {drawing.height}"' in drawing.svg


@pytest.mark.parametrize("edition", ["formal", "young-people"])
def test_no_letters_are_smaller_than_the_theme_says(cache, edition):
    looks = (theme.look(edition, "wide"), theme.look(edition, "narrow"))
    for look, drawing in zip(looks, draw(two_lines(edition=edition), cache), strict=True):
        sizes = {float(found) for found in re.findall(r'font-size="([\d.]+)px"', drawing.svg)}
        assert sizes <= {look.letters, look.small}
        assert sizes


def test_every_colour_is_a_variable_or_the_texts_own(cache):
    for drawing in draw(two_lines(), cache):
        colours = set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawing.svg))
        assert colours <= {*theme.SERIES, theme.PAPER, theme.GRID, theme.INK, "none"}
        assert "background" not in drawing.svg


def test_series_differ_by_dash_and_shape_too(cache):
    wide, _ = draw(two_lines(), cache)
    assert "stroke-dasharray" in wide.svg
    signs = re.findall(r'<path [^>]*d="([^"]*)" fill="(var[^"]*)"', wide.svg)
    shapes = {colour: re.sub(r"[\d.,-]+", "", path) for path, colour in signs}
    assert set(shapes) == set(theme.SERIES[:2])
    assert len(set(shapes.values())) == 2


def test_a_hostile_label_is_text_and_nothing_else(cache):
    hostile = replace(chart("bars"), points=points((4, 3, 2, 1), names=HOSTILE, unit="</svg>"))
    for drawing in draw(hostile, cache):
        root = etree.fromstring(drawing.svg)
        assert {etree.QName(element).localname for element in root.iter()} <= {"svg", "g", "path", "line", "text"}
        assert any("</svg>" in (text or "") for text in texts(drawing))
        assert "<script" not in drawing.svg


def test_a_drawing_is_the_same_each_time(tmp_path, cache):
    assert draw(chart(), tmp_path) == draw(chart(), cache)


def test_the_golden_drawing(cache):
    one = chart(
        "bars", values=(67, 12), names=("York", "Rest & others"), emphasis="York", reference=(("Target 90%", 90.0),)
    )
    _, narrow = draw(one, cache)
    drawn = dress(narrow.svg, "golden", "A title", "A description").replace("><", ">\n<") + "\n"
    assert drawn == (GOLDEN / "bars-narrow.svg").read_text(encoding="utf-8")


# --- the folder of drawings


def test_a_drawing_is_taken_from_the_folder(tmp_path, monkeypatch):
    first = draw(chart(), tmp_path)
    monkeypatch.setattr(charts, "_drawn", lambda *_: pytest.fail("drawn again"))
    assert draw(chart(), tmp_path) == first
    assert [file.suffix for file in tmp_path.iterdir()] == [".svg"]


@pytest.mark.parametrize(
    "spoil", [lambda whole: whole[: len(whole) // 2], lambda _: b"", lambda whole: whole[:70] + b"\xff" + whole[71:]]
)
def test_a_spoilt_file_is_drawn_again(tmp_path, spoil):
    first = draw(chart(), tmp_path)
    for file in tmp_path.iterdir():
        file.write_bytes(spoil(file.read_bytes()))
    assert draw(chart(), tmp_path) == first
    assert draw(chart(), tmp_path) == first


def test_all_that_decides_the_picture_is_in_its_name(monkeypatch):
    one = chart()
    keys = {
        charts._key(one),
        charts._key(chart(values=(91, 84, 75, 66))),
        charts._key(chart(edition="young-people")),
        charts._key(chart("bars")),
        charts._key(chart(unit="count")),
        charts._key(chart(reference=(("Target 90%", 90.0),))),
        charts._key(chart(emphasis="Q4")),
    }
    assert len(keys) == 7
    monkeypatch.setattr(charts, "_drawn_by", lambda: ["another version"])
    assert charts._key(one) not in keys


def test_a_warm_folder_needs_neither_altair_nor_pandas_nor_vl_convert(tmp_path):
    draw(chart(), tmp_path)
    script = (
        "import sys; from pathlib import Path; from tests.render.chart_builders import chart;"
        "from macros.render.charts import draw; from macros.render.chart_text import describe;"
        "draw(chart(), Path(sys.argv[1])); describe(chart(), 'x');"
        "print(sorted({'altair', 'pandas', 'vl_convert', 'narwhals'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
