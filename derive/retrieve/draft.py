"""One draft and an index -> the articles worth aligning with it.

Two routes in one inverted file. The exact one adds up shared rare words and figures: a brief that lifts three
sentences still shares ten of them. Band keys find close wording where there is little that is rare. Neither says
"derived": the caller verifies each candidate by alignment.
"""

from __future__ import annotations

import datetime as dt
import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping

from msgspec.structs import replace

from derive.model import Candidate, Document
from derive.retrieve.index import Index, indexed, norm
from derive.retrieve.reasons import reasons
from derive.retrieve.window import By, Window, admitted, signed
from derive.sketch import sketch, wording_keys

LIMIT = 200
"""At most so many articles are aligned with one draft."""

_COMMON = 0.02  # a key that more of the index holds says little; at 100,000 articles it costs 2,000 additions
_COMMON_LEAST = 200  # … but in a small index every key may count
_ALWAYS = 8  # of a draft's keys, the rarest stay whatever the index holds
_FLOOR = 0.015  # a stranger's score; of 73 true sources the least scored .079 among 800 articles
_WIDE = 3  # articles drawn by plain sums for each one kept by the cosine


def candidates(
    draft: Document,
    index: Index,
    *,
    limit: int = LIMIT,
    since: dt.date | None = None,
    until: dt.date | None = None,
    outlets: Collection[str] = (),
    exclude_outlets: Collection[str] = (),
    by: By = By.ANYBODY,
) -> list[Candidate]:
    """The articles of the index that the draft may derive from, the likeliest first, at most `limit`.

    The score (0 to 1) is the mean of the cosine of the term vectors (rare words and figures by the frozen table, each
    discounted by how many articles of the index hold it) and the share of wording bands in common. An article under
    the draft's own id is never a candidate, one without a date always may be.
    """
    one = sketch(draft.article.text, replace(index.recipe, passage_slots=0))
    bands = wording_keys(one, index.recipe)
    size = len(index)
    shared = _informative(index.postings([*indexed(one.terms), *bands]), size)
    dots = _add(shared, _weights(one.terms, shared, size))
    collisions = _add(shared, {key: 1 / len(bands) for key in bands if key in shared})
    own = norm(one.terms.values())
    article = draft.article
    window = Window(
        since, until, frozenset(outlets), frozenset(exclude_outlets), article.id, by, signed(article.authors)
    )
    promise = dots | {number: dots.get(number, 0.0) + own * own * share for number, share in collisions.items()}
    scored = []
    for entry in admitted(promise, index, window, limit * _WIDE):
        cosine = dots.get(entry.number, 0.0) / (own * entry.norm or 1.0)
        scored.append((-(min(1.0, cosine) + collisions.get(entry.number, 0.0)) / 2, entry.id, entry.number))
    best = [one for one in sorted(scored) if -one[0] >= _FLOOR][:limit]
    why = reasons(draft.article.text, one.terms, shared, [number for _, _, number in best])
    return [Candidate(id, draft.article.id, round(-score, 4), why[number]) for score, id, number in best]


def _informative(postings: Mapping[int, array[int]], size: int) -> dict[int, array[int]]:
    """The postings without the keys that too many articles hold."""
    ceiling = max(_COMMON_LEAST, _COMMON * size)
    ranked = sorted(postings.items(), key=lambda item: (len(item[1]), item[0]))
    return {key: numbers for rank, (key, numbers) in enumerate(ranked) if rank < _ALWAYS or len(numbers) <= ceiling}


def _weights(terms: Mapping[int, int], shared: Mapping[int, array[int]], size: int) -> dict[int, float]:
    """What each shared term adds to the dot product: its squared weight, less where the index is full of it."""
    scale = math.log(size + 2)
    return {
        key: weight * weight * max(0.05, math.log((size + 2) / len(shared[key])) / scale)
        for key, weight in terms.items()
        if key in shared
    }


def _add(postings: Mapping[int, array[int]], weights: Mapping[int, float]) -> dict[int, float]:
    """The sum of the weights for each number that holds the keys."""
    sums: dict[int, float] = defaultdict(float)
    for key, weight in weights.items():
        for number in postings[key]:
            sums[number] += weight
    return dict(sums)
