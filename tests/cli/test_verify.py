"""A deployed folder is proved to be what the repository builds, or what differs is named."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.cli import verify as verifying
from macros.cli.main import main
from macros.publishing import manifest as listing
from tests.builders import page, write_site

ADDRESS = "https://reports.example/"
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "built"
    for name in ("index.html", "data/a.csv", "hosting/apache.conf"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(f"{name}\n", encoding="utf-8", newline="\n")
    listing.write_manifest(made, "", ADDRESS, "2026-11-28")
    return made


@pytest.fixture
def deployed(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the site; the repository builds the site again as it was."""
    monkeypatch.setattr(verifying, "_build", lambda sources, again, manifest: shutil.copytree(site, again))
    return Path(shutil.copytree(site, tmp_path / "deployed"))


def test_the_same_is_0(deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verifying.verify(tmp_path, deployed) == verifying.SAME
    assert "All 3 files are, byte for byte, what the repository builds." in capsys.readouterr().out


def test_what_differs_is_named(deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (deployed / "index.html").write_text("index.htmX\n", encoding="utf-8", newline="\n")
    (deployed / "data/a.csv").unlink()
    (deployed / "minutes.docx").touch()
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    said = capsys.readouterr().out
    for line in ("changed: index.html", "missing: data/a.csv", "extra: minutes.docx"):
        assert said.count(line) == 1


def test_a_folder_that_agrees_with_itself_alone_differs(
    deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (deployed / "index.html").write_text("forged\n", encoding="utf-8")
    listing.renew_manifest(deployed)
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    said = capsys.readouterr().out
    assert "its own manifest says:" not in said
    assert "It is not what the repository builds:\n  changed: index.html" in said


def test_every_byte_of_the_manifest_counts(deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = deployed / listing.FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"about": "', '"about": "Buy now! '), encoding="utf-8")
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    assert "changed: data/manifest.json" in capsys.readouterr().out


def test_the_servers_own_rules_may_be_copied_to_the_top(deployed: Path, tmp_path: Path) -> None:
    shutil.copy(deployed / "hosting/apache.conf", deployed / ".htaccess")
    assert verifying.verify(tmp_path, deployed) == verifying.SAME


def test_what_a_host_needs_is_no_part_of_the_site(
    deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (".nojekyll", ".git/HEAD", "CNAME", "previews/pr-7/index.html"):
        (deployed / name).parent.mkdir(parents=True, exist_ok=True)
        (deployed / name).touch()
    assert verifying.verify(tmp_path, deployed) == verifying.SAME
    assert "Not looked at: 1 files in previews/" in capsys.readouterr().out
    (deployed / ".nojekyll").write_text("something")
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    assert "extra: .nojekyll" in capsys.readouterr().out


def test_other_rules_are_named(deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (deployed / ".htaccess").write_text("Redirect / https://elsewhere.example/\n")
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    assert "extra: .htaccess" in capsys.readouterr().out


def test_of_many_the_rest_is_counted(deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(60):
        (deployed / f"{number}.txt").touch()
    assert verifying.verify(tmp_path, deployed) == verifying.DIFFERS
    assert "… and 10 more that are extra" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["nothing", "a file", "no manifest", "a broken manifest", "an unknown commit"])
def test_what_cannot_be_told_is_2(
    deployed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    place = {"nothing": tmp_path / "gone", "a file": deployed / "index.html"}.get(what, deployed)
    if what == "no manifest":
        (deployed / listing.FILE).unlink()
    elif what == "a broken manifest":
        (deployed / listing.FILE).write_text("{")
    elif what == "an unknown commit":
        listing.write_manifest(deployed, "a" * 40, ADDRESS, "2026-11-28")
    assert verifying.verify(tmp_path, place) == verifying.UNKNOWN
    said = capsys.readouterr().err
    assert said.startswith("It cannot be told whether")
    assert "Traceback" not in said


def test_a_project_that_no_longer_builds_is_2(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "project"
    shutil.copytree(Path(verifying.__file__).parents[1], empty / "macros")
    assert verifying.verify(empty, site) == verifying.UNKNOWN
    assert "mkdocs.yml is missing." in capsys.readouterr().err


# ------------------------------------------------------------- a real project, in a repository of its own


def _git(root: Path, *words: str) -> str:
    me = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(root), *me, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = {"index.md": page("# Our year\n\n{{ figure('on_time_pct', source='Table 5') }} of children.\n")}
    made = write_site(tmp_path_factory.mktemp("project"), pages)
    for folder in ("macros", "overrides", "docs/assets"):  # a project of its own, with a program of its own
        whole = (made / folder).resolve()
        (made / folder).unlink()
        shutil.copytree(whole, made / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (made / ".gitignore").write_text("/public/\n/.build/\n/.cache/\n__pycache__/\n")
    _git(made, "init", "-q")
    _git(made, "add", ".")
    _git(made, "commit", "-q", "-m", "published")
    return made


def _build(project: Path, to: str, **variables: str) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build", "--to", to], cwd=project, capture_output=True, text=True, check=False,
        env=os.environ | {"TWO_VOICES_NO_SETUP": "1", "TWO_VOICES_SITE_URL": ADDRESS} | variables,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return project / to


@needs_git
@pytest.mark.slow
def test_two_builds_of_a_commit_are_the_same_and_are_proved(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _build(project, "public/one", PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")
    other = _build(project, "public/other", PYTHONHASHSEED="2", TZ="Pacific/Pago_Pago", LC_ALL="C")
    assert listing.entries(one) == listing.entries(other)
    assert (one / listing.FILE).read_bytes() == (other / listing.FILE).read_bytes()
    assert listing.read_manifest(one).commit == _git(project, "rev-parse", "HEAD").strip()

    monkeypatch.setenv("TWO_VOICES_NO_SETUP", "1")
    monkeypatch.chdir(project)
    assert main(["verify", str(one)], project) == verifying.SAME

    # the project goes on; what was published is still proved from its commit
    (project / "docs/index.md").write_text("---\ntitle: Home\n---\nChanged.\n")
    _git(project, "commit", "-q", "-a", "-m", "later")
    assert main(["verify", str(one)], project) == verifying.SAME
    (one / "index.html").write_text("forged")
    listing.renew_manifest(one)
    assert main(["verify", str(one)], project) == verifying.DIFFERS
    assert "changed: index.html" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot kill a group of processes")
def test_a_real_build_that_is_killed_leaves_what_is_published(project: Path) -> None:
    started = time.monotonic()
    published = _build(project, "public/killed")
    takes = time.monotonic() - started
    before = listing.read_manifest(published)
    home = project / "docs/index.md"
    home.write_text(home.read_text() + "\nOne sentence more.\n")
    chance = random.Random(3)
    for _ in range(4):
        with subprocess.Popen(
            [sys.executable, "-m", "macros", "build", "--to", "public/killed"], cwd=project, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"TWO_VOICES_NO_SETUP": "1", "TWO_VOICES_SITE_URL": ADDRESS},
        ) as child:  # fmt: skip
            time.sleep(chance.uniform(0.3, takes))
            os.killpg(child.pid, signal.SIGKILL)
        now = listing.read_manifest(published)
        assert not listing.differences(now.files, listing.entries(published))
    assert listing.read_manifest(_build(project, "public/killed")).files != before.files


@pytest.mark.slow
def test_a_draft_is_not_built_for_the_public_whatever_is_set(project: Path) -> None:
    built = _build(project, "public/draft", TWO_VOICES_DRAFT="1")
    assert not list(built.rglob("ready"))
    assert (built / listing.FILE).exists()


@needs_git
@pytest.mark.slow
def test_other_packages_than_then_are_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "requirements.lock").write_text("then==1\n")
    _git(project, "add", ".")
    _git(project, "commit", "-q", "-m", "locked")
    built = _build(project, "public/then")
    (project / "requirements.lock").write_text("now==2\n")
    assert verifying.verify(project, built) == verifying.UNKNOWN
    assert "The locked packages have changed" in capsys.readouterr().err
