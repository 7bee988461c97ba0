"""A figure of the original has another value, unit or magnitude in the rewrite, or stands beside the wrong thing.

A wrong figure is what a newsroom corrects most, and what a reader forgives least. Figures are compared as values of
their kind, each with the figure that counts the same thing at the place which the sentence was taken from.

Fires:

- another value: "over 13,000 containers" became "over 1,000 containers"
- another unit, currency or magnitude: miles for kilometres, US$ for C$, billion for million
- another age, score, rank or share: 34 for 43, 3-2 for 3-1, "a third" for "a quarter"
- two figures that changed places
- a floor that became a ceiling: "upwards of 500" and "up to 500"
- another number in the name of a thing: Flight 241 for Flight 214, F-18 for F-16
- another measure among the same words: revenue for profit, per euro for per dollar
- another rank: the largest port for the second-largest; less than for more than, in the same place

Quiet:

- another way to write it: 8,000, 8K and eight thousand; $59 billion and $59bn; a quarter and 25 percent
- honest rounding, in the direction that the words say: "nearly 8,000" for 7,950
- conversions to round figures: 75 feet and 23 metres
- figures that follow from the original's: sums, differences, the rest, the length of a list of names
- a bound word that was dropped or added: that is `hedge`
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.figures import Fate, Verdict, figures_of, named
from derive.checks.replaced import replaced
from derive.model import Change, Severity, Span, Witness


def run(examination: Examination) -> Iterator[Change]:
    """Find the figures that contradict the original's figure for the same thing."""
    found = tuple(_contradictions(examination))
    yield from found
    yield from replaced(examination, "number", found)


def _contradictions(examination: Examination) -> Iterator[Change]:
    for verdict in figures_of(examination).verdicts:
        if verdict.rival is not None and verdict.fate is not Fate.UNSUPPORTED:
            yield _change(examination, verdict)
    told: set[Span] = set()
    for sentence in examination.sentences:
        for place in examination.linked(sentence):
            for span, other in named(examination, sentence, place):
                if span not in told:
                    told.add(span)
                    yield _other(examination, span, Witness(place.source, other))


def _change(examination: Examination, verdict: Verdict) -> Change:
    assert verdict.rival is not None
    new, old = verdict.figure.mention, verdict.rival.mention
    text = examination.rewrite.document.plain
    span = new.whole
    if verdict.other is not None:
        span = span.to(verdict.other.mention.whole)
    theirs = old.whole.of(examination.sources[verdict.rival.source].document.plain)
    message = f'"{span.of(text)}" — the original has "{theirs}"'
    if verdict.fate is Fate.SWAPPED:
        message = f"{message}: the two figures have changed places"
    witness = Witness(verdict.rival.source, old.whole)
    severity = Severity.ERROR if verdict.linked else Severity.WARNING
    return Change("number", severity, message, span, witness, f"{new.kind} {new.low:g}-{new.high:g} {new.unit}".strip())


def _other(examination: Examination, span: Span, witness: Witness) -> Change:
    words = span.of(examination.rewrite.document.plain)
    theirs = witness.span.of(examination.sources[witness.source].document.plain)
    message = f'"{words}" — the original has "{theirs}"'
    return Change("number", Severity.ERROR, message, span, witness, words.casefold())


CHECK = Check("number", "a figure says something else than the original's", Severity.ERROR, run, __doc__)
