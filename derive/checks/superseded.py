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

from derive.checks.corrections import Correction
from derive.checks.examination import Check, Examination
from derive.model import Change, Sentence, Severity, Span, Token, Witness
from derive.text.words import tokens


def run(examination: Examination) -> Iterator[Change]:
    """Look for the old wording in the sentences that were made from the corrected one."""
    for correction in examination.newer:
        number = next(i for i, one in enumerate(examination.sources) if one.document.article.id == correction.source)
        source = examination.sources[number].document
        home = source.sentence_at(correction.span.start)
        for sentence in examination.sentences:
            places = examination.linked(sentence)
            if home and any(place.source == number and place.sentence.index == home.index for place in places):
                yield from _carried(examination, sentence, correction, number)


def _carried(examination: Examination, sentence: Sentence, correction: Correction, source: int) -> Iterator[Change]:
    document = examination.rewrite.document
    words = document.words(sentence)
    old = _find(words, [word.norm for word in tokens(correction.old)])
    if old and not _find(words, [word.norm for word in tokens(correction.new)]):
        yield Change(
            "superseded",
            Severity.WARNING,
            f"“{old.of(document.plain)}” — the original said so, its later version {correction.newer} "
            f"has “{correction.new}”",
            old,
            Witness(source, correction.span),
            value=f"{correction.old} -> {correction.new}",
        )


def _find(words: tuple[Token, ...], wanted: list[str]) -> Span | None:
    """Where the wanted words stand in a row."""
    for at in range(len(words) - len(wanted) + 1):
        if wanted and [word.norm for word in words[at : at + len(wanted)]] == wanted:
            return words[at].span.to(words[at + len(wanted) - 1].span)
    return None


CHECK = Check(
    "superseded", "the source was corrected, the draft carries what it said before", Severity.WARNING, run, __doc__
)
