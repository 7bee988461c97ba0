"""Words of content, and speakers named, at places of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from derive.facts.speakers import Entity, credits_somebody, singular
from derive.model import Document, Span
from derive.text.frequency import zipf

_COMMON = 5.9  # Zipf frequency from which a word is no content ("people" 6.2, "minister" 5.0)


def words_in(document: Document, spans: Iterable[Span]) -> Iterator[int]:
    """The positions of the words inside spans."""
    starts = document.starts
    for span in spans:
        first = bisect_left(starts, span.start)
        yield from range(first, bisect_left(starts, span.end, first))


def content_stems(document: Document, words: Iterable[int]) -> frozenset[str]:
    """The stems among word positions that carry content."""
    found = set()
    for at in words:
        token = document.tokens[at]
        if len(token.norm) > 1 and zipf(token.norm) < _COMMON:
            found.add(token.stem)
    return frozenset(found)


def called(entity: Entity) -> frozenset[str]:
    """The words that a speaker is called by: the surname, or else the role."""
    return frozenset(name[-1] for name in entity.names) or entity.roles


def speaks(document: Document, words: Iterable[int], entities: Iterable[Entity]) -> bool:
    """Whether one of the entities is named among the words with a reporting verb right behind."""
    wanted: set[str] = set().union(*(called(one) for one in entities))
    tokens = document.tokens
    for at in words:
        norm = tokens[at].norm
        if (norm in wanted or singular(norm) in wanted) and any(
            credits_somebody(token.norm) for token in tokens[at + 1 : at + 4]
        ):
            return True
    return False


def named_near(document: Document, span: Span, entities: Iterable[Entity], but: Iterable[Entity]) -> bool:
    """Whether one of the entities is named in the sentence of a span or in the few before it.

    The few reach back to where one of `but` is named, three sentences at most.
    """
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return False
    names = {name[-1] for one in entities for name in one.names}
    theirs = {name[-1] for one in but for name in one.names}
    for one in reversed(document.sentences[max(0, sentence.index - 3) : sentence.index + 1]):
        norms = {token.norm for token in document.words(one)}
        if norms & names:
            return True
        if norms & theirs:
            return False
    return False
