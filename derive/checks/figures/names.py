"""Figures that are no quantities, in a sentence and in the one that it tells again: codes, ranks, comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Examination, Place
from derive.checks.figures.codes import recoded
from derive.checks.figures.ranks import reranked, turned
from derive.facts.reading import within
from derive.model import Sentence, Span


def named(examination: Examination, sentence: Sentence, place: Place) -> Iterator[tuple[Span, Span]]:
    """The words of the rewrite and those of the original in their place."""
    mine, its = examination.rewrite.document, examination.sources[place.source].document
    facts = examination.rewrite.facts
    figures = (*within(facts.quantities, sentence.span), *within(facts.dates, sentence.span))
    yield from recoded(mine, sentence, figures, its, place.sentence)
    yield from reranked(mine, sentence, its, place.sentence)
    for span, other in turned(mine, sentence, its, place.sentence):
        if not any(one.whole.overlaps(span) for one in within(facts.quantities, sentence.span)):
            yield span, other
