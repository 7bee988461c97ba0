"""Band keys: runs of signature slots hashed to one number; two articles that share a key are worth a look, no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from derive.recipe import SketchRecipe
from derive.sketch.hashing import MASK
from derive.sketch.signature import Sketch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORDING, SUBSTANCE, PASSAGE = 0, 1, 2
"""The channels: the same slots in two of them are no collision."""

FAMILY = 1 << 47
"""Band keys lie from here on: 48 bits keep them apart from each other and from the 32-bit terms in one index."""

_PRIME = 0x100000001B3
_WIDE = (1 << 64) - 1


def band_keys(signature: Sequence[int], layout: tuple[int, int], channel: int) -> list[int]:
    """One key a band, from `FAMILY` on. None for the signature of nothing: empty texts are not alike.

    FNV-1a over the slots as 32-bit words, begun from channel and band, its low 47 bits after a last mixing.
    """
    if not signature or all(value == MASK for value in signature):
        return []
    bands, rows = layout
    keys = []
    for band in range(bands):
        value = 0xCBF29CE484222325 ^ channel << 8 ^ band
        for slot in signature[band * rows : (band + 1) * rows]:
            value = (value ^ slot) * _PRIME & _WIDE
        keys.append(FAMILY | (value ^ value >> 32) * _PRIME & FAMILY - 1)
    return keys


def keys_of_many(
    signatures: NDArray[np.uint32], layout: tuple[int, int], channel: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """`band_keys` of the rows of a matrix of signatures: all keys, a row's together, and the row of each."""
    import numpy as np

    bands, rows = layout
    (some,) = np.nonzero((signatures != MASK).any(axis=1)) if signatures.size else (np.empty(0, np.int64),)
    starts = np.array([0xCBF29CE484222325 ^ channel << 8 ^ band for band in range(bands)], np.uint64)
    value = np.broadcast_to(starts, (len(some), bands)).copy()
    slots = signatures[some, : bands * rows].reshape(len(some), bands, rows).astype(np.uint64)
    for row in range(rows):
        value = (value ^ slots[:, :, row]) * np.uint64(_PRIME)
    value = (value ^ value >> np.uint64(32)) * np.uint64(_PRIME)
    keys = np.uint64(FAMILY) | value & np.uint64(FAMILY - 1)
    return keys.ravel(), np.repeat(some, bands)


def wording_keys(one: Sketch, recipe: SketchRecipe) -> list[int]:
    """The keys that find close wording: at a Jaccard of .5 in 55 of 100, at .7 in 99."""
    return band_keys(one.wording, recipe.wording_bands, WORDING)
