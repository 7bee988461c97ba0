"""What a quotation is."""

from __future__ import annotations

from enum import StrEnum

from derive.facts.quotes.words import QuoteWord
from derive.model import Mention, Span


class Style(StrEnum):
    """How words stand in quotation marks."""

    FULL = "full"  # a clause that could stand alone
    FRAGMENT = "fragment"  # some words of a speaker inside a sentence of the narration
    SCARE = "scare"  # one to three words: a term, a nickname, irony
    TITLE = "title"  # Words Like These: a work, a law, a banner


class Quotation(Mention, frozen=True):
    """Words in quotation marks. `span` holds the marks and, where it is split, the attribution between its pieces.

    `pieces` are the spans of the insides, without marks, in order; `words` are the words of all pieces in normal form.
    An unclosed quotation (`closed` false) ends with its paragraph. Nested quotations belong to the outer one: `nested`
    are their insides.
    """

    pieces: tuple[Span, ...]
    words: tuple[QuoteWord, ...]
    style: Style
    closed: bool = True
    nested: tuple[Span, ...] = ()
