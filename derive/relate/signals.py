"""What an aligned pair shares, in numbers: the ground on which a relation is judged.

Words inside quotation marks are left out where it matters: two reporters at one press conference share them.
All of it is symmetric.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from derive.model import Alignment, Document, Role, Sentence
from derive.text.frequency import zipf

_GRAM = 4
_PEAK = 3  # links: a brief lifts three or four sentences
_FEW = 6  # unquoted words below which a sentence proves nothing
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„\n]{1,1500}[”\"»“]")


class Signals(NamedTuple):
    """Shares are of the shorter or the better covered side: 0 to 1."""

    coverage: float  # of its words by linked sentences, weighted by rarity: the better covered side
    coverage_low: float  # and the other
    runs: float  # log(1 + unquoted word 4-grams in both)
    run_share: float  # those, as a share of the shorter side's
    strong: float  # sentences with a link that shares two unquoted 3-grams or more, as a share
    order: float  # neighbouring links that go forward on both sides, as a share; a half where there are too few
    certainty: float  # mean probability of the links
    peak: float  # overlap (cosine by rarity) of the unquoted words of the three links where it is largest, on average
    names: float  # words with a capital inside a sentence that the other side has, too: share of the shorter list


def signals(alignment: Alignment) -> Signals:
    """Measure a pair."""
    source, rewrite = _Side(alignment.source), _Side(alignment.rewrite)
    covered = (
        _coverage(alignment.source, {i for link in alignment.links for i in link.source}),
        _coverage(alignment.rewrite, {j for link in alignment.links for j in link.rewrite}),
    )
    grams = (source.all_runs(), rewrite.all_runs())
    shared = len(grams[0] & grams[1])
    shorter = max(1, min(len(alignment.source.body), len(alignment.rewrite.body)))
    links = [
        (link.rewrite[0], link.source[0], link.score)
        for link in alignment.links
        if alignment.rewrite.sentences[link.rewrite[0]].role is Role.BODY
    ]
    strong = {j for j, i, _ in links if len(source.runs(i, 3) & rewrite.runs(j, 3)) >= 2}
    best = sorted((_overlap(source.weighed(i), rewrite.weighed(j)) for j, i, _ in links), reverse=True)[:_PEAK]
    return Signals(
        coverage=max(covered),
        coverage_low=min(covered),
        runs=math.log1p(shared),
        run_share=shared / max(1, min(map(len, grams))),
        strong=min(1.0, len(strong) / shorter),
        order=_order(links),
        certainty=sum(score for *_, score in links) / len(links) if links else 0.0,
        peak=sum(best) / _PEAK,
        names=_shared_names(source.names(), rewrite.names()),
    )


class _Side:
    """One document's words outside quotation marks, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._outside = _unquoted(document)
        self._runs: dict[tuple[int, int], frozenset[tuple[str, ...]]] = {}

    def runs(self, sentence: int, size: int) -> frozenset[tuple[str, ...]]:
        """The runs of so many unquoted stems in a sentence."""
        key = (sentence, size)
        if key not in self._runs:
            found: set[tuple[str, ...]] = set()
            for stems in self._stretches(self._document.sentences[sentence]):
                found.update(zip(*(stems[at:] for at in range(size)), strict=False))
            self._runs[key] = frozenset(found)
        return self._runs[key]

    def all_runs(self) -> set[tuple[str, ...]]:
        """Those of the whole body."""
        return {run for sentence in self._document.body for run in self.runs(sentence.index, _GRAM)}

    def names(self) -> frozenset[str]:
        """The stems of the body's words that have a capital although no sentence begins with them."""
        document = self._document
        return frozenset(
            word.stem
            for sentence in document.body
            for word in document.words(sentence)[1:]
            if document.plain[word.start].isupper()
        )

    def weighed(self, sentence: int) -> dict[str, float] | None:
        """The unquoted stems of a sentence by rarity; None where quotation prevails."""
        first, last = self._document.sentences[sentence].tokens
        free = [at for at in range(first, last) if self._outside[at]]
        if len(free) < max(_FEW, (last - first) / 2):
            return None  # two reporters who quote one speaker also name and introduce him alike
        tokens = self._document.tokens
        return {tokens[at].stem: max(0.0, 6.5 - zipf(tokens[at].norm)) for at in free}

    def _stretches(self, sentence: Sentence) -> Iterator[list[str]]:
        """The stems between quotations."""
        first, last = sentence.tokens
        stems: list[str] = []
        for token, free in zip(self._document.tokens[first:last], self._outside[first:last], strict=True):
            if free:
                stems.append(token.stem)
            elif stems:
                yield stems
                stems = []
        yield stems


def _shared_names(one: frozenset[str], other: frozenset[str]) -> float:
    return (len(one & other) + 0.5) / (min(len(one), len(other)) + 1)  # of no names a half is known


def _overlap(one: dict[str, float] | None, other: dict[str, float] | None) -> float:
    """Cosine of the unquoted words of two sentences, each weighing by its rarity."""
    if one is None or other is None:
        return 0.0
    shared = sum(weight for stem, weight in one.items() if stem in other)
    return shared / math.sqrt(sum(one.values()) * sum(other.values()) or 1.0)


def _weight(document: Document, sentence: Sentence) -> float:
    return sum(max(0.0, 7 - zipf(word.norm)) for word in document.words(sentence))


def _coverage(document: Document, linked: set[int]) -> float:
    weights = {one.index: _weight(document, one) for one in document.body}
    total = sum(weights.values())
    return sum(weight for index, weight in weights.items() if index in linked) / total if total else 0.0


def _unquoted(document: Document) -> tuple[bool, ...]:
    """For each word, whether it stands outside quotation marks (by a plain scan: in bulk no facts are at hand)."""
    found = [True] * len(document.tokens)
    for mark in _QUOTED.finditer(document.plain):
        first, last = (bisect_left(document.starts, at) for at in mark.span())
        found[first:last] = [False] * (last - first)
    return tuple(found)


def _order(links: list[tuple[int, int, float]]) -> float:
    best: dict[int, tuple[float, int]] = {}
    for j, i, score in links:
        best[j] = max(best.get(j, (0.0, -1)), (score, -i))
    path = [-best[j][1] for j in sorted(best)]
    return sum(one <= other for one, other in pairwise(path)) / (len(path) - 1) if len(path) > 2 else 0.5
