"""Azure DevOps: the threads on a pull request. Source: Azure DevOps' REST interface 7.1, "Pull Request Threads".

Standard library only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from macros.publishing.pull_requests.web_api import WebApi, wanted

_VERSION = "?api-version=7.1"
_CLOSED = 4  # a thread that asks for no answer
_TEXT = 1


@dataclass(frozen=True)
class AzureDevOps:
    """One repository; `path` is where its pull requests are, below the organisation's address."""

    api: WebApi
    path: str

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> AzureDevOps:
        """As the variables of a job tell; SYSTEM_ACCESSTOKEN must be handed over by the pipeline."""
        names = ("SYSTEM_COLLECTIONURI", "SYSTEM_TEAMPROJECTID", "BUILD_REPOSITORY_ID", "SYSTEM_ACCESSTOKEN")
        address, project, repository, token = wanted(variables, *names)
        path = f"/{quote(project, safe='')}/_apis/git/repositories/{quote(repository, safe='')}/pullRequests"
        return cls(WebApi(address, {"Authorization": f"Bearer {token}"}), path)

    def comments(self, number: int) -> list[tuple[str, str]]:
        """The first comment of each thread, whoever wrote it: the host lets nobody change another's."""
        threads = self.api.get(f"{self.path}/{number}/threads{_VERSION}")["value"]
        return [
            (f"{thread['id']}/comments/{first['id']}", first.get("content") or "")
            for thread in threads
            if not thread.get("isDeleted")
            for first in thread.get("comments", [])[:1]
            if not first.get("isDeleted")
        ]

    def add_comment(self, number: int, text: str) -> None:
        """Begin a new thread."""
        comment = {"parentCommentId": 0, "content": text, "commentType": _TEXT}
        self.api.send("POST", f"{self.path}/{number}/threads{_VERSION}", {"comments": [comment], "status": _CLOSED})

    def change_comment(self, number: int, comment: str, text: str) -> None:
        """Write the first comment of a thread anew."""
        self.api.send("PATCH", f"{self.path}/{number}/threads/{comment}{_VERSION}", {"content": text})
