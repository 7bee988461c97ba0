"""The hedges of the originals that a sentence of the rewrite tells on without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.examination import Examination
from derive.checks.hedging.difference import LONGEST, Difference, doubts, phrase
from derive.checks.hedging.doubts import BESIDE, FLOOR, plain_elsewhere, without, without_in_other_words
from derive.checks.telling import Told, Words, about
from derive.facts.hedges import Hedge, HedgeClass
from derive.model import Sentence, Span

_DOUBTS = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF, HedgeClass.MODALITY})
_BEING = frozenset("be is are was were been".split())


def lost(
    examination: Examination, rewrite: Words, sources: Sequence[Words], sentence: Sentence
) -> Iterator[Difference]:
    """Each place of a sentence that says plainly what an original holds back."""
    own = rewrite.norms[slice(*sentence.tokens)]
    if any(own in source.verbatim for source in sources):
        return  # a headline, say, that was taken over as it is
    for number, place, floor in _places(examination, sentence):
        source = sources[number]
        for hedge in doubts(source, place):
            span = _plain(hedge, source, place, rewrite, sentence, floor)
            if span is not None and not plain_elsewhere(hedge, source, place, sources):
                yield Difference(span, number, phrase(source, hedge), f"{hedge.kind} {hedge.sense}")


def _places(examination: Examination, sentence: Sentence) -> Iterator[tuple[int, Sentence, float]]:
    """The linked sentences; then the ones beside them, which must be told more fully to count."""
    linked = examination.linked(sentence)
    seen = {(place.source, place.sentence.index) for place in linked}
    for place in linked:
        yield place.source, place.sentence, FLOOR
    for place in linked:
        sentences = examination.sources[place.source].document.sentences
        for index in (place.sentence.index - 1, place.sentence.index + 1):
            if 0 <= index < len(sentences) and (place.source, index) not in seen:
                seen.add((place.source, index))
                yield place.source, sentences[index], BESIDE


def _plain(
    hedge: Hedge, source: Words, place: Sentence, rewrite: Words, sentence: Sentence, floor: float
) -> Span | None:
    found = without(hedge, source, rewrite, sentence, floor)
    if found is not None:
        return _asserting(hedge, found, source, rewrite, sentence) or about(rewrite, found, LONGEST)
    again = without_in_other_words(hedge, source, place, rewrite, sentence) if floor == FLOOR else None
    return again.span(rewrite, LONGEST) if again else None


def _asserting(hedge: Hedge, found: Told, source: Words, rewrite: Words, sentence: Sentence) -> Span | None:
    """The rewrite's own predicate, where it has another than the one held back; None where it has the same.

    "Officials reportedly believe the mayor knew", told as "Officials have established that the mayor knew": what
    stands between the subject and the first word that is told. Without a subject, the nearest verb of being.
    """
    if hedge.kind not in _DOUBTS or hedge.reach == "noun":
        return None
    first = found.head if found.head is not None else found.at[0]
    before = [at for at in range(hedge.scope[0], hedge.words[0]) if source.keys[at]]
    subject = rewrite.alike(source.keys[before[-1]]) if before else frozenset()
    if found.head is None:
        starts = [at for at in range(max(sentence.tokens[0], first - LONGEST), first) if rewrite.keys[at] in subject]
        between = [at for at in range(starts[-1] + 1, first) if rewrite.keys[at]] if starts else []
        return rewrite.span(starts[-1] + 1, between[-1]) if between else None
    if source.norm(hedge.words[0] + 1) != "be":
        return None
    copulas = [at for at in range(first, min(sentence.tokens[1], first + LONGEST)) if rewrite.norm(at) in _BEING]
    return rewrite.span(first, copulas[0]) if copulas else None
