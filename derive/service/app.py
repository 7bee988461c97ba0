"""The routes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from derive import __version__
from derive.archive import Archive
from derive.errors import ArchiveError, InputError, UsageError
from derive.model import Article
from derive.service import web
from derive.service.guard import Guard
from derive.service.options import Options
from derive.service.pool import Busy, Pool
from derive.service.shapes import Check, Compare, Offsets, Text
from derive.service.trouble import trouble
from derive.service.work import Work, as_json, as_validation, encoded

_STATUS: dict[type[Exception], int] = {
    InputError: 422,
    UsageError: 400,
    ArchiveError: 503,
    Busy: 503,
    TimeoutError: 504,
}
_ERROR = {"description": "An error: `{error: {code, message, request}}`."}
_RESPONSES: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 403, 408, 413, 415, 422, 503, 504), _ERROR)


def app(options: Options) -> Guard:
    """The application of one worker, behind its guard."""
    api = FastAPI(
        title="derive",
        version=__version__,
        summary="Which article a draft was derived from, and every fact that changed on the way.",
        docs_url=None,  # those pages would load scripts from elsewhere
        redoc_url=None,
        responses=_RESPONSES,
    )
    work = Work(options.settings)
    pool = Pool(options.threads, options.waiting, options.seconds)
    _errors(api)
    _examine(api, work, pool)
    _articles(api, work, pool)
    web.routes(api, work, pool, options)

    @api.get("/healthz", tags=["service"])
    async def health() -> Response:
        """Whether it works, and how many articles its archive holds."""
        held = await pool.run(lambda: work.with_archive(len)) if work.has_archive else None
        return _json({"status": "ok", "version": __version__, "articles": held})

    return Guard(api, options)


def _json(data: object, status: int = 200) -> Response:
    return Response(data if isinstance(data, bytes) else encoded(data), status, media_type="application/json")


def _examine(api: FastAPI, work: Work, pool: Pool) -> None:
    @api.post("/v1/compare", tags=["examine"])
    async def compare(request: Compare, offsets: Offsets = Offsets.CODE_POINTS, text: bool = False) -> Response:
        """Hold a rewrite against its originals: a `derive.report/1`."""
        return _json(await pool.run(lambda: as_json(work.compare(request), offsets, text=text)))

    @api.post("/v1/check", tags=["examine"])
    async def check(request: Check, offsets: Offsets = Offsets.CODE_POINTS, text: bool = False) -> Response:
        """Find a draft's sources and hold it against them: a `derive.report/1`."""
        return _json(await pool.run(lambda: as_json(work.check(request), offsets, text=text)))

    @api.post("/v1/validate", tags=["examine"])
    async def validate(request: Check, offsets: Offsets = Offsets.CODE_POINTS) -> Response:
        """The same as `check`, as `errors` and `warnings` for an editor in a content management system."""
        return _json(await pool.run(lambda: as_validation(work.check(request), offsets)))


def _articles(api: FastAPI, work: Work, pool: Pool) -> None:
    async def archive(use: Callable[[Archive], Any]) -> Any:
        if not work.has_archive:
            raise HTTPException(404, "this service has no archive")
        return await pool.run(lambda: work.with_archive(use))

    @api.get("/v1/articles/{id:path}", tags=["archive"], responses={404: _ERROR})
    async def get(id: str) -> Response:
        """The newest version of an article."""
        try:
            found = await archive(lambda one: one.article(_fit(id)))
        except KeyError:
            raise HTTPException(404, "no such article") from None
        return _json(_record(found))

    @api.put("/v1/articles/{id:path}", tags=["archive"], status_code=200, responses={201: {}, 404: _ERROR})
    async def put(id: str, body: Text) -> Response:
        """Keep an article; what is there under the id stays as an earlier version."""
        added = await archive(lambda one: one.add([body.article(_fit(id))]))
        stored = "new" if added.new else "changed" if added.changed else "unchanged"
        return _json({"id": id, "stored": stored}, 201 if added.new else 200)

    @api.delete("/v1/articles/{id:path}", tags=["archive"], status_code=204, responses={404: _ERROR})
    async def delete(id: str) -> Response:
        """Delete an article with all its versions."""
        if not await archive(lambda one: one.remove([_fit(id)])):
            raise HTTPException(404, "no such article")
        return Response(status_code=204)


def _fit(id: str) -> str:
    """An id that can be stored and shown."""
    if not 0 < len(id) <= 512 or not id.isprintable():
        raise InputError("id", "wants 1 to 512 printable characters")
    return id


def _record(one: Article) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": one.text,
        "title": one.title,
        "outlet": one.outlet,
        "authors": list(one.authors),
        "published": one.published.isoformat() if one.published else None,
        "language": one.language,
        "url": one.url,
    }


def _errors(api: FastAPI) -> None:
    def say(request: Request, status: int, message: str) -> Response:
        headers = {"retry-after": "1"} if status == 503 else None
        body = trouble(status, message, request.scope["state"]["request"])
        return Response(body, status, headers, media_type="application/json")

    async def known(request: Request, error: Exception) -> Response:
        messages = {Busy: "too many requests at once", TimeoutError: "it took too long"}
        status = next(code for kind, code in _STATUS.items() if isinstance(error, kind))
        return say(request, status, messages.get(type(error), str(error)))

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return say(request, error.status_code, str(error.detail))

    async def malformed(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        # Place and reason, never the input: it is somebody's article.
        places = (".".join(map(str, one["loc"])) + ": " + one["msg"] for one in error.errors()[:5])
        return say(request, 422, "; ".join(places))

    async def unknown(request: Request, error: Exception) -> Response:
        return say(request, 500, f"internal error: {type(error).__name__}")

    for kind in _STATUS:
        api.add_exception_handler(kind, known)
    api.add_exception_handler(HTTPException, refused)
    api.add_exception_handler(RequestValidationError, malformed)
    api.add_exception_handler(Exception, unknown)
