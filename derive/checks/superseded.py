"""The archive has a later version or a correction of the source, and the draft still carries what was corrected.

The most expensive error is the one that somebody else has already withdrawn: the wire has sent its correction, and the
rewrite made from the first version goes out with the old figure.

Fires:
- the wire said "450 jobs", its correction says "540 jobs", the draft made from the first version says 450

Quiet:
- the draft has the corrected value
- what the later version changed is not in the draft
- the later article is another report of the event, no version of the source
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.corrections import Correction, same
from derive.checks.examination import Check, Examination
from derive.facts.reading import within
from derive.model import Change, Sentence, Severity, Witness


def run(examination: Examination) -> Iterator[Change]:
    """Look for the old value in the sentences that were made from the corrected one."""
    for correction in examination.newer:
        number = next(i for i, one in enumerate(examination.sources) if one.document.article.id == correction.source)
        home = examination.sources[number].document.sentence_at(correction.old.span.start)
        for sentence in examination.sentences:
            places = examination.linked(sentence)
            if home and any(place.source == number and place.sentence.index == home.index for place in places):
                yield from _carried(examination, sentence, correction, number)


def _carried(examination: Examination, sentence: Sentence, correction: Correction, source: int) -> Iterator[Change]:
    facts = examination.rewrite.facts
    mentions = [
        one
        for kind in (facts.quantities, facts.dates, facts.names, facts.quotes)
        for one in within(kind, sentence.span)
    ]
    if any(same(one, correction.new) for one in mentions):
        return
    for one in mentions:
        if same(one, correction.old):
            yield Change(
                "superseded",
                Severity.WARNING,
                f"“{one.text}” — the original said so, its later version {correction.newer} "
                f"has “{correction.new.text}”",
                one.span,
                Witness(source, correction.old.span),
                value=f"{correction.old.text} -> {correction.new.text}",
            )


CHECK = Check(
    "superseded", "the source was corrected, the draft carries what it said before", Severity.WARNING, run, __doc__
)
