"""What a later version of an article says otherwise: the ground of the check `superseded`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.facts import Reading
from derive.facts.dates import DateMention
from derive.facts.quantities import Quantity
from derive.facts.quantities.compare import agree
from derive.facts.reading import within
from derive.model import Alignment, LinkKind, Mention, Sentence


class Correction(Struct, frozen=True):
    """A fact of a source that its later version replaced."""

    source: str
    old: Mention
    new: Mention
    newer: str  # the later version's id


def corrections(source: Reading, newer: Reading, alignment: Alignment) -> Iterator[Correction]:
    """The facts that differ between a source and its later version, in sentences that are otherwise the same."""
    for link in alignment.links:
        if link.kind is LinkKind.LOOSE:
            continue
        old, new = (d.sentences[i[0]] for d, i in ((source.document, link.source), (newer.document, link.rewrite)))
        for one, other in _changed(source, old, newer, new):
            yield Correction(source.document.article.id, one, other, newer.document.article.id)


def _changed(source: Reading, old: Sentence, newer: Reading, new: Sentence) -> Iterator[tuple[Mention, Mention]]:
    for before, after in (
        (within(source.facts.quantities, old.span), within(newer.facts.quantities, new.span)),
        (within(source.facts.dates, old.span), within(newer.facts.dates, new.span)),
        (within(source.facts.names, old.span), within(newer.facts.names, new.span)),
        (within(source.facts.quotes, old.span), within(newer.facts.quotes, new.span)),
    ):
        gone = [one for one in before if not any(same(one, other) for other in after)]
        come = [one for one in after if not any(same(one, other) for other in before)]
        if len(gone) == len(come):  # in a sentence that was only corrected, they stand in for each other in order
            yield from zip(gone, come, strict=True)


def same(one: Mention, other: Mention) -> bool:
    """Whether two mentions state the same fact; for what has no value of its own, the same words."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return agree(one, other)
    if isinstance(one, DateMention) and isinstance(other, DateMention):
        return one.value == other.value
    return type(one) is type(other) and _form(one) == _form(other)


def _form(mention: Mention) -> list[str]:
    return mention.text.casefold().split()
