"""What a later version of an article says otherwise: the ground of the check `superseded`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from derive.facts import Reading
from derive.facts.reading import within
from derive.model import Alignment, LinkKind, Mention, Sentence, Span


@dataclass(frozen=True, slots=True)
class Correction:
    """Words of a source that its later version replaced. `span` counts the source's plain text."""

    source: str
    span: Span
    old: str
    new: str
    newer: str  # the later version's id


def corrections(source: Reading, newer: Reading, alignment: Alignment) -> Iterator[Correction]:
    """The facts that differ between a source and its later version, in sentences that are otherwise the same."""
    for link in alignment.links:
        if link.kind is LinkKind.LOOSE:
            continue
        old, new = (d.sentences[i[0]] for d, i in ((source.document, link.source), (newer.document, link.rewrite)))
        for one, other in _changed(source, old, newer, new):
            yield Correction(source.document.article.id, one.span, one.text, other.text, newer.document.article.id)


def _changed(source: Reading, old: Sentence, newer: Reading, new: Sentence) -> Iterator[tuple[Mention, Mention]]:
    for before, after in (
        (within(source.facts.quantities, old.span), within(newer.facts.quantities, new.span)),
        (within(source.facts.dates, old.span), within(newer.facts.dates, new.span)),
        (within(source.facts.names, old.span), within(newer.facts.names, new.span)),
        (within(source.facts.quotes, old.span), within(newer.facts.quotes, new.span)),
    ):
        gone = [one for one in before if _form(one) not in {_form(other) for other in after}]
        come = [one for one in after if _form(one) not in {_form(other) for other in before}]
        if len(gone) == len(come):  # in a sentence that was only corrected, they stand in for each other in order
            yield from zip(gone, come, strict=True)


def _form(mention: Mention) -> str:
    return " ".join(mention.text.casefold().split())
