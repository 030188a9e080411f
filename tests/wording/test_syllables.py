"""The syllable counter against words whose count is known, and how often it may be wrong."""

from __future__ import annotations

from macros.wording.syllables import syllables

KNOWN = {
    1: "made homes asked worked plans court you health checks school care through thought moved lived called judge "
    "friends young late group",
    2: "council meeting children people little table worker safer promise wanted needed houses riot poem quiet being "
    "doing review nurses advice number action question social special statement hopeful lonely movement handled",
    3: "advocate important area idea radio family interview officer consider remember period together video policy "
    "committee disagree assessment decision serious",
    4: "independent society education information participate experience initiate population usually especially",
    5: "accommodation participation opportunity recommendation organisation university individual appreciation",
    6: "responsibility accountability",
}


def test_nearly_every_word_has_the_syllables_it_has():
    counted = [(word, number, syllables(word)) for number, words in KNOWN.items() for word in words.split()]
    wrong = [one for one in counted if one[1] != one[2]]
    assert len(counted) >= 90
    assert len(wrong) <= 0.03 * len(counted), wrong


def test_what_is_no_word():
    assert syllables("2016/17") == 1
    assert syllables("well-being") == 3
    assert syllables("IRO\u2019s") >= 1
    assert syllables("-") == 1
