"""Two figures that stand each at the other's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from derive.checks.figures.likeness import Figure
from derive.facts.quantities.compare import agree
from derive.facts.quantities.nouns import GENERIC


def swaps(
    news: Sequence[Figure], olds: Sequence[Figure], agreed: dict[int, int],
    placed_so: Callable[[Figure, Figure, Figure, Figure], bool],
) -> dict[int, int]:  # fmt: skip
    """Which figures changed places (by index, both ways): 40 men and 60 women for 60 men and 40 women.

    `agreed` says which of the `olds` each of the `news` agrees with, `placed_so` whether a figure stands for the last
    of four, and the third for the second.
    """
    found: dict[int, int] = {}
    for i, j in agreed.items():
        for k, m in agreed.items():
            if i >= k or i in found or k in found or not _may_cross(news[i], olds[j], news[k], olds[m]):
                continue
            four = news[i], olds[j], news[k], olds[m]
            if (j > m and placed_so(*four)) or _crossed(*four):  # in their places two change their order
                found[i], found[k] = k, i
    return found


def _may_cross(new: Figure, old: Figure, other: Figure, its: Figure) -> bool:
    alike = new.mention.kind is other.mention.kind
    return alike and not agree(new.mention, its.mention) and not agree(other.mention, old.mention)


def _crossed(new: Figure, old: Figure, other: Figure, its: Figure) -> bool:
    if {new.lead, other.lead} == {old.lead, its.lead} == {"from", "to"}:
        return new.lead == its.lead
    return all(_owner(a, b) and not _owner(a, c) for a, b, c in ((new, its, old), (other, old, its)))


def _owner(a: Figure, b: Figure) -> bool:
    if a.mention.noun and b.mention.noun:
        return bool((set(a.mention.noun) & set(b.mention.noun)) - GENERIC) or set(a.mention.noun) == set(b.mention.noun)
    return len(a.near & b.near) >= 1
