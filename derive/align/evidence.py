"""What speaks for a link between two sentences, for every pair that shares a telling term.

All of it is symmetric: swapping the two documents swaps the pair and leaves every value.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from derive.align.terms import Term
from derive.align.weights import weights

_FLOOR = 0.05  # a stem that weighs less brings no pair together
_WORTH = (
    0.2  # containment below which no pair was ever a link (least of 1,639 links: .225); spares the rest 3 of 4 pairs
)
_PREFIX = 5  # letters that two stems share when one word is derived from the other ("inflam|mation", "inflam|e")
_PREFIX_CREDIT = 0.7


class Evidence(NamedTuple):
    """The signals of one pair; each grows with the likelihood of a link."""

    containment: float  # share of either sentence's weight found in the other, added: 0 to 2
    runs: float  # shared pairs of neighbouring stems, cosine: 0 to 1
    rank: float  # overlap relative to the best of its row and of its column, added: 0 to 2
    diagonal: float  # overlap of the sentences before or after both, the larger
    beside: float  # overlap with the neighbours on one side only, added
    new_min: float  # weight that it adds to the best other link of its row, of its column: log(1 + w), the smaller
    new_max: float  # and the larger
    company: float  # the mean best overlap of all sentences of either text, added: how much the texts share at all


class _Side(Struct, frozen=True):
    """One document's sentences as bags of stems."""

    bags: tuple[dict[str, float], ...]  # stem -> weight
    prefixes: tuple[dict[str, str], ...]  # prefix -> stem
    runs: tuple[frozenset[tuple[str, str]], ...]
    totals: tuple[float, ...]


def _side(sentences: Sequence[Sequence[Term]], weight: dict[str, float]) -> _Side:
    stems = [[term.key for term in one] for one in sentences]
    bags = tuple({stem: weight[stem] for stem in dict.fromkeys(one) if weight[stem] > _FLOOR} for one in stems)
    return _Side(
        bags,
        tuple({stem[:_PREFIX]: stem for stem in bag if len(stem) >= _PREFIX and stem.isalpha()} for bag in bags),
        tuple(frozenset(pairwise(one)) for one in stems),
        tuple(sum(bag.values()) or 1.0 for bag in bags),
    )


def _shared(a: _Side, b: _Side) -> dict[tuple[int, int], float]:
    """The weight that each pair shares; a derived form counts for part of its weight."""
    stems: dict[str, list[int]] = defaultdict(list)
    prefixes: dict[str, list[int]] = defaultdict(list)
    for i, bag in enumerate(a.bags):
        for stem in bag:
            stems[stem].append(i)
        for prefix in a.prefixes[i]:
            prefixes[prefix].append(i)
    found: dict[tuple[int, int], float] = {}
    for j, bag in enumerate(b.bags):
        row: dict[int, float] = defaultdict(float)
        for stem, weight in bag.items():
            for i in stems.get(stem, ()):
                row[i] += weight
        for prefix, stem in b.prefixes[j].items():
            for i in prefixes.get(prefix, ()):
                other = a.prefixes[i][prefix]
                if stem not in a.bags[i] and other not in bag:
                    row[i] += _PREFIX_CREDIT * min(bag[stem], a.bags[i][other])
        found.update(((i, j), value) for i, value in row.items())
    return found


def _shared_runs(a: _Side, b: _Side) -> dict[tuple[int, int], int]:
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, runs in enumerate(a.runs):
        for run in runs:
            places[run].append(i)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for j, runs in enumerate(b.runs):
        for run in runs:
            for i in places.get(run, ()):
                found[i, j] += 1
    return found


def _best(
    pairs: Sequence[tuple[int, int]], overlap: dict[tuple[int, int], float], axis: int
) -> dict[int, tuple[int, int]]:
    """For each sentence of one side, its pair with the largest overlap (the first of equals)."""
    best: dict[int, tuple[int, int]] = {}
    for pair in pairs:
        known = best.get(pair[axis])
        if known is None or overlap[pair] > overlap[known]:
            best[pair[axis]] = pair
    return best


def _new(bag: dict[str, float], other: dict[str, float], told: dict[str, float] | None) -> float:
    """The weight that two bags share beyond what a third has of the first already: log(1 + w)."""
    small, large = (bag, other) if len(bag) <= len(other) else (other, bag)
    shared = [weight for stem, weight in small.items() if stem in large and (told is None or stem not in told)]
    return math.log1p(sum(shared))


def gather(source: Sequence[Sequence[Term]], rewrite: Sequence[Sequence[Term]]) -> Iterator[tuple[int, int, Evidence]]:
    """The evidence for each pair of sentences (positions in the two sequences) that shares enough, in order."""
    weight = weights([*source, *rewrite])
    a, b = _side(source, weight), _side(rewrite, weight)
    shared = _shared(a, b)
    runs = _shared_runs(a, b)
    overlap = {(i, j): value / math.sqrt(a.totals[i] * b.totals[j]) for (i, j), value in shared.items()}
    pairs = sorted(overlap)
    best_a, best_b = _best(pairs, overlap, 0), _best(pairs, overlap, 1)
    company = sum(
        sum(overlap[pair] for pair in best.values()) / len(side)
        for best, side in ((best_a, a.bags), (best_b, b.bags))
        if side
    )

    def at(i: int, j: int) -> float:
        return overlap.get((i, j), 0.0)

    for pair in pairs:
        i, j = pair
        containment = min(1.0, shared[pair] / a.totals[i]) + min(1.0, shared[pair] / b.totals[j])
        if containment < _WORTH:
            continue
        told_b = best_b[j][0]  # the source sentence that tells most of j
        told_a = best_a[i][1]
        new_b = _new(b.bags[j], a.bags[i], None if told_b == i else a.bags[told_b])
        new_a = _new(a.bags[i], b.bags[j], None if told_a == j else b.bags[told_a])
        yield (
            i,
            j,
            Evidence(
                containment=containment,
                runs=runs.get(pair, 0) / math.sqrt(max(1, len(a.runs[i])) * max(1, len(b.runs[j]))),
                rank=overlap[pair] / overlap[best_a[i]] + overlap[pair] / overlap[best_b[j]],
                diagonal=max(at(i - 1, j - 1), at(i + 1, j + 1)),
                beside=max(at(i - 1, j), at(i + 1, j)) + max(at(i, j - 1), at(i, j + 1)),
                new_min=min(new_a, new_b),
                new_max=max(new_a, new_b),
                company=company,
            ),
        )
