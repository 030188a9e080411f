"""Mistakes that authors make, planted one by one in a sound project: each gives one finding that names file, line and
remedy, and no other; none is a traceback, none passes in silence."""

from __future__ import annotations

import pytest

from macros import checks
from macros.datasets.store import open_store
from macros.publishing.built_pages import read_built_page
from tests.builders import (
    CATALOGUE,
    FIGURES,
    FOLDER,
    REPORT,
    action,
    assert_plain,
    build,
    csv_text,
    issue,
    observation,
    observations,
    page,
    release_settings,
    settings,
    write_project,
    write_site,
)  # fmt: skip

PAGE = f"docs/reports/{REPORT}/one.md"
SETTINGS = f"data/reports/{REPORT}/report.yml"
RELEASE = f"{FOLDER}/release.yml"


def row(**changes):
    return observations(observation(**changes))


# what is planted: file, its text, the kind that finds it, its line, a part of the remedy
PLANTED = [
    (PAGE, page("There were 9999 children.\n"), "typed-number", 5, "ask for it with a macro"),
    (PAGE, page("# A\n\nNearly a third were late.\n"), "typed-number", 7, "declare it below `literals:`"),
    (PAGE, page("A\n", meets="[A99]"), "unknown-duty", 1, "For instance: A1."),
    (PAGE, page("A\n", other_voice="reports/none.md"), "missing-other-voice", 1, "there is no such page"),
    (PAGE, "---\ntitle: [\n---\nA\n", "bad-yaml", 3, "cannot be read as YAML"),
    (PAGE, page("A\n", figure="x"), "shadowed-macro", 1, "Use another name."),
    (PAGE, page("A\n", literals="[six weeks]"), "literals-unexplained", 1, "must give each text its reason"),
    (PAGE, page('<div class="tv-prompt" markdown>\n\nWrite: it.\n\n</div>\n'), "prompt-left", 5, "take the box away"),
    (PAGE, "A page without front matter\n", "no-other-voice", 1, "Add a line `other_voice:`"),
    (FIGURES, "", "empty-file", 1, "Its first line must name the columns"),
    (FIGURES, row(value="67%"), "not-a-number", 2, "no %, no thousands separator"),
    (FIGURES, row(value="1,202"), "not-a-number", 2, "no thousands separator"),
    (FIGURES, row(value="1202").replace("1202", "1,202"), "ragged-row", 2, "needs quotation marks"),
    (FIGURES, row(value=""), "unexplained-blank", 2, "Use c (too few to show)"),
    (FIGURES, row(status="?"), "unknown-status", 2, "Use one of"),
    (FIGURES, row(period="2016/17"), "bad-period", 2, "Write 2016-17"),
    (FIGURES, row(period="2061-62"), "period-out-of-range", 2, "Mend it, or explain it"),
    (FIGURES, row(indicator="on_tme_pct"), "unknown-code", 2, "on_time_pct"),
    (FIGURES, row(area="yorkk"), "unknown-code", 2, "york"),
    (FIGURES, row(note="=1+1"), "formula", 2, "Begin the text with a letter"),
    (FIGURES, row(note="<b>x</b>"), "html-in-text", 2, "Write plain words"),
    (FIGURES, observations(observation(), observation()), "duplicate-key", 3, "stands once"),
    (FIGURES, row(numerator="6", denominator="10", value="70", source="Table 8"), "share-of-base", 2, "or explain it"),
    (FIGURES, row(numerator="6", denominator="0"), "impossible-share", 2, "leave it empty"),
    (SETTINGS, settings(status="ready"), "bad-setting", 0, "Use one of: draft, for-panel, approved, published."),
    (SETTINGS, settings(period="2016-18"), "bad-setting", 0, "2016-17"),
    (SETTINGS, settings(council="yorq"), "bad-setting", 0, "york"),
    (SETTINGS, settings(not_met="{A7: No.}"), "unknown-duty-of-report", 0, "A1"),
    (SETTINGS, settings(approvals="[{body: Young Voice}]"), "approval-date", 0, "Write it, or say below"),
    (SETTINGS, settings(approvals="[{body: Board, source: x}]"), "approval-body", 0, "For instance: Corporate"),
    (SETTINGS, settings(dates="{published: 2999-01-01}"), "status-date", 0, "has not come yet"),
    (SETTINGS, settings(dates=None), "status-date-missing", 0, "Add the line `published: "),
    (f"{CATALOGUE}/redirects.csv", "old,new\n/a/,b/\n", "redirect", 2, "Leave the / out"),
    (RELEASE, release_settings(observations="[figures.csv, ../x.csv]"), "bad-setting", 0, "the release's own folder"),
    (RELEASE, release_settings(date="2026-11-22"), "bad-setting", 0, "It must be the folder's date"),
    (f"{FOLDER}/work_plan.csv", csv_text([action(state="finished")]), "bad-catalogue-value", 2, "is not one of"),
    (f"{FOLDER}/relations.csv", "rule,result,parts,note\nsum,cla_m,on_time_pct,x\n", "bad-relation", 2, "slip"),
    (f"{FOLDER}/claims.csv", "source,claim,result,against,amount,note\np,grew,cla_n,,,x\n", "bad-claim", 2, "use one"),
    (f"{FOLDER}/labels.csv", "source,kind,printed,means,note\nTable 1,year,1,2016-17,\n", "bad-label", 2, "use one of"),
    (f"{FOLDER}/outline.csv", "kind,number,about,source\nchapter,1,a,\n", "bad-outline", 2, "use one of"),
    (f"{CATALOGUE}/help.csv", None, "missing-file", 0, ""),
]  # fmt: skip
# what follows from a fault of the same file, and is told with it
_WITH = {"left-out", "release-unsealed", "duty-not-met", "duty-without-figure", "duty-met-and-not", "no-other-voice"}


@pytest.mark.parametrize(
    ("path", "text", "kind", "line", "remedy"), PLANTED, ids=[f"{one[2]}-{at}" for at, one in enumerate(PLANTED)]
)
def test_a_planted_mistake_is_told_once_with_its_place_and_its_remedy(tmp_path, path, text, kind, line, remedy):
    root = write_project(tmp_path, {path: text})
    found = [one for one in checks.run(root) if one.kind.id not in _WITH - {kind}]
    assert [one.kind.id for one in found] == [kind], [one.message for one in found]
    (finding,) = found
    assert (finding.path, finding.line) == (path, line)
    assert remedy in finding.message
    assert_plain(finding.message)


IN_MACROS = [
    ('{{ figure("on_tme_pct") }}', "on_time_pct"),
    ('{{ figure("on_time_pct", period="2016-17 Q5") }}', "There are figures for"),
    ('{{ figure("seen_pct") }}', "Say which"),
    ('{{ figure("on_time_pct", form="roman") }}', "Use one of"),
    ('{{ chart("on_time_pct", by="moon") }}', "Use one of"),
    ('{{ table(source="Table 99") }}', "The nearest are"),
    ('{{ picture("cla_by_sex", "of you") }}', "figure()"),
    ('{{ plan("2030-31") }}', "There is"),
    ('{{ word("irq") }}', "iro"),
    ('{{ figuer("on_time_pct") }}', "The nearest are: figure."),
    ('{{ figure("on_time_pct) }}', "Check quotation marks and brackets"),
    ("{{ figure }} {{ nothing }}", "There is no macro"),
]


@pytest.mark.slow
def test_each_mistake_in_a_macro_is_told_with_its_line(tmp_path):
    pages = {f"m{at}.md": page(f"# A\n\nText before.\n\n{text}\n") for at, (text, _) in enumerate(IN_MACROS)}
    built = build(write_site(tmp_path, {"index.md": page("# A\n"), **pages}))
    assert built.code == 1
    for at, (text, remedy) in enumerate(IN_MACROS):
        place = f"reports/{REPORT}/m{at}/"
        mistakes = read_built_page(tmp_path, place, built.html(place.rstrip("/"))).mistakes
        assert mistakes, f"{text} passed in silence"
        assert mistakes[0].path == f"docs/reports/{REPORT}/m{at}.md"
        assert mistakes[0].line == 9, text
        assert any(remedy in one.message for one in mistakes), [one.message for one in mistakes]
        for one in mistakes:
            assert_plain(one.message)


def test_the_project_they_are_planted_in_is_sound(tmp_path):
    root = write_project(tmp_path)
    assert checks.run(root) == []
    assert open_store(root).findings == ()
    assert issue()  # its known issue is one of a sound release
