"""The straight line that the guide's page on growth is drawn by."""

from __future__ import annotations

from tests.benchmarks.growth import Need, line


def test_a_straight_line_goes_through_both_ends_and_beyond():
    few, many = Need(10, 200, 8, 1, 4, 1, 500), Need(110, 400, 58, 6, 44, 3, 2500)
    assert line((1, few), (11, many), 1) == few
    assert line((1, few), (11, many), 11) == many
    assert line((1, few), (11, many), 6) == Need(60, 300, 33, 3.5, 24, 2, 1500)
    assert line((1, few), (11, many), 21).processor == 210
