"""A word that held a statement back was dropped, added, or turned round.

"Allegedly", "may", "at least" or "one of the" is often all that stands between a report and a claim that the paper
cannot back. A rewrite that loses it says more than the original does; one that adds it says less.

Fires:
- "allegedly", "reportedly", "is believed to" dropped, and nobody is credited with the statement
- "may", "could", "possibly", "appears to", "likely" dropped or added
- "at least", "up to", "nearly", "more than" lost or turned round at the same figure
- "one of the largest" told as "the largest"; some told as all, many as most; "usually" dropped
- what is planned, sought or expected told as done

Quiet:
- another hedge of the same strength: "allegedly" = "police say" = "is accused of"; "may" = "possibly" = "is likely to"
- "about", "around" and "roughly", lost or added
- a figure that was itself rounded
- what another sentence of the original says plainly
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.hedging.bounds import Bounded, is_told, newly_bounded, unbounded
from derive.checks.hedging.coverage import is_accusing
from derive.checks.hedging.doubts import (
    BESIDE,
    FLOOR,
    held_back,
    is_plain,
    may_be_added,
    plain_elsewhere,
    without,
    without_in_other_words,
)
from derive.checks.hedging.quantifiers import requantified
from derive.checks.telling import Told, Words, about, words_of
from derive.facts.hedges import Hedge, HedgeClass, Weight
from derive.facts.reading import within
from derive.model import Change, LinkKind, Sentence, Severity, Span, Witness

_SPAN = 6  # words of a finding at most
_DOUBTS = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF, HedgeClass.MODALITY})
_ELSEWHERE = frozenset({HedgeClass.CERTAINTY, HedgeClass.QUANTIFIER})
_BEING = frozenset("be is are was were been".split())


def run(examination: Examination) -> Iterator[Change]:
    """Each hedge of a linked sentence that the rewrite lost, then each that it put in."""
    rewrite, sources = words_of(examination)
    seen: list[Span] = []
    for sentence in examination.sentences:
        for change in (
            *_lost(examination, rewrite, sources, sentence),
            *_added(examination, rewrite, sources, sentence),
            *_quantifiers(examination, rewrite, sources, sentence),
            *_bounds(examination, rewrite, sources, sentence),
        ):
            if not rewrite.is_quoted(change.span) and not any(change.span.overlaps(other) for other in seen):
                seen.append(change.span)
                yield change


def _lost(examination: Examination, rewrite: Words, sources: list[Words], sentence: Sentence) -> Iterator[Change]:
    own = rewrite.norms[slice(*sentence.tokens)]
    if any(own in source.verbatim for source in sources):
        return  # a headline, say, that was taken over as it is
    for number, place, floor in _places(examination, sentence):
        source = sources[number]
        for hedge in _firm(source, place):
            span = _plain(hedge, source, place, rewrite, sentence, floor)
            if span is not None and not plain_elsewhere(hedge, source, place, sources):
                yield _change(hedge, span, rewrite, number, _words(source, hedge), source)


def _plain(
    hedge: Hedge, source: Words, place: Sentence, rewrite: Words, sentence: Sentence, floor: float
) -> Span | None:
    """Where a sentence of the rewrite says plainly what a hedge holds back."""
    found = without(hedge, source, rewrite, sentence, floor)
    if found is not None:
        return _asserting(hedge, found, source, rewrite, sentence) or about(rewrite, found, _SPAN)
    again = without_in_other_words(hedge, source, place, rewrite, sentence) if floor == FLOOR else None
    return again.span(rewrite, _SPAN) if again else None


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
        starts = [at for at in range(max(sentence.tokens[0], first - _SPAN), first) if rewrite.keys[at] in subject]
        between = [at for at in range(starts[-1] + 1, first) if rewrite.keys[at]] if starts else []
        return rewrite.span(starts[-1] + 1, between[-1]) if between else None
    if source.norm(hedge.words[0] + 1) != "be":
        return None
    copulas = [at for at in range(first, min(sentence.tokens[1], first + _SPAN)) if rewrite.norm(at) in _BEING]
    return rewrite.span(first, copulas[0]) if copulas else None


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


def _added(examination: Examination, rewrite: Words, sources: list[Words], sentence: Sentence) -> Iterator[Change]:
    for hedge in _firm(rewrite, sentence):
        if not may_be_added(hedge, rewrite):
            continue
        for place in examination.linked(sentence):
            if place.kind is LinkKind.LOOSE:
                continue  # honest rewording puts hedges in ("must not speak": "may not"), and hardly takes any out
            source = sources[place.source]
            if hedge.reach == "noun" and is_accusing(source, place.sentence):
                continue  # what somebody is accused of is an alleged deed
            found = without(hedge, rewrite, source, place.sentence)
            if found and is_plain(hedge, found, source) and not held_back(hedge, rewrite, sources):
                yield _change(hedge, _words(rewrite, hedge), rewrite, place.source, about(source, found, _SPAN), source)
                break


def _quantifiers(
    examination: Examination, rewrite: Words, sources: list[Words], sentence: Sentence
) -> Iterator[Change]:
    for place in examination.linked(sentence):
        source = sources[place.source]
        for one in requantified(rewrite, sentence, source, place.sentence):
            message = f'"{rewrite.text(one.here)}" — the original has "{source.text(one.there)}"'
            witness = Witness(place.source, one.there)
            yield Change("hedge", Severity.WARNING, message, one.here, witness, f"quantifier {one.sense}")


def _bounds(examination: Examination, rewrite: Words, sources: list[Words], sentence: Sentence) -> Iterator[Change]:
    for place in examination.linked(sentence):
        source = sources[place.source]
        for pair in unbounded(rewrite, sentence, source, place.sentence):
            reworded = pair.is_complement and place.kind is LinkKind.LOOSE
            if not reworded and not is_told(pair.here, rewrite, sources, place.sentence):
                yield _bound(pair, rewrite, source, place.source)
        for pair in newly_bounded(rewrite, sentence, source, place.sentence):
            if place.kind is not LinkKind.LOOSE and not is_told(pair.here, rewrite, sources, place.sentence):
                yield _bound(pair, rewrite, source, place.source)


def _bound(pair: Bounded, rewrite: Words, source: Words, number: int) -> Change:
    here, there = pair.here.whole, pair.there.whole
    message = f'"{rewrite.text(here)}" — the original has "{source.text(there)}"'
    return Change("hedge", Severity.WARNING, message, here, Witness(number, there), f"bound {pair.there.bound}")


def _firm(words: Words, sentence: Sentence) -> Iterator[Hedge]:
    for hedge in within(words.reading.facts.hedges, sentence.span):
        if (
            hedge.governs
            and hedge.weight is Weight.FIRM
            and hedge.kind not in (HedgeClass.CERTAINTY, HedgeClass.QUANTIFIER)
        ):
            yield hedge


def _change(hedge: Hedge, span: Span, rewrite: Words, number: int, witness: Span, source: Words) -> Change:
    message = f'"{rewrite.text(span)}" — the original has "{source.text(witness)}"'
    return Change("hedge", Severity.WARNING, message, span, Witness(number, witness), f"{hedge.kind} {hedge.sense}")


def _words(words: Words, hedge: Hedge) -> Span:
    """A hedge with the nearest words it governs."""
    near = [at for at in hedge.governs[:3] if abs(at - hedge.words[0]) <= _SPAN]
    first, last = hedge.words
    return words.span(min([first, *near[:1]]), max([last - 1, *near]))


CHECK = Check(
    "hedge", "a word that holds a statement back was dropped, added or turned round", Severity.WARNING, run, __doc__
)
