"""Bad input in report.yml and release.yml: each defect gives its finding, in plain words, and nothing raises."""

from __future__ import annotations

from hashlib import sha256

import pytest

from macros.datasets.reports import RELEASE_SETTINGS, REPORT_SETTINGS
from macros.datasets.store import open_store
from tests.builders import (
    FIGURES,
    FOLDER,
    REPORT,
    REPORT_FOLDER,
    assert_plain,
    release_settings,
    settings,
    write_project,
)
from tests.datasets.findings import found, listed

REPORT_YML = f"{REPORT_FOLDER}/report.yml"
RELEASE_YML = f"{FOLDER}/release.yml"
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n" for before, name in zip("abcde", "bcdef", strict=True)
)
BROKEN: dict[str, tuple[str | bytes, int]] = {
    "empty": ("", 1),
    "tabs": ("id: x\n\tcouncil: york\n", 2),
    "a-list": ("- id\n- council\n", 1),
    "a-word": ("york\n", 1),
    "an-open-bracket": ("id: [york\n", 2),
    "an-unknown-anchor": ("id: *york\n", 1),
    "python-object": ("id: !!python/object/apply:os.system ['true']\n", 1),
    "latin-1": ("title: café\n".encode("latin-1"), 1),
    "utf-16": ("title: x\n".encode("utf-16"), 1),
    "nul-byte": ("title: a\x00b\n", 1),
    "no-such-day": ("title: x\nrelease: 2026-13-45\n", 2),
    "deep": ("title: " + "[" * 900 + "\n", 1),
}


@pytest.mark.parametrize("path", [REPORT_YML, RELEASE_YML])
@pytest.mark.parametrize("name", BROKEN)
def test_broken_yaml_is_found(tmp_path, name, path):
    content, line = BROKEN[name]
    kinds = found(tmp_path, {path: content})
    assert [(kind, where) for kind, where, _ in kinds] == [("bad-yaml", path)]
    if name not in ("deep", "utf-16", "nul-byte", "no-such-day"):  # the reader of YAML gives these no line
        assert kinds[0][2] == line


@pytest.mark.parametrize("setting", REPORT_SETTINGS)
@pytest.mark.parametrize("value", [None, "", "''", "null"])
def test_a_missing_setting_of_a_report_is_found(tmp_path, setting, value):
    assert found(tmp_path, {REPORT_YML: settings(**{setting: value})}) == [("missing-setting", REPORT_YML, 0)]


@pytest.mark.parametrize("setting", RELEASE_SETTINGS)
def test_a_missing_setting_of_a_release_is_found(tmp_path, setting):
    changes = {RELEASE_YML: release_settings(**{setting: None})}
    assert found(tmp_path, changes) == [("missing-setting", RELEASE_YML, 0)]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("id", "york"),
        ("id", "[york-2016-17]"),
        ("council", "yrok"),
        ("council", "[york]"),
        ("title", "[a, b]"),
        ("title", "{a: b}"),
        ("short_title", "[a]"),
        ("young_people", "{a: b}"),
        ("council_group", "[a]"),
        ("period", "2016/17"),
        ("period", "2016-18"),
        ("period", "[2016-17]"),
        ("status", "live"),
        ("status", "Published"),
        ("status", "[published]"),
        ("status", "true"),
        ("release", "soon"),
        ("release", "21/11/2026"),
        ("release", "2026-11-21 10:00:00"),
        ("release", "../2026-11-21"),
        ("comparators", "north"),
        ("comparators", "[north, england]"),
        ("comparators", "{region: nowhere}"),
        ("comparators", "{nation: [england]}"),
        ("printed", "the printed report"),
    ],
)
def test_a_wrong_setting_of_a_report_is_found(tmp_path, setting, value):
    store = open_store(write_project(tmp_path, {REPORT_YML: settings(**{setting: value})}))
    assert listed(store) == [("bad-setting", REPORT_YML, 0)]
    assert setting in store.findings[0].message or setting == "comparators"


@pytest.mark.parametrize("setting", ["comparators", "printed", "council_group"])
def test_a_setting_that_may_be_left_out(tmp_path, setting):
    assert found(tmp_path, {REPORT_YML: settings(**{setting: None})}) == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("observations", "figures.csv"),
        ("observations", "5"),
        ("observations", "{figures: x}"),
        ("observations", "[../../../x.csv]"),
        ("observations", "[/etc/passwd]"),
        ("observations", "[sub/../../x.csv]"),
        ("why", "[a]"),
        ("report", "another-report"),
        ("date", "2020-01-01"),
        ("checksums", "none"),
        ("checksums", "[a]"),
        ("checksums", "''"),
        ("checksums", "{figures.csv: 5}"),
        ("checksums", "{5: x, figures.csv: y}"),
        ("date", "2026-11-21 10:00:00"),
    ],
)
def test_a_wrong_setting_of_a_release_is_found(tmp_path, setting, value):
    kinds = found(tmp_path, {RELEASE_YML: release_settings(**{setting: value})})
    assert kinds == [("bad-setting", RELEASE_YML, 0)]


def test_a_file_outside_the_project_is_never_read(tmp_path):
    (tmp_path / "x.csv").write_text("secret,words\n1,2\n", encoding="utf-8")
    root = tmp_path / "project"
    root.mkdir()
    changes = {RELEASE_YML: release_settings(observations="[../../../../../x.csv]")}
    store = open_store(write_project(root, changes))
    assert store.findings
    assert not any("secret" in finding.message for finding in store.findings)


def test_a_release_that_names_a_missing_file(tmp_path):
    changes = {RELEASE_YML: release_settings(observations="[figures.csv, gone.csv]")}
    assert found(tmp_path, changes) == [("missing-file", f"{FOLDER}/gone.csv", 0)]


def test_a_report_without_its_release(tmp_path):
    assert found(tmp_path, {REPORT_YML: settings(release="2027-01-01")}) == [
        ("missing-file", f"{REPORT_FOLDER}/2027-01-01/release.yml", 0)
    ]


def test_a_folder_in_place_of_the_settings(tmp_path):
    write_project(tmp_path, {REPORT_YML: None})
    (tmp_path / REPORT_YML).mkdir()
    assert [kind for kind, _, _ in listed(open_store(tmp_path))] == ["bad-yaml"]


def test_a_billion_laughs_are_not_laughed(tmp_path):
    kinds = found(tmp_path, {REPORT_YML: LAUGHS + settings(title="*f")})
    assert kinds == [("aliases", REPORT_YML, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "a: !!timestamp soon", "a: !!int ''", "a: !!bool maybe", "a: !!float x", f"a: {'9' * 5000}",
        "a: 2016-02-30 10:00:00", "a: 2016-01-01 00:00:00 +99:99", "? [a]\n: b", "? {a: b}\n: c", "a: &a [*a]",
        "- " * 500 + "x", "a: " + "{b: " * 100 + "}" * 100, 'a: "\\uD800"',
        "%YAML 9.9\n---\na: b", "---\na: b\n---\nc: d",
    ],
)  # fmt: skip
def test_no_yaml_raises(tmp_path, text):
    """A few of these are well, and lack settings; none is an error, and each is told in plain words."""
    assert {path for _, path, _ in found(tmp_path, {REPORT_YML: text})} == {REPORT_YML}


def test_a_character_that_cannot_be_seen_is_found_in_a_setting(tmp_path):
    assert found(tmp_path, {REPORT_YML: settings(title='"a\\e[31mb"')}) == [("bad-setting", REPORT_YML, 0)]


def test_every_wrong_setting_is_told_at_once(tmp_path):
    store = open_store(write_project(tmp_path, {REPORT_YML: settings(status="live", title="[a]", council="yrok")}))
    assert listed(store) == [("bad-setting", REPORT_YML, 0)] * 3


def test_a_wrong_comparator_is_told_with_its_value(tmp_path):
    store = open_store(write_project(tmp_path, {REPORT_YML: settings(comparators="{region: nowhere}")}))
    assert "The setting 'comparators: region' is 'nowhere'. There is no area called" in store.findings[0].message


@pytest.mark.parametrize(("value", "told"), [("[a, b]", "a list"), ("{a: b}", "a group of settings"), ("5", "'5'")])
def test_a_wrong_value_is_told_as_an_author_would_say_it(tmp_path, value, told):
    store = open_store(write_project(tmp_path, {REPORT_YML: settings(title=value)}))
    assert store.findings[0].message.startswith(f"The setting 'title' is {told}. ")


def test_a_wrongly_named_file_is_left_out_and_the_others_are_read(tmp_path):
    changes = {RELEASE_YML: release_settings(observations="[figures.csv, ../x.csv, 5, figures.csv]")}
    store = open_store(write_project(tmp_path, changes))
    assert listed(store) == [("bad-setting", RELEASE_YML, 0)] * 3
    assert store.release(REPORT).observations


def test_a_link_that_leads_out_of_the_project_is_never_followed(tmp_path):
    (tmp_path / "x.csv").write_text("secret,words\n1,2\n", encoding="utf-8")
    root = tmp_path / "project"
    root.mkdir()
    write_project(root, {FIGURES: None, RELEASE_YML: release_settings()})
    (root / FIGURES).symlink_to(tmp_path / "x.csv")
    store = open_store(root)
    assert listed(store) == [("missing-file", FIGURES, 0)]
    assert "link" in store.findings[0].message


# ---------------------------------------------------------------- published means fixed


def frozen(root, names=("figures.csv", "known_issues.csv", "recommendations.csv", "work_plan.csv")):
    """The default project with the checksums of its release."""
    write_project(root)
    sums = "".join(f"  {name}: {sha256((root / FOLDER / name).read_bytes()).hexdigest()}\n" for name in names)
    (root / RELEASE_YML).write_text(f"{release_settings()}checksums:\n{sums}", encoding="utf-8")
    return root


def test_a_release_as_it_was_published(tmp_path):
    assert listed(open_store(frozen(tmp_path))) == []


@pytest.mark.parametrize("name", ["figures.csv", "known_issues.csv"])
def test_a_changed_byte_is_found(tmp_path, name):
    path = frozen(tmp_path) / FOLDER / name
    path.write_bytes(path.read_bytes().replace(b"67", b"76", 1))
    store = open_store(tmp_path)
    assert listed(store) == [("release-changed", f"{FOLDER}/{name}", 0)]
    assert "its bytes changed" in store.findings[0].message


def test_a_windows_line_end_is_a_changed_byte(tmp_path):
    path = frozen(tmp_path) / FIGURES
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert ("release-changed", FIGURES, 0) in listed(open_store(tmp_path))


def test_a_file_that_is_gone_is_found(tmp_path):
    (frozen(tmp_path) / FOLDER / "work_plan.csv").unlink()
    assert listed(open_store(tmp_path)) == [("release-changed", f"{FOLDER}/work_plan.csv", 0)]


def test_a_file_that_was_added_is_found(tmp_path):
    (frozen(tmp_path) / FOLDER / "more.csv").write_text("a\n1\n", encoding="utf-8")
    store = open_store(tmp_path)
    assert listed(store) == [("release-changed", f"{FOLDER}/more.csv", 0)]
    assert_plain(store.findings[0].message)


def test_checksums_that_are_empty_are_not_left_out(tmp_path):
    changes = {RELEASE_YML: f"{release_settings()}checksums:\n"}
    assert found(tmp_path, changes) == [("bad-setting", RELEASE_YML, 0)]


@pytest.mark.parametrize("value", ["'true'", "yes please", "1", "[true]", "{on: true}"])
def test_leaving_quickly_is_on_or_off(tmp_path, value):
    assert found(tmp_path, {REPORT_YML: settings(leave_quickly=value)}) == [("bad-setting", REPORT_YML, 0)]


@pytest.mark.parametrize(("value", "on"), [("true", True), ("yes", True), ("false", False), (None, False)])
def test_leaving_quickly_is_off_unless_it_is_asked_for(tmp_path, value, on):
    store = open_store(write_project(tmp_path, {REPORT_YML: settings(leave_quickly=value)}))
    assert store.report(REPORT).leave_quickly is on


@pytest.mark.parametrize("value", ["7", "[a]"])
def test_a_folder_of_drawings_is_a_text(tmp_path, value):
    assert found(tmp_path, {REPORT_YML: settings(pictures=value)}) == [("bad-setting", REPORT_YML, 0)]
