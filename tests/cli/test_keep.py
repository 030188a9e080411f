"""`keep`: the edition that is public is kept, from a folder that is as it was built."""

from __future__ import annotations

import pytest

from macros.cli.keep import keep, keep_before_correction
from macros.cli.release import correct, release
from macros.datasets.editions import read_editions, wrong_archive
from macros.datasets.store import open_store
from macros.errors import ReportsError
from macros.publishing.manifest import write_manifest
from tests.builders import RELEASE, REPORT, REPORT_FOLDER, assert_plain, settings, write_project


def _site(root, text="one", day=RELEASE):
    site = root / "site"
    for path, content in {
        f"reports/{REPORT}/index.html": text,
        f"data/reports/{REPORT}.csv": f"report,release,x\n{REPORT},{day},1\n",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content)
    write_manifest(site, "", "", "2026-11-28")
    return site


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path)


def _kept(root):
    return read_editions(root, REPORT)[0]


def _refused(root, site):
    with pytest.raises(ReportsError) as refused:
        keep(root, REPORT, site)
    assert_plain(str(refused.value))
    return str(refused.value)


def test_it_is_kept_with_its_checksum(project, capsys):
    assert keep(project, REPORT, _site(project)) == 0
    (one,) = _kept(project)
    assert one.release.isoformat() == RELEASE
    assert wrong_archive(project, one) == ""
    assert "Commit it." in capsys.readouterr().out


def test_until_it_is_replaced_it_may_be_kept_anew(project):
    keep(project, REPORT, _site(project))
    before = _kept(project)
    keep(project, REPORT, _site(project, "two"))
    assert len(_kept(project)) == 1
    assert _kept(project)[0].sha256 != before[0].sha256


def test_once_it_is_replaced_it_stays_as_it_is(project):
    keep(project, REPORT, _site(project))
    correct(project, REPORT, "A slip.", "2026-11-25")
    before = _kept(project)
    keep(project, REPORT, _site(project))  # the same once more is no harm
    assert "has been replaced since" in _refused(project, _site(project, "two"))
    assert _kept(project) == before


def test_a_correction_keeps_it_by_itself(project, capsys):
    _site(project)
    correct(project, REPORT, "A slip.", "2026-11-25")
    assert "The edition that is public now is kept" in capsys.readouterr().out
    assert [one.release.isoformat() for one in _kept(project)] == [RELEASE]


@pytest.mark.parametrize("what", ["no site", "another release", "a changed file"])
def test_a_correction_that_cannot_keep_it_says_how(project, capsys, what):
    if what != "no site":
        site = _site(project, day="2026-11-20" if what == "another release" else RELEASE)
        if what == "a changed file":
            (site / f"reports/{REPORT}/index.html").write_text("changed")
    correct(project, REPORT, "A slip.", "2026-11-25")
    assert f"python -m macros keep {REPORT} --site <folder>" in capsys.readouterr().out
    assert _kept(project) == []


def test_sealing_does_not_wait_for_it(project):
    correct(project, REPORT, "A slip.", "2026-11-25")
    assert release(project, REPORT) == 0


def test_a_draft_has_nothing_to_keep(tmp_path):
    root = write_project(tmp_path, {f"{REPORT_FOLDER}/report.yml": settings(status="draft")})
    store = open_store(root)
    assert keep_before_correction(store, store.report(REPORT)) == ""


def test_a_folder_that_is_not_as_it_was_built_is_refused(project):
    site = _site(project)
    (site / "extra.txt").touch()
    assert "extra.txt is changed, missing or not ours" in _refused(project, site)


def test_a_folder_without_a_manifest_is_refused(project):
    assert "There is no data/manifest.json" in _refused(project, project / "docs")


def test_a_folder_with_a_release_that_is_not_sealed_is_refused(project):
    assert "shows no sealed release" in _refused(project, _site(project, day="2026-11-20"))


def test_a_list_with_a_fault_is_not_written_over(project):
    (project / REPORT_FOLDER / "editions.csv").write_text("release,sha256,why\nsoon,,\n")
    assert "editions.csv:2" in _refused(project, _site(project))
