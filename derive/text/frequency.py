"""How common a word is in English at large, by a frozen table: what is rare never depends on the texts at hand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

UNKNOWN = 2.3
"""The Zipf value of a word that the table lacks (it ends at 2.6), and of every figure."""


@cache
def _lines() -> list[str]:
    # 46,000 words in order, split in 2 ms: making a dict of them takes 10 ms, longer than a draft needs.
    return (Path(__file__).parent / "data" / "frequencies.txt").read_text("ascii").splitlines()


@lru_cache(maxsize=1 << 16)
def zipf(norm: str) -> float:
    """The Zipf frequency (log10 of occurrences per billion words) of a lower-case word; 7.7 for "the".

    Takes the word as spelt or in its form for matching (`Token.norm`), without diacritics.
    Source: wordfreq 3.1.1, large English list, rounded down to a tenth.
    """
    lines, begin = _lines(), f"{norm} "
    at = bisect_left(lines, begin)
    return int(lines[at][len(begin) :]) / 10 if at < len(lines) and lines[at].startswith(begin) else UNKNOWN


def table() -> dict[str, float]:
    """The whole table, for bulk work."""
    return {word: int(tenths) / 10 for word, tenths in map(str.split, _lines())}
