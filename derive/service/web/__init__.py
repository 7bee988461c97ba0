"""The web page: paste or drop a draft and, if at hand, its original; the answer is the editor's view.

Nothing is loaded from elsewhere and nothing leaves the machine that serves it. It works without a script; the script
only reads dropped files into the fields.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from derive.errors import InputError
from derive.report import Report
from derive.service.guard import authorized
from derive.service.options import Options
from derive.service.pool import Pool
from derive.service.shapes import Check, Compare, Given, Markup
from derive.service.work import Work, as_page

_HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_KINDS = {"page.css": "text/css", "page.js": "text/javascript"}


def routes(api: FastAPI, work: Work, pool: Pool, options: Options) -> None:
    """Add the page, its two files and the view that its form asks for."""
    token = (
        '<p><label>Token <input type="password" name="token" autocomplete="off"></label></p>' if options.token else ""
    )
    known = "the archive of this service" if work.has_archive else "nothing: this service has no archive"
    page = (_HERE / "page.html").read_text("utf-8").replace("<!--token-->", token).replace("<!--home-->", known)

    @api.get("/", include_in_schema=False)
    async def index() -> Response:
        return Response(page, media_type="text/html", headers={"content-security-policy": _POLICY})

    @api.get("/page.{kind}", include_in_schema=False)
    async def part(kind: str) -> Response:
        if f"page.{kind}" not in _KINDS:
            raise HTTPException(404, "no such page")
        return Response((_HERE / f"page.{kind}").read_text("utf-8"), media_type=_KINDS[f"page.{kind}"])

    @api.post("/view", include_in_schema=False)
    async def view(request: Request) -> Response:
        fields = {key: values[0] for key, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()}
        if options.token and not authorized(f"Bearer {fields.get('token', '')}", options.token):
            raise HTTPException(401, "the token is not right")
        made = await pool.run(lambda: as_page(_made(work, fields)))
        # The view brings its own policy; frames are the one thing that only a header can forbid.
        return Response(made, media_type="text/html", headers={"content-security-policy": "frame-ancestors 'none'"})


def _made(work: Work, fields: dict[str, str]) -> Report:
    """The report on what the form holds. Raises InputError."""
    draft, original = (_given(fields, name) for name in ("draft", "original"))
    if draft is None:
        raise InputError("draft", "is empty")
    if original is None:
        return work.check(Check(draft=draft))
    return work.compare(Compare(sources=[original], rewrite=draft))


def _given(fields: dict[str, str], name: str) -> Given | None:
    # A browser sends line ends as CR LF, whatever was pasted.
    text = fields.get(name, "").replace("\r\n", "\n")
    if not text.strip():
        return None
    markup = Markup.HTML if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")) else Markup.TEXT
    return Given(id=name, text=text, markup=markup, published=fields.get(f"{name}-date"))
