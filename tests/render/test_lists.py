"""Lists kept as data: plans, recommendations, issues, voices, who to talk to, words."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from macros.model.report import Edition
from macros.render import lists
from tests.builders import action, help_line, issue
from tests.render.golden_files import check_golden

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
WORD = {"id": "iro", "word": "IRO", "meaning": "Runs your meeting."}


def test_a_work_plan():
    rows = [action(), action(number="2", state="not-yet", progress=""), action(aim="More", state="planned")]
    check_golden("list-work-plan.html", str(lists.work_plan(rows, Edition.FORMAL)))


def test_a_work_plan_names_lead_date_and_measure_in_the_formal_edition_alone():
    row = action(owner="IRO manager", due="March 2019.", measure="90% on time")
    assert '<p class="tv-progress">Lead: IRO manager. By: March 2019. Measure: 90% on time.</p>' in lists.work_plan(
        [row], Edition.FORMAL
    )
    assert "IRO manager" not in lists.promises([row])
    assert "Lead:" not in lists.work_plan([action(owner="", due="", measure="")], Edition.FORMAL)


def test_a_work_plan_for_young_people_speaks_plainly():
    made = str(lists.promises([action()]))
    assert "We did it" in made
    assert "Pick dates early." in made
    assert "Set dates early." not in made


@pytest.mark.parametrize("state", lists.STATES)
def test_each_state_has_its_words_and_class(state):
    made = str(lists.work_plan([action(state=state)], Edition.FORMAL))
    assert f'class="tv-action tv-{state}"' in made
    assert lists.STATES[state] in made
    assert lists.PLAIN_STATES[state] in str(lists.promises([action(state=state)]))


def test_aims_keep_their_order_and_heading_level():
    rows = [action(aim="A"), action(aim="B")]
    made = lxml_html.fragment_fromstring(str(lists.work_plan(rows, Edition.FORMAL, level=4)))
    assert [heading.text for heading in made.iter("h4")] == ["A", "B"]


@pytest.mark.parametrize(("edition", "text"), [(Edition.FORMAL, "Note it."), (Edition.YOUNG_PEOPLE, "Read it.")])
def test_recommendations_in_each_voice(edition, text):
    row = {"number": "1", "text": "Note it.", "plain_text": "Read it."}
    assert "<ol" in str(lists.recommendations([row], edition))
    assert f"<li>{text}</li>" in str(lists.recommendations([row], edition))


def test_known_issues_stand_under_their_place():
    rows = [issue(), issue(source="Table 6", should_be="81%"), issue(problem="Another.")]
    made = lxml_html.fragment_fromstring(str(lists.known_issues(rows)))
    assert [heading.text for heading in made.iter("h3")] == ["Table 5", "Table 6"]
    assert "It should be: 81%" in made.text_content()


def test_a_printed_place_begins_with_a_capital_as_a_heading():
    rows = [issue(source="para 6.6"), issue(source="section 9 (advocacy)")]
    made = lxml_html.fragment_fromstring(str(lists.known_issues(rows)))
    assert [heading.text for heading in made.iter("h3")] == ["Paragraph 6.6", "Section 9 (advocacy)"]


def test_slips_of_numbering_are_folded_away_below_the_figures():
    rows = [issue(kind="NUM", source="Table 5"), issue(kind="SUM", source="Table 9")]
    made = lxml_html.fragment_fromstring(str(lists.known_issues(rows)))
    assert [heading.text for heading in made.iter("h3")] == ["Table 9", "Table 5"]
    (folded,) = made.iter("details")
    assert [heading.text for heading in folded.iter("h3")] == ["Table 5"]


def test_voices():
    made = str(lists.voices([(Markup('<a href="#x">63%</a>'), "know their <IRO>")]))
    assert '<b class="tv-big-number"><a href="#x">63%</a></b> <span>know their &lt;IRO&gt;</span>' in made


def test_who_to_talk_to():
    check_golden("list-who.html", str(lists.who_to_talk_to([help_line()], "Who can I talk to?")))


def test_a_number_dials_without_its_spaces_and_shows_with_them():
    made = lxml_html.fragment_fromstring(str(lists.who_to_talk_to([help_line(phone="0800 528 0731")], "Who?")))
    (link,) = made.iter("a")
    assert (link.get("href"), link.text) == ("tel:08005280731", "0800 528 0731")


def test_a_person_without_a_number_still_says_how_to_ask():
    row = help_line(phone="", phone_label="Ask your carer for the number")
    made = str(lists.who_to_talk_to([row], "Who?"))
    assert "tel:" not in made
    assert "Ask your carer for the number" in made


def test_a_word_opens_without_a_script():
    button, meaning = lxml_html.fragment_fromstring(str(lists.word(WORD, "IROs")), create_parent="div")
    assert (button.get("popovertarget"), button.get("type"), button.text) == (meaning.get("id"), "button", "IROs")
    assert meaning.get("popover") is not None
    assert "Runs your meeting." in meaning.text_content()


@pytest.mark.parametrize(
    "make",
    [
        lambda: lists.work_plan([{**dict.fromkeys(action(), HOSTILE), "state": "done"}], Edition.FORMAL),
        lambda: lists.promises([{**dict.fromkeys(action(), HOSTILE), "state": "done"}]),
        lambda: lists.recommendations([{"text": HOSTILE, "plain_text": HOSTILE}], Edition.FORMAL),
        lambda: lists.known_issues([dict.fromkeys(issue(), HOSTILE)]),
        lambda: lists.who_to_talk_to([dict.fromkeys(help_line(), HOSTILE)], HOSTILE),
        lambda: lists.word(dict.fromkeys(WORD, HOSTILE), HOSTILE),
    ],
)
def test_hostile_text_stays_text(make):
    made = lxml_html.fragment_fromstring(str(make()), create_parent="div")
    assert not list(made.iter("img"))
    assert not [name for element in made.iter() for name in element.attrib if name.startswith("on")]


def test_known_problems_stand_in_the_statement_with_criterion_and_date():
    row = {"check": "targets", "page": "", "problem": "Small <links>.", "criterion": "2.5.8", "mended_by": "May 2027"}
    made = str(lists.accessibility_problems([row, row | {"mended_by": ""}]))
    assert "Small &lt;links&gt;. This fails WCAG 2.2 success criterion 2.5.8. We plan to mend it by May 2027." in made
    assert made.count("We plan to mend it") == 1
    assert "We know of no content" in lists.accessibility_problems([])
