"""`plain-language`: planted faults of each kind are found where they stand, and plain pages pass."""

from __future__ import annotations

from macros.checks.context import open_context, with_built_pages
from macros.checks.plain_language import plain_language
from macros.model.finding import Severity
from tests.builders import CATALOGUE, FOLDER, HERE, REPORT, action, assert_plain, csv_text, page, write_project

YOUNG = f"reports/{REPORT}/young-people"
SHORT = "You can say what you think. We will listen to you."
LONG = (
    "You can come to your meeting and say what you think and we will listen, "
    "but you can also send us a letter or a picture."
)
WORDS = {
    f"{CATALOGUE}/words/{name}": (HERE / CATALOGUE / "words" / name).read_text(encoding="utf-8")
    for name in ("easy.txt", "council.txt", "plainer.csv")
}


def found(root, body: str, *, url: str = f"{YOUNG}/one", rendered: str | None = None, changes=None, **meta: str):
    """The findings of a page; it is built as one paragraph a line."""
    write_project(root, WORDS | {f"docs/{url}.md": page(body, **meta)} | dict(changes or {}))
    lines = (rendered if rendered is not None else body).splitlines()
    html = f"<html><body><main>{''.join(f'<p>{line}</p>' for line in lines)}</main></body></html>"
    place = f"{url}/".removesuffix("index/")
    findings = plain_language(with_built_pages(open_context(root), {place: html}))
    for finding in findings:
        assert_plain(finding.message)
    return findings


def kinds(findings) -> list[str]:
    return [one.kind.id for one in findings]


def test_a_plain_page_passes(tmp_path):
    assert found(tmp_path, f"{SHORT}\n\n" * 20) == []


def test_a_long_sentence_is_told_at_its_line_with_a_place_to_split_it(tmp_path):
    (finding,) = found(tmp_path, f"{SHORT}\n\n{LONG}\n")
    assert (finding.kind.id, finding.severity) == ("long-sentence", Severity.STOPS)
    assert finding.place == f"docs/{YOUNG}/one.md:7"
    assert "26 words; 20 are the most" in finding.message
    assert "before “but you can also”" in finding.message


def test_fragments_of_a_list_are_not_one_sentence(tmp_path):
    assert found(tmp_path, "your family\nyour school\n" * 15) == []


def test_twenty_words_pass_for_young_people_and_not_for_the_youngest(tmp_path):
    sentence = "You can come to your meeting and say what you think and we will listen to you that day."
    assert found(tmp_path / "a", sentence) == []
    assert kinds(found(tmp_path / "b", sentence, level="younger")) == ["long-sentence"]


def test_the_formal_edition_is_warned_and_its_summary_sooner(tmp_path):
    assert found(tmp_path / "a", LONG, url=f"reports/{REPORT}/one") == []
    longer = LONG.removesuffix(".") + " so that everybody in the room knows what you want to say."
    (finding,) = found(tmp_path / "b", longer, url=f"reports/{REPORT}/one")
    assert (finding.kind.id, finding.severity) == ("long-formal-sentence", Severity.WARNS)
    assert kinds(found(tmp_path / "c", longer, url=f"reports/{REPORT}/index")) == ["long-formal-sentence"]


def test_a_hard_page_is_told_once(tmp_path):
    sentence = "Multiple participating organisations subsequently reconsidered accommodation arrangements."
    findings = found(tmp_path, f"{sentence}\n\n" * 30)
    assert kinds(findings)[0] == "hard-page"
    assert kinds(findings).count("hard-page") == 1


def test_a_short_page_is_not_judged_by_a_formula(tmp_path):
    assert "hard-page" not in kinds(found(tmp_path, "Organisations reconsidered accommodation arrangements."))


def test_hard_words_are_told_each_once_until_few_are_left(tmp_path):
    findings = found(tmp_path, f"We talk about permanence. And of permanence.\n\n{SHORT}\n")
    assert [(one.kind.id, one.facts["cell"]) for one in findings] == [("hard-word", "permanence")]
    assert found(tmp_path, f"We talk about permanence.\n\n{SHORT}\n{SHORT}\n{SHORT}\n") == []


def test_a_word_of_the_glossary_is_not_hard(tmp_path):
    glossary = csv_text([{"id": "permanence", "word": "permanence", "meaning": "A home for good."}])
    assert found(tmp_path, "We talk about permanence.\n", changes={f"{CATALOGUE}/glossary.csv": glossary}) == []


def test_names_are_not_hard_words(tmp_path):
    assert found(tmp_path, "You can ring the people of Pocklington or of Knaresborough.") == []


def test_an_acronym_needs_the_glossary(tmp_path):
    (finding,) = found(tmp_path / "a", "Your IRO has read your EHCP. The EHCP is yours.")
    assert (finding.kind.id, finding.facts["cell"]) == ("acronym", "EHCP")


def test_a_formal_page_may_spell_an_acronym_out(tmp_path):
    url = f"reports/{REPORT}/one"
    assert (
        found(tmp_path / "a", "The local authority designated officer (LADO) was told. The LADO replied.", url=url)
        == []
    )
    (finding,) = found(tmp_path / "b", "The LADO replied.", url=url)
    assert (finding.kind.id, finding.severity) == ("formal-acronym", Severity.WARNS)


def test_a_percentage_is_not_for_the_youngest(tmp_path):
    assert found(tmp_path / "a", "It was 67% of you.") == []
    assert kinds(found(tmp_path / "b", "It was 67% of you.", level="younger")) == ["percent-for-youngest"]
    assert kinds(found(tmp_path / "c", "It was 67 per cent of you.", level="younger")) == ["percent-for-youngest"]


def test_a_word_of_officials_has_a_plainer_one(tmp_path):
    (finding,) = found(tmp_path, "They met prior to the visit. It was prior to tea.", url=f"reports/{REPORT}/one")
    assert finding.kind.id == "officials-word"
    assert "Say “before”" in finding.message


def test_a_sentence_of_a_csv_file_is_told_there(tmp_path):
    text = LONG.removesuffix(".")
    plan = {f"{FOLDER}/work_plan.csv": csv_text([action(), action(number="2", plain_action=text)])}
    (finding,) = found(tmp_path, '{{ plan("2016-17") }}', rendered=LONG, changes=plan)
    assert finding.place == f"{FOLDER}/work_plan.csv:3"


def test_a_quotation_and_another_language_are_left_alone(tmp_path):
    assert found(tmp_path / "a", "x", rendered=f"<q>{LONG}</q>") != []  # a quotation inside a sentence of ours
    write_project(tmp_path / "b", WORDS | {f"docs/{YOUNG}/one.md": page("x")})
    html = f"<main><blockquote><p>{LONG}</p></blockquote></main>"
    assert plain_language(with_built_pages(open_context(tmp_path / "b"), {f"{YOUNG}/one/": html})) == []
    assert found(tmp_path / "c", LONG, lang="cy") == []


def test_pages_without_words_or_source(tmp_path):
    assert found(tmp_path / "a", "") == []
    write_project(tmp_path / "b")
    assert plain_language(with_built_pages(open_context(tmp_path / "b"), {"elsewhere/": "", "404.html": "<p>x"})) == []


def test_without_word_lists_no_word_is_hard(tmp_path):
    none = dict.fromkeys(WORDS)
    assert kinds(found(tmp_path, f"{LONG}\n\nContingency of permanence.", changes=none)) == ["long-sentence"]


def test_the_word_lists_are_there_with_their_licence():
    easy = WORDS[f"{CATALOGUE}/words/easy.txt"]
    assert len(easy.splitlines()) > 2900
    assert "MIT licence" in easy
    assert "not,say" in WORDS[f"{CATALOGUE}/words/plainer.csv"]
