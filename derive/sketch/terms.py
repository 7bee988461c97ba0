"""What a paraphrase keeps: rare words and figures, each with the weight of its rarity."""

from __future__ import annotations

from functools import lru_cache

from derive.sketch.hashing import word_hash
from derive.text.frequency import zipf

CEILING = 80  # tenths of a Zipf; "the" stands at 73
_UNKNOWN = 57
_YEAR = 40


@lru_cache(maxsize=1 << 16)
def weight(word: str, rare_below: int) -> int:
    """The weight of a folded word in tenths of a Zipf below 8.0, or 0 for a word that is no term.

    A word is one when it has two letters or more and its Zipf frequency is below `rare_below` tenths. A figure is one
    from three characters on; a year weighs less, for it stands in every third story.
    """
    if word[0] in "0123456789":
        if len(word) < 3:
            return 0
        return _YEAR if len(word) == 4 and word[:2] in ("19", "20") else _UNKNOWN
    tenths = round(zipf(word) * 10)
    return CEILING - tenths if tenths < rare_below and len(word) > 1 else 0


def terms(words: list[str], rare_below: int) -> dict[int, int]:
    """The distinct terms among folded words: hash -> weight, in order of the hash."""
    found = {}
    for word in set(words):
        value = weight(word, rare_below)
        if value:
            found[word_hash(word)] = value
    return dict(sorted(found.items()))
