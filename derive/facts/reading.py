"""Document -> Reading: the document together with every fact in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from derive.facts import dates, hedges, names, polarity, quantities, quotes, speakers
from derive.facts.dates import DateMention
from derive.facts.hedges import Hedge
from derive.facts.names import Name
from derive.facts.polarity import Clauses, Predicate
from derive.facts.quantities import Quantity
from derive.facts.quotes import Quotation
from derive.facts.speakers import Statement
from derive.model import Document, Mention, Span

M = TypeVar("M", bound=Mention)


class Facts(Struct, frozen=True):
    """All mentions of a document, each kind in text order."""

    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quotation, ...]
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    hedges: tuple[Hedge, ...]
    predicates: tuple[Predicate, ...]


class Reading(Struct, frozen=True):
    """A document, its facts, and the clauses that hedges and denials were read by."""

    document: Document
    facts: Facts
    clauses: Clauses


_START = attrgetter("span.start")


def within(mentions: Sequence[M], span: Span) -> tuple[M, ...]:
    """The mentions (in text order, not overlapping each other) that begin inside a span."""
    first = last = bisect_left(mentions, span.start, key=_START)
    while last < len(mentions) and mentions[last].span.start < span.end:
        last += 1
    return tuple(mentions[first:last])


def read_facts(document: Document) -> Reading:
    """Extract every kind of fact. Dates come before quantities and names before speakers, which build on them."""
    found_dates = dates.find(document)
    found_names = names.find(document)
    found_quotes = quotes.find(document)
    clauses = Clauses.of(document)
    return Reading(
        document,
        Facts(
            dates=found_dates,
            quantities=quantities.find(document, found_dates),
            quotes=found_quotes,
            names=found_names,
            statements=speakers.find(document, found_quotes, found_names),
            hedges=hedges.find(document, clauses),
            predicates=polarity.find(document, clauses),
        ),
        clauses,
    )
