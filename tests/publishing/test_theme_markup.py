import pytest

from macros.publishing.theme_markup import mended

TOGGLE = '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">'


def test_a_checkbox_keeps_all_but_its_autocomplete():
    kept = TOGGLE.replace(' autocomplete="off"', "")
    assert mended(f"<body>{TOGGLE}<p>a</p>") == f"<body>{kept}<p>a</p>"


@pytest.mark.parametrize(
    "html",
    [
        "",
        '<input type="text" autocomplete="off">',
        "<p>autocomplete=&quot;off&quot;</p>",
        '<form autocomplete="off"><input type="checkbox"></form>',
    ],
)
def test_nothing_else_is_touched(html):
    assert mended(html) == html


def test_it_may_be_done_twice():
    assert mended(mended(TOGGLE)) == mended(TOGGLE)
