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
from derive.checks.hedging import plain_elsewhere, without
from derive.checks.telling import Told, Words
from derive.facts.hedges import Hedge, HedgeClass, Weight
from derive.facts.reading import within
from derive.model import Change, Severity, Span, Witness

_SPAN = 6  # words of a finding at most
_MAY_BE_ADDED = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.MODALITY, HedgeClass.BOUND})


def run(examination: Examination) -> Iterator[Change]:
    """Each hedge of a linked sentence that the rewrite lost, then each that it put in."""
    rewrite = Words.of(examination.rewrite)
    sources = [Words.of(source) for source in examination.sources]
    seen: list[Span] = []
    for sentence in examination.sentences:
        for place in examination.linked(sentence):
            source = sources[place.source]
            for hedge in _firm(source, place.sentence.span):
                found = without(hedge, source, rewrite, sentence)
                if found is None or plain_elsewhere(hedge, source, place.sentence, sources):
                    continue
                span, witness = _about(rewrite, found), _words(source, hedge)
                if not any(span.overlaps(other) for other in seen):
                    seen.append(span)
                    yield _change(span, rewrite, Witness(place.source, witness), source, hedge)


def _firm(words: Words, span: Span) -> Iterator[Hedge]:
    for hedge in within(words.reading.facts.hedges, span):
        if hedge.weight is Weight.FIRM and hedge.kind is not HedgeClass.CERTAINTY:
            yield hedge


def _change(span: Span, rewrite: Words, witness: Witness, source: Words, hedge: Hedge) -> Change:
    message = f'"{rewrite.text(span)}" — the original has "{source.text(witness.span)}"'
    return Change("hedge", Severity.WARNING, message, span, witness, f"{hedge.kind} {hedge.sense}")


def _words(words: Words, hedge: Hedge) -> Span:
    """A hedge with the nearest words it governs."""
    near = [at for at in hedge.governs[:3] if abs(at - hedge.words[0]) <= _SPAN]
    return words.span(min(hedge.words[0], *near[:1]), max(hedge.words[1] - 1, *near))


def _about(words: Words, found: Told) -> Span:
    """The told words about the head, few enough to be read at a glance."""
    head = found.head if found.head is not None else found.at[0]
    near = [at for at in found.at if abs(at - head) < _SPAN]
    return words.span(near[0], min(near[-1], near[0] + _SPAN - 1))


CHECK = Check(
    "hedge", "a word that holds a statement back was dropped, added or turned round", Severity.WARNING, run, __doc__
)
