"""How common a word is in English at large, by a frozen table: what is rare never depends on the texts at hand."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

UNKNOWN = 2.3
"""The Zipf value of a word that the table lacks (it ends at 2.6), and of every figure."""


@cache
def _lines() -> str:
    # 0.5 MB, read in 1 ms and searched by halving: making a dict of it takes 10 ms, longer than a draft needs.
    return (Path(__file__).parent / "data" / "frequencies.txt").read_text("ascii")


@lru_cache(maxsize=1 << 16)
def zipf(norm: str) -> float:
    """The Zipf frequency (log10 of occurrences per billion words) of a lower-case word; 7.7 for "the".

    Takes the word as spelt or in its form for matching (`Token.norm`), without diacritics.
    Source: wordfreq 3.1.1, large English list, rounded down to a tenth.
    """
    lines = _lines()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind("\n", low, (low + high) // 2) + 1 or low
        end = lines.index("\n", start)
        word, _, tenths = lines[start:end].partition(" ")
        if word == norm:
            return int(tenths) / 10
        if word < norm:
            low = end + 1
        else:
            high = start
    return UNKNOWN


def table() -> dict[str, float]:
    """The whole table, for bulk work."""
    return {word: int(tenths) / 10 for word, tenths in map(str.split, _lines().splitlines())}
