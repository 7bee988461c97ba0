"""Article -> Document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from msgspec.structs import replace

from derive.model import Article, Document, Role, Sentence
from derive.text import boilerplate
from derive.text.normalise import plain
from derive.text.sentences import sentences
from derive.text.words import tokens


def read(article: Article) -> Document:
    """Read an article into sentences and words. Never fails; a text without a sentence gives none."""
    text, offsets = plain(article.text)
    words = tokens(text)
    starts = [word.start for word in words]
    found = []
    for index, (span, paragraph, role) in enumerate(sentences(text)):
        of_words = (bisect_left(starts, span.start), bisect_left(starts, span.end))
        found.append(Sentence(index, span, paragraph, role, of_words))
    document = Document(article, text, offsets, tuple(found), words)
    return set_aside(document, lambda sentence: boilerplate.is_boilerplate(sentence.span.of(text)))


def set_aside(document: Document, is_boilerplate: Callable[[Sentence], bool]) -> Document:
    """The document with those sentences of its body that are boilerplate given that role."""
    marked = tuple(
        replace(one, role=Role.BOILERPLATE) if one.role is Role.BODY and is_boilerplate(one) else one
        for one in document.sentences
    )
    return replace(document, sentences=marked) if marked != document.sentences else document
