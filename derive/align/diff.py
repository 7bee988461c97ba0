"""The word-level difference of two wordings, for the views."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from derive.text.words import forms

# A word or figure; signs that change a figure's meaning count as words, other punctuation never is a difference.
_WORD = re.compile(r"\w+(?:['’.,:]\w+)*|[$€£¥%‰°]")
_LIMIT = 4000  # words; past that a diff helps nobody and costs seconds
_TELLING = re.compile(r"\d|\w{4}")


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    GONE = "gone"  # only in the source
    NEW = "new"  # only in the rewrite


class Stretch(Struct, frozen=True):
    """A run of words; half-open positions in its own text."""

    start: int
    end: int
    change: Change


def word_diff(source: str, rewrite: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches, each text covered without a gap.

    Words are compared in their form for matching, so case and UK spelling are no difference; nor are punctuation and
    spaces, which stay outside a changed stretch. A lone little word that both have between two changes is no island:
    it belongs to the change, as a reader would mark it.
    """
    from rapidfuzz.distance import Indel

    a, b = list(_WORD.finditer(source)), list(_WORD.finditer(rewrite))
    if not a or not b or max(len(a), len(b)) > _LIMIT:
        return _whole(source, Change.GONE), _whole(rewrite, Change.NEW)
    left, right = [False] * len(a), [False] * len(b)
    codes = list(Indel.opcodes([_form(one.group()) for one in a], [_form(one.group()) for one in b]))
    for number, code in enumerate(codes):
        island = 0 < number < len(codes) - 1 and not any(
            _TELLING.search(one.group()) for one in a[code.src_start : code.src_end]
        )
        if code.tag != "equal" or island:
            left[code.src_start : code.src_end] = [True] * (code.src_end - code.src_start)
            right[code.dest_start : code.dest_end] = [True] * (code.dest_end - code.dest_start)
    return _stretches(source, a, left, Change.GONE), _stretches(rewrite, b, right, Change.NEW)


def _form(word: str) -> str:
    return forms(word)[0] if word[0].isalnum() else word


def _whole(text: str, change: Change) -> tuple[Stretch, ...]:
    return (Stretch(0, len(text), change),) if text else ()


def _stretches(
    text: str, words: Sequence[re.Match[str]], changed: Sequence[bool], change: Change
) -> tuple[Stretch, ...]:
    edges = [0, len(text)]
    for number, word in enumerate(words):
        if changed[number] and (number == 0 or not changed[number - 1]):
            edges.append(word.start())
        if changed[number] and (number == len(words) - 1 or not changed[number + 1]):
            edges.append(word.end())
    # Changed stretches begin and end at edges of their own, so they alternate with the rest of the text.
    edges.sort()
    return tuple(
        Stretch(start, end, change if turn % 2 else Change.SAME)
        for turn, (start, end) in enumerate(pairwise(edges))
        if start < end
    )
