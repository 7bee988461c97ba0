"""Whether a bounded figure stands in a denial: "nobody gets more than 12 years" says no more than "up to 12 years"."""

from __future__ import annotations

from derive.facts.polarity.lexicon import outright
from derive.model import Document, Span


def is_denied(document: Document, bounded: Span) -> bool:
    """Whether a plain negator stands in the sentence of a mention, outside of it ("no more than" is a bound)."""
    sentence = document.sentence_at(bounded.start)
    if sentence is None:
        return False
    return any(
        token.norm in outright() and not (bounded.start <= token.start < bounded.end)
        for token in document.words(sentence)
    )
