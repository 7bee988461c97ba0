"""Plain text: the article is the decoded file itself."""

from __future__ import annotations

from collections.abc import Iterator

from derive.ingest.source import Source
from derive.model import Article


def articles(source: Source) -> Iterator[Article]:
    """The one article of a text file."""
    text = source.text()
    yield Article(id=source.path, text=text, path=source.path, notes=source.notes)
