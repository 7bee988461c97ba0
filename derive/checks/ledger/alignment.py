"""Word-level alignment of a quotation with a stretch of an original."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from derive.checks.ledger.stream import Stream, weight
from derive.facts.quotes import Kind, QuoteWord

_UNMATCHED = 0.15  # what a word of the quotation costs that the original has not
_SKIPPED = 0.06  # what a word of the original costs that the quotation leaves out
_LEAST = 0.25  # share of its weight that a window must have of a quotation to be looked at
_LETTERS = 5  # first letters that two forms of a word share at least
_MARKED = (Kind.GAP, Kind.INSERTED)
_ROOM = 6  # words that a window is longer than one and a half times the quotation


class Aligned(Struct, frozen=True):
    """Which word of the stream each word of a quotation is (None: none), and the share of its weight that was found."""

    pairs: tuple[int | None, ...]
    kept: float
    content: int  # content words found

    @property
    def places(self) -> list[int]:
        """The words of the stream that were found, in order."""
        return [place for place in self.pairs if place is not None]


@lru_cache(maxsize=1 << 14)
def likeness(mine: str, mine_stem: str, theirs: str, theirs_stem: str) -> float:
    """How much two words are one: 1 for the same, less for another form of it, 0 for another word."""
    if mine == theirs:
        return 1.0
    if "*" in mine or "*" in theirs:
        masked, plain = (mine, theirs) if "*" in mine else (theirs, mine)
        head, tail = masked[: masked.index("*")], masked[masked.rindex("*") + 1 :]
        return 1.0 if plain.startswith(head) and plain.endswith(tail) else 0.0
    if mine_stem == theirs_stem:
        return 0.8
    shared = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        shared += 1
    return 0.6 if shared >= _LETTERS and shared >= 0.6 * max(len(mine), len(theirs)) else 0.0


def windows(said: Sequence[QuoteWord], stream: Stream, best: int = 3) -> list[tuple[int, int]]:
    """The stretches of the stream that share most with a quotation, best first; half-open, not overlapping."""
    weights: dict[str, float] = {}
    for word in said:
        weights[word.stem] = max(weights.get(word.stem, 0.0), weight(word))
    telling = {stem: value for stem, value in weights.items() if value}
    least = _LEAST * sum(telling.values())
    hits = sorted((place, stem) for stem in telling for place in stream.stems.get(stem, ()))
    length = len(said) * 3 // 2 + _ROOM
    scored: list[tuple[float, int, int]] = []
    inside: dict[str, int] = {}
    score, first = 0.0, 0
    for place, stem in hits:
        inside[stem] = inside.get(stem, 0) + 1
        score += telling[stem] if inside[stem] == 1 else 0.0
        while place - hits[first][0] >= length:
            gone = hits[first][1]
            inside[gone] -= 1
            score -= telling[gone] if inside[gone] == 0 else 0.0
            first += 1
        if score >= least:
            scored.append((-score, hits[first][0], place + 1))
    found: list[tuple[int, int]] = []
    for _, start, end in sorted(scored):
        if len(found) == best:
            break
        if all(end <= one or other <= start for one, other in found):
            found.append((start, end))
    room = len(said) // 2 + _ROOM
    return [(max(0, start - room), min(len(stream.words), end + room)) for start, end in found]


class _Near:
    """The words of a window by what a like word must share with them: its stem or its first letters."""

    def __init__(self, words: Sequence[QuoteWord]) -> None:
        self._words = words
        self._by_stem: dict[str, list[int]] = {}
        self._by_letters: dict[str, list[int]] = {}
        self._masked: list[int] = []
        for column, word in enumerate(words, 1):
            if "*" in word.norm:
                self._masked.append(column)
            elif word.norm:
                self._by_stem.setdefault(word.stem, []).append(column)
                self._by_letters.setdefault(word.norm[:_LETTERS], []).append(column)

    def likes(self, word: QuoteWord) -> dict[int, float]:
        """The columns (from 1) with a like word, and how like it is."""
        if not word.norm:
            return {}
        columns: Iterable[int] = range(1, len(self._words) + 1)
        if "*" not in word.norm:
            letters = self._by_letters.get(word.norm[:_LETTERS], ())
            columns = {*self._masked, *self._by_stem.get(word.stem, ()), *letters}
        found = {}
        for column in columns:
            other = self._words[column - 1]
            like = likeness(word.norm, word.stem, other.norm, other.stem) if other.norm else 0.0
            if like:
                found[column] = like
        return found


def align(said: Sequence[QuoteWord], stream: Stream, window: tuple[int, int]) -> Aligned:
    """The best order-keeping match of a whole quotation with any part of a window of the stream."""
    start, end = window
    theirs = stream.words[start:end]
    near = _Near(theirs)
    width = len(theirs) + 1
    free = [0.0] * width
    priced = [0.0, *(_SKIPPED if other.kind is Kind.SPOKEN else 0.0 for other in theirs)]
    above = [0.0] * width
    came: list[list[int]] = []  # 0 both words, 1 a word of the quotation alone, 2 a word of the stream alone
    for word in said:
        heavy = weight(word)
        cost = _UNMATCHED * (1 if heavy >= 1 else 0.5) if heavy else 0.0
        likes = near.likes(word)
        skips = free if word.kind in _MARKED else priced
        last = above[0] - cost
        row, steps = [last], [1]
        for column in range(1, width):
            best, step = above[column] - cost, 1
            passed = last - skips[column]
            if passed > best:
                best, step = passed, 2
            if column in likes:
                both = above[column - 1] + likes[column] * (heavy or 0.1)
                if both >= best:
                    best, step = both, 0
            row.append(best)
            steps.append(step)
            last = best
        above = row
        came.append(steps)
    column = max(range(width), key=lambda one: (above[one], -one))
    pairs: list[int | None] = [None] * len(said)
    line = len(said) - 1
    while line >= 0:
        step = came[line][column]
        if step == 0:
            pairs[line] = start + column - 1
            column -= 1
            line -= 1
        elif step == 1:
            line -= 1
        else:
            column -= 1
    return _measured(said, stream, pairs)


def _measured(said: Sequence[QuoteWord], stream: Stream, pairs: list[int | None]) -> Aligned:
    whole = kept = 0.0
    content = 0
    for word, place in zip(said, pairs, strict=True):
        heavy = weight(word)
        whole += heavy
        if place is not None:
            other = stream.words[place]
            kept += heavy * likeness(word.norm, word.stem, other.norm, other.stem)
            content += heavy >= 1
    return Aligned(tuple(pairs), kept / whole if whole else 0.0, content)
