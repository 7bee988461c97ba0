"""Which runs of words stand in many texts: counted over a whole corpus, exactly, in one pass and a second look.

A run is six words. Few ordinary phrases are as long ("did not respond to a request for comment"), and no sentence
consists of them; a paragraph that changes a word here and there still holds most of its runs, where of eight words it
would lose every fourth sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from derive.sketch.hashing import shingle_hash, word_hash
from derive.sketch.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUN = 6
"""Words of a run."""

GAP = 4
"""Words between two known runs that are taken as known, too: the name or the number that changes."""

_DIGIT = re.compile(r"[0-9]")


def hashed(text: str) -> list[int]:
    """The words of a text for its runs, hashed; every digit is one, so that "© 2024" recurs as "© 2025"."""
    return [word_hash(_DIGIT.sub("0", word)) for word in words(text)]


def runs_of(hashes: Sequence[int]) -> list[int]:
    """The run that begins at each of the words, but for the last ones."""
    return [shingle_hash(hashes[start : start + RUN]) for start in range(len(hashes) - RUN + 1)]


def known(hashes: Sequence[int], runs: Collection[int]) -> list[bool]:
    """For each word (as `hashed` gives them) whether it stands in one of the runs, or in a gap between two."""
    inside = [False] * len(hashes)
    end = -GAP - 1  # of the last run
    for start, run in enumerate(runs_of(hashes)):
        if run in runs:
            begin = end if start - end <= GAP else start
            end = start + RUN
            inside[begin:end] = [True] * (end - begin)
    return inside


def recurring(texts: Sequence[str], least: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """The runs that `least` texts or more hold, with the number of each text: pairs, each once, sorted by both."""
    import numpy as np

    from derive.sketch.bulk import blocks, masked
    from derive.sketch.kernel import count_runs, hold_runs

    # A counter for each word, whatever hashes to it: what it lets pass is counted again, one by one.
    counters = np.zeros(1 << max(10, (sum(map(len, texts)) // 6).bit_length()), np.uint8)
    for _, data, bounds in blocks(texts):
        count_runs(data, bounds, masked(), RUN, counters)
    found = [np.empty(0, np.uint64)]
    for first, data, bounds in blocks(texts):
        room = np.empty(len(data) // 2 + 1, np.uint64)
        held = hold_runs(data, bounds, masked(), RUN, counters, np.uint8(min(least, 255)), np.uint64(first), room)
        found.append(np.unique(room[:held]))
    pairs = np.sort(np.concatenate(found))  # a text lies in one block only: each pair is there once
    runs = (pairs >> np.uint64(32)).astype(np.uint32)
    _, inverse, sizes = np.unique(runs, return_inverse=True, return_counts=True)
    often = sizes[inverse] >= least
    return runs[often], (pairs[often] & np.uint64(0xFFFFFFFF)).astype(np.int64)
