"""Many texts -> sketches, by the compiled kernel on every core. Equal, bit for bit, to `signature.sketch`."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from derive.recipe import SketchRecipe
from derive.sketch.hashing import MASK, STEP, permutations, word_hash
from derive.sketch.runs import GAP, RUN
from derive.sketch.signature import Sketch
from derive.sketch.words import ascii_marks
from derive.text.frequency import table

U8 = NDArray[np.uint8]
U32 = NDArray[np.uint32]
I64 = NDArray[np.int64]

_AT_ONCE = 512  # texts in one call of the kernel: the passages of so many fit into 10 MB


class Sketches(Struct, frozen=True):
    """The sketches of n texts; passages and terms lie one text after another: text i has starts[i] to starts[i+1]."""

    wording: U32  # (n, slots)
    substance: U32  # (n, slots)
    passages: U32  # (passages, slots)
    passage_starts: I64  # n + 1
    terms: U32
    weights: U8  # tenths of a Zipf below 8.0
    term_starts: I64  # n + 1

    def __len__(self) -> int:
        return len(self.wording)

    def __iter__(self) -> Iterator[Sketch]:
        """One by one as `signature.sketch` makes them, but without passages."""
        weights = zip(self.terms.tolist(), self.weights.tolist(), strict=True)
        sizes = np.diff(self.term_starts).tolist()
        for wording, substance, size in zip(self.wording, self.substance, sizes, strict=True):
            signatures = array("I", wording.tobytes()), array("I", substance.tobytes())
            yield Sketch(*signatures, (), dict(islice(weights, size)))


def sketch_many(texts: Sequence[str], recipe: SketchRecipe, without: Collection[int] = ()) -> Sketches:
    """Sketch many texts. A recipe with `rare_below=0` has no terms, so that only wording is signed.

    The words of the runs `without` (see `derive.sketch.runs`) are left out, as if they did not stand there.
    """
    runs = np.sort(np.fromiter(without, np.uint32, len(without)))
    parts = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)] or [texts]
    workers = min(len(parts), os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        return _joined(list(pool.map(lambda part: _sketch(part, recipe, runs), parts)))


def blocks(texts: Sequence[str]) -> Iterator[tuple[int, U8, I64]]:
    """Texts as the kernel reads them, some hundreds at once: the number of the first, their bytes, their bounds."""
    for start in range(0, len(texts), _AT_ONCE):
        yield start, *_encoded(texts[start : start + _AT_ONCE])


def _encoded(texts: Sequence[str]) -> tuple[U8, I64]:
    encoded = [ascii_marks(text).encode() for text in texts]
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    return np.frombuffer(b"".join(encoded), np.uint8), _starts(sizes)


def _sketch(texts: Sequence[str], recipe: SketchRecipe, without: U32) -> Sketches:
    from derive.sketch.kernel import sketch_texts

    data, bounds = _encoded(texts)
    words = np.diff(bounds) // 2 + 1  # at most
    step = recipe.passage_words // 2
    windows = int((words // step + 1).sum()) if recipe.passage_slots and recipe.rare_below else 0
    signatures = (
        np.empty((len(texts), recipe.wording_slots), np.uint32),
        np.empty((len(texts), recipe.substance_slots), np.uint32),
        np.empty((windows, recipe.passage_slots), np.uint32),
    )
    room = int(words.sum()) if recipe.rare_below else 0
    terms = (np.empty(room, np.uint32), np.empty(room, np.uint8))
    counts = np.zeros((len(texts), 2), np.int64)
    sketch_texts(
        data,
        bounds,
        (_lower(), masked()),
        _words(),
        (without, RUN, GAP),
        (recipe.ngram, recipe.passage_words, np.uint8(recipe.rare_below)),
        tuple(_permuted(slots, recipe.seed) for slots in _slots(recipe)),
        signatures,
        terms,
        counts,
    )
    passages, found = counts.sum(axis=0)
    return Sketches(
        *signatures[:2],
        signatures[2][:passages].copy(),
        _starts(counts[:, 0]),
        terms[0][:found].copy(),
        terms[1][:found].copy(),
        _starts(counts[:, 1]),
    )


def _slots(recipe: SketchRecipe) -> tuple[int, int, int]:
    return recipe.wording_slots, recipe.substance_slots, recipe.passage_slots


def _starts(sizes: I64) -> I64:
    return np.concatenate(([0], np.cumsum(sizes)), dtype=np.int64)


def _joined(parts: list[Sketches]) -> Sketches:
    def whole(name: str) -> Any:
        return np.concatenate([getattr(part, name) for part in parts])

    def starts(name: str) -> I64:
        return _starts(np.concatenate([np.diff(getattr(part, name)) for part in parts]))

    return Sketches(
        whole("wording"),
        whole("substance"),
        whole("passages"),
        starts("passage_starts"),
        whole("terms"),
        whole("weights"),
        starts("term_starts"),
    )


@cache
def _permuted(slots: int, seed: int) -> tuple[U32, U32]:
    pairs = np.array(permutations(slots, seed), np.uint32).reshape(slots, 2)
    return np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])


@cache
def _lower() -> U8:
    """What each byte is inside a word: letters in lower case, digits, all beyond ASCII; 0 for what is between words."""
    lower = np.zeros(256, np.uint8)
    for byte in (*b"abcdefghijklmnopqrstuvwxyz0123456789", *range(128, 256)):
        lower[byte] = byte
    lower[ord("A") : ord("Z") + 1] = lower[ord("a") : ord("z") + 1]
    return lower


@cache
def masked() -> U8:
    """The same with one digit for all: what runs are made of."""
    lower = _lower().copy()
    lower[ord("0") : ord("9") + 1] = ord("0")
    return lower


@cache
def _words() -> NDArray[np.uint64]:
    """The frequency table for the kernel: an open hash table of hash, 24 bits of a second one, and tenths.

    56 bits tell a word from those of the table: a mistake is one in 10^12 words.
    """
    slots = [0] * (1 << 17)
    for word, value in table().items():
        second = 0
        for byte in word.encode():
            second = (second ^ byte) * STEP & MASK
        at = word_hash(word) & len(slots) - 1
        while slots[at]:
            at = at + 1 & len(slots) - 1
        slots[at] = word_hash(word) << 32 | second & ~255 | round(value * 10)
    return np.array(slots, np.uint64)
