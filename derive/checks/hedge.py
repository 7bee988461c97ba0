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
from derive.checks.hedging import Difference, added, bounds, lost, quantifiers
from derive.checks.telling import Words, words_of
from derive.model import Change, Sentence, Severity, Span, Witness


def run(examination: Examination) -> Iterator[Change]:
    """Each hedge of a linked sentence that the rewrite lost, then each that it put in, turned round or moved."""
    rewrite, sources = words_of(examination)
    seen: list[Span] = []
    for sentence in examination.sentences:
        for found in _differences(examination, rewrite, sources, sentence):
            if rewrite.is_quoted(found.here) or any(found.here.overlaps(other) for other in seen):
                continue
            seen.append(found.here)
            message = f'"{rewrite.text(found.here)}" — the original has "{sources[found.source].text(found.there)}"'
            witness = Witness(found.source, found.there)
            yield Change("hedge", Severity.WARNING, message, found.here, witness, found.value)


def _differences(
    examination: Examination, rewrite: Words, sources: list[Words], sentence: Sentence
) -> Iterator[Difference]:
    yield from lost(examination, rewrite, sources, sentence)
    yield from added(examination, rewrite, sources, sentence)
    for place in examination.linked(sentence):
        yield from quantifiers(rewrite, sentence, sources, place)
        yield from bounds(rewrite, sentence, sources, place)


CHECK = Check(
    "hedge", "a word that holds a statement back was dropped, added or turned round", Severity.WARNING, run, __doc__
)
