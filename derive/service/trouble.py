"""Errors as answers: a code, one line, the request's id; never a traceback, never the article's words."""

from __future__ import annotations

import json

_CODES = {
    400: "bad-request",
    401: "unauthorized",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    408: "timeout",
    413: "too-large",
    415: "unsupported-media-type",
    422: "unprocessable",
    503: "unavailable",
    504: "timeout",
}


def trouble(status: int, message: str, request: str) -> bytes:
    """The body of an error."""
    error = {"code": _CODES.get(status, "internal"), "message": message, "request": request}
    return json.dumps({"error": error}, ensure_ascii=False).encode("utf-8", "replace")
