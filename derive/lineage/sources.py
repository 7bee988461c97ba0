"""An article's further sources: a forest gives it one parent, yet it may lift from several articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from derive.lineage.families import Derivation

_ADDS = 0.08  # share of the article that a further source must explain beyond those before it
_MOST = 3

Explained = Mapping[int, float]
"""What a source explains of an article: places (any numbering), each with its share (0 to 1) of the article."""


def further(edges: Iterable[Derivation], parents: Mapping[str, str]) -> dict[str, list[str]]:
    """For each article with a parent the other articles that an edge makes its source, the surest first."""
    found: dict[str, list[str]] = {}
    for edge in sorted(edges, key=lambda one: (-one.weight, one.source)):
        if edge.rewrite in parents and edge.source != parents[edge.rewrite]:
            found.setdefault(edge.rewrite, []).append(edge.source)
    return found


def unplaced(likely: Iterable[Derivation], parents: Mapping[str, str]) -> dict[str, list[str]]:
    """For each article without a parent those that it shares a source with, the surest first.

    No edge and no family, yet no silence either: a rewrite that kept no wording is among them. Of an original and its
    rewrite the original stays, as in `siblings.settled`.
    """
    found: dict[str, list[str]] = {}
    for edge in sorted(likely, key=lambda one: (-one.weight, one.source)):
        if edge.rewrite not in parents:
            found.setdefault(edge.rewrite, []).append(edge.source)
    return {article: [one for one in some if parents.get(one) not in some] for article, some in found.items()}


def explaining(parent: str, others: Sequence[str], explained: Mapping[str, Explained]) -> list[str]:
    """The parent, then each other source that explains a further part of the article, at most three in all."""
    chosen, left, known = [parent], list(others), set(explained[parent])

    def adds(one: str) -> float:
        return sum(share for place, share in explained[one].items() if place not in known)

    while left and len(chosen) < _MOST:
        best = max(left, key=adds)
        if adds(best) < _ADDS:
            break
        left.remove(best)
        chosen.append(best)
        known.update(explained[best])
    return chosen
