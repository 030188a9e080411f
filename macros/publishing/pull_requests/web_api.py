"""Asking the web interface of a host of repositories: JSON in, JSON out, every failure a sentence.

The token goes to the host that was asked and to no other: an answer that leads elsewhere is followed without it.
Standard library only, so that the job that holds the token installs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from macros.errors import ReportsError, excerpt

PATIENCE = 60  # seconds for one answer
PAGE = 100  # rows of an answer, the most that the hosts give at once
MOST_PAGES = 50
_CHUNK = 1 << 16
_WHY = {
    401: "The token is not accepted.",
    403: "The token may not do this: give the job the permission that the guide names.",
    404: "It is not there, or the token may not see it.",
}


def wanted(variables: Mapping[str, str], *names: str) -> list[str]:
    """The values of these variables. Raises ReportsError naming those that are not set."""
    if missing := [name for name in names if not variables.get(name)]:
        raise ReportsError(
            f"{' and '.join(missing)} must be set.", "The host sets most of them; the job hands over its token."
        )
    return [variables[name] for name in names]


@dataclass(frozen=True)
class WebApi:
    """One host: `address` is where its interface begins, `secret` the headers that let us in."""

    address: str
    secret: Mapping[str, str] = field(repr=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
            raise ReportsError(f"'{self.address}' is not asked: a token is sent by https alone.")

    def get(self, path: str, **asked: str | int) -> Any:
        """The answer to a question."""
        return self.send("GET", f"{path}?{urlencode(asked)}" if asked else path)

    def rows(self, path: str, **asked: str | int) -> Iterator[Any]:
        """The rows of a list, page after page."""
        for page in range(1, MOST_PAGES + 1):
            answer = self.get(path, per_page=PAGE, page=page, **asked)
            yield from answer
            if len(answer) < PAGE:
                return

    def send(self, method: str, path: str, body: object = None) -> Any:
        """The answer to an order; None for an empty one."""
        content = None if body is None else json.dumps(body).encode()
        with self._open(method, path, content) as answer:
            try:
                text = answer.read()
                return json.loads(text) if text else None
            except (ValueError, OSError, HTTPException) as error:
                raise ReportsError(f"{self._host()} gave an answer that cannot be read: {error}") from error

    def download(self, path: str, target: Path, most: int) -> None:
        """Write what is at a path into a file, up to `most` bytes. Raises ReportsError beyond."""
        with self._open("GET", path, None) as answer, target.open("wb") as out:
            length = 0
            try:
                while chunk := answer.read(_CHUNK):
                    length += len(chunk)
                    if length > most:
                        raise ReportsError(f"What {self._host()} sends is larger than {most:,} bytes.")
                    out.write(chunk)
            except (OSError, HTTPException) as error:
                raise ReportsError(f"{self._host()} stopped while it sent a file: {error}") from error

    def _open(self, method: str, path: str, content: bytes | None) -> Any:
        request = Request(  # noqa: S310  # https, or this computer: see __post_init__
            self.address.rstrip("/") + path, data=content, method=method,
            headers={"Accept": "application/json", "Content-Type": "application/json", "User-Agent": "two-voices"},
        )  # fmt: skip
        for name, value in self.secret.items():
            request.add_unredirected_header(name, value)
        try:
            return urlopen(request, timeout=PATIENCE)  # noqa: S310  # the same
        except HTTPError as error:
            error.close()
            why = _WHY.get(error.code, excerpt(error.reason))
            raise ReportsError(
                f"{self._host()} answered {error.code} to {method} {urlsplit(path).path}. {why}"
            ) from None
        except (URLError, OSError, HTTPException) as error:
            raise ReportsError(f"{self._host()} cannot be reached: {error}") from error

    def _host(self) -> str:
        return urlsplit(self.address).netloc
