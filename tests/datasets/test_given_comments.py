"""Files of comments as they are given: read whole, or refused with one clear sentence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as given_any
from hypothesis import settings as examples
from hypothesis import strategies as st

from macros.datasets.given_comments import MOST_BYTES, MOST_LETTERS, WORDS_OF_FACES, read_given
from macros.model.comment import Face
from macros.render import faces
from tests.builders import REPORT, assert_plain
from tests.datasets.given import comment, saved, typed


def given(tmp_path, data, name="file.json"):
    (tmp_path / name).write_bytes(data)
    read = read_given(tmp_path / name, REPORT)
    for place, text in read.problems:
        assert place.startswith(name)
        assert_plain(f"{place} {text}")
    assert not (read.problems and read.comments)
    return read


def told(tmp_path, data, name="file.json"):
    return " ".join(text for _, text in given(tmp_path, data, name).problems)


def test_a_file_of_the_kit(tmp_path):
    read = given(tmp_path, saved(comment(), comment(key="00000000000000b2", face="", text="One\r\ntwo\x07.")))
    assert [(one.key, one.face, one.text) for one in read.comments] == [
        ("c00000000000000a1", Face.CHANGE, "Planted made-up words of nobody"),
        ("c00000000000000b2", None, "One\ntwo."),
    ]


def test_hostile_html_is_words_and_stays_what_it_is(tmp_path):
    text = "<script>alert(1)</script><img src=x onerror=alert(1)> </textarea> I <3 it & you"
    assert given(tmp_path, saved(comment(text=text))).comments[0].text == text


def test_ten_thousand_comments(tmp_path):
    rows = [comment(key=f"{number:016x}", text="Too long. " * 40) for number in range(10_000)]
    data = saved(*rows)
    assert len(data) < MOST_BYTES
    assert len(given(tmp_path, data).comments) == 10_000


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"\xfe\xff", "is empty"),
        ("\ufeff".encode("utf-16"), "is empty"),
        ("\n".encode("utf-16"), "neither a file of the comment kit"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
        (bytes(range(1, 256)), "is not a text file"),
        (b'{"format": "\xff"}', "is not UTF-8"),
        (saved(comment())[:-40], "is cut off or damaged"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a": ' * 50_000 + b"1", "is nested too deeply"),
        (b'{"saved": ' + b"9" * 5_000 + b"}", "is cut off or damaged"),
        (b"[1, 2]", "is not a file that"),
        (b"{}", "is not a file that"),
        (saved(format="two-voices-comments 2"), "is not a file that"),
        (saved(report="other-2020"), "is about the report 'other-2020', not about"),
        (saved(saved="yesterday"), "lacks the day"),
        (saved(comments={}), "lacks the day"),
        (saved(), "holds no comment"),
        (saved("x"), "is no comment"),
        (saved(comment(key="1")), "has no key of its own"),
        (saved(comment(key=7)), "something else than text in “key”"),
        (saved(comment(text=["x"])), "something else than text in “text”"),
        (saved(comment(voice="other")), "is about the edition 'other'"),
        (saved(comment(page="")), "names a page that cannot be"),
        (saved(comment(page="<b>")), "names a page that cannot be"),
        (saved(comment(page="-1-cmd")), "names a page that cannot be"),
        (saved(comment(page="../../secret")), "names a page that cannot be"),
        (saved(comment(section="a\u202eb")), "names a section that cannot be"),
        (saved(comment(face="angry")), "has the face 'angry'"),
        (saved(comment(face="", text=" \n")), "says nothing"),
        (saved(comment(text="x" * (MOST_LETTERS + 1))), f"has {MOST_LETTERS + 1} letters"),
        (b"<html><body>Sign in</body></html>", "is neither a file of the comment kit"),
        (b"PK\x03\x04\x00\x00", "is not a text file"),
    ],
)
def test_what_is_refused(tmp_path, data, sentence):
    assert sentence in told(tmp_path, data)


def test_one_bad_comment_refuses_its_file_and_all_bad_ones_are_told(tmp_path):
    read = given(tmp_path, saved(comment(), comment(face="x"), comment(key="")))
    assert [place for place, _ in read.problems] == ["file.json, comment 2", "file.json, comment 3"]


def test_fifty_megabytes_are_not_read(tmp_path, monkeypatch):
    path = tmp_path / "file.json"
    with path.open("wb") as out:
        out.truncate(50_000_000)

    def read(_path):
        raise AssertionError("the file was read")

    monkeypatch.setattr(type(path), "read_bytes", read)
    assert "has 50 megabytes" in read_given(path, REPORT).problems[0].text


def test_what_is_no_file(tmp_path):
    assert "is not there" in read_given(tmp_path / "none.json", REPORT).problems[0].text
    assert "is no file" in read_given(tmp_path, REPORT).problems[0].text


FEW = examples(max_examples=60)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from([*comment(), "comments", "saved", "format"]), inner)
    ),
)


@given_any(
    st.binary()
    | st.builds(lambda rows: saved(*rows), st.lists(_JSON))
    | _JSON.map(lambda one: json.dumps(one).encode())
)
def test_nothing_that_is_given_breaks_the_reader(tmp_path_factory, data):
    given(tmp_path_factory.mktemp("any"), data)


@FEW
@given_any(st.dictionaries(st.sampled_from(list(comment())), _JSON))
def test_no_comment_breaks_the_reader(tmp_path_factory, changes):
    given(tmp_path_factory.mktemp("any"), saved(comment(**changes)))


def test_half_of_a_letter_is_no_letter(tmp_path):
    data = json.dumps({**json.loads(saved(comment())), "comments": [comment(text="a\ud83d b")]}).encode()
    given(tmp_path, data).comments[0].text.encode()


# ---------------------------------------------------------------- paper


def test_a_typed_table(tmp_path):
    rows = (
        {"face": "Please change it", "text": "Too long."},
        {"face": "", "text": ""},
        {"sheet": "2", "face": ""} | {"text": "x"},
    )
    read = given(tmp_path, typed(*rows), "paper.csv")
    assert [(one.title, one.face, one.text) for one in read.comments] == [
        ("young-people/on-time", Face.CHANGE, "Too long."),
        ("young-people/on-time", None, "x"),
    ]
    assert len({one.key for one in read.comments}) == 2


def test_what_excel_in_britain_writes(tmp_path):
    data = "sheet;page;face;text\r\n1;Café;good;“Fine”\r\n".encode("cp1252")
    assert given(tmp_path, data, "paper.csv").comments[0].text == "“Fine”"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"sheet": ""}, "has no sheet"),
        ({"page": ""}, "does not say which page"),
        ({"face": "grinning"}, "has the face 'grinning'"),
        ({"voice": "loud"}, "has the voice 'loud'"),
    ],
)
def test_what_is_refused_of_a_table(tmp_path, row, sentence):
    columns = {"sheet": "1", "page": "A", "face": "good", "text": "", "voice": ""} | row
    assert sentence in told(tmp_path, typed(columns), "paper.csv")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"sheet,page,face\n1,A,good\n", "with the columns sheet, page, face, text"),
        (b"sheet,page,face,text,text\n1,A,good,,\n", "is neither"),
        (b"sheet,page,face,text\n1,A,good\n", "has 3 cells under 4 headings"),
        (b'sheet,page,face,text\n1,A,good,"x\n', "quotation mark"),
        (b"sheet,page,face,text\n", "holds no comment"),
    ],
)
def test_tables_that_cannot_be_read(tmp_path, data, sentence):
    assert sentence in told(tmp_path, data, "paper.csv")


def test_the_faces_words_on_the_sheet_can_be_typed():
    for words in faces.WORDS.values():
        assert {WORDS_OF_FACES[text.lower()]: text for text in words.values()} == words
