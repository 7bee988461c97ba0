"""One article -> Sketch, in plain Python: numpy alone would take longer to import (0.1 s) than this to run (5 ms)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from msgspec import Struct

from derive.recipe import SketchRecipe
from derive.sketch.hashing import MASK, mix, permutations, shingle_hash, word_hash
from derive.sketch.terms import terms
from derive.sketch.words import words


class Sketch(Struct, frozen=True):
    """The signatures of one article, arrays of unsigned 32-bit integers.

    `wording` is made of its word n-grams, `substance` of its terms (rare words and figures), each of `passages` of the
    terms in a window of words. `terms` holds every term's hash with its weight in tenths of a Zipf below 8.0.
    """

    wording: array[int]
    substance: array[int]
    passages: tuple[array[int], ...]
    terms: dict[int, int]


def sketch(text: str, recipe: SketchRecipe) -> Sketch:
    """Sketch one text. Never fails; a text without words gives signatures of nothing but the greatest value.

    A recipe without passage slots has no passages: they are half of the time, and an index has no use for them."""
    found = words(text)
    hashes = [word_hash(word) for word in found]
    n = min(recipe.ngram, len(hashes))
    shingles = [shingle_hash(hashes[at : at + n]) for at in range(len(hashes) - n + 1)] if n else []
    weights = terms(found, recipe.rare_below)
    size, step = recipe.passage_words, recipe.passage_words // 2
    windows = range(0, max(1, len(hashes) - step), step) if hashes and recipe.passage_slots else ()
    return Sketch(
        wording=sign(shingles, recipe.wording_slots, recipe.seed),
        substance=sign(weights, recipe.substance_slots, recipe.seed),
        passages=tuple(
            sign([h for h in hashes[at : at + size] if h in weights], recipe.passage_slots, recipe.seed)
            for at in windows
        ),
        terms=weights,
    )


def sign(hashes: Iterable[int], slots: int, seed: int) -> array[int]:
    """The signature of a set of 32-bit hashes: that of datasketch (see `derive.sketch.hashing`)."""
    mixed = [mix(value) for value in set(hashes)]
    if not mixed:
        return array("I", [MASK] * slots)
    return array("I", [min([a * value + b & MASK for value in mixed]) for a, b in permutations(slots, seed)])
