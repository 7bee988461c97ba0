"""Article -> what an archive keeps of it."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct
from msgspec.structs import replace

from derive.model import Article
from derive.recipe import SketchRecipe
from derive.retrieve.index import indexed, norm
from derive.sketch import Sketch, sketch, wording_keys
from derive.sketch.bands import WORDING

_LEVEL = 3
_MANY = 400  # articles at 6 ms in plain Python; the compiled path takes 1 s to load, and 5 s the first time ever


class Record(Struct, frozen=True):
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
    made = blake2b(digest_size=16)
    said = (article.title, article.text, article.outlet, stamp(article.published), article.language, article.url)
    # No author adds nothing: what was stored before there were authors has not changed.
    for part in (*said, *article.authors):
        made.update(b"-" if part is None else b"%d:" % len(part))
        made.update((part or "").encode("utf-8", "surrogatepass"))
    return made.digest()


def records(articles: Sequence[Article], recipe: SketchRecipe) -> list[Record]:
    """Sketch and pack articles; many at once are sketched by the compiled path."""
    recipe = replace(recipe, passage_slots=0)  # the index is searched by terms and wording; passages are for corpora
    if len(articles) >= _MANY:
        return list(_in_bulk(articles, recipe))
    sketches = [sketch(article.text, recipe) for article in articles]
    return [_record(a, one, wording_keys(one, recipe)) for a, one in zip(articles, sketches, strict=True)]


def _in_bulk(articles: Sequence[Article], recipe: SketchRecipe) -> Iterator[Record]:
    from derive.sketch.bands import keys_of_many
    from derive.sketch.bulk import sketch_many

    many = sketch_many([article.text for article in articles], recipe)
    keys, owners = keys_of_many(many.wording, recipe.wording_bands, WORDING)
    bands: dict[int, list[int]] = {}
    for key, owner in zip(keys.tolist(), owners.tolist(), strict=True):
        bands.setdefault(owner, []).append(key)
    for number, (article, one) in enumerate(zip(articles, many, strict=True)):
        yield _record(article, one, bands.get(number, []))


def _record(article: Article, one: Sketch, bands: Sequence[int]) -> Record:
    return Record(
        article,
        digest(article),
        pack(article),
        (*indexed(one.terms), *bands),
        norm(one.terms.values()),
        one.wording.tobytes(),
        one.substance.tobytes(),
    )


def pack(article: Article) -> bytes:
    """An article, compressed: 2.3 kB of news become 1.3, at half the time of zlib's usual level."""
    fields = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "published": stamp(article.published),
        "language": article.language,
        "path": article.path,
        "url": article.url,
        "authors": article.authors,
    }
    return zlib.compress(json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes) -> Article:
    """The article that was packed. Raises ValueError or zlib.error for what `pack` did not make."""
    fields = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    read = {"published": moment(fields["published"]), "authors": tuple(fields.get("authors", ()))}
    return Article(**{**fields, **read})


def stamp(published: dt.date | None) -> str | None:
    """A day or a moment as an ISO 8601 string."""
    return published.isoformat() if published else None


def moment(published: str | None) -> dt.date | None:
    """The day or the moment that an ISO 8601 string stands for."""
    if published is None:
        return None
    return dt.datetime.fromisoformat(published) if "T" in published else dt.date.fromisoformat(published)
