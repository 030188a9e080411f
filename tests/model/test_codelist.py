"""A code list: order, membership, and the refusal of a code it does not have."""

from __future__ import annotations

import pytest

from macros.errors import UnknownName
from macros.model.codelist import Code, Codelist

SEX = Codelist("sex", (Code("total", "Total", "Everyone", 3), Code("male", "Male", "Boys", 1)))


def test_codes_come_in_their_order():
    assert [code.code for code in SEX] == ["male", "total"]


def test_a_code_is_looked_up():
    assert SEX["male"].plain_label == "Boys"
    assert "male" in SEX
    assert "unknown" not in SEX
    assert None not in SEX


def test_an_unknown_code_is_told_the_nearest():
    with pytest.raises(UnknownName) as refused:
        SEX["mal"]
    assert str(refused.value) == (
        "There is no sex code called 'mal' in data/catalogue/codes/sex.csv. The nearest are: male."
    )


def test_an_empty_list_says_so():
    with pytest.raises(UnknownName, match="None is defined yet"):
        Codelist("sex", ())["male"]
