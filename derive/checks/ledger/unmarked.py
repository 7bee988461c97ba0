"""Speech that an original prints without quotation marks: to put marks around it is no invention."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from derive.facts.lexicon import load
from derive.facts.quotes import Quotation
from derive.model import Document, Role, Span

_LABEL = re.compile(r"(?:Q|A|[^\W\d_][\w.'-]*(?: [A-Z(][\w.')-]*){0,4}) ?: +(?=\S)")  # "Lindqvist: We did not know."
_SELF = re.compile(r"\b(?:[Tt]his Court|I|[Ww]e|[Oo]ur|us|[Mm]y)\b")  # whoever spoke in the last paragraph goes on
_CUES = frozenset(load("quotes")["cues"])
_REACH, _WORDS = 60, 5  # characters and words before the colon: "The statement read in full: We are …"
_ANY_MARK = re.compile("[\"“”„‘’'«»「」]")
_BARE = frozenset(load("quotes")["bare_contractions"])
_CLOSING = re.compile(r"(?<=[^\W\d_]|[.,!?])[”\"](?=[\s.,;:]|$)")
_ASIDE = re.compile(
    r"[”\"»’] \(([^()]{3,300})\)|\(([a-z][a-z' -]{2,38}[a-z])\)"
)  # translations: of a quotation, of a word


def _behind_colon(text: str, sentence: Span) -> int | None:
    """Where speech begins behind a cue and a colon in a sentence."""
    colon = text.find(": ", sentence.start, sentence.end)
    if colon == -1 or not text[colon + 2 : colon + 3].isupper():
        return None
    before = text[max(sentence.start, colon - _REACH) : colon].lower().split()[-_WORDS:]
    return None if _CUES.isdisjoint(before) else colon + 2


def _stripped(document: Document) -> bool:
    """Whether the text has lost its marks on the way here: no mark, no apostrophe, but "dont" and "isnt"."""
    if _ANY_MARK.search(document.plain):
        return False
    return not _BARE.isdisjoint(token.norm for token in document.tokens)


def _unopened(document: Document, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """What stands before a closing mark that nothing opened, from the start of its sentence."""
    ends = [one.span.end for one in quotes]
    for mark in _CLOSING.finditer(document.plain):
        number = bisect_left(ends, mark.end())
        sentence = document.sentence_at(mark.start())
        if (number == len(ends) or quotes[number].span.start > mark.start()) and sentence:
            start = max(sentence.span.start, ends[number - 1] if number else 0)
            if start < mark.start():
                yield Span(start, mark.start())


def unmarked(document: Document, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """Labelled answers, text after a cue and a colon, block quotations behind a colon, translations in brackets."""
    if _stripped(document):
        yield Span(0, len(document.plain))
        return
    text = document.plain
    introduced, paragraph, speaks = False, -1, False
    for sentence in document.sentences:
        span = sentence.span
        if sentence.paragraph != paragraph:
            label = _LABEL.match(text, span.start, span.end)
            speaks = bool(label) or introduced or (speaks and _SELF.search(text, span.start, span.end) is not None)
            begin = label.end() if label else span.start
            paragraph = sentence.paragraph
        else:
            begin = span.start
        if speaks and sentence.role is not Role.HEADLINE:
            yield Span(begin, span.end)
        elif begins := _behind_colon(text, span):
            yield Span(begins, span.end)
        introduced = text[span.end - 1] == ":"
    for aside in _ASIDE.finditer(text):
        yield Span(*aside.span(aside.lastindex or 0))
    yield from _unopened(document, quotes)
