"""What became of a quotation: one line of the ledger."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from derive.facts.quotes import Quotation, QuoteWord
from derive.model import Sentence, Span, Witness


class Verdict(Enum):
    """How a part of a quotation stands to the originals; the last four are worth a finding."""

    EXACT = "exact"  # word for word, cut at its ends at most
    TRIMMED = "trimmed"  # with marked gaps or insertions
    RESTYLED = "restyled"  # another spelling, house style, a filler word less
    TERM = "term"  # a title, a nickname, one to three words that the original uses without marks
    ALTERED = "altered"  # the same utterance in other words
    SPLICED = "spliced"  # words of two places joined without a mark
    FABRICATED = "fabricated"  # the original tells it, but quotes nobody
    UNSUPPORTED = "unsupported"  # nowhere


class Unit(Struct, frozen=True):
    """The part of a quotation that is looked up by itself: a sentence of one of its pieces."""

    quotation: Quotation
    piece: Span
    span: Span
    words: tuple[QuoteWord, ...]
    sentence: Sentence


class Entry(Struct, frozen=True):
    """A unit, what became of it, the words of the rewrite that tell, and the original's words against them."""

    unit: Unit
    verdict: Verdict
    span: Span
    witness: Witness | None = None
    theirs: str = ""  # the words of the witness
    figure: bool = False  # whether a figure is among the changed words
