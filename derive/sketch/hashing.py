"""The hashes of signatures: stable, seeded by nothing but the recipe, and those of datasketch's "affine32" scheme.

A signature is `datasketch.MinHash(num_perm, seed, hashfunc, scheme="affine32")` over the hashes made here: each hash is
mixed by MurmurHash3's finaliser, then permuted by `a * h + b mod 2^32`, a odd; a slot holds the least of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

MASK = 0xFFFFFFFF
FNV_BASIS = 0x811C9DC5
FNV_PRIME = 0x01000193
STEP = 0x9E3779B1  # odd, 2^32 over the golden ratio: words of a shingle keep their order


@lru_cache(maxsize=1 << 16)
def word_hash(word: str) -> int:
    """32 bits of a folded word: FNV-1a over its UTF-8 bytes, four lines in any language.

    The kernel hashes byte by byte: CRC-32, though in zlib, makes it a third slower.
    """
    value = FNV_BASIS
    for byte in word.encode():
        value = (value ^ byte) * FNV_PRIME & MASK
    return value


def shingle_hash(words: Sequence[int]) -> int:
    """32 bits of a run of words, given their hashes: h = (h1 * STEP + h2) * STEP + …, mod 2^32."""
    value = 0
    for word in words:
        value = (value * STEP + word) & MASK
    return value


def mix(value: int) -> int:
    """MurmurHash3's 32-bit finaliser, a bijection."""
    value ^= value >> 16
    value = value * 0x85EBCA6B & MASK
    value ^= value >> 13
    value = value * 0xC2B2AE35 & MASK
    return value ^ value >> 16


@cache
def permutations(slots: int, seed: int) -> tuple[tuple[int, int], ...]:
    """The (a, b) of each slot, as `numpy.random.RandomState(seed)` draws them for datasketch; numpy stays unloaded."""
    draws = _twister(seed)
    odd = [(next(draws) & MASK >> 1) * 2 + 1 for _ in range(slots)]
    return tuple((a, next(draws)) for a in odd)


def _twister(seed: int) -> Iterator[int]:
    """MT19937 (Matsumoto and Nishimura 1998) seeded by one integer; Python's `random` seeds it in another way."""
    state = [seed & MASK]
    for index in range(1, 624):
        state.append(1812433253 * (state[-1] ^ state[-1] >> 30) + index & MASK)
    while True:
        for index in range(624):
            joined = state[index] & 0x80000000 | state[(index + 1) % 624] & 0x7FFFFFFF
            state[index] = state[(index + 397) % 624] ^ joined >> 1 ^ (0x9908B0DF if joined & 1 else 0)
        for value in state:
            value ^= value >> 11
            value ^= value << 7 & 0x9D2C5680
            value ^= value << 15 & 0xEFC60000
            yield value ^ value >> 18
