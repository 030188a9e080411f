"""What looks like a name, a number or an address in somebody's words: a smoke alarm, not a filter.

It knows no list of names. It misses some, and it takes some places for names; a person has to look all the same.
The comment kit's script holds the same patterns; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum


class Detail(StrEnum):
    """What a text may hold that points at somebody, in the words of a warning."""

    ADDRESS = "an email address or a user name"
    NUMBER = "a long number, such as a phone number or a birthday"
    NAME = "the name of a person or a place"


ADDRESS = r"@\w"
NUMBER = r"\d(?:[\s()./-]?\d){6,}|\d{1,2}[./-]\d{1,2}[./-]\d\d"
CALLED = (
    r"\b(?:[Mm]y name(?: is|['\u2019]s)|I am called|called|named|Mr|Mrs|Ms|Miss|Mx|Dr|Aunt|Aunti?[ey]|Uncle)\.?\s+[A-Z]"
)
IN_A_SENTENCE = r"[a-z,;]\s+([A-Z][a-z]+)"
# words that stand with a capital inside a sentence and point at nobody
_COMMON = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
October November December Christmas Easter Eid Ramadan Diwali English Welsh British Mum Mums Dad Dads Mummy Daddy Nan
Nana Gran Grandma Grandad Childline Ofsted Council Board Panel Independent Reviewing Officer Officers Internet Children
Care Corporate Parenting Safeguarding Partnership
"""
COMMON = frozenset(_COMMON.split())


def personal_details(text: str, known: Collection[str] = ()) -> tuple[Detail, ...]:
    """What a text seems to hold, each kind once; nothing of the text itself is repeated.

    `known` are further words that may stand with a capital, such as those of the council's own name.
    """
    found = []
    if re.search(ADDRESS, text):
        found.append(Detail.ADDRESS)
    if re.search(NUMBER, text):
        found.append(Detail.NUMBER)
    if re.search(CALLED, text) or any(
        name not in COMMON and name not in known for name in re.findall(IN_A_SENTENCE, text)
    ):
        found.append(Detail.NAME)
    return tuple(found)
