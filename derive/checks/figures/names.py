"""What a sentence and the one that it tells again differ in beside quantities: codes, ranks, comparisons, nouns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from derive.checks.examination import Examination, Place
from derive.checks.figures.codes import recoded
from derive.checks.figures.counted import recounted
from derive.checks.figures.ranks import reranked, turned
from derive.facts.reading import within
from derive.model import LinkKind, Sentence, Span

_COPIED = 0.6  # share of the told sentences that stand there word for word


def named(examination: Examination, sentence: Sentence, place: Place) -> Iterator[tuple[Span, Span]]:
    """The words of the rewrite and those of the original in their place."""
    mine, its = examination.rewrite.document, examination.sources[place.source].document
    facts = examination.rewrite.facts
    figures = (*within(facts.quantities, sentence.span), *within(facts.dates, sentence.span))
    yield from recoded(mine, sentence, figures, its, place.sentence)
    yield from reranked(mine, sentence, its, place.sentence)
    for span, other in turned(mine, sentence, its, place.sentence):
        bounded = any(one.whole.overlaps(span) for one in within(facts.quantities, sentence.span))
        timed = any(span.end <= one.span.start <= span.end + 1 for one in within(facts.dates, sentence.span))
        if not bounded and not timed:
            yield span, other
    if _is_copy(examination):
        yield from recounted(mine, sentence, within(facts.quantities, sentence.span), its, place.sentence)


@lru_cache(maxsize=2)
def _is_copy(examination: Examination) -> bool:
    """Whether most of a rewrite stands in the originals as it is: then a word is not changed for the style."""
    told = {index for one in examination.alignments for link in one.links for index in link.rewrite}
    copied = {
        index for one in examination.alignments for link in one.links if link.kind is LinkKind.VERBATIM
        for index in link.rewrite
    }  # fmt: skip
    return len(copied) >= _COPIED * max(1, len(told))
