"""`previews` and `deploy`: the steps of the workflows that hold a token. None of them runs anything that it was sent.

`previews` is started after a preview was built elsewhere: it fetches the folder, looks at it, puts it online and writes
the comment. Each time it also removes the previews of pull requests that are closed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.cli.pages_branch import BRANCH, Remote, change
from macros.errors import ReportsError
from macros.publishing.pull_requests import sticky
from macros.publishing.pull_requests.archive import Limits, RefusedPreview, unpack
from macros.publishing.pull_requests.azure_devops import AzureDevOps
from macros.publishing.pull_requests.branch import place_of, previews, put_preview, put_site, remove_preview
from macros.publishing.pull_requests.comment import comment_text, refused_text, removed_text
from macros.publishing.pull_requests.github import GitHub, PullRequest
from macros.publishing.pull_requests.gitlab import GitLab
from macros.publishing.pull_requests.passive import make_passive
from macros.publishing.pull_requests.web_api import wanted

ADDRESS = "TWO_VOICES_PREVIEW_ADDRESS"  # where the branch is seen, when it has a domain of its own


@dataclass(frozen=True)
class Announcement:
    """What `announce` is asked: the folder of the preview, where it is seen, its commit, the host to write on."""

    site: str
    address: str
    commit: str = ""
    host: str = ""


def update_previews(variables: Mapping[str, str] = os.environ) -> int:
    """Put the preview of the event's run online, remove those of closed pull requests; 0, or 1 for a refused one."""
    github = GitHub.of(variables)
    remote = _remote(github, variables)
    run = _event(variables).get("workflow_run")
    refused = _deploy(github, remote, run, variables) if isinstance(run, dict) else False
    _sweep(github, remote)
    return int(refused)


def deploy_site(root: Path, site: str, variables: Mapping[str, str] = os.environ) -> int:
    """Put a built public site on the branch that the host serves; 0."""
    github = GitHub.of(variables)

    def put(branch: Path) -> str:
        put_site(branch, root / site)
        return f"The public site of {variables.get('GITHUB_SHA', 'this project')[:10]}"

    changed = change(_remote(github, variables), put)
    print(f"The branch {BRANCH} holds {'the new site' if changed else 'this site already'}.")
    return 0


HOSTS: Mapping[str, tuple[Callable[[Mapping[str, str]], sticky.Comments], str]] = {
    "gitlab": (GitLab.of, "CI_MERGE_REQUEST_IID"),
    "azure": (AzureDevOps.of, "SYSTEM_PULLREQUEST_PULLREQUESTID"),
}


def announce(root: Path, told: Announcement, variables: Mapping[str, str] = os.environ) -> int:
    """Print the comment for a preview, or write it on the pull request that the job's variables name; 0."""
    folder = root / told.site
    if not folder.is_dir():
        raise ReportsError(f"There is no folder {told.site}.", "Make the preview first: make preview.")
    if not told.address.startswith("https://"):
        raise ReportsError(f"'{told.address}' is not where a preview is seen.", "Name it: --address https://…")
    text = comment_text(folder, told.address.rstrip("/") + "/", told.commit)
    if not told.host:
        print(f"{sticky.MARK}\n{text}", end="")
        return 0
    if told.host not in HOSTS:
        raise ReportsError(f"There is no host called '{told.host}'.", f"There are: {', '.join(HOSTS)}.")
    host_of, variable = HOSTS[told.host]
    (number,) = wanted(variables, variable)
    if not number.isdecimal():
        raise ReportsError(f"{variable} is '{number}', and not a number.")
    print(f"Comment: {sticky.say(host_of(variables), int(number), text)}.")
    return 0


def _deploy(github: GitHub, remote: Remote, run: dict[str, Any], variables: Mapping[str, str]) -> bool:
    """Whether the preview of a run was refused."""
    request = github.pull_request(run)
    if request is None or not request.is_open:
        print("No open pull request stands at the commit of this run: nothing to put online.")
        return False
    with tempfile.TemporaryDirectory(prefix="two-voices-") as place:
        packed, built = Path(place) / "preview.zip", Path(place) / "preview"
        if run.get("conclusion") != "success" or not github.download(run, packed, Limits()):
            print(f"The run for pull request {request.number} built no preview.")
            return False
        try:
            text = _put(remote, request, packed, built, _address(github, variables))
        except RefusedPreview as error:
            print(f"Refused: {error}")
            text = refused_text(str(error), request.head)
            print(f"Comment: {sticky.say(github, request.number, text)}.")
            return True
    print(f"Comment: {sticky.say(github, request.number, text)}.")
    return False


def _put(remote: Remote, request: PullRequest, packed: Path, built: Path, address: str) -> str:
    """Unpack a preview and put it online; the comment that tells of it."""
    print(f"Pull request {request.number}: {len(unpack(packed, built)):,} files.")
    if request.is_from_fork:
        make_passive(built)

    def put(branch: Path) -> str:
        put_preview(branch, request.number, built)
        return f"The preview of pull request {request.number} at {request.head[:10]}"

    change(remote, put)
    seen = f"{address}{place_of(request.number)}/"
    print(f"It is at {seen}")
    return comment_text(built, seen, request.head, passive=request.is_from_fork)


def _sweep(github: GitHub, remote: Remote) -> None:
    """Remove the previews of pull requests that are not open any more, and say so on each."""
    gone: list[int] = []

    def sweep(branch: Path) -> str:
        gone[:] = sorted(set(previews(branch)) - (github.open_numbers() if previews(branch) else set()))
        for number in gone:
            remove_preview(branch, number)
        return f"Without the previews of {', '.join(map(str, gone))}"

    change(remote, sweep)
    for number in gone:
        done = sticky.say(github, number, removed_text(), only_if_there=True)
        print(f"Removed the preview of pull request {number}. Comment: {done}.")


def _remote(github: GitHub, variables: Mapping[str, str]) -> Remote:
    server = variables.get("GITHUB_SERVER_URL") or "https://github.com"
    return Remote(f"{server.rstrip('/')}/{github.repository}.git", variables["GITHUB_TOKEN"])


def _address(github: GitHub, variables: Mapping[str, str]) -> str:
    own = variables.get(ADDRESS, "")
    if own and not own.startswith("https://"):
        raise ReportsError(f"{ADDRESS} is '{own}'.", "It begins with https://.")
    return f"{own.rstrip('/')}/" if own else github.address


def _event(variables: Mapping[str, str]) -> dict[str, Any]:
    """What started the job; empty for a job that the clock started."""
    path = variables.get("GITHUB_EVENT_PATH", "")
    try:
        read = json.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError) as error:
        raise ReportsError(f"The event that started this job cannot be read: {error}") from error
    return read if isinstance(read, dict) else {}
