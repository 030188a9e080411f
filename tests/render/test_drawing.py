from dataclasses import replace
from itertools import combinations, product

import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from macros.render import theme
from macros.render.drawing import bars, columns, lettering, lines, spec, upright, vega
from macros.render.drawing.labels import Box
from macros.render.drawing.model import Chart, Point
from macros.render.drawing.rows import rows_of
from macros.render.drawing.scale import length_scale, tick_text, value_scale
from macros.render.drawing.scene import Text
from macros.render.drawing.texts import elements
from macros.render.svg import clean
from tests.render.chart_builders import QUARTERS, chart, points, two_lines

LAYOUTS = {"bars": bars, "columns": columns, "line": lines}


def scene_of(one, size="wide"):
    look = theme.look(one.edition, size)
    return LAYOUTS[one.kind].lay_out(one, look) or bars.lay_out(one, look)


def boxes(scene, look):
    for text in scene.texts:
        size = text.size or look.letters
        room = lettering.width(text.text, size, bold=text.weight > 400) * 0.92  # without some of the slack
        left = text.x - {"left": 0, "center": room / 2, "right": room}[text.align]
        yield text.text, Box(left, text.y - size * 0.72, left + room, text.y + size * 0.1)


def texts(scene):
    return [text.text for text in scene.texts]


# --- wrapping


def test_a_label_breaks_at_spaces():
    assert lettering.wrap("Yorkshire and The Humber", 15, 120) == ("Yorkshire and", "The Humber")


def test_a_word_that_is_too_long_breaks_where_it_must_and_loses_no_letter():
    lines_ = lettering.wrap("Donaudampfschifffahrt", 15, 60)
    assert len(lines_) > 2
    assert "".join(lines_) == "Donaudampfschifffahrt"


def test_a_label_keeps_no_control_characters():
    assert lettering.plain(" a\x00b\n\tc ") == "a b c"
    assert lettering.wrap("\x00", 15, 60) == ("",)


# --- scales


@pytest.mark.parametrize(
    ("values", "unit", "intervals", "ticks"),
    [
        ((91, 84), "percent", 4, (0, 25, 50, 75, 100)),
        ((91, 84), "percent", 2, (0, 50, 100)),
        ((12, 9), "percent", 4, (0, 5, 10, 15)),
        ((9,), "percent", 2, (0, 50, 100)),
        ((1202, 980), "count", 4, (0, 500, 1000, 1500)),
        ((3, 1), "count", 4, (0, 1, 2, 3)),
        ((0, 0), "count", 4, (0, 1)),
        ((0.3, 0.1), "fte", 4, (0, 0.1, 0.2, 0.3)),
    ],
)
def test_the_axis_begins_at_nought_and_has_round_ticks(values, unit, intervals, ticks):
    one = chart(values=values, names=QUARTERS[: len(values)], unit=unit)
    assert value_scale(one, intervals).ticks == pytest.approx(ticks)


def test_ticks_are_written_with_their_unit():
    assert tick_text(chart(), 50.0) == "50%"
    assert tick_text(chart(unit="count"), 1500.0) == "1,500"
    assert tick_text(chart(unit="ratio"), 2.5) == "2.5"


def test_a_reference_above_all_values_is_on_the_scale():
    one = chart(values=(3, 2, 1, 1), unit="weeks", reference=(("Limit 20", 20.0),))
    assert value_scale(one, 4).top >= 20
    assert length_scale(one).top == 20


def test_a_share_above_half_is_measured_against_a_hundred():
    assert length_scale(chart("bars", values=(67, 2, 1, 1))).top == 100
    assert length_scale(chart("bars", values=(40, 2, 1, 1))).top == 40


# --- what is refused


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        ((), "at least one figure"),
        ((Point("Q1", None, "[x]"),), "at least one figure"),
        ((Point("Q1", -1.0, "-1"),), "from nought upwards"),
        ((Point("Q1", float("nan"), "?"),), "from nought upwards"),
        ((Point("Q1", 1.0, "1"), Point("Q1", 2.0, "2")), "called 'Q1'"),
        (tuple(Point("Q1", 1.0, "1", f"series {n}") for n in range(5)), "at most 4 series, not 5"),
    ],
)
def test_what_cannot_be_drawn_honestly_is_refused_with_a_sentence(refused, sentence):
    with pytest.raises(ValueError, match=sentence):
        Chart("bars", refused, "count", "formal")


# --- where things stand


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("kind", ["columns", "bars"])
def test_bars_and_columns_show_every_value_and_every_name(kind, size):
    shown = texts(scene_of(chart(kind, values=(1202, None, 0, 97.4), unit="count"), size))
    assert all(text in shown for text in ("1,202", "[x]", "0", "97.4", *QUARTERS))


def test_a_missing_or_zero_value_has_no_bar():
    assert [bar.value for bar in scene_of(chart(values=(91, None, 0, 67))).bars] == [91, 67]


def test_columns_without_room_for_their_values_become_bars():
    years = [f"{year}/{year % 100 + 1}" for year in range(2001, 2021)]
    one = chart(values=[97.4] * 20, names=years)
    assert not scene_of(one).upright
    assert scene_of(chart()).upright
    assert not scene_of(chart(values=(9,), names=("York",))).upright


def test_the_councils_own_bar_is_full_and_bold_and_the_others_are_tints_with_an_outline():
    scene = scene_of(chart("bars", names=("York", "Derby", "Durham", "Leeds"), emphasis="York"))
    assert [bar.fill == bar.stroke for bar in scene.bars] == [True, False, False, False]
    assert next(text for text in scene.texts if text.text == "York").weight == 600
    assert next(text for text in scene.texts if text.text == "Derby").weight == 400


def test_a_line_does_not_bridge_a_gap_and_names_it():
    scene = scene_of(chart("line", values=(91, None, 75, 67)))
    assert [dot.run for dot in scene.dots] == [0, 1, 1]
    assert "[x]" in texts(scene)


def test_a_short_line_shows_every_value():
    for size in ("wide", "narrow"):
        assert {"91%", "84%", "75%", "67%"} <= set(texts(scene_of(chart("line"), size)))


def test_a_crowded_line_shows_its_last_first_highest_and_lowest_value_only():
    values = [60.1, 61.2, 59.3, 62.4, 90.5, 61.6, 62.7, 30.8, *[60 + n / 10 for n in range(11)], 66.6]
    shown = set(texts(scene_of(chart("line", values=values, names=[f"{1998 + n}" for n in range(20)]), "narrow")))
    assert {"60.1%", "66.6%", "90.5%", "30.8%"} <= shown
    assert "62.4%" not in shown


def test_a_line_is_named_at_its_end_beside_its_last_value():
    scene = scene_of(two_lines())
    by_text = {text.text: text for text in scene.texts}
    assert by_text["York"].x > max(dot.across for dot in scene.dots if dot.run >= 0)
    assert {"67%", "90%"} <= set(by_text)


def test_long_series_names_stand_above_a_narrow_plot_behind_their_signs():
    one = Chart(
        "line",
        points((1, 2, 3, 4), series="Child protection conferences") + points((4, 3, 2, 1), series="Other"),
        "count",
        "formal",
    )
    scene = scene_of(one, "narrow")
    name = next(text for text in scene.texts if text.text == "Child protection conferences")
    assert name.y < 0
    assert [dot.series for dot in scene.dots if dot.run < 0] == [0, 1]


def test_several_series_of_columns_are_bars_under_a_heading_each_with_its_name():
    shown = texts(scene_of(two_lines("columns")))
    assert shown.count("York") == shown.count("England") == 4
    assert all(shown.count(quarter) == 1 for quarter in QUARTERS)


def test_blocks_that_would_touch_are_moved_apart_and_stay_inside():
    tops = upright.spread([10, 12, 95], [20, 20, 20], 100)
    assert tops == [10, 30, 80]


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("kind", ["columns", "bars", "line"])
def test_two_references_are_named_and_dashed_differently(kind, size):
    scene = scene_of(chart(kind, reference=(("Target 90%", 90.0), ("England 88%", 88.0))), size)
    assert {rule.dash for rule in scene.references} == {0, 1}
    assert "Target 90%" in " ".join(texts(scene))


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("edition", ["formal", "young-people"])
@pytest.mark.parametrize("kind", ["columns", "line"])
@pytest.mark.parametrize("values", [(89, 91), (95, 94), (93, 92), (96, 90)])
def test_no_line_of_a_target_runs_through_a_value(kind, edition, size, values):
    one = chart(kind, values, ("2015-16", "2016-17"), edition=edition, reference=(("The target", 95.0),))
    look, scene = theme.look(edition, size), scene_of(one, size)
    at = look.plot - scene.scale.at(95.0, look.plot)
    shown = [(text, box) for text, box in boxes(scene, look) if text in {f"{value}%" for value in values}]
    assert len(shown) == 2
    assert [text for text, box in shown if box.top < at < box.bottom] == []


names = st.lists(st.text(st.sampled_from("abcdeimwMW %/-é漢"), min_size=1, max_size=60), min_size=1, max_size=20)
values = st.one_of(
    st.none(), st.sampled_from([0, 1, 44, 97.4, 1202]), st.floats(0, 2000).map(lambda one: round(one, 1))
)


@st.composite
def charts(draw):
    categories = list(dict.fromkeys(draw(names)))
    series = draw(st.sampled_from([("",), ("York", "England"), ("Children in care reviews", "B", "C", "D")]))
    found = [
        Point(category, value, "[x]" if value is None else f"{value:,}", one, emphasis=draw(st.booleans()))
        for one in series
        for category in categories
        for value in [draw(values)]
    ]
    found[0] = Point(categories[0], 5.0, "5", series[0])
    reference = draw(
        st.sampled_from([(), (("Target 90", 90.0),), (("Statistical neighbours 88", 88.0), ("Target 90", 90.0))])
    )
    kind, edition = (
        draw(st.sampled_from(["bars", "columns", "line"])),
        draw(st.sampled_from(["formal", "young-people"])),
    )
    return Chart(kind, tuple(found), "count", edition, reference)


@given(charts(), st.sampled_from(["wide", "narrow"]))
@settings(max_examples=150, deadline=None)
def test_no_text_leaves_the_drawing_or_touches_another(one, size):
    look, scene = theme.look(one.edition, size), scene_of(one, size)
    pad = scene.padding
    frame = Box(-pad.left - 0.5, -pad.top - 0.5, scene.width + pad.right + 0.5, scene.height + pad.bottom + 0.5)
    found = list(boxes(scene, look))
    for text, box in found:
        assert frame.left <= box.left, text
        assert box.right <= frame.right, text
        assert frame.top <= box.top, text
        assert box.bottom <= frame.bottom, text
    for (text, box), (other_text, other) in combinations(found, 2):
        assert not box.touches(other), (text, other_text)
    assert pad.left + scene.width + pad.right == pytest.approx(look.width, abs=1)


@pytest.mark.parametrize("hostile", ["a\x00b", "a\ufffeb", "a\ud800b", "a\x1bb"])
def test_what_no_svg_can_hold_is_a_space(hostile):
    look = theme.look("formal", "wide")
    scene = replace(scene_of(chart("bars"), "wide"), texts=(Text(1, 2, hostile),), ticks=())
    (element,) = elements(scene, look)
    assert element.text == "a b"


# --- Vega


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize(
    "one",
    [
        chart("columns"),
        chart("columns", values=(0, 0, None, 3), unit="count", edition="young-people"),
        chart("bars", emphasis="Q2", reference=(("Target 90%", 90.0), ("England 70%", 70.0))),
        chart("line", values=(91, None, 75, 67), reference=(("Target 90%", 90.0),)),
        two_lines(edition="young-people"),
    ],
    ids=["columns", "noughts", "bars", "line", "two-lines"],
)
def test_a_form_with_its_figures_is_what_vega_lite_makes_of_the_whole(one, size):
    """Compiled once for all charts of a form, or with the figures in it: the same drawing."""
    look, scene = theme.look(one.edition, size), scene_of(one, size)
    form = spec.Form.of(scene, look)
    rows = rows_of(scene, look)
    whole = spec.build(form)
    across = [0, scene.width] if scene.upright else [scene.height, 0]
    ends = {"x": across, "y": [0, scene.scale.top]} if scene.upright else {"x": [0, scene.scale.top], "y": across}
    whole |= {"width": scene.width, "height": scene.height, "padding": vars(scene.padding)}
    for layer in whole["layer"]:
        layer["data"] = {"values": rows[layer["data"]["name"]]}
        for channel, domain in ends.items():
            layer["encoding"][channel]["scale"]["domain"] = domain
    direct = vl_convert.vegalite_to_svg(whole, vl_version=vega.VERSION)
    assert plot_of(vega.drawn(scene, look)) == plot_of(direct)


def plot_of(drawn):
    """What is drawn, without its room, which is rounded up to whole pixels."""
    return [etree.tostring(element) for element in etree.fromstring(clean(drawn))]


def test_a_form_is_compiled_once():
    one, other = (scene_of(chart(values=values)) for values in ((91, 84, 75, 67), (12, 9, 8, 7)))
    look = theme.look("formal", "wide")
    vega._compiled.cache_clear()
    assert vega.drawn(one, look) != vega.drawn(other, look)
    assert vega._compiled.cache_info().misses == 1


def test_the_checks_of_altair_find_nothing_wrong_with_any_form(monkeypatch):
    monkeypatch.setattr(spec, "VALIDATE", True)
    for stands, look in product((True, False), theme._LOOKS.values()):
        form = spec.Form(stands, look, True, True, (0, 1, 2), (0, 1, 2, 3))
        assert len(spec.build(form)["layer"]) == 1 + 1 + 1 + 2 * 3 + 2 * 4
