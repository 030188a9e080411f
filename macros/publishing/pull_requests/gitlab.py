"""GitLab: the notes on a merge request. Source: GitLab's REST interface, version 4, "Notes". Standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.publishing.pull_requests.web_api import WebApi, wanted


@dataclass(frozen=True)
class GitLab:
    """One project, by its number."""

    api: WebApi
    project: int

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> GitLab:
        """As the variables of a job tell; TWO_VOICES_TOKEN is a project's access token with the scope `api`."""
        address, project, token = wanted(variables, "CI_API_V4_URL", "CI_PROJECT_ID", "TWO_VOICES_TOKEN")
        return cls(WebApi(address, {"PRIVATE-TOKEN": token}), int(project))

    def comments(self, number: int) -> list[tuple[str, str]]:
        """The notes that the token's own user wrote: id and text."""
        me = self.api.get("/user")["id"]
        rows = self.api.rows(self._path(number))
        return [(str(row["id"]), row["body"] or "") for row in rows if row["author"]["id"] == me and not row["system"]]

    def add_comment(self, number: int, text: str) -> None:
        """Write a new note."""
        self.api.send("POST", self._path(number), {"body": text})

    def change_comment(self, number: int, comment: str, text: str) -> None:
        """Write a note anew."""
        self.api.send("PUT", f"{self._path(number)}/{comment}", {"body": text})

    def _path(self, number: int) -> str:
        return f"/projects/{self.project}/merge_requests/{number}/notes"
