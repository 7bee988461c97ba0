"""Folded UTF-8 bytes -> signatures and terms, in one pass a text: `signature.sketch` again, for machines.

Compiled by numba without the interpreter lock and kept in its cache. Importing this costs 0.7 s, for bulk work only.
Everything here is unsigned 32-bit arithmetic, cast at each step because numba widens.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from derive.sketch.hashing import FNV_BASIS, FNV_PRIME, STEP
from derive.sketch.terms import CEILING, NEVER, YEAR
from derive.text.frequency import UNKNOWN

_STEP = np.uint32(STEP)
_BASIS = np.uint32(FNV_BASIS)
_PRIME = np.uint32(FNV_PRIME)
_NONE = np.uint32(0xFFFFFFFF)
_YEAR = np.uint8(YEAR)
_NEVER = np.uint8(NEVER)
_UNKNOWN = np.uint8(round(UNKNOWN * 10))
_CEILING = np.uint8(CEILING)


def _jit(function: Any) -> Any:
    """Compile on first use, and keep the result beside this file or in the user's cache where either can be written."""
    try:
        return numba.njit(nogil=True, cache=True, error_model="numpy")(function)
    except RuntimeError:  # neither can
        return numba.njit(nogil=True, error_model="numpy")(function)


def _is_digit(byte: Any) -> Any:
    return 48 <= byte <= 57


def _mix(value: Any) -> Any:
    value = np.uint32(value ^ (value >> np.uint32(16)))
    value = np.uint32(value * np.uint32(0x85EBCA6B))
    value = np.uint32(value ^ (value >> np.uint32(13)))
    value = np.uint32(value * np.uint32(0xC2B2AE35))
    return np.uint32(value ^ (value >> np.uint32(16)))


def _sign(mixed: Any, count: Any, permutations: Any, signature: Any) -> None:
    """The signature of the first `count` mixed hashes. The inner loop is over them: it runs in vector registers."""
    a, b = permutations
    for slot in range(signature.size):
        least = _NONE
        for index in range(count):
            least = min(least, np.uint32(a[slot] * mixed[index] + b[slot]))
        signature[slot] = least


def _commonness(data: Any, start: Any, end: Any, lower: Any, value: Any, table: Any) -> Any:
    """`terms.commonness` of the word at data[start:end] whose hash is `value`."""
    size, characters, first, next = 0, 0, np.uint8(0), np.uint8(0)
    second = np.uint32(0)
    for at in range(start, end):
        byte = lower[data[at]] if lower[data[at]] else data[at]
        if byte == 44:
            continue
        if size == 0:
            first = byte
        elif size == 1:
            next = byte
        size += 1
        characters += (byte & 0xC0) != 0x80
        second = np.uint32(np.uint32(second ^ byte) * _STEP)
    if is_digit(first):
        century = (first == 49 and next == 57) or (first == 50 and next == 48)
        return _NEVER if characters < 3 else _YEAR if size == 4 and century else _UNKNOWN
    if characters < 2:
        return _NEVER
    mark = (np.uint64(value) << np.uint64(32)) | np.uint64(second & np.uint32(0xFFFFFF00))
    at = value & np.uint32(table.size - 1)
    while table[at]:
        if (table[at] & ~np.uint64(255)) == mark:
            return np.uint8(table[at] & np.uint64(255))
        at = (at + np.uint32(1)) & np.uint32(table.size - 1)
    return _UNKNOWN


def _read(data: Any, begin: Any, end: Any, lower: Any, table: Any, hashes: Any, rarity: Any) -> Any:
    """The words of data[begin:end]: their hashes and how common each is. Returns how many there are.

    `lower` is what a byte is in a word, 0 for none.
    """
    count, at = 0, begin
    while at < end:
        if lower[data[at]] == 0:
            at += 1
            continue
        start, value = at, _BASIS
        while at < end:
            byte = lower[data[at]]
            if byte == 0:  # , and . stand inside a figure, and the first is passed over
                byte = data[at]
                figure = byte == 44 or byte == 46
                if not (figure and is_digit(data[at - 1]) and at + 1 < end and is_digit(data[at + 1])):
                    break
                if byte == 44:
                    at += 1
                    continue
            at += 1
            value = np.uint32(np.uint32(value ^ byte) * _PRIME)
        hashes[count] = value
        if rarity.size:
            rarity[count] = commonness(data, start, at, lower, value, table)
        count += 1
    return count


def _distinct(hashes: Any, rarity: Any, count: Any, rare_below: Any, terms: Any, weights: Any) -> Any:
    """The terms of a text in order of their hash, with their weights. Returns how many there are."""
    packed = np.empty(count, np.uint64)
    found = 0
    for index in range(count):
        if rarity[index] < rare_below:
            packed[found] = (np.uint64(hashes[index]) << np.uint64(8)) | np.uint64(_CEILING - rarity[index])
            found += 1
    packed = np.sort(packed[:found])
    kept = 0
    for index in range(found):
        value = np.uint32(packed[index] >> np.uint64(8))
        kept += index == 0 or terms[kept - 1] != value
        terms[kept - 1] = value
        weights[kept - 1] = np.uint8(packed[index] & np.uint64(255))  # of two words with one hash, the rarer's
    return kept


def _shingle(hashes: Any, start: Any, size: Any) -> Any:
    """`hashing.shingle_hash` of a run of words."""
    value = np.uint32(0)
    for index in range(start, start + size):
        value = np.uint32(np.uint32(value * _STEP) + hashes[index])
    return value


def _count_runs(data: Any, bounds: Any, lower: Any, run: Any, counters: Any) -> None:
    """Add one to the counter of each run of words; it stays at 255."""
    hashes, none = np.empty(data.size // 2 + 1, np.uint32), np.empty(0, np.uint8)
    for text in range(bounds.size - 1):
        count = read(data, bounds[text], bounds[text + 1], lower, np.empty(0, np.uint64), hashes, none)
        for start in range(count - run + 1):
            at = shingle(hashes, start, run) & np.uint32(counters.size - 1)
            counters[at] += np.uint8(counters[at] < 255)


def _hold_runs(data: Any, bounds: Any, lower: Any, run: Any, counters: Any, least: Any, first: Any, found: Any) -> Any:
    """Write each run whose counter is at least `least`, with the number of its text below it. Returns how many."""
    hashes, none = np.empty(data.size // 2 + 1, np.uint32), np.empty(0, np.uint8)
    held = 0
    for text in range(bounds.size - 1):
        count = read(data, bounds[text], bounds[text + 1], lower, np.empty(0, np.uint64), hashes, none)
        for start in range(count - run + 1):
            value = shingle(hashes, start, run)
            if counters[value & np.uint32(counters.size - 1)] >= least:
                found[held] = (np.uint64(value) << np.uint64(32)) | (first + np.uint64(text))
                held += 1
    return held


def _among(value: Any, some: Any) -> Any:
    """Whether a sorted array holds a value."""
    at = np.searchsorted(some, value)
    return at < some.size and some[at] == value


def _without(
    data: Any, begin: Any, end: Any, lower: Any, runs: Any, run: Any, gap: Any, hashes: Any, rarity: Any, masked: Any
) -> Any:
    """Take the words of known runs out of hashes and rarity (see `runs.known`). Returns how many words are left."""
    none = np.empty(0, np.uint8)
    count = read(data, begin, end, lower, np.empty(0, np.uint64), masked, none)
    kept, done, last = 0, 0, -gap - 1  # words kept, words seen to, the end of the last run
    for start in range(count - run + 1):
        if among(shingle(masked, start, run), runs):
            if start - last > gap:
                for at in range(done, start):
                    hashes[kept] = hashes[at]
                    if rarity.size:
                        rarity[kept] = rarity[at]
                    kept += 1
            last = start + run
            done = last
    for at in range(done, count):
        hashes[kept] = hashes[at]
        if rarity.size:
            rarity[kept] = rarity[at]
        kept += 1
    return kept


def _sketch_texts(
    data: Any,
    bounds: Any,
    lowers: Any,
    table: Any,
    left_out: Any,
    shape: Any,
    permutations: Any,
    signatures: Any,
    terms: Any,
    counts: Any,
) -> None:
    """Sketch the texts data[bounds[i]:bounds[i + 1]].

    `lowers` are the tables of bytes for words and for runs; `left_out` the sorted runs whose words do not count, the
    words of a run and of a gap; `shape` is (n-gram, passage words, rare below); `permutations` and `signatures` have
    one entry for each of wording, substance, passages; `counts[i]` takes the numbers of passages and terms, which lie
    one text after another.
    """
    lower, lower_masked = lowers
    runs, run, gap = left_out
    ngram, window, rare_below = shape
    of_wording, of_substance, of_passages = permutations
    wording, substance, passages = signatures
    room = 1
    for text in range(bounds.size - 1):
        room = max(room, bounds[text + 1] - bounds[text])
    hashes, mixed = np.empty(room // 2 + 1, np.uint32), np.empty(room // 2 + 1, np.uint32)
    rarity = np.empty(hashes.size if rare_below > 0 else 0, np.uint8)
    passage, term = 0, 0
    for text in range(bounds.size - 1):
        begin, end = bounds[text], bounds[text + 1]
        count = read(data, begin, end, lower, table, hashes, rarity)
        if runs.size:
            count = without(data, begin, end, lower_masked, runs, run, gap, hashes, rarity, mixed)
        size = min(ngram, count)
        shingles = count - size + 1 if count else 0
        for start in range(shingles):
            mixed[start] = mix(shingle(hashes, start, size))
        sign(mixed, shingles, of_wording, wording[text])
        if not rarity.size:
            continue
        found = distinct(hashes, rarity, count, rare_below, terms[0][term:], terms[1][term:])
        for index in range(found):
            mixed[index] = mix(terms[0][term + index])
        sign(mixed, found, of_substance, substance[text])
        term += found
        first = passage
        for start in range(0, max(1, count - window // 2) if count and passages.shape[1] else 0, window // 2):
            held = 0
            for index in range(start, min(count, start + window)):
                if rarity[index] < rare_below:
                    mixed[held] = mix(hashes[index])
                    held += 1
            sign(mixed, held, of_passages, passages[passage])
            passage += 1
        counts[text, 0] = passage - first
        counts[text, 1] = found


is_digit, mix, shingle, among = _jit(_is_digit), _jit(_mix), _jit(_shingle), _jit(_among)
sign, commonness, read, distinct = _jit(_sign), _jit(_commonness), _jit(_read), _jit(_distinct)
without = _jit(_without)
count_runs, hold_runs = _jit(_count_runs), _jit(_hold_runs)
sketch_texts = _jit(_sketch_texts)
