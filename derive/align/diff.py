"""The word-level difference of two wordings, for the views."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from derive.text.words import forms

_PIECE = re.compile(r"\w+(?:['’.,:]\w+)*|\S")
_LIMIT = 4000  # pieces; past that a diff helps nobody and costs seconds


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    GONE = "gone"  # only in the source
    NEW = "new"  # only in the rewrite


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words with the white space after it; half-open positions in its own text."""

    start: int
    end: int
    change: Change


def word_diff(source: str, rewrite: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts cut into stretches, each text covered without a gap.

    Words are compared in their form for matching, so curly quotes, case and UK spelling are no difference.
    """
    from rapidfuzz.distance import Indel

    a, b = list(_PIECE.finditer(source)), list(_PIECE.finditer(rewrite))
    if not a or not b or max(len(a), len(b)) > _LIMIT:
        return _whole(source, Change.GONE), _whole(rewrite, Change.NEW)
    codes = Indel.opcodes([_form(one.group()) for one in a], [_form(one.group()) for one in b])
    left: list[Stretch] = []
    right: list[Stretch] = []
    for code in codes:
        same = code.tag == "equal"
        _add(left, source, a, code.src_start, code.src_end, Change.SAME if same else Change.GONE)
        _add(right, rewrite, b, code.dest_start, code.dest_end, Change.SAME if same else Change.NEW)
    return tuple(left), tuple(right)


_QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def _form(piece: str) -> str:
    return forms(piece)[0] if piece[0].isalnum() else piece.translate(_QUOTES)


def _whole(text: str, change: Change) -> tuple[Stretch, ...]:
    return (Stretch(0, len(text), change),) if text else ()


def _add(into: list[Stretch], text: str, pieces: list[re.Match[str]], start: int, end: int, change: Change) -> None:
    if start == end:
        return
    begin = 0 if start == 0 else pieces[start].start()
    until = len(text) if end == len(pieces) else pieces[end].start()
    if into and into[-1].change is change:
        into[-1] = Stretch(into[-1].start, until, change)
    else:
        into.append(Stretch(begin, until, change))
