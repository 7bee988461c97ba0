"""The parts of a rewrite's quotations that are looked up by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.ledger.entry import Unit
from derive.facts import Reading
from derive.facts.quotes import Kind
from derive.model import Role, Span


def units(reading: Reading) -> Iterator[Unit]:
    """Each sentence of each piece of each quotation; of an unclosed quotation the first sentence only."""
    document = reading.document
    for quotation in reading.facts.quotes:
        for piece in quotation.pieces if quotation.closed else quotation.pieces[:1]:
            position = piece.start
            while position < piece.end:
                sentence = document.sentence_at(position)
                if sentence is None or sentence.role is Role.BOILERPLATE:
                    break
                span = Span(position, max(position + 1, min(piece.end, sentence.span.end)))
                words = tuple(word for word in quotation.words if span.contains(word.span))
                if any(word.kind is Kind.SPOKEN for word in words):
                    inside = words[0].span.to(words[-1].span)
                    yield Unit(quotation, piece, inside, words, sentence)
                position = span.end
                while position < piece.end and document.plain[position].isspace():
                    position += 1
                if not quotation.closed:
                    break
