"""What a paraphrase keeps: rare words and figures, each with the weight of its rarity."""

from __future__ import annotations

from functools import lru_cache

from derive.sketch.hashing import word_hash
from derive.text.frequency import UNKNOWN, zipf

CEILING = 80  # tenths of a Zipf; "the" stands at 73
YEAR = 40  # stands in every third story
NEVER = 255


@lru_cache(maxsize=1 << 16)
def commonness(word: str) -> int:
    """How common a folded word is, in tenths of a Zipf; `NEVER` is no term whatever the recipe.

    One letter and figures below 100 never are. A longer figure is as rare as a word that the table lacks.
    """
    if word[0] in "0123456789":
        if len(word) < 3:
            return NEVER
        return YEAR if len(word) == 4 and word[:2] in ("19", "20") else round(UNKNOWN * 10)
    return round(zipf(word) * 10) if len(word) > 1 else NEVER


def terms(words: list[str], rare_below: int) -> dict[int, int]:
    """The distinct terms among folded words, in order of the hash: hash -> weight, tenths of a Zipf below 8.0."""
    found: dict[int, int] = {}
    for word in set(words):
        tenths = commonness(word)
        if tenths < rare_below:
            value = word_hash(word)
            found[value] = max(CEILING - tenths, found.get(value, 0))  # two words may have one hash
    return dict(sorted(found.items()))
