"""What was put in the place of what: the words that differ where two linked sentences run word for word alike.

Corrections and light rewrites change a word and leave the rest. Between the same words, the new word means what the old
one meant or it is a change; no other evidence is as good.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from derive.checks.examination import Examination, Place
from derive.model import Document, Sentence, Span

_ALIKE = 0.7  # share of a sentence's words that the other has in the same order
_LEAST = 5  # words in common
_BESIDE = 3  # words in common right before and right after an edit, both together; an end of the sentence counts as two
_EDGE = 2
_LONGEST = 5  # words on either side of an edit


class Edit(Struct, frozen=True):
    """Words of the rewrite (a range of positions) in the place of words of a linked sentence; one side may be empty."""

    place: Place
    mine: range
    theirs: range


@lru_cache(maxsize=2)
def edits_of(examination: Examination) -> dict[int, tuple[Edit, ...]]:
    """The edits of each sentence of the rewrite, by its index."""
    found = {}
    for sentence in examination.sentences:
        edits = [edit for place in examination.linked(sentence) for edit in _edits(examination, sentence, place)]
        if edits:
            found[sentence.index] = tuple(edits)
    return found


def _edits(examination: Examination, sentence: Sentence, place: Place) -> list[Edit]:
    from rapidfuzz.distance import Indel

    here = _norms(examination.rewrite.document, sentence)
    there = _norms(examination.sources[place.source].document, place.sentence)
    if here == there:
        return []
    same = [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in Indel.opcodes(there, here)
        if block.tag == "equal"
    ]
    common = sum(size for *_, size in same)
    if common < _LEAST or common < _ALIKE * len(here):
        return []
    first, start = sentence.tokens[0], place.sentence.tokens[0]
    found = []
    ends = [(0, 0, 0), *same, (len(there), len(here), 0)]
    for (a, b, before), (c, d, after) in pairwise(ends):
        theirs, mine = range(a + before, c), range(b + before, d)
        if not 0 < max(len(theirs), len(mine)) <= _LONGEST:
            continue
        left = before or (_EDGE if (a, b) == (0, 0) else 0)
        right = after or (_EDGE if (c, d) == (len(there), len(here)) else 0)
        if left and right and left + right >= _BESIDE:
            found.append(Edit(place, _moved(mine, first), _moved(theirs, start)))
    return found


def _norms(document: Document, sentence: Sentence) -> list[str]:
    return [token.norm for token in document.tokens[slice(*sentence.tokens)]]


def _moved(positions: range, by: int) -> range:
    return range(positions.start + by, positions.stop + by)


def span_of(document: Document, positions: range) -> Span:
    """What a range of words covers."""
    return document.tokens[positions.start].span.to(document.tokens[positions.stop - 1].span)
