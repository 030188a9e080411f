"""`preferred-words`: the words of the list are found as they are used, and not where they are another's."""

from __future__ import annotations

import pytest

from macros.checks.context import open_context, with_built_pages
from macros.checks.plain_names import plain_names
from macros.checks.preferred_words import preferred_words
from macros.model.finding import Severity
from tests.builders import CATALOGUE, REPORT, assert_plain, code, csv_text, indicator, page, write_project

YOUNG, FORMAL = f"reports/{REPORT}/young-people/one", f"reports/{REPORT}/one"
TERMS = f"{CATALOGUE}/terms.csv"


def term(not_: str, say: str, edition: str = "", **changes: str) -> dict[str, str]:
    return {"area": "", "not": not_, "say": say, "edition": edition, "except": "", "note": ""} | changes


LIST = [
    term("LAC", "children in care", "both", note="It sounds like lack."),
    term("placement", "home", **{"except": "placement order; placement plan"}),
    term("looked after children", "children in care", "both"),
    term("abscond", "run away", "both"),
]


def found(root, body: str, *, url: str = YOUNG, html: str | None = None, terms=LIST):
    write_project(root, {f"docs/{url}.md": page(body), TERMS: csv_text(terms)})
    built = f"<html><body><main>{html or f'<p>{body}</p>'}</main></body></html>"
    findings = preferred_words(with_built_pages(open_context(root), {f"{url}/": built}))
    for finding in findings:
        assert_plain(finding.message)
    return findings


def words(findings) -> list[str]:
    return [str(one.facts["cell"]) for one in findings]


def test_a_word_is_told_once_at_its_line_with_the_word_to_use(tmp_path):
    (finding,) = found(tmp_path, "A good day.\n\nYour placement is new. Placements can change.")
    assert (finding.kind.id, finding.severity) == ("word-not-wanted", Severity.STOPS)
    assert finding.place == f"docs/{YOUNG}.md:7"
    assert "Say “home”." in finding.message
    assert finding.message.endswith("1 more on this page.")


@pytest.mark.parametrize(
    "text",
    [
        "Looked after children came.",
        "Looked-after children came.",
        "LACs",
        "(LAC)",
        "LAC.",
        "Some abscond.",
        "“Yes.” LAC",
    ],
)
def test_the_forms_of_a_word(tmp_path, text):
    assert len(found(tmp_path, text)) == 1


@pytest.mark.parametrize(
    "text",
    ["A lack of lace.", "Replacement workers.", "A placement order was made.", "Placement plans are kept.",
     "She said “my placement broke down”.",
     'She said "my placement".',
     "He said \u2018it isn\u2019t my placement\u2019 to us.",
     "The Care Planning, Placement and Case Review (England) Regulations 2010 say so.",
     "You are looked after well by the children."],
)  # fmt: skip
def test_what_is_not_the_word(tmp_path, text):
    assert found(tmp_path, text) == []


def test_quotations_are_somebody_elses_words(tmp_path):
    html = (
        "<blockquote><p>My placement.</p></blockquote><section class='tv-quote'><p>placement</p></section>"
        "<div class='tv-voices'><p>placement</p></div><dl><dt>placement</dt><dd>Where you live.</dd></dl>"
    )
    assert found(tmp_path, "x", html=html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<img alt="A placement">',
        "<table><caption>Placements</caption></table>",
        "<table><tr><th>Placement</th></tr></table>",
        "<figure><figcaption>Placements rose</figcaption></figure>",
        '<svg role="img" aria-label="Placements rose"></svg>',
        "<svg><title>Placements</title><text>x</text></svg>",
        "<svg><text><tspan>Placements</tspan></text></svg>",
    ],
)
def test_captions_charts_and_alternative_texts_are_read(tmp_path, html):
    assert len(found(tmp_path, "x", html=html)) == 1


def test_the_formal_edition_has_the_words_of_both_and_is_warned(tmp_path):
    (finding,) = found(tmp_path, "Placements of LAC.", url=FORMAL)
    assert (finding.kind.id, finding.severity) == ("formal-word-not-wanted", Severity.WARNS)
    assert finding.facts["cell"] == "LAC"
    assert "It sounds like lack." in finding.message


def test_the_legal_term_may_follow_once_in_brackets(tmp_path):
    text = "Children in care (looked after children) came."
    assert found(tmp_path / "a", text, url=FORMAL) == []
    assert len(found(tmp_path / "b", f"{text} Others (looked after children) did not.", url=FORMAL)) == 1
    assert len(found(tmp_path / "c", text, url=YOUNG)) == 1


def test_a_councils_own_row_wins(tmp_path):
    own = term("LAC", "young people in care", area="york", edition="both")
    (finding,) = found(tmp_path / "a", "LAC", terms=[own, *LIST])
    assert finding.facts["say"] == "young people in care"
    other = term("LAC", "young people in care", area="leeds", edition="both")
    assert found(tmp_path / "b", "LAC", terms=[*LIST, other])[0].facts["say"] == "children in care"


def test_a_council_may_be_content_with_a_word(tmp_path):
    assert found(tmp_path, "Your placement", terms=[*LIST, term("placement", "placement", area="york")]) == []


def test_a_list_without_the_newer_columns(tmp_path):
    rows = [{"area": "", "not": "LAC", "say": "in care", "note": ""}]
    assert len(found(tmp_path / "a", "LAC", terms=rows)) == 1
    assert found(tmp_path / "b", "LAC", terms=rows, url=FORMAL) == []


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (term("LAC", ""), "empty-cell"),
        (term("", "x"), "empty-cell"),
        (term("LAC", "x", "formal"), "bad-catalogue-value"),
        (term("LAC", "x", area="mars"), "unknown-code"),
    ],
)
def test_a_row_that_cannot_be_used(tmp_path, row, kind):
    write_project(tmp_path, {TERMS: csv_text([row, term("abscond", "run away")])})
    context = open_context(tmp_path)
    (finding,) = context.store.findings
    assert (finding.kind.id, finding.path, finding.line) == (kind, TERMS, 2)
    assert_plain(finding.message)


def test_letters_that_mean_something_in_a_pattern(tmp_path):
    assert found(tmp_path, "LAC (x", terms=[term("a.*(b[", "c")]) == []


def test_plain_names_are_read_in_the_catalogue(tmp_path):
    changes = {
        TERMS: csv_text(LIST),
        f"{CATALOGUE}/indicators.csv": csv_text([indicator(), indicator(id="two", plain_name="Your placement")]),
        f"{CATALOGUE}/codes/sex.csv": csv_text([code("male", 1, plain_label="LAC"), code("total", 2)]),
        f"{CATALOGUE}/glossary.csv": csv_text([{"id": "a", "word": "placement", "meaning": "Where you live."}]),
    }
    findings = plain_names(open_context(write_project(tmp_path, changes)))
    assert [(one.place, one.facts["cell"]) for one in findings] == [
        (f"{CATALOGUE}/indicators.csv:3", "placement"),
        (f"{CATALOGUE}/codes/sex.csv:2", "LAC"),
    ]
