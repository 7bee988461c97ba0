"""What retrieval needs of an index, whoever keeps it: an archive on disk or articles in memory."""

from __future__ import annotations

import datetime as dt
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from derive.model import Article
from derive.recipe import SketchRecipe

_MOST = 2000  # a story of 3,000 words has 500 terms; a list of a million names must not fill the index


class Entry(Struct, frozen=True):
    """One article of an index, without its text. `norm` is the length of its term vector (see `norm`)."""

    number: int
    id: str
    outlet: str | None
    day: dt.date | None
    norm: float
    authors: tuple[str, ...] = ()


class Index(Protocol):
    """An inverted file: key -> numbers of the articles that hold it. Keys are terms (below 2^32) and band keys.

    A number belongs to one version of one article for ever; postings may name numbers that are gone, `entries` never.
    """

    @property
    def recipe(self) -> SketchRecipe:
        """The recipe of every sketch in the index."""
        ...

    def __len__(self) -> int:
        """How many articles it holds."""
        ...

    def postings(self, keys: Sequence[int]) -> Mapping[int, array[int]]:
        """The numbers that hold each of the keys; a key that nothing holds is missing."""
        ...

    def entries(self, numbers: Sequence[int]) -> Iterable[Entry]:
        """What is known of each number that is still current, in any order."""
        ...

    def article(self, id: str) -> Article:
        """The article of this id, its newest version. Raises KeyError where there is none."""
        ...


def indexed(terms: Mapping[int, int]) -> list[int]:
    """The terms under which an article stands in an index: all of them, of a monster the weightiest 2,000."""
    if len(terms) <= _MOST:
        return list(terms)
    return sorted(sorted(terms, key=lambda term: (-terms[term], term))[:_MOST])


def norm(weights: Iterable[int]) -> float:
    """The length of a term vector; weights are tenths."""
    return math.sqrt(sum(weight * weight for weight in weights))
