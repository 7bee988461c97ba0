"""Band keys: runs of signature slots hashed to one number; two articles that share a key are worth a look, no more."""

from __future__ import annotations

from collections.abc import Sequence

from derive.recipe import SketchRecipe
from derive.sketch.hashing import MASK
from derive.sketch.signature import Sketch

FAMILY = 1 << 47
"""Band keys lie from here on: 48 bits keep them apart from each other and from the 32-bit terms in one index."""

_PRIME = 0x100000001B3
_WIDE = (1 << 64) - 1


def band_keys(signature: Sequence[int], layout: tuple[int, int], channel: int) -> list[int]:
    """One key a band, from `FAMILY` on. None for the signature of nothing: empty texts are not alike.

    FNV-1a over the slots as 32-bit words, begun from channel and band, its top 47 bits after a last multiplication.
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


def wording_keys(one: Sketch, recipe: SketchRecipe) -> list[int]:
    """The keys that find close wording: at a Jaccard of .5 in 55 of 100, at .7 in 99."""
    return band_keys(one.wording, recipe.wording_bands, 0)
