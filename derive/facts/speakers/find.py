"""Document -> statements."""

from __future__ import annotations

from derive.facts.names import Name
from derive.facts.quotes import Quotation
from derive.facts.speakers import carry, entities, patterns, units
from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.raw import Raw
from derive.facts.speakers.statement import Certainty, Entity, Statement
from derive.facts.speakers.units import Text
from derive.model import Document


def find(document: Document, quotes: tuple[Quotation, ...] = (), names: tuple[Name, ...] = ()) -> tuple[Statement, ...]:
    """Every statement that the document credits to somebody, in text order.

    `quotes` are the document's quotations (found here in a simpler way when there are none); `names` its names.
    """
    text = units.read(document, quotes)
    raws = [raw for number in range(len(text.units)) for raw in patterns.in_unit(text, number)]
    raws = carry.carry(text, raws)
    resolved = entities.resolve(text, raws)
    return tuple(sorted((_statement(text, *one) for one in resolved), key=lambda one: one.span))


def _statement(text: Text, raw: Raw, who: tuple[Entity, ...], certainty: Certainty) -> Statement:
    span = text.span(raw.start, raw.end)
    numbers = [text.quote[i] for a, b in raw.content for i in range(a, b) if text.quote[i] >= 0]
    return Statement(
        span=span,
        text=span.of(text.document.plain),
        speaker=text.span(raw.phrase.start, raw.phrase.end),
        entities=who,
        cue=raw.cue,
        act=raw.act,
        content=tuple(text.span(a, b) for a, b in raw.content),
        quote=numbers[0] if numbers else None,
        certainty=certainty,
        pronoun=raw.phrase.kind is Kind.PRONOUN,
    )
