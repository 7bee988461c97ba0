"""The hashes of signatures: stable, seeded by nothing but the recipe, and those of datasketch's "affine32" scheme.

A signature is `datasketch.MinHash(num_perm, seed, hashfunc, scheme="affine32")` over the hashes made here: each hash is
mixed by MurmurHash3's finaliser, then permuted by `a * h + b mod 2^32`, a odd; a slot holds the least of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from zlib import crc32

MASK = 0xFFFFFFFF
STEP = 0x9E3779B1  # odd, 2^32 over the golden ratio: words of a shingle keep their order


def word_hash(word: str) -> int:
    """32 bits of a folded word: the CRC-32 of its UTF-8 bytes, which every language has."""
    return crc32(word.encode())


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
