"""What every request passes: an id, the token, the host, the size of its body; and one log line without its text."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
import sys
import time
import uuid
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from derive.service.options import Options
from derive.service.trouble import trouble

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_LOCAL = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
_OPEN = ("/", "/page.css", "/page.js", "/healthz", "/view")  # `view` reads the token from its form
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """ASGI middleware around the application."""

    def __init__(self, app: App, options: Options) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        wanted = headers.get("x-request-id", "")
        request = wanted if _ID.fullmatch(wanted) else uuid.uuid4().hex
        scope.setdefault("state", {})["request"] = request
        began = time.monotonic()
        seen = {"status": 0, "size": 0}

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request.encode()), *_HEADERS]
            await send(message)

        try:
            refused = self._refused(scope, headers)
            if not refused:
                refused, whole = await self._body(receive)
                seen["size"] = len(whole)
            if refused:
                await _say(answer, *refused, request)
            else:
                await self._app(scope, _replay(whole, receive), answer)
        finally:
            self._log(scope, request, seen, time.monotonic() - began)
        return None

    async def _body(self, receive: Receive) -> tuple[tuple[int, str] | None, bytes]:
        """The whole body, read within the limits of size and time."""
        parts = bytearray()
        try:
            async with asyncio.timeout(self._options.seconds):
                more = True
                while more:
                    message = await receive()
                    parts += message.get("body", b"")
                    more = message.get("more_body", False)
                    if len(parts) > self._options.body:
                        return (413, self._too_large()), b""
        except TimeoutError:
            return (408, "the body did not arrive in time"), b""
        return None, bytes(parts)

    def _refused(self, scope: Message, headers: dict[str, str]) -> tuple[int, str] | None:
        """Why the request goes no further, if so."""
        options = self._options
        if options.loopback and not _LOCAL.fullmatch(headers.get("host", "localhost")):
            return 403, "this service answers to localhost alone"  # a foreign page that rebinds its name
        if (
            options.token
            and scope["path"] not in _OPEN
            and not authorized(headers.get("authorization", ""), options.token)
        ):
            return 401, "a bearer token is needed"
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > options.body:
            return 413, self._too_large()
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        form = "application/x-www-form-urlencoded" if scope["path"] == "/view" else "application/json"
        if scope["method"] in ("POST", "PUT") and kind != form:
            return 415, f"the body must be {form}"
        return None

    def _too_large(self) -> str:
        return f"the body is larger than {self._options.body:,} bytes"

    def _log(self, scope: Message, request: str, seen: dict[str, int], took: float) -> None:
        route = getattr(scope.get("route"), "path", None)  # the pattern: an article's id is no business of a log
        line = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "request": request,
            "method": scope["method"],
            "route": route,
            "status": seen["status"],
            "ms": round(took * 1000, 1),
            "bytes": seen["size"],
        }
        sys.stderr.write(json.dumps(line) + "\n")


def authorized(authorization: str, token: str) -> bool:
    """Whether the header carries the token."""
    scheme, _, given = authorization.partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(given.strip().encode("utf-8", "replace"), token.encode())


def _replay(body: bytes, receive: Receive) -> Receive:
    """The body in one message, then what the connection says."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


async def _say(send: Send, status: int, message: str, request: str) -> None:
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": trouble(status, message, request)})
