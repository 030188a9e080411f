"""A build that is killed, that meets a full disk, another build, or a place that is not ours: nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from macros.cli import build as building
from macros.cli.swap import recover
from macros.errors import ReportsError
from macros.publishing.manifest import differences, entries, read_manifest, write_manifest

ROUNDS = 40
posix = pytest.mark.skipif(sys.platform == "win32", reason="it needs what Windows does not have")

# a stand-in for MkDocs, which writes a site of 150 files, each telling which build made it
ENGINE = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, os.environ["REPOSITORY"])
from macros.publishing.manifest import write_manifest
site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
for number in range(150):
    page = site / f"pages/{number}/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(os.environ["BUILD"] * 2000)
(site / "data").mkdir()
(site / "data/findings.json").write_text("[]")
write_manifest(site, "", "", os.environ["BUILD"])
print("written", flush=True)
time.sleep(float(os.environ.get("REST", "0")))
"""
COMMAND = textwrap.dedent("""
    import sys
    from pathlib import Path
    from macros.cli import swap
    from macros.cli.build import build
    from macros.errors import ReportsError
    if "two-steps" in sys.argv:
        swap._exchange = lambda one, other: False
    try:
        sys.exit(build(Path(sys.argv[1]), Path(sys.argv[1]) / "public"))
    except ReportsError as error:
        sys.exit(str(error))
""")

LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "mkdocs.py").write_text(ENGINE, encoding="utf-8")
    return tmp_path


def _start(root: Path, project: Path, name: str, *words: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, str(project), *words], cwd=root, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"REPOSITORY": str(root), "BUILD": name} | variables,
    )  # fmt: skip


def _whole(place: Path) -> str:
    """Which build stands at a place, every byte of it."""
    manifest = read_manifest(place)
    assert not differences(manifest.files, entries(place))
    assert {path.read_text() for path in place.rglob("*.html")} == {manifest.day * 2000}
    return manifest.day


@posix
@pytest.mark.slow
@pytest.mark.parametrize("way", ["one-step", "two-steps"])
def test_a_build_killed_at_any_moment_leaves_a_whole_site(root: Path, project: Path, way: str) -> None:
    first = _start(root, project, "build-0", way)
    assert first.communicate()[1] == ""
    started = time.monotonic()
    _start(root, project, "build-1", way).communicate()
    takes = time.monotonic() - started
    chance, stood = random.Random(7), []
    for number in range(2, ROUNDS):
        with _start(root, project, f"build-{number}", way) as child:
            time.sleep(chance.uniform(0, takes * 1.1))
            os.killpg(child.pid, signal.SIGKILL)
        if way == "two-steps" and not (project / "public").exists():
            recover(project / "public")  # what the next build does first
        stood.append(_whole(project / "public"))
        # a busy machine takes longer than it did: kill later when none came to its end, earlier when all did
        takes *= 1.1 if stood[-1] != f"build-{number}" else 0.95
    last = _start(root, project, "build-last", way)
    assert last.communicate()[1] == ""  # no lock, no half a folder stands in the way of the next one
    assert _whole(project / "public") == "build-last"
    assert len(set(stood)) > 1, "no build came to its end: nothing was tried"


@posix
@pytest.mark.slow
def test_of_two_builds_at_once_the_second_is_told(root: Path, project: Path) -> None:
    with _start(root, project, "first", REST="5") as first:
        until = time.monotonic() + 60
        while not (project / ".build/public.lock").exists() and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.2)
        second = _start(root, project, "second")
        said = second.communicate()[1]
        assert second.returncode == 1
        assert f"Another build is making the site for {project / 'public'} just now (process {first.pid}" in said
        assert first.wait() == 0
    assert _whole(project / "public") == "first"


@posix
@pytest.mark.slow
def test_the_lock_of_a_killed_build_is_taken_over(root: Path, project: Path) -> None:
    with _start(root, project, "killed", REST="30") as first:
        assert first.stdout is not None
        first.stdout.readline()
        time.sleep(0.5)
        os.killpg(first.pid, signal.SIGKILL)
    assert str(first.pid) in (project / ".build/public.lock").read_text()
    assert _start(root, project, "next").communicate()[1] == ""
    assert _whole(project / "public") == "next"


@posix
@pytest.mark.slow
def test_a_full_disk_is_said_and_the_old_site_stands(root: Path, project: Path) -> None:
    _start(root, project, "old").communicate()
    # no file may grow beyond 10 kB: what a full disk answers (EFBIG for ENOSPC), without filling one
    limited = COMMAND.replace('if "two', f'{LIMIT}\nif "two')
    done = subprocess.run(
        [sys.executable, "-c", limited, str(project)], cwd=root, capture_output=True, text=True, check=False,
        env=os.environ | {"REPOSITORY": str(root), "BUILD": "a-build-of-longer-name"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "The disk is full: there is no room for a new site" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert _whole(project / "public") == "old"
    assert [path.name for path in (project / ".build").iterdir()] == ["public.lock"]


@posix
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount a disk")
def test_a_disk_that_is_really_full(root: Path, project: Path) -> None:
    disk = project / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("this machine mounts no disk")
    try:
        for name in ("mkdocs.yml", "mkdocs.py"):
            (disk / name).write_bytes((project / name).read_bytes())
        assert _start(root, disk, "old").communicate()[1] == ""
        (disk / "filler").write_bytes(bytes(1_000_000))
        done = _start(root, disk, "new")
        said = "".join(done.communicate())
        assert done.returncode == 1
        assert "The disk is full" in said
        assert "Traceback" not in said
        assert _whole(disk / "public") == "old"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _refused(project: Path, place: Path) -> str:
    before = sorted(str(path) for path in project.rglob("*"))
    with pytest.raises(ReportsError) as refused:
        building.build(project, place)
    assert sorted(str(path) for path in project.rglob("*")) == before
    return str(refused.value)


def test_a_disk_that_may_not_be_written_to_is_said(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    said = _refused(project, project / "public")
    assert said.startswith(f"{project / '.build'} may not be written to.")


def test_a_site_with_a_file_of_somebody_else_is_not_replaced(project: Path) -> None:
    (project / "public").mkdir()
    (project / "public/index.html").write_text("ours")
    write_manifest(project / "public", "", "", "")
    (project / "public/minutes.docx").write_text("theirs")
    assert "holds what no build of this project has put there: minutes.docx." in _refused(project, project / "public")


def test_a_file_that_comes_while_the_site_is_built_is_not_lost(
    root: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPOSITORY", str(root))
    monkeypatch.setenv("BUILD", "new")
    assert building.build(project, project / "public") == 0
    plain = subprocess.run

    def run(*words: object, **options: object) -> object:
        done = plain(*words, **options)  # type: ignore[call-overload]
        (project / "public/upload.txt").write_text("just now")
        return done

    monkeypatch.setattr("macros.cli.build.subprocess.run", run)
    with pytest.raises(ReportsError, match=r"upload\.txt"):
        building.build(project, project / "public")
    assert (project / "public/upload.txt").read_text() == "just now"


@posix
def test_a_link_stays_and_what_it_names_is_replaced(root: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY", str(root))
    monkeypatch.setenv("BUILD", "new")
    (project / "disk/real").mkdir(parents=True)
    (project / "public").symlink_to(project / "disk/real", target_is_directory=True)
    assert building.build(project, project / "public") == 0
    assert (project / "public").is_symlink()
    assert _whole(project / "disk/real") == "new"
