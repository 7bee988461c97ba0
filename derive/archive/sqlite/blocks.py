"""The rows of the inverted file: blocks of numbers, and the offsets in a block as packed 16-bit integers."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby

from derive.archive.batch import postings
from derive.archive.record import Record

_BITS = 12
_LOW = (1 << _BITS) - 1


def rows(numbered: Iterable[tuple[int, Record]]) -> Iterator[tuple[int, int, bytes]]:
    """(key, block, offsets) of records with ascending numbers, block by block in order of the key."""
    for block, members in groupby(numbered, key=lambda pair: pair[0] >> _BITS):
        for key, offsets in postings((number & _LOW, record) for number, record in members):
            yield key, block, packed(offsets)


def packed(offsets: Iterable[int]) -> bytes:
    """Offsets as little-endian 16-bit integers."""
    made = array("H", offsets)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def numbers(block: int, offsets: bytes) -> Iterator[int]:
    """The numbers of a row."""
    found = array("H")
    found.frombytes(offsets)
    if sys.byteorder == "big":
        found.byteswap()
    return map((block << _BITS).__add__, found)


def without(block: int, offsets: bytes, gone: set[int]) -> bytes:
    """The offsets of a row that lead to no number that is gone."""
    return packed(number & _LOW for number in numbers(block, offsets) if number not in gone)
