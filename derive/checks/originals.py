"""Several originals: what one of them supports is no change, whatever another says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.examination import Check, Examination
from derive.model import Change


def run(checks: Sequence[Check], examination: Examination) -> Iterator[Change]:
    """The changes of all checks, without those that another original bears out.

    An original bears out what a check finds nothing against when it is asked alone, if it tells the sentence at all.
    """
    alone = [_only(examination, number) for number in range(len(examination.sources))]
    for check in checks:
        answers: dict[int, list[Change]] = {}
        for change in check.run(examination):
            others = _tellers(change, examination)
            for number in others:
                if number not in answers:
                    answers[number] = list(check.run(alone[number]))
            if all(any(one.span.overlaps(change.span) for one in answers[number]) for number in others):
                yield change


def _only(examination: Examination, number: int) -> Examination:
    return Examination(
        examination.rewrite,
        (examination.sources[number],),
        (examination.alignments[number],),
        (examination.relations[number],),
    )


def _tellers(change: Change, examination: Examination) -> list[int]:
    """The originals beside the witness that tell the sentence of a change."""
    sentence = examination.rewrite.document.sentence_at(change.span.start)
    if change.witness is None or sentence is None:
        return []
    return sorted({place.source for place in examination.linked(sentence)} - {change.witness.source})
