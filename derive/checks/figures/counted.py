"""Another thing counted: 12 lorries for 12 cars, in a sentence that is a copy in every other word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.nouns import GENERIC
from derive.model import Document, Sentence, Span

_PLURALS = frozenset(("men", "women", "children"))


def recounted(
    document: Document, sentence: Sentence, figures: Sequence[Quantity], other: Document, place: Sentence
) -> Iterator[tuple[Span, Span]]:
    """The one word in which two sentences differ, with its figure, if it is what that figure counts."""
    mine, its = document.words(sentence), other.words(place)
    if len(mine) != len(its):
        return
    apart = [at for at, (one, two) in enumerate(zip(mine, its, strict=True)) if one.norm != two.norm]
    if len(apart) != 1:
        return
    new, old = mine[apart[0]], its[apart[0]]
    if new.stem == old.stem or not all(_is_plural(one.norm) for one in (new, old)) or {new.stem, old.stem} & GENERIC:
        return
    for figure in figures:
        if figure.kind in (Kind.COUNT, Kind.VAGUE) and new.stem in figure.noun and figure.span.end < new.start:
            before = new.start - figure.span.start
            yield Span(figure.span.start, new.end), Span(max(0, old.start - before), old.end)


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
