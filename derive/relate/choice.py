"""Which of several related articles a draft is held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from derive.model import Alignment, Relation

_ADDS = 0.08  # share of the draft's words that a further source must explain beyond those before it


class Verified(NamedTuple):
    """A related article: aligned with the draft, its relation named."""

    alignment: Alignment
    relation: Relation


def choose(
    related: Sequence[Verified], most: int, fits: Callable[[Verified], bool] = lambda one: True
) -> list[Verified]:
    """The best source, then each one that explains a further part of the draft, at most `most`.

    A sister rewrite explains nothing that the wire story does not, and would excuse the error that both inherited:
    it stays out, and so does what does not fit; only what is about to be chosen is asked. Among equals the earliest is
    the source.
    """
    left = sorted(related, key=_promise)
    chosen: list[Verified] = []
    told: set[int] = set()
    while left and len(chosen) < most:
        best = left.pop(0) if not chosen else max(left, key=lambda one: _further(one, told))
        if chosen:
            left.remove(best)
            if _further(best, told) < _ADDS:
                break
        if not fits(best):
            continue
        chosen.append(best)
        told |= {j for link in best.alignment.links for j in link.rewrite}
    return chosen


def _promise(one: Verified) -> tuple[float, str, str]:
    article = one.alignment.source.article
    # Coverage to a tenth: what lies within it is the same story, and the earliest of those was there first.
    return -round(one.relation.coverage.rewrite * one.relation.confidence, 1), str(article.published or "9"), article.id


def _further(one: Verified, told: set[int]) -> float:
    draft = one.alignment.rewrite
    total = sum(s.tokens[1] - s.tokens[0] for s in draft.body)
    linked = {j for link in one.alignment.links for j in link.rewrite} - told
    return sum(s.tokens[1] - s.tokens[0] for s in draft.body if s.index in linked) / total if total else 0.0
