"""The host's REST interface: JSON in and out, answers no longer than allowed, the token shown to that one host only."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from zoneledger.problems import Text

MAX_JSON = 8 * 1024 * 1024
TIMEOUT_SECONDS = 30


class ApiError(Exception):
    """The host could not be asked, refused, or answered what cannot be used.

    Args:
        text: the reason in both languages; holds nothing that the host answered.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Answer(Protocol):
    """What an opener gives back: something to read, and close."""

    def read(self, amount: int = ..., /) -> bytes:
        """At most that many bytes."""

    def close(self) -> None:
        """Frees the connection."""


class _TokenStaysHome(HTTPRedirectHandler):
    """Artifacts are kept with another host, which the redirect names; that host must not see the token."""

    def redirect_request(self, req: Request, *answer: Any) -> Request | None:
        moved = super().redirect_request(req, *answer)
        if moved is not None and moved.host != req.host:
            moved.remove_header("Authorization")
        return moved


def open_request(request: Request) -> Answer:
    """Sends a request, following redirects without the token."""
    answer: Answer = build_opener(_TokenStaysHome).open(request, timeout=TIMEOUT_SECONDS)
    return answer


@dataclass(frozen=True)
class Api:
    """The interface, as one repository's workflow may use it.

    Args:
        base: the interface's address, without a slash at its end.
        repository: owner and name, ``owner/name``.
        token: the run's token.
        opener: sends a request; another one in the tests.
    """

    base: str
    repository: str
    token: str = field(repr=False)
    opener: Callable[[Request], Answer] = open_request

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Api:
        """Reads what a workflow run is given.

        Raises:
            ApiError: the token or the repository's name is missing.
        """
        repository, token = environment.get("GITHUB_REPOSITORY", ""), environment.get("GITHUB_TOKEN", "")
        if not repository or not token:
            missing = "GITHUB_REPOSITORY, GITHUB_TOKEN"
            raise ApiError(Text(f"缺少环境变量：{missing}。", f"Environment variables are missing: {missing}."))
        return cls(environment.get("GITHUB_API_URL", "https://api.github.com").rstrip("/"), repository, token)

    def get(self, path: str) -> Any:
        """The JSON at a path below the repository's address.

        Raises:
            ApiError: see the class.
        """
        return self._json("GET", path, None)

    def send(self, method: str, path: str, body: dict[str, Any]) -> Any:
        """Creates (POST) or changes (PATCH) what stands at a path; returns the answer's JSON.

        Raises:
            ApiError: see the class.
        """
        return self._json(method, path, body)

    def download(self, path: str, limit: int) -> bytes:
        """The bytes at a path, which may stand with another host.

        Args:
            path: below the repository's address.
            limit: bytes; what is longer is not read to its end.

        Raises:
            ApiError: longer than the limit, and see the class.
        """
        return self._bytes("GET", path, None, limit)

    def _json(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        answered = self._bytes(method, path, body, MAX_JSON)
        try:
            return json.loads(answered)
        except (ValueError, RecursionError) as error:
            raise ApiError(
                Text("接口的回答不是 JSON。", "The interface answered something that is no JSON.")
            ) from error

    def _bytes(self, method: str, path: str, body: dict[str, Any] | None, limit: int) -> bytes:
        sent = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.base}/repos/{self.repository}/{path}", data=sent, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        request.add_header("User-Agent", "zoneledger")
        try:
            answer = self.opener(request)
            try:
                answered = answer.read(limit + 1)
            finally:
                answer.close()
        except HTTPError as error:
            error.close()
            raise ApiError(Text(f"接口回答 {error.code}。", f"The interface answered {error.code}.")) from error
        except (URLError, OSError, HTTPException, ValueError) as error:
            raise ApiError(Text("连不上接口。", "The interface cannot be reached.")) from error
        if len(answered) > limit:
            raise ApiError(Text(f"回答超过 {limit} 字节。", f"The answer is longer than {limit} bytes."))
        return answered
