import re
from itertools import combinations
from pathlib import Path

import pytest

from macros.render import theme

EDITIONS = ("formal", "young-people")
SCHEMES = {"light": theme.LIGHT, "dark": theme.DARK}
SHOWN_AT = {"wide": 524, "narrow": 252}  # the least width, in CSS pixels, that the stylesheets leave a drawing


def luminance(colour):
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[n : n + 2] for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (int(p, 16) / 255 for p in pairs)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_of_black_and_white_is_21():
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_marks_and_text_stand_out_from_the_paper(edition, scheme):
    colours = SCHEMES[scheme][edition]
    paper = colours["--tv-chart-paper"]
    assert all(contrast(colours[f"--tv-chart-{n}"], paper) >= 3 for n in (1, 2, 3, 4))
    assert contrast(colours["--tv-chart-ink"], paper) >= 4.5


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_bar_that_stands_back_has_an_outline_that_stands_out_from_its_tint(edition, scheme):
    colours = SCHEMES[scheme][edition]
    assert contrast(colours["--tv-chart-1"], colours["--tv-chart-grid"]) >= 3


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_two_series_share_a_colour(edition, scheme):
    colours = [SCHEMES[scheme][edition][f"--tv-chart-{n}"] for n in (1, 2, 3, 4)]
    assert all(one != other for one, other in combinations(colours, 2))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_declarations_give_every_variable_that_drawings_use(edition):
    light, dark = theme.css_variables(edition).split("@media")
    used = {name for text in (*theme.SERIES, theme.PAPER, theme.GRID) for name in re.findall(r"--[\w-]+", text)}
    for names in (light, dark):
        assert used | {"--tv-chart-ink"} == set(re.findall(r"(--[\w-]+):", names))
    assert "prefers-color-scheme:dark" in dark


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_stylesheet_declares_the_same_colours(edition):
    sheet = (Path(__file__).parents[2] / "docs" / "assets" / f"{edition}.css").read_text(encoding="utf-8")
    for name in theme.LIGHT[edition]:
        declared = re.findall(rf"{name}:\s*(#\w+)", sheet)
        assert [colour.lower() for colour in declared[:2]] == [theme.LIGHT[edition][name], theme.DARK[edition][name]]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("size", SHOWN_AT)
def test_letters_are_12_pixels_or_more_where_a_drawing_is_shown_smallest(edition, size):
    look = theme.look(edition, size)
    assert min(look.letters, look.small) * SHOWN_AT[size] / look.width >= 11.8
    assert min(look.letters, look.small) * (288 if size == "narrow" else 640) / look.width >= 12


def test_the_young_peoples_drawings_are_larger_rounder_and_quieter():
    for size in ("wide", "narrow"):
        formal, young = theme.look("formal", size), theme.look("young-people", size)
        assert young.letters > formal.letters
        assert young.corner > formal.corner
        assert young.line > formal.line
        assert young.intervals < formal.intervals
