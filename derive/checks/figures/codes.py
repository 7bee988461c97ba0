"""Codes with digits in them (F-16, I-95, a telephone number): they count nothing, and a digit of one tells all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from derive.checks.slot import slot
from derive.model import Document, Mention, Sentence, Span, Token

_DIGITS = re.compile(r"\d+")
_INNER = re.compile(r"[\w./-]")


def recoded(
    document: Document, sentence: Sentence, facts: Sequence[Mention], other: Document, place: Sentence
) -> Iterator[tuple[Span, Span]]:
    """The codes of a sentence whose digits are others there. `facts`: figures and dates of the sentence."""
    its: list[Token] | None = None
    for token in document.words(sentence):
        if not _has_digit(token) or any(one.span.start < token.end and token.start < one.span.end for one in facts):
            continue
        if its is None:
            its = [one for one in other.words(place) if _has_digit(one)]
        for there in its:
            if _DIGITS.findall(token.norm) == _DIGITS.findall(there.norm):
                continue
            if slot(document, token.span, other, there.span):
                yield _whole(document, token.span), _whole(other, there.span)
                break


def _has_digit(token: Token) -> bool:
    return any(map(str.isdigit, token.norm))


def _whole(document: Document, span: Span) -> Span:
    """The code that a word is part of: up to the next space."""
    start, end, text = span.start, span.end, document.plain
    while start > 0 and _INNER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _INNER.match(text[end]) and text[end] not in "./":
        end += 1
    return Span(start, end)
