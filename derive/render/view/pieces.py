"""A stretch of text cut where its wording changes or a finding begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from derive.align.diff import Change, Stretch
from derive.model import Finding

# What a view may lose at the end of a sentence. The rest of what Python calls white space is shown: a line or
# paragraph separator in an article may be somebody's trick.
BLANK = " \t\r\n"


class Piece(Struct, frozen=True):
    """A stretch of shown text: how it differs, and the numbers of the findings that stand on it."""

    text: str
    change: Change
    findings: tuple[int, ...] = ()


class Numbered(Struct, frozen=True):
    """A finding with its badge: the same number on both sides."""

    number: int
    finding: Finding


class Mark(Struct, frozen=True):
    """Where a finding stands in a piece of text: half-open positions in that text."""

    number: int
    start: int
    end: int


class Run(Struct, frozen=True):
    """Neighbouring pieces under the same findings; `badges` are those whose number is shown here."""

    findings: tuple[int, ...]
    badges: tuple[int, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words of all its pieces."""
        return "".join(piece.text for piece in self.pieces)


def cut(text: str, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The pieces of a text, in order; joined they give the text back.

    `stretches` cover the text without a gap; none at all means that nothing changed.
    """
    if not text:
        return ()
    edges = {0, len(text)}
    edges.update(edge for one in stretches for edge in (one.start, one.end))
    edges.update(edge for one in marks for edge in (one.start, one.end))
    bounds = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces: list[Piece] = []
    at = 0
    for start, end in pairwise(bounds):
        while at < len(stretches) - 1 and stretches[at].end <= start:
            at += 1
        change = stretches[at].change if stretches else Change.SAME
        numbers = tuple(one.number for one in marks if one.start <= start and end <= one.end)
        if pieces and pieces[-1].change is change and pieces[-1].findings == numbers:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], change, numbers)
        else:
            pieces.append(Piece(text[start:end], change, numbers))
    return tuple(pieces)


def runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Pieces grouped by the findings on them. A finding's badge is shown where it begins."""
    before: tuple[int, ...] = ()
    for findings, group in groupby(pieces, key=lambda one: one.findings):
        yield Run(findings, tuple(number for number in findings if number not in before), tuple(group))
        before = findings
