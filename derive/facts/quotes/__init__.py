"""The quotations of a document, in every style of marks."""

from __future__ import annotations

from derive.facts.quotes.join import joined
from derive.facts.quotes.quotation import Quotation, Style
from derive.facts.quotes.scan import quoted
from derive.facts.quotes.style import style
from derive.facts.quotes.words import Kind, QuoteWord, words
from derive.model import Document, Span

__all__ = ["Kind", "Quotation", "QuoteWord", "Style", "find", "words"]


def _paragraphs(document: Document) -> list[Span]:
    """The spans of the paragraphs, from the sentences that they hold."""
    found: list[Span] = []
    last = -1
    for sentence in document.sentences:
        if sentence.paragraph == last:
            found[-1] = found[-1].to(sentence.span)
        else:
            found.append(sentence.span)
        last = sentence.paragraph
    return found


def find(document: Document) -> tuple[Quotation, ...]:
    """All quotations, in text order, none inside another. Linear in the length of the text."""
    text = document.plain
    found = []
    for one in joined(text, quoted(text, _paragraphs(document))):
        span, pieces = Span(one.start, one.end), tuple(one.pieces)
        said = tuple(word for piece in pieces for word in words(text, piece))
        if any(word.norm for word in said):
            found.append(
                Quotation(
                    span, span.of(text), pieces, said, style(text, span, pieces, said), one.closed, tuple(one.nested)
                )
            )
    return tuple(found)
