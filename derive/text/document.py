"""Article -> Document."""

from __future__ import annotations

from bisect import bisect_left

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
    marked = tuple(
        replace(one, role=Role.BOILERPLATE)
        if one.role is Role.BODY and boilerplate.is_boilerplate(one.span.of(text))
        else one
        for one in found
    )
    return Document(article, text, offsets, marked, words)
