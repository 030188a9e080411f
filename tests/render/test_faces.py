"""The faces: each has its words in each edition, says nothing by itself, and differs from the others in shape."""

from __future__ import annotations

from macros.model.comment import Face
from macros.model.report import Edition
from macros.render.faces import WORDS, face_svg


def test_every_face_has_words_in_every_edition():
    assert set(WORDS) == set(Edition)
    for words in WORDS.values():
        assert set(words) == set(Face)
        assert len(set(words.values())) == len(Face)


def test_a_face_is_a_shape_of_its_own_that_says_nothing():
    drawn = {face_svg(face) for face in Face}
    assert len(drawn) == len(Face)
    assert all('aria-hidden="true"' in one for one in drawn)
