"""The bodies of requests, as the OpenAPI document states them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from derive.errors import InputError
from derive.ingest import html, jsonl
from derive.ingest.source import Source
from derive.model import Article
from derive.retrieve import By

_MOST = 64  # sources in one request
_LONGEST = 200_000  # characters: twice the longest magazine piece; a pair of that length takes tens of seconds


class Markup(StrEnum):
    """How a text is written. Offsets count the words that are read from HTML, which `text=true` returns."""

    TEXT = "text"
    HTML = "html"


class Offsets(StrEnum):
    """What offsets count: code points (Python), or UTF-16 units (browsers, ProseMirror, the language server)."""

    CODE_POINTS = "codepoints"
    UTF16 = "utf16"


class Text(BaseModel):
    """An article without its id."""

    model_config = ConfigDict(extra="forbid", str_max_length=_LONGEST)

    text: Annotated[str, Field(min_length=1)]
    markup: Markup = Markup.TEXT
    title: str | None = None
    outlet: str | None = None
    authors: list[str] | None = None
    published: str | None = Field(None, description="ISO 8601 date or date-time.")
    language: str | None = None
    url: str | None = None

    def article(self, identity: str) -> Article:
        """The article under an id. Raises InputError."""
        if "\x00" in self.text or not self.text.strip():
            raise InputError(identity, "holds no text, or NUL characters")
        record = self.model_dump(exclude={"markup", "id"}, exclude_none=True)
        try:
            if self.markup is Markup.HTML:
                page = next(html.articles(Source(identity, self.text.encode("utf-8"))))
                read = {
                    "text": page.text,
                    "title": page.title,
                    "outlet": page.outlet,
                    "url": page.url,
                    "authors": list(page.authors),
                    "published": page.published.isoformat() if page.published else None,
                }
                record = {**read, **record, "text": page.text}
            return jsonl.article({**record, "id": identity}, identity, identity)
        except ValueError as error:
            raise InputError(identity, str(error)) from None


class Given(Text):
    """An article of a request."""

    id: str | None = Field(None, min_length=1, max_length=512)


class Compare(BaseModel):
    """A rewrite and its originals."""

    model_config = ConfigDict(extra="forbid")

    sources: Annotated[list[Given], Field(min_length=1, max_length=_MOST)]
    rewrite: Given


class Check(BaseModel):
    """A draft whose sources are looked for in the archive, or among `against`."""

    model_config = ConfigDict(extra="forbid")

    draft: Given
    against: Annotated[list[Given], Field(max_length=_MOST)] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    exclude_outlets: list[str] | None = None
    max_sources: Annotated[int, Field(ge=1, le=20)] | None = None
    by: By = By.ANYBODY


def named(given: list[Given], last: Given) -> tuple[list[Article], Article]:
    """The articles with their ids; what came without one is `source-1`, … and `draft`. Raises InputError."""
    sources = [one.article(one.id or f"source-{number}") for number, one in enumerate(given, 1)]
    draft = last.article(last.id or "draft")
    identities = [one.id for one in (*sources, draft)]
    for one in identities:
        if identities.count(one) > 1:
            raise InputError(one, "two articles have this id")
    return sources, draft
