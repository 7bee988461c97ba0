"""Article -> what an archive keeps of it."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from derive.model import Article
from derive.recipe import SketchRecipe
from derive.retrieve.index import index_keys, norm
from derive.sketch import Sketch, sketch

_MANY = 100  # articles at 12 ms in plain Python; the compiled path costs a second to load


@dataclass(frozen=True, slots=True)
class Record:
    """An article ready to be stored: its packed form, signatures (little-endian 32-bit) and index keys."""

    article: Article
    digest: bytes
    packed: bytes
    keys: tuple[int, ...]
    norm: float
    wording: bytes
    substance: bytes


def digest(article: Article) -> bytes:
    """16 bytes that change when the article does; where its file lies is no part of it."""
    said = [article.title, article.text, article.outlet, stamp(article.published), article.language, article.url]
    return blake2b(json.dumps(said).encode(), digest_size=16).digest()


def records(articles: Sequence[Article], recipe: SketchRecipe) -> list[Record]:
    """Sketch and pack articles; many at once are sketched by the compiled path."""
    recipe = replace(recipe, passage_slots=0)  # the index is searched by terms and wording; passages are for corpora
    if len(articles) >= _MANY:
        return list(_in_bulk(articles, recipe))
    return [_record(article, sketch(article.text, recipe), recipe) for article in articles]


def _in_bulk(articles: Sequence[Article], recipe: SketchRecipe) -> Iterator[Record]:
    from derive.sketch.bulk import sketch_many

    many = sketch_many([article.text for article in articles], recipe)
    for article, one in zip(articles, many, strict=True):
        yield _record(article, one, recipe)


def _record(article: Article, one: Sketch, recipe: SketchRecipe) -> Record:
    return Record(
        article,
        digest(article),
        pack(article),
        tuple(index_keys(one, recipe)),
        norm(one.terms.values()),
        one.wording.tobytes(),
        one.substance.tobytes(),
    )


def pack(article: Article) -> bytes:
    """An article, compressed (2.5 kB of news become 1.4)."""
    fields = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "published": stamp(article.published),
        "language": article.language,
        "path": article.path,
        "url": article.url,
    }
    return zlib.compress(json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpack(packed: bytes) -> Article:
    """The article that was packed. Raises ValueError or zlib.error for what `pack` did not make."""
    fields = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    return Article(**{**fields, "published": moment(fields["published"])})


def stamp(published: dt.date | None) -> str | None:
    """A day or a moment as an ISO 8601 string."""
    return published.isoformat() if published else None


def moment(published: str | None) -> dt.date | None:
    """The day or the moment that an ISO 8601 string stands for."""
    if published is None:
        return None
    return dt.datetime.fromisoformat(published) if "T" in published else dt.date.fromisoformat(published)
