"""Why an article is a candidate, in words."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from derive.sketch.hashing import word_hash
from derive.sketch.words import words

_NAMED = 4


def reasons(
    text: str, terms: Mapping[int, int], shared: Mapping[int, array[int]], numbers: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """For each number the rarest terms that it shares with the text, and whether their wording is close."""
    spelling = {word_hash(word): word for word in words(text)}
    wanted = set(numbers)
    held: dict[int, list[str]] = {number: [] for number in numbers}
    bands = dict.fromkeys(numbers, 0)
    for key in sorted(shared, key=lambda key: (-terms.get(key, 0), len(shared[key]), key)):
        for number in wanted.intersection(shared[key]):
            if key in terms:
                held[number].append(spelling[key])
            else:
                bands[number] += 1
    return {number: tuple(_told(held[number], bands[number])) for number in numbers}


def _told(terms: list[str], bands: int) -> list[str]:
    why = []
    if terms:
        more = f" and {len(terms) - _NAMED} more" if len(terms) > _NAMED else ""
        why.append(f"shares {', '.join(terms[:_NAMED])}{more}")
    if bands:
        why.append(f"close wording in {bands} {'band' if bands == 1 else 'bands'}")
    return why
