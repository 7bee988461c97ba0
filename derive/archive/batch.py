"""What an `add` has to do: the articles of one call, each id once, and their postings."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from derive.archive.record import Record, digest
from derive.errors import ArchiveError
from derive.model import Article


def distinct(articles: Sequence[Article]) -> dict[str, Article]:
    """The articles by id; the same article given twice counts once.

    Raises ArchiveError when an id stands for two different articles.
    """
    found: dict[str, Article] = {}
    for article in articles:
        before = found.setdefault(article.id, article)
        if before is not article and digest(before) != digest(article):
            raise ArchiveError(f"{article.id}: two different articles have this id")
    return found


def postings(numbered: Iterable[tuple[int, Record]]) -> Iterator[tuple[int, array[int]]]:
    """For each key, in order, the numbers of the records that hold it (unsigned 32-bit, ascending if given so)."""
    table: dict[int, array[int]] = {}
    for number, record in numbered:
        for key in record.keys:
            table.setdefault(key, array("I")).append(number)
    return ((key, table[key]) for key in sorted(table))
