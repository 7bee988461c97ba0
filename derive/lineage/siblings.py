"""A third text at hand: of two candidates for one parent, which one did the rewrite really see?

A rewrite of the wire and a sister rewrite share what both took from the wire. What tells them from a chain is the
rest: words that the rewrite shares with the wire and the sister lacks prove the wire, words that it shares with the
sister and the wire lacks prove the sister.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from derive.lineage.families import Derivation
from derive.model import Document, Token
from derive.text.frequency import zipf

_COMMON = 5.5  # Zipf from which a word is shared by chance
_LEAST = 3.0  # weight, about two rare words, by which one side must lead
_CHANCE = 0.25  # what a rewrite shares with its sister alone, for each word that it shares with the original alone
_RIVALS = 3  # parents of either article that are held against an edge, the surest: a bound for stories told by all
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")  # "2.14" of "2.14bn" and of "2.14 billion": what a correction changes


def through(original: Document, sister: Document, rewrite: Document) -> bool:
    """Whether the rewrite saw the sister and not the original, from which the sister derives."""
    from_original, from_sister = _shared(original, sister, rewrite)
    return from_sister - from_original >= _LEAST


def adds_nothing(original: Document, sister: Document, rewrite: Document) -> bool:
    """Whether all that the rewrite shares with the sister stands in the original, but for what chance explains."""
    from_original, from_sister = _shared(original, sister, rewrite)
    return from_sister < max(_LEAST, _CHANCE * from_original)


def _shared(original: Document, sister: Document, rewrite: Document) -> tuple[float, float]:
    """The weight of the words that the rewrite shares with only one of the two."""
    first, second, own = _words(original), _words(sister), _words(rewrite)
    return (
        sum(weight for stem, weight in own.items() if stem in first and stem not in second),
        sum(weight for stem, weight in own.items() if stem in second and stem not in first),
    )


def _words(document: Document) -> dict[str, float]:
    return {
        _key(word): _COMMON - zipf(word.norm)
        for sentence in document.body
        for word in document.words(sentence)
        if zipf(word.norm) < _COMMON
    }


def _key(word: Token) -> str:
    figure = _FIGURE.match(word.norm)
    return figure[0] if figure else word.stem


def settled(
    edges: Iterable[Derivation], read: Callable[[str], Document], likely: Iterable[Derivation] = ()
) -> list[Derivation]:
    """The edges without those that a third text explains: of two sister rewrites none is the other's parent.

    Where nothing tells, the original is the parent. An edge that fell explains no other. What is `likely`, yet not
    sure by itself, becomes an edge where it explains a sister's: both are of one family, and this is the nearer parent.
    """
    known = sorted(edges, key=lambda one: (one.weight, one.source, one.rewrite))
    parents: dict[str, dict[str, Derivation]] = defaultdict(dict)
    for edge in known:
        parents[edge.rewrite][edge.source] = edge
    possible = {one[:2]: one for one in likely}
    for article, sister in [(edge.rewrite, edge.source) for edge in known]:
        above = sorted(parents[sister], key=lambda one: (-parents[sister][one].weight, one))[:_RIVALS]
        for original in above:
            mine = parents[article].get(original) or possible.get((original, article))
            if mine and sister in parents[article]:
                if through(read(original), read(sister), read(article)):
                    parents[article].pop(original, None)
                else:
                    del parents[article][sister]
                    parents[article][original] = mine
    return sorted(edge for of_one in parents.values() for edge in of_one.values())
