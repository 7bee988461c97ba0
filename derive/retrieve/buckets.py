"""Keys -> pairs of owners that share one, by sorting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FULL = 24
"""A bucket of more owners is paired with its neighbours only: ten thousand articles that share a paragraph would make
fifty million pairs. Copies are found all the same, as a chain, and by their other keys."""

_NEIGHBOURS = 3


def collisions(keys: NDArray[np.uint64], owners: NDArray[np.int64]) -> NDArray[np.int64]:
    """The distinct pairs (low, high) of different owners of one key, sorted: an array of shape (pairs, 2).

    `owners` ascend, as `keys_of_many` gives them, so that a full bucket is chained in their order.
    """
    import numpy as np

    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    again = keys[1:] == keys[:-1]
    shared = np.flatnonzero(np.r_[again, False] | np.r_[False, again])  # most keys have one owner: the rest is little
    keys, owners = keys[shared], owners[order[shared]]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    reach = np.repeat(np.where(sizes > FULL, _NEIGHBOURS, FULL - 1), sizes)
    last = np.repeat(starts + sizes, sizes)
    found = [np.empty((0, 2), np.int64)]
    for step in range(1, min(FULL, int(sizes.max(initial=0)))):
        at = np.flatnonzero((np.arange(len(keys)) + step < last) & (step <= reach))
        found.append(np.stack((owners[at], owners[at + step]), axis=1))
    return distinct(np.concatenate(found))


def distinct(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of different owners, each once, the lower first, sorted."""
    import numpy as np

    low, high = pairs.min(axis=1), pairs.max(axis=1)
    joined = np.unique((low << 32 | high)[low != high])
    return np.stack((joined >> 32, joined & 0xFFFFFFFF), axis=1)
