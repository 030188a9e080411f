"""From the end of a build elsewhere to a page online, a comment, and away again: with a host on this computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.cli.pull_requests import Announcement, announce, deploy_site, update_previews
from macros.errors import ReportsError
from macros.publishing.pull_requests.passive import FIRST
from macros.publishing.pull_requests.sticky import MARK
from tests.publishing.pull_requests.fake_github import REPOSITORY, TOKEN, FakeGitHub, pull_row, run_of, running
from tests.publishing.pull_requests.zips import PAGE, packed

FINDINGS = b'[{"check": "sums", "severity": "stops", "path": "data/x.csv", "line": 4, "message": "A total is wrong."}]'
SITE = {"index.html": PAGE, "data/findings.json": FINDINGS, "assets/app.js": b"go()", "_headers": b"/*"}


class Host:
    """A GitHub with its repository, and the variables of a job of its."""

    def __init__(self, github: FakeGitHub, folder: Path) -> None:
        self.github, self.folder = github, folder
        self.bare = folder / f"{REPOSITORY}.git"
        self.bare.mkdir(parents=True)
        self.git("init", "--quiet", "--bare")
        self.variables = {
            "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN, "GITHUB_API_URL": github.address,
            "GITHUB_SERVER_URL": str(folder),
        }  # fmt: skip

    def git(self, *words: str) -> str:
        return subprocess.run(["git", *words], cwd=self.bare, check=True, capture_output=True, text=True).stdout

    def online(self) -> dict[str, str]:
        if not self.git("branch"):
            return {}
        names = self.git("ls-tree", "-r", "--name-only", "gh-pages").splitlines()
        return {name: self.git("show", f"gh-pages:{name}") for name in names}

    def built(self, run: int, files: dict[str, bytes], **more: Any) -> None:
        self.github.artifacts[run] = packed(self.folder / "a.zip", files, **more).read_bytes()

    def after(self, run: dict[str, Any] | None) -> int:
        event = self.folder / "event.json"
        event.write_text(json.dumps({"workflow_run": run} if run else {}), encoding="utf-8")
        return update_previews(self.variables | {"GITHUB_EVENT_PATH": str(event)})

    def said(self, number: int) -> list[str]:
        return [one["body"] for one in self.github.comments.get(number, [])]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with running(FakeGitHub()) as github:
        yield Host(github, tmp_path)


def test_a_preview_goes_online_is_told_of_and_goes_away(host: Host) -> None:
    host.github.pulls = [pull_row(7)]
    host.built(501, SITE)
    assert host.after(run_of(501)) == 0
    assert set(host.online()) == {
        ".nojekyll", *(f"previews/pr-7/{name}" for name in SITE if name != "_headers"),
    }  # fmt: skip
    (text,) = host.said(7)
    assert text.startswith(MARK)
    assert "https://council.github.io/two-voices/previews/pr-7/" in text
    assert "1 finding stops" in text

    host.github.pulls = [pull_row(7, head="beef")]
    host.built(502, {"index.html": b"second"})
    assert host.after(run_of(502, head="beef")) == 0
    assert host.online()["previews/pr-7/index.html"] == "second"
    assert "previews/pr-7/assets/app.js" not in host.online()
    (text,) = host.said(7)  # the same comment
    assert "made of beef" in text

    host.github.pulls = [pull_row(7, head="beef", state="closed")]
    assert host.after(run_of(503, head="beef")) == 0
    assert host.online() == {".nojekyll": ""}
    (text,) = host.said(7)
    assert "its preview was removed" in text


def test_the_workflows_steps_need_no_package(host: Host, root: Path, tmp_path: Path) -> None:
    # -S: a Python that finds nothing but its own library, as on a machine on which nothing was installed
    host.github.pulls = [pull_row(7)]
    host.built(501, SITE)
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": run_of(501)}), encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("public", encoding="utf-8")
    variables = os.environ | host.variables | {"GITHUB_EVENT_PATH": str(tmp_path / "event.json")}
    for words in (["previews"], ["deploy", str(tmp_path / "site")]):
        done = subprocess.run(
            [sys.executable, "-S", "-m", "macros", *words], check=False, cwd=root, env=variables, capture_output=True,
            text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert TOKEN not in done.stdout + done.stderr
    assert {"index.html", "previews/pr-7/index.html"} <= set(host.online())


def test_a_forks_preview_has_no_scripts(host: Host) -> None:
    host.github.pulls = [pull_row(8, repository="child/two-voices")]
    host.built(501, SITE)
    assert host.after(run_of(501, owner="child")) == 0
    assert host.online()["previews/pr-8/index.html"] == (FIRST + PAGE).decode()
    assert "previews/pr-8/assets/app.js" not in host.online()
    assert "scripts are left out" in host.said(8)[0]


def test_what_a_preview_says_of_itself_is_not_asked(host: Host) -> None:
    host.github.pulls = [pull_row(7), pull_row(8, head="f00d", repository="child/two-voices")]
    host.built(501, {**SITE, "number.txt": b"7", "pr.txt": b"7"})
    host.after(run_of(501, head="f00d", owner="child"))
    assert {name.split("/")[1] for name in host.online() if "/" in name} == {"pr-8"}


@pytest.mark.parametrize(
    ("files", "links", "why"),
    [
        ({**SITE, "../../index.html": b"x"}, {}, "plain names"),
        (SITE, {"x.html": "/etc/passwd"}, "a link or a device"),
        ({**SITE, "x.svg": b"<svg><script/></svg>"}, {}, "x.svg"),
        ({"a.html": b"x"}, {}, "not a site"),
    ],
)
def test_a_hostile_preview_is_refused_and_the_old_one_stays(
    host: Host, files: dict[str, bytes], links: dict[str, str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    host.github.pulls = [pull_row(8, repository="child/two-voices")]
    host.built(501, SITE)
    host.after(run_of(501, owner="child"))
    before = host.online()
    host.built(502, files, links=links)
    assert host.after(run_of(502, owner="child")) == 1
    assert host.online() == before
    (text,) = host.said(8)
    assert "was refused" in text
    assert why.replace(".", r"\.") in text
    assert why in capsys.readouterr().out


def test_a_failed_or_empty_run_changes_nothing(host: Host) -> None:
    host.github.pulls = [pull_row(7)]
    host.built(501, SITE)
    assert host.after(run_of(501, conclusion="failure")) == 0
    assert host.after(run_of(599)) == 0  # it kept nothing
    assert host.after(run_of(501, head="older")) == 0
    assert host.online() == {}
    assert host.said(7) == []


def test_the_clock_removes_what_was_left(host: Host) -> None:
    host.github.pulls = [pull_row(7), pull_row(9, head="f00d")]
    host.built(501, SITE)
    host.built(502, SITE)
    host.after(run_of(501))
    host.after(run_of(502, head="f00d"))
    host.github.pulls[0]["state"] = "closed"
    assert host.after(None) == 0
    assert {name.split("/")[1] for name in host.online() if "/" in name} == {"pr-9"}


def test_the_site_and_the_previews_do_not_touch_each_other(host: Host, tmp_path: Path) -> None:
    host.github.pulls = [pull_row(7)]
    host.built(501, {"index.html": b"draft"})
    host.after(run_of(501))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("public", encoding="utf-8")
    assert deploy_site(tmp_path, "site", host.variables) == 0
    assert host.online() == {".nojekyll": "", "index.html": "public", "previews/pr-7/index.html": "draft"}
    with pytest.raises(ReportsError, match=r"has no index\.html"):
        deploy_site(tmp_path, "nowhere", host.variables)


def test_an_own_domain_is_named(host: Host) -> None:
    host.github.pulls = [pull_row(7)]
    host.built(501, SITE)
    host.variables["TWO_VOICES_PREVIEW_ADDRESS"] = "https://drafts.example.gov.uk"
    host.after(run_of(501))
    assert "(https://drafts.example.gov.uk/previews/pr-7/)" in host.said(7)[0]
    host.variables["TWO_VOICES_PREVIEW_ADDRESS"] = "javascript:x"
    with pytest.raises(ReportsError, match="It begins with https://"):
        host.after(run_of(501))


def test_an_event_that_cannot_be_read_is_a_sentence(host: Host, tmp_path: Path) -> None:
    (tmp_path / "half.json").write_text('{"workflow_run": {', encoding="utf-8")
    with pytest.raises(ReportsError, match="cannot be read"):
        update_previews(host.variables | {"GITHUB_EVENT_PATH": str(tmp_path / "half.json")})


def asked(host: str = "", address: str = "https://x.example/pr-7") -> Announcement:
    return Announcement("preview", address, "c0ffee", host)


@pytest.fixture
def preview(tmp_path: Path) -> Path:
    (tmp_path / "preview/data").mkdir(parents=True)
    (tmp_path / "preview/data/findings.json").write_bytes(FINDINGS)
    return tmp_path


def test_nothing_to_announce_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReportsError, match="There is no folder preview"):
        announce(tmp_path, asked())


@pytest.mark.parametrize(
    ("told", "variables", "why"),
    [
        (asked(address=""), {}, "is not where a preview is seen"),
        (asked(address="javascript:x"), {}, "is not where a preview is seen"),
        (asked("bitbucket"), {}, "There are: gitlab, azure"),
        (asked("gitlab"), {}, "CI_MERGE_REQUEST_IID must be set"),
        (asked("azure"), {"SYSTEM_PULLREQUEST_PULLREQUESTID": "7; x"}, "and not a number"),
    ],
)
def test_an_announcement_that_cannot_be_made_is_a_sentence(
    preview: Path, told: Announcement, variables: dict[str, str], why: str
) -> None:
    with pytest.raises(ReportsError, match=why):
        announce(preview, told, variables)


def test_the_comment_alone_is_printed(preview: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert announce(preview, asked(), {}) == 0
    assert capsys.readouterr().out.startswith(f"{MARK}\n### Preview\n\n[**Open the preview**](https://x.example/pr-7/)")


def test_other_hosts_are_told_too(preview: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(FakeGitHub(answer=lambda method, path: (200, b'{"id": 5, "value": []}'))) as host:
        address = {"SYSTEM_COLLECTIONURI": host.address, "SYSTEM_TEAMPROJECTID": "p", "BUILD_REPOSITORY_ID": "r"}
        azure = {"SYSTEM_ACCESSTOKEN": TOKEN, "SYSTEM_PULLREQUEST_PULLREQUESTID": "7"}
        assert announce(preview, asked("azure"), address | azure) == 0
        assert host.sent[-1][:2] == ("POST", "/p/_apis/git/repositories/r/pullRequests/7/threads?api-version=7.1")
    assert capsys.readouterr().out == "Comment: added.\n"
