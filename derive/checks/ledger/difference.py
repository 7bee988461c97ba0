"""Where an aligned quotation differs from the original so that its speaker said something else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from derive.checks.ledger.alignment import Aligned, likeness
from derive.checks.ledger.stream import Original, Stream, weight
from derive.facts.lexicon import load
from derive.facts.quotes import Kind, QuoteWord
from derive.text.frequency import UNKNOWN, zipf

_LEXICON = load("quotes")
_FILLERS = frozenset(_LEXICON["fillers"])
_NEGATORS = frozenset(_LEXICON["negators"])
_PRONOUNS = frozenset(_LEXICON["pronouns"])
_SWAPS = tuple(frozenset(group) for group in (*_LEXICON["swaps"], *load("names")["same"]["spellings"]))
_MISPRINT = 5  # letters from which a word one letter off is that word
_MONTHS = frozenset(_LEXICON["months"])


class Difference(Struct, frozen=True):
    """Words of the quotation (half-open; empty for words left out) against words of the stream (half-open)."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    anchor: int  # a word of the stream beside them that both have
    weight: float

    @property
    def drops(self) -> bool:
        """Whether the quotation only leaves words out."""
        return self.mine[0] == self.mine[1]


def _spoken(words: Sequence[QuoteWord]) -> list[QuoteWord]:
    return [word for word in words if word.kind is Kind.SPOKEN]


def _telling(words: Sequence[QuoteWord]) -> bool:
    """Whether words carry content or a negation."""
    return any(weight(word) >= 1 or word.norm in _NEGATORS for word in words if word.norm not in _FILLERS)


def _same(mine: Sequence[QuoteWord], theirs: Sequence[QuoteWord]) -> bool:
    """Whether two wordings are one in another writing: "heartfelt" and "heart-felt", "a" and "the"."""
    if "".join(word.norm for word in mine) == "".join(word.norm for word in theirs):
        return True
    return len(mine) == len(theirs) and all(
        one.norm == other.norm
        or any(one.norm in group and other.norm in group for group in _SWAPS)
        or _number_ending(one.norm, other.norm)
        or _typo(one.norm, other.norm)
        or _mended(one.norm, other.norm)
        for one, other in zip(mine, theirs, strict=True)
    )


def _number_ending(one: str, other: str) -> bool:
    """Whether two words are one but for an -s: grammar mended, not words changed."""
    shorter, longer = sorted((one, other), key=len)
    return shorter.isalpha() and len(shorter) > 2 and longer in (shorter + "s", shorter + "es")


def _typo(one: str, other: str) -> bool:
    """Whether two long words are one, mistyped: two letters changed places, or a letter doubled."""
    if min(len(one), len(other)) < 6 or one[0] != other[0] or one[-1] != other[-1]:
        return False
    if sorted(one) == sorted(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 2
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    return longer[:at] + longer[at + 1 :] == shorter and longer[at] == longer[at - 1]


def _mended(mine: str, theirs: str) -> bool:
    """Whether a word of English stands for one that is none, one letter away: a misprint put right."""
    if min(len(mine), len(theirs)) < _MISPRINT or zipf(theirs) > UNKNOWN or zipf(mine) == UNKNOWN:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(mine, theirs, score_cutoff=1) == 1


def _whole_sentences(original: Original, theirs: Sequence[QuoteWord]) -> bool:
    """Whether words of the original are whole sentences, all of them."""
    document = original.reading.document
    first, last = original.sentence(theirs[0]), original.sentence(theirs[-1])
    if first is None or last is None:
        return False
    begins = not document.plain[first.span.start : theirs[0].span.start].strip(" \"'“‘«„")
    ends = not document.plain[theirs[-1].span.end : last.span.end].strip(" .!?…\"'”’»")
    return begins and ends


class Place(Enum):
    """Where in a quotation words differ."""

    HEAD = "head"
    INSIDE = "inside"
    TAIL = "tail"


def _matters(mine: Sequence[QuoteWord], theirs: Sequence[QuoteWord], place: Place) -> bool:
    """Whether spoken words against spoken words change what was said."""
    if _same(mine, theirs):
        return False
    if mine and _telling(mine):
        return True
    if place is Place.HEAD:  # “It was …” for “… which was …” is a trim, “He was …” for “I was …” is not
        swapped = {word.norm for word in mine} & _PRONOUNS and {word.norm for word in theirs} & _PRONOUNS
        return bool(mine) and bool(swapped)
    if place is Place.TAIL:
        return any(word.norm not in _FILLERS for word in mine)
    if theirs and _telling(theirs):
        return True
    if not mine or not theirs:  # function words, put in or left out
        extra = [word for word in (*mine, *theirs) if word.norm not in _FILLERS]
        return len(extra) > 1 or any(word.norm in _PRONOUNS for word in extra)
    return True


def differences(
    said: Sequence[QuoteWord], found: Aligned, stream: Stream, original: Original
) -> tuple[Difference, ...]:
    """The differences that matter, in order."""
    kept: list[Difference] = []
    for one in _differences(said, found, stream, original):
        if kept and _is_moved_day(said, stream, kept[-1], one):
            kept.pop()
        else:
            kept.append(one)
    return tuple(kept)


def _is_moved_day(said: Sequence[QuoteWord], stream: Stream, first: Difference, second: Difference) -> bool:
    """Whether two differences are a day before its month here and behind it there: "4 May" for "May 4"."""
    mine = [word.norm for word in said[first.mine[0] : second.mine[1]]]
    theirs = [word.norm for word in stream.words[first.theirs[0] : second.theirs[1]]]
    return len(mine) == 2 and mine == theirs[::-1] and not _MONTHS.isdisjoint(mine) and any(map(str.isdigit, mine))


def _differences(said: Sequence[QuoteWord], found: Aligned, stream: Stream, original: Original) -> Iterator[Difference]:
    matched = [number for number, place in enumerate(found.pairs) if _is_anchor(said[number], place, stream)]
    if not matched:
        return
    ends = [-1, *matched, len(said)]
    for before, after in itertools.pairwise(ends):
        mine = said[before + 1 : after]
        place = Place.HEAD if before == -1 else Place.TAIL if after == len(said) else Place.INSIDE
        start, end = _opposite(found, stream, original, (before, after), len(_spoken(mine)))
        theirs = stream.words[start:end]
        marked = any(word.kind in (Kind.GAP, Kind.INSERTED) for word in mine)
        spoken, heard = _spoken(mine), _spoken(theirs)
        if not spoken and (marked or place is not Place.INSIDE or not heard or _whole_sentences(original, heard)):
            pass
        elif _matters(spoken, heard, place):
            numbers = [number for number in range(before + 1, after) if said[number].kind is Kind.SPOKEN]
            range_mine = (numbers[0], numbers[-1] + 1) if numbers else (after, after)
            yield Difference(
                range_mine,
                (start, end),
                start - 1 if before >= 0 else end,
                sum(map(weight, spoken)) or sum(map(weight, heard)),
            )


def _is_anchor(word: QuoteWord, place: int | None, stream: Stream) -> bool:
    """Whether a spoken word is the very word that it was aligned with, not another form of it."""
    if place is None or word.kind is not Kind.SPOKEN:
        return False
    other = stream.words[place]
    return likeness(word.norm, word.stem, other.norm, other.stem) == 1.0


def _opposite(found: Aligned, stream: Stream, original: Original, ends: tuple[int, int], room: int) -> tuple[int, int]:
    """The words of the stream that stand against a hole: between its neighbours, at an edge as many in the sentence."""
    before, after = ends
    left = found.pairs[before] if before >= 0 else None
    right = found.pairs[after] if after < len(found.pairs) else None
    if left is not None and right is not None:
        return left + 1, right
    at, step = (left, 1) if left is not None else (right or 0, -1)  # at an edge one neighbour is missing
    reached, sentence = at, original.sentence(stream.words[at])
    while (
        abs(reached - at) < room
        and 0 <= reached + step < len(stream.words)
        and original.sentence(stream.words[reached + step]) == sentence
    ):
        reached += step
    return (at + 1, reached + 1) if left is not None else (reached, at)
