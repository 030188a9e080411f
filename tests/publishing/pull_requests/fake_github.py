"""A GitHub on this computer: the part of its interface that we ask, as its reference describes it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "council/two-voices"
TOKEN = "a-secret"  # noqa: S105  # nobody's


def pull_row(
    number: int, head: str = "c0ffee", repository: str | None = REPOSITORY, state: str = "open"
) -> dict[str, Any]:
    """A pull request as GitHub lists it; `repository` None for a fork that was deleted."""
    owner = (repository or "ghost/gone").split("/", maxsplit=1)[0]
    repo = {"full_name": repository} if repository else None
    return {
        "number": number,
        "state": state,
        "head": {"sha": head, "ref": "draft", "user": {"login": owner}, "repo": repo},
    }


def run_of(number: int = 501, head: str = "c0ffee", owner: str = "council", **more: Any) -> dict[str, Any]:
    """A finished run as the event `workflow_run` tells of it."""
    return {
        "id": number, "event": "pull_request", "conclusion": "success", "head_branch": "draft", "head_sha": head,
        "head_repository": {"full_name": f"{owner}/two-voices", "owner": {"login": owner}}, "pull_requests": [], **more,
    }  # fmt: skip


@dataclass
class FakeGitHub:
    """What the host holds, and what it was asked: method, path, whether with the token."""

    pulls: list[dict[str, Any]] = field(default_factory=list)
    artifacts: dict[int, bytes] = field(default_factory=dict)  # by run
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    asked: list[tuple[str, str, bool]] = field(default_factory=list)
    sent: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)  # method, address, headers, body
    answer: Callable[[str, str], tuple[int, bytes] | None] = lambda method, path: None
    address: str = ""
    store: str = ""

    def add_comment(self, number: int, text: str, kind: str = "Bot") -> None:
        """Put a comment on a pull request."""
        rows = self.comments.setdefault(number, [])
        rows.append({"id": 1000 * number + len(rows), "body": text, "user": {"login": "x", "type": kind}})

    def reply(self, method: str, path: str, asked: dict[str, list[str]], body: Any) -> tuple[int, Any]:
        """Status and answer."""
        base = f"/repos/{REPOSITORY}"
        page = slice((int(asked.get("page", ["1"])[0]) - 1) * 100, int(asked.get("page", ["1"])[0]) * 100)
        if (method, path) == ("GET", f"{base}/pulls"):
            owner = asked.get("head", [""])[0].partition(":")[0]
            state = asked["state"][0]
            rows = [one for one in self.pulls if state in ("all", one["state"])]
            return 200, [one for one in rows if owner in ("", one["head"]["user"]["login"])][page]
        if found := re.fullmatch(rf"{base}/actions/runs/(\d+)/artifacts", path):
            held = int(found[1]) in self.artifacts
            return 200, {"artifacts": [{"id": int(found[1]), "name": "preview", "expired": False}] if held else []}
        if found := re.fullmatch(rf"{base}/issues/(\d+)/comments", path):
            if method == "GET":
                return 200, self.comments.get(int(found[1]), [])[page]
            self.add_comment(int(found[1]), body["body"])
            return 201, {}
        if (found := re.fullmatch(rf"{base}/issues/comments/(\d+)", path)) and method == "PATCH":
            rows = [one for rows in self.comments.values() for one in rows if one["id"] == int(found[1])]
            rows[0]["body"] = body["body"]
            return 200, rows[0]
        return 404, {"message": "Not Found"}


@contextmanager
def running(github: FakeGitHub) -> Iterator[FakeGitHub]:
    """The host, and a second one that keeps the files, as GitHub's are elsewhere."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = parse_qs(parts.query)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            github.sent.append((self.command, self.path, dict(self.headers), body))
            github.asked.append((self.command, parts.path, "Authorization" in self.headers))
            if own := github.answer(self.command, parts.path):
                self._send(own[0], own[1])
            elif found := re.fullmatch(r"/store/(\d+)", parts.path):
                self._send(200, github.artifacts[int(found[1])])
            elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
                self._send(401, b"{}")
            elif found := re.fullmatch(rf"/repos/{REPOSITORY}/actions/artifacts/(\d+)/zip", parts.path):
                self.send_response(302)
                self.send_header("Location", f"{github.store}/store/{found[1]}")
                self.end_headers()
            else:
                status, answer = github.reply(self.command, parts.path, asked, body)
                self._send(status, json.dumps(answer).encode())

        do_POST = do_PATCH = do_PUT = do_GET  # noqa: N815  # the names that http.server looks for

        def _send(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    github.address, github.store = (f"http://127.0.0.1:{server.server_address[1]}" for server in servers)
    try:
        yield github
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
