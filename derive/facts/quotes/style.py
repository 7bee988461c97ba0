"""How words stand in marks: a full quotation, a fragment, a scare quote, a title."""

from __future__ import annotations

from collections.abc import Sequence

from derive.facts.lexicon import load
from derive.facts.quotes.quotation import Style
from derive.facts.quotes.words import Kind, QuoteWord
from derive.model import Span

_SCARE = 3  # words at most
_TITLE = 14  # words at most
_FINAL = ".!?…,—–-"


def _is_title(text: str, spoken: Sequence[QuoteWord]) -> bool:
    """Whether the words are capitalised as in the name of a work, a law, a banner."""
    function = load("quotes")["function"]
    heavy = [word for word in spoken if word.norm not in function]
    capitals = sum(not text[word.span.start].islower() for word in heavy)
    return len(spoken) <= _TITLE and len(heavy) >= 2 and capitals == len(heavy)


def style(text: str, span: Span, pieces: Sequence[Span], words: Sequence[QuoteWord]) -> Style:
    """The style of a quotation, from its words and from what stands before it."""
    spoken = [word for word in words if word.kind in (Kind.SPOKEN, Kind.INSERTED)]
    inside = text[pieces[0].start : pieces[-1].end]
    before = text[max(0, span.start - 2) : span.start].rstrip()
    introduced = not before or before[-1] in ',:.!?”"\n' or span.start < 2
    sentence = (
        inside[:1].isupper() and introduced and (inside[-1] in _FINAL or text[span.end : span.end + 1] in (".", ","))
    )
    if len(pieces) == 1 and not sentence:
        if _is_title(text, spoken):
            return Style.TITLE
        if len(spoken) <= _SCARE:
            return Style.SCARE
    return Style.FULL if sentence or (len(pieces) > 1 and inside[:1].isupper()) else Style.FRAGMENT
