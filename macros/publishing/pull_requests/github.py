"""GitHub: which pull request a finished run was for, and what it built.

Source: GitHub's REST interface, version 2022-11-28. A run of a fork names no pull request (`pull_requests` is empty),
so it is looked up by the fork's branch; its number is never taken from what the run built. Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.errors import ReportsError
from macros.publishing.pull_requests.archive import Limits
from macros.publishing.pull_requests.web_api import WebApi, wanted

ARTIFACT = "preview"
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_VERSION = "2022-11-28"


@dataclass(frozen=True)
class PullRequest:
    """A pull request: `head` is the commit that it stands at."""

    number: int
    head: str
    is_open: bool
    is_from_fork: bool


@dataclass(frozen=True)
class GitHub:
    """One repository, `owner/name`."""

    api: WebApi
    repository: str

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> GitHub:
        """As the variables of a job tell. Raises ReportsError where one is missing."""
        repository, token = wanted(variables, "GITHUB_REPOSITORY", "GITHUB_TOKEN")
        if _REPOSITORY.fullmatch(repository) is None:
            raise ReportsError(f"GITHUB_REPOSITORY is '{repository}', and not like owner/name.")
        secret = {"Authorization": f"Bearer {token}", "X-GitHub-Api-Version": _VERSION}
        return cls(WebApi(variables.get("GITHUB_API_URL") or "https://api.github.com", secret), repository)

    @property
    def address(self) -> str:
        """Where GitHub Pages shows the repository, if it has no domain of its own."""
        owner, _, name = self.repository.lower().partition("/")
        host = f"{owner}.github.io"
        return f"https://{host}/" if name == host else f"https://{host}/{name}/"

    def pull_request(self, run: Mapping[str, Any]) -> PullRequest | None:
        """The pull request of a finished run (the event's `workflow_run`); None when none stands at its commit."""
        if run.get("event") != "pull_request":
            return None
        source = run.get("head_repository") or {}
        if not (owner := (source.get("owner") or {}).get("login")):
            return None  # the fork was deleted: whose branch it was cannot be told
        rows = self.api.rows(self._path("pulls"), state="all", head=f"{owner}:{run['head_branch']}")
        home = str(source.get("full_name", "")).lower()
        found = [
            self._read(row)
            for row in rows
            if row["head"]["sha"] == run["head_sha"] and _home(row) in (home, "")  # "": deleted since the run
        ]
        return next((one for one in found if one.is_open), found[0] if found else None)

    def open_numbers(self) -> set[int]:
        """The numbers of all open pull requests."""
        return {int(row["number"]) for row in self.api.rows(self._path("pulls"), state="open")}

    def download(self, run: Mapping[str, Any], target: Path, limits: Limits) -> bool:
        """Fetch what a run built; whether there was anything."""
        path = self._path(f"actions/runs/{int(run['id'])}/artifacts")
        found = [one for one in self.api.get(path, name=ARTIFACT)["artifacts"] if not one["expired"]]
        if not found:
            return False
        self.api.download(self._path(f"actions/artifacts/{int(found[0]['id'])}/zip"), target, limits.packed)
        return True

    def comments(self, number: int) -> list[tuple[str, str]]:
        """The comments that programs wrote on a pull request: id and text. A person's are never touched."""
        rows = self.api.rows(self._path(f"issues/{number}/comments"))
        return [(str(row["id"]), row["body"] or "") for row in rows if (row["user"] or {}).get("type") == "Bot"]

    def add_comment(self, number: int, text: str) -> None:
        """Write a new comment."""
        self.api.send("POST", self._path(f"issues/{number}/comments"), {"body": text})

    def change_comment(self, number: int, comment: str, text: str) -> None:  # noqa: ARG002  # GitLab needs the number
        """Write a comment anew."""
        self.api.send("PATCH", self._path(f"issues/comments/{comment}"), {"body": text})

    def _path(self, rest: str) -> str:
        return f"/repos/{self.repository}/{rest}"

    def _read(self, row: Mapping[str, Any]) -> PullRequest:
        return PullRequest(
            int(row["number"]), row["head"]["sha"], row["state"] == "open", _home(row) != self.repository.lower()
        )


def _home(row: Mapping[str, Any]) -> str:
    """The repository that a pull request comes from; empty for one that was deleted."""
    return str((row["head"].get("repo") or {}).get("full_name", "")).lower()
