"""The macros made for young people first: what they answer, at each level, and how they refuse."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.pages import draft
from macros.pages.figure_macros import change, figure, versus
from macros.pages.list_macros import voices, who_to_talk_to
from macros.pages.page_context import PageContext
from macros.pages.picture_macros import picture
from macros.pages.young_macros import glossary, promises, quote, then_and_now, trusted_adult
from tests.builders import CATALOGUE, FOLDER, REPORT, action, assert_plain, csv_text, help_line, target, write_project

HELP = [help_line(), help_line(id="iro", name="Your IRO", phone="", what="They listen. They act.", order="1")]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    plan = [
        action(),
        action(state="under-way"),
        action(state="not-yet"),
        action(state="not-yet", progress="", plain_progress=""),
        action(plan="2016-17", state="planned", progress="", plain_progress=""),
        action(plan="2017-18", aim="Later", state="planned", progress="", plain_progress=""),
        action(plan="soon", state="planned", progress="", plain_progress=""),
    ]
    targets = [
        target(),
        target(period_from="2010-11", value="10"),  # of two, the latest counts
        target(period_from="2018-19", value="1"),  # set after the report's year
        target(indicator="seen_pct", breakdown="seen=seen", value="30"),
        target(indicator="pep_pct", value="80"),  # the release holds no number
        target(indicator="caseload_avg", comparison="at-most", value="80", called="expected range"),
        target(indicator="on_time_pct", area="leeds", value="5"),
    ]
    changes = {
        f"{FOLDER}/work_plan.csv": csv_text(plan),
        f"{CATALOGUE}/targets.csv": csv_text(targets),
        f"{CATALOGUE}/help.csv": csv_text(HELP),
    }
    return open_store(write_project(tmp_path_factory.mktemp("project"), changes))


def context(store, **meta: str) -> PageContext:
    return PageContext(store, "x.md", {"report": REPORT} | meta)


@pytest.fixture
def formal(store):
    return context(store)


@pytest.fixture
def young(store):
    return context(store, edition="young-people")


@pytest.fixture
def younger(store):
    return context(store, edition="young-people", level="younger")


def tree(block):
    return lxml_html.fragment_fromstring(str(block.html), create_parent="div")


def text(block) -> str:
    return " ".join(tree(block).text_content().split())


# ---------------------------------------------------------------- levels


def test_each_level_tells_shares_in_its_own_way(young, younger):
    assert figure(young, "on_time_pct", source="Table 5").striptags() == "67 out of every 100"
    assert figure(younger, "on_time_pct", source="Table 5").striptags() == "about 7 out of 10"
    assert "about 9 out of 10" in change(younger, "on_time_pct", source="Table 5").striptags()
    assert versus(younger, "on_time_pct", source="Table 5").striptags() == "below the target of 9 out of 10"
    assert "out of 10" in text(voices(younger, "on_time_pct", source="Table 5"))
    assert figure(younger, "on_time_pct", form="out of 100", source="Table 5").striptags() == "67 out of every 100"


def test_a_formal_page_has_no_younger_level(store):
    page = context(store, level="younger")
    assert not page.is_younger
    assert figure(page, "on_time_pct", source="Table 5").striptags() == "67%"


def test_a_level_that_is_none_is_refused_in_a_sentence(store):
    with pytest.raises(ReportsError, match=r"level is 'youngest'.*older, younger") as refused:
        figure(context(store, edition="young-people", level="youngest"), "on_time_pct", source="Table 5")
    assert_plain(str(refused.value))


def test_a_picture_for_the_youngest_is_out_of_ten(young, younger):
    assert "7 out of 10" in text(picture(younger, "on_time_pct", "of you.", source="Table 5"))
    assert "67 out of every 100" in text(picture(young, "on_time_pct", "of you.", of=100, source="Table 5"))
    with pytest.raises(ReportsError, match="out of 10"):
        picture(younger, "on_time_pct", "of you.", of=100, source="Table 5")


def test_a_picture_calls_only_the_year_of_the_report_this_year(young):
    told = text(picture(young, "on_time_pct", "of you.", of=100, source="Table 5", period="2015-16", since="2016-17"))
    assert "Last year: 85 out of every 100" in told
    assert "This year: about 67 out of every 100" in told
    assert "This year: 85" not in told


def test_who_to_talk_to_is_shorter_for_the_youngest(young, younger):
    assert "They listen. They act." in text(who_to_talk_to(young))
    assert "They act" not in text(who_to_talk_to(younger))
    assert "They listen." in text(who_to_talk_to(younger))


# ---------------------------------------------------------------- then and now


def test_then_and_now(young, formal):
    told = text(then_and_now(young, "on_time_pct", source="Table 5"))
    assert "Last year 85 out of every 100" in told
    assert "This year 67 out of every 100" in told
    assert told.endswith("It went down. That is worse.")
    assert "2015/16 85%" in text(then_and_now(formal, "on_time_pct", source="Table 5"))


def test_both_of_its_figures_can_be_followed(young):
    assert len(tree(then_and_now(young, "on_time_pct", source="Table 5")).xpath("//a[@data-figure]")) == 2


@pytest.mark.parametrize("options", [{"since": "2001-02"}, {"form": "loudly"}, {"period": "2015-16"}, {"seen": "seen"}])
def test_then_and_now_refuses_in_a_sentence(young, options):
    with pytest.raises(ReportsError) as refused:
        then_and_now(young, "on_time_pct", **options)
    assert_plain(str(refused.value))


# ---------------------------------------------------------------- promises


def states(block) -> list[str]:
    return [item.get("class").split("tv-promise-")[1] for item in tree(block).xpath("//ul[@class='tv-promises']/li")]


def test_a_plan_is_told_as_promises(young):
    assert states(promises(young, "2016-17")) == ["kept", "partly", "not-yet", "cannot-say", "cannot-say"]
    assert states(promises(young, "2017-18")) == ["still-to-come"]
    assert states(promises(young, "soon")) == ["still-to-come"]  # a plan whose name is no period


def test_it_is_said_in_the_words_of_the_edition(young, formal):
    assert "Pick dates early." in text(promises(young, "2016-17"))
    assert "Set dates early." in text(promises(formal, "2016-17"))


def test_targets_are_promises_too(young, younger):
    made = promises(young, "targets")
    assert states(made) == ["not-yet", "kept", "cannot-say"]
    assert "Meetings on time: at least 90 out of every 100" in text(made)
    assert "The report has no number for this." in text(made)
    assert "at least 9 out of 10" in text(promises(younger, "on_time_pct"))


def test_a_target_links_to_who_set_it_and_to_the_figure(young):
    marks = tree(promises(young, "on_time_pct")).xpath("//a/@data-figure")
    assert ["target=" in mark for mark in marks] == [True, False]


def test_the_count_can_stand_alone(young):
    made = promises(young, "2016-17", just_count=True)
    assert states(made) == []
    assert text(made) == "1 kept1 kept in part1 not yet2 we cannot say"


def test_plans_and_targets_stand_in_one_list(young):
    assert len(states(promises(young, "2016-17", "targets"))) == 8


@pytest.mark.parametrize(
    ("what", "options"),
    [
        ((), {}),
        (("2016-18",), {}),
        (("2016-17",), {"aim": "Nothing"}),
        (("cla_by_sex",), {}),
        (("2016-17",), {"report": "x"}),
    ],
)
def test_promises_refuses_in_a_sentence(young, what, options):
    with pytest.raises(ReportsError) as refused:
        promises(young, *what, **options)
    assert_plain(str(refused.value))


# ---------------------------------------------------------------- words


SAID = {"by": "A young person", "collected": "Asked in May 2017"}


@pytest.mark.parametrize("words", ["Ask me.", '"Ask me."', "\u201cAsk me.\u201d ", "'Ask me.'"])
def test_a_quote_has_its_marks_once(young, words):
    assert tree(quote(young, words, **SAID)).xpath("string(//blockquote)") == "\u201cAsk me.\u201d"


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("", SAID),
        ("''", SAID),
        ("Ask me.", {}),
        ("Ask me.", {"by": "A young person"}),
        ("Ask me.", SAID | {"by": "A girl, 13"}),
        ("Call 01904 555 111.", SAID),
        ("Write to a@b.", SAID),
    ],
)
def test_a_quote_refuses_in_a_sentence(young, words, options):
    with pytest.raises(ReportsError) as refused:
        quote(young, words, **options)
    assert_plain(str(refused.value))


def test_a_quote_reminds_the_author_in_the_draft_only(young, monkeypatch):
    assert "no name" not in text(quote(young, "Ask me.", **SAID))
    monkeypatch.setenv(draft.DRAFT, "1")
    assert "no name" in text(quote(young, "Ask me.", **SAID))


def test_all_words_or_those_asked_for(young):
    assert text(glossary(young)) == text(glossary(young, "iro")) == "IIRORuns your meeting."
    with pytest.raises(ReportsError, match="nearest are: iro"):
        glossary(young, "iroo")


def test_a_note_for_heavy_topics_has_fewer_words_for_the_youngest(young, younger):
    assert len(text(trusted_adult(younger)).split()) < len(text(trusted_adult(young)).split())
    assert tree(trusted_adult(young)).xpath("//a/@href") == ["tel:08001111"]
    assert text(trusted_adult(young, "A score.", "Not you.")).startswith("A score. Not you. Or call Childline")


def test_without_a_number_the_note_still_stands(tmp_path):
    held = open_store(write_project(tmp_path, {f"{CATALOGUE}/help.csv": csv_text([help_line(id="other")])}))
    assert "Or call" not in text(trusted_adult(context(held, edition="young-people")))
