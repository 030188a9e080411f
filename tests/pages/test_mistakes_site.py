"""Authors' mistakes: each is one warning with its file and line, all of all pages in one run, no traceback anywhere."""

from __future__ import annotations

import re

import pytest

from tests.builders import REPORT, assert_plain, build_by_command, page, write_site

FIRST = 5  # the line of the file on which the text of `page()` begins
MISTAKES = {
    "unknown-macro": ('{{ figuer("on_time_pct") }}', "figure"),
    "unknown-name": ("{{ on_time_pct }}", "on_time_pct"),
    "unknown-name-with-a-part": ("{{ council.name }}", "council"),
    "unknown-name-in-a-loop": ("{% for one in nothing %}{{ one }}{% endfor %}", "nothing"),
    "unknown-name-in-a-question": ("{% if nothing %}x{% endif %}", "nothing"),
    "unknown-filter": ('{{ "x" | shout }}', "shout"),
    "unknown-indicator": ('{{ figure("on_tme_pct") }}', "on_time_pct"),
    "bad-period": ('{{ figure("on_time_pct", period="2016-17 Q5") }}', "2016-17 Q4"),
    "period-not-held": ('{{ figure("on_time_pct", period="2001-02") }}', "2015-16"),
    "wrong-parameter": ('{{ figure("on_time_pct", perod="2016-17") }}', "perod"),
    "wrong-parameter-of-a-table": ('{{ table(sorce="Table 5") }}', "sorce"),
    "wrong-parameter-of-a-plan": ('{{ plan("2016-17", aims="x") }}', "aims"),
    "no-parameter": ("{{ figure() }}", "figure()"),
    "too-many-parameters": ('{{ recommendations("a", "b") }}', "recommendations()"),
    "a-number-for-a-name": ("{{ figure(5) }}", "5"),
    "wrong-form": ('{{ figure("on_time_pct", form="big") }}', "out of 10"),
    "ambiguous": ('{{ figure("caseload_avg") }}', "para 7.1"),
    "printed-without-a-number": ('{{ figure("pep_pct") }}', "Table 18"),
    "no-earlier-figure": ('{{ change("cla_by_sex", period="2015-16") }}', "2016-17"),
    "no-target": ('{{ versus("seen_pct", seen="seen") }}', "on_time_pct"),
    "nothing-to-compare-with": ('{{ versus("on_time_pct", "mars") }}', "mars"),
    "unknown-place": ('{{ table(source="Table 55") }}', "Table 5"),
    "table-of-nothing": ("{{ table() }}", "table()"),
    "rows-of-nothing": ('{{ table(source="Table 5", rows="month") }}', "month"),
    "chart-by-nothing": ('{{ chart("on_time_pct", by="month") }}', "quarter"),
    "chart-of-no-kind": ('{{ chart("on_time_pct", kind="pie") }}', "columns"),
    "picture-of-a-count": ('{{ picture("cla_by_sex", "of you.") }}', "percentage"),
    "picture-out-of-seven": ('{{ picture("on_time_pct", "of you.", of=7) }}', "of=10"),
    "headlines-of-nothing": ("{{ headlines() }}", "headlines()"),
    "unknown-plan": ('{{ plan("1999-00") }}', "2016-17"),
    "unknown-state": ('{{ plan("2016-17", state="soon") }}', "under-way"),
    "plan-of-a-page-s-title": ('{{ plan("2016-17", level=1) }}', "from 2 to 6"),
    "plan-of-no-level": ('{{ plan("2016-17", level="deep") }}', "from 2 to 6"),
    "voices-of-nothing": ("{{ voices() }}", "voices()"),
    "unknown-word": ('{{ word("irq") }}', "iro"),
    "unclosed-call": ("{{ figure( }}", "curly brackets"),
    "unclosed-quote": ('{{ figure("on_time_pct) }}', "curly brackets"),
    "unclosed-question": ("{% if true %}", "curly brackets"),
    "heading-id-as-a-comment": ("## Heading {#id}", "curly brackets"),
    "sum-that-cannot-be": ("{{ 1 / 0 }}", "zero"),
    "block-in-a-heading": ('## {{ table(source="Table 5") }}', "line of its own"),
    "hostile-name": ('{{ figure("<script>alert(1)</script>") }}', "no indicator called"),
    "markdown-in-a-name": ('{{ figure("**x** [y](z) `w`") }}', "no indicator called"),
}
PLACES = {  # a mistake where a page stands somewhere special: path, text, line, what it says
    "loose.md": (page("{{ figure('on_time_pct') }}\n"), FIRST, "does not say which report"),
    "no-front-matter.md": ("One\n\n{{ figuer('x') }}\n", 3, "figure"),
    "blank-lines.md": ("---\ntitle: x\n---\n\n\n\n{{ figuer('x') }}\n", 7, "figure"),
    "windows.md": (page("# A\n\n{{ figuer('x') }}\n").replace("\n", "\r\n"), FIRST + 2, "figure"),
    "no-title.md": ("{{ figuer('x') }}", 1, "figure"),
    f"reports/{REPORT}/report.md": (page("{{ figure('on_time_pct') }}\n", report="york-2017"), FIRST + 1, REPORT),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """One build of a site in which every page but two has one mistake."""
    root = tmp_path_factory.mktemp("site")
    pages = {f"{name}.md": page(f"# A\n\n{text}\n\nLast words.\n") for name, (text, _) in MISTAKES.items()}
    pages["two.md"] = page("{{ figuer('x') }}\n\n{{ figure('on_time_pct') }}\n\n{{ figure('y') }} {{ figure('z') }}\n")
    pages["good.md"] = page("{{ figure('on_time_pct') }}\n")
    others = {f"docs/{path}": text for path, (text, _, _) in PLACES.items()}
    code, output = build_by_command(write_site(root, pages, others))
    found = re.findall(r"^WARNING +-  (.*(?:\n(?!\w+ +-  |\n).*)*)", output, re.MULTILINE)
    warnings = [warning.strip() for warning in found]
    return root, code, output, warnings


def warnings_of(run, path: str) -> list[str]:
    return [warning for warning in run[3] if path in warning]


def test_the_build_fails_and_says_how_many_mistakes_there_are(run):
    _, code, output, warnings = run
    assert code == 1
    assert f"Aborted with {len(warnings)} warnings in strict mode" in output


def test_no_warning_is_of_anything_else(run):
    assert [warning for warning in run[3] if not warning.startswith("docs/")] == []


def test_nobody_sees_a_traceback(run):
    root, _, output, _ = run
    assert "Traceback" not in output
    assert 'File "' not in output
    for path in (root / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Traceback" not in text, path
        assert "Macro Rendering Error" not in text, path
        assert "Macro Syntax Error" not in text, path


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_is_one_warning_with_its_line_and_its_remedy(run, name):
    place = f"docs/reports/{REPORT}/{name}.md"
    (warning,) = warnings_of(run, place)
    line = FIRST + 2
    if name == "unclosed-question":  # found missing at the end
        assert re.match(rf"{re.escape(place)}:\d+: ", warning)
    else:
        assert warning.startswith(f"{place}:{line}: ")
    assert MISTAKES[name][1] in warning
    assert_plain(warning)


@pytest.mark.parametrize("path", PLACES)
def test_each_mistake_is_found_wherever_its_page_stands(run, path):
    _, line, says = PLACES[path]
    (warning,) = warnings_of(run, f"docs/{path}")
    assert warning.startswith(f"docs/{path}:{line}: ")
    assert says in warning
    assert_plain(warning)


def test_every_mistake_of_a_page_is_told(run):
    places = [warning.split(": ")[0] for warning in warnings_of(run, "/two.md")]
    assert places == [f"docs/reports/{REPORT}/two.md:{line}" for line in (5, 9, 9)]


def test_a_page_without_a_mistake_is_not_named(run):
    assert warnings_of(run, "/good.md") == []


@pytest.mark.parametrize("name", MISTAKES)
def test_the_author_sees_the_mistake_in_its_place(run, name):
    text = (run[0] / f"site/reports/{REPORT}/{name}/index.html").read_text(encoding="utf-8")
    assert text.count("data-macro-error=") == 1
    assert "<script>alert(1)" not in text
    assert "{{" not in text
    if name not in ("unclosed-call", "unclosed-quote", "unclosed-question", "heading-id-as-a-comment", "unknown-filter",
                    "sum-that-cannot-be", "unknown-name-in-a-loop", "unknown-name-in-a-question"):  # fmt: skip
        assert "Last words." in text


def test_the_mistakes_are_published_as_findings(run):
    import json

    root = run[0]
    findings = json.loads((root / "site/data/findings.json").read_text(encoding="utf-8"))
    told = {(one["path"], one["line"]) for one in findings if one["check"] == "macros"}
    warned = set(re.findall(r"^(docs/\S+\.md):(\d+): ", "\n".join(run[3]), re.MULTILINE))
    assert {(path, str(line)) for path, line in told} == warned


def test_an_unknown_edition_is_a_mistake_like_any_other(tmp_path):
    wrong = page("{{ figure('on_time_pct') }}\n", edition="grown-ups")
    pages = {"edition.md": wrong, "two.md": page("{{ figuer('x') }}\n")}
    code, output = build_by_command(write_site(tmp_path, pages))
    assert code == 1
    assert "Traceback" not in output
    (warning,) = re.findall(rf"WARNING +-  docs/reports/{REPORT}/edition\.md:{FIRST + 1}: (.*)", output)
    assert "grown-ups" in warning
    assert "docs/reports/york-2016-17/two.md:5: " in output
