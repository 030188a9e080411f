import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from macros.render.svg import clean, dress

NS = "http://www.w3.org/2000/svg"
RAW = (
    f'<svg xmlns="{NS}" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" width="64" height="32" '
    'viewBox="0 0 64.00000000001 32" role="x"><style>svg{color:red}</style><script>alert(1)</script>'
    '<defs><clipPath id="clip1"><rect x="0" y="0" width="10.123456" height="9"/></clipPath></defs>'
    '<g fill="none" role="graphics-object" aria-roledescription="group"><g transform="translate(0,0)">'
    '<g clip-path="url(#clip1)"><path aria-label="Q1" role="graphics-symbol" onclick="alert(1)" '
    'd="M22.737499999999997,19.799999999999994h76v1.5e-14Z" fill="var(--tv-chart-1)"/></g>'
    '<path class="background" d="M0,0h4v2Z"/><path d="" display="none" fill="red"/>'
    '<use xlink:href="#clip1"/><use href="https://example.org/x.svg#a"/>'
    '<a href="javascript:alert(1)"><text>link</text></a>'
    '<text stroke="var(--tv-chart-paper)" font-family="inherit" fill="url(https://example.org/x)">a &lt; b</text>'
    "</g></g></svg>"
)


def root_of(svg):
    return etree.fromstring(svg)


def test_only_known_elements_and_attributes_are_left():
    cleaned = clean(RAW)
    for unwanted in (
        "role",
        "aria-",
        "class",
        "style",
        "script",
        "onclick",
        "javascript",
        "example.org",
        "xlink",
        "version",
    ):
        assert unwanted not in cleaned
    assert set(root_of(cleaned).attrib) == {"viewBox"}


def test_numbers_keep_the_digits_that_show():
    cleaned = clean(RAW)
    assert 'd="M22.7,19.8h76v0Z"' in cleaned
    assert 'viewBox="0 0 64 32"' in cleaned


def test_shapes_that_show_nothing_and_groups_that_do_nothing_are_left_out():
    root = root_of(clean(RAW))
    assert len(root.findall(".//{*}path")) == 1
    assert root.findall(".//{*}g") == []


def test_the_halo_of_a_text_stands_behind_its_letters():
    text = root_of(clean(RAW)).find(".//{*}text")
    assert text.get("paint-order") == "stroke"
    assert "fill" not in text.attrib
    assert text.text == "a < b"


def test_cleaning_twice_changes_nothing():
    assert clean(clean(RAW)) == clean(RAW)


def test_what_is_not_svg_is_refused():
    with pytest.raises(ValueError, match="not SVG"):
        clean("<html/>")


def test_a_dressed_drawing_is_an_image_with_a_name_and_a_description():
    root = root_of(dress(clean(RAW), "ab", "Reviews on time", "Bar chart."))
    assert root.get("role") == "img"
    assert root.get("overflow") == "visible"  # a reader's wider letters are not cut off
    assert root.get("aria-labelledby") == "tv-ab-title tv-ab-desc"
    assert [(one.get("id"), one.text) for one in root[:2]] == [
        ("tv-ab-title", "Reviews on time"),
        ("tv-ab-desc", "Bar chart."),
    ]
    inner = [name for element in root.iterdescendants() for name in element.attrib]
    assert not [name for name in inner if name == "role" or name.startswith("aria-")]


def test_ids_are_unique_on_a_page_with_two_drawings_and_the_drawing_has_none():
    page = dress(clean(RAW), "one", "t", "d") + dress(clean(RAW), "two", "t", "d")
    ids = [element.get("id") for element in html.fromstring(f"<div>{page}</div>").iter() if element.get("id")]
    assert ids == ["tv-one-title", "tv-one-desc", "tv-two-title", "tv-two-desc"]
    assert "url(" not in page
    assert "href" not in page


def test_dressing_gives_the_same_text_each_time():
    assert dress(clean(RAW), "a", "t", "d") == dress(clean(RAW), "a", "t", "d")


@given(st.text(), st.text())
def test_title_and_description_are_only_ever_text(title, desc):
    dressed = dress(f'<svg xmlns="{NS}" viewBox="0 0 1 1"></svg>', "a", title, desc)
    page = html.fragment_fromstring(f"<div>{dressed}<p>after</p></div>")
    assert [str(element.tag).split("}")[-1] for element in page.iter()] == ["div", "svg", "title", "desc", "p"]


def test_hostile_words_are_shown_as_they_are():
    title = "</title></svg><script>alert('1')</script> & \"quoted\" ]]>"
    root = root_of(dress(clean(RAW), "a", title, title))
    assert root[0].text == root[1].text == title


def test_texts_stand_in_the_plot_over_all_else():
    raw = (
        f'<svg xmlns="{NS}" viewBox="0 0 9 9"><g transform="translate(5,2)"><path d="M0,0h4v2Z" fill="red"/></g></svg>'
    )
    text = etree.Element(f"{{{NS}}}text", {"transform": "translate(1.23,4)", "onclick": "alert(1)", "stroke": "red"})
    text.text = "under 5 & <b>"
    plot = root_of(clean(raw, [text]))[0]
    assert [etree.QName(element).localname for element in plot] == ["path", "text"]
    assert plot.get("transform") == "translate(5,2)"
    assert plot[1].text == "under 5 & <b>"
    assert dict(plot[1].attrib) == {
        "transform": "translate(1.2,4)", "stroke": "red", "paint-order": "stroke", "stroke-linejoin": "round"
    }  # fmt: skip
