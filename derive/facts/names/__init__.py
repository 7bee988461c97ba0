"""The names of a document: people, places, organisations, laws, works, ships, without a trained model.

Capitals are the evidence (`casing`), small words join them (`chains`), titles are taken off (`parts`), short forms
and acronyms are led back to the full name (`entities`).
"""

from __future__ import annotations

from derive.facts.names.casing import casing
from derive.facts.names.chains import Chains
from derive.facts.names.entities import initials, keys
from derive.facts.names.name import Name, NameKind
from derive.facts.names.parts import Parts
from derive.facts.names.vocabulary import vocabulary
from derive.model import Document, Span

__all__ = ["Name", "NameKind", "find"]


def find(document: Document) -> tuple[Name, ...]:
    """All names, in text order; they do not overlap. Peoples ("Polish"), weekdays and bare titles are none."""
    known = vocabulary(document.article.language[:2] if document.article.language.startswith("en") else "en")
    seen = casing(document, known)
    cutter = Parts(document.plain, document.tokens, seen, known)
    tokens = document.tokens
    parts = [part for begin, end in Chains(document, seen, known) for part in cutter.of(begin, end)]
    spelled = [initials(token.norm for token in tokens[part.start : part.end]) for part in parts]
    entities = keys(parts, spelled, known)
    found = []
    for part in parts:
        span = Span(tokens[part.start].start, tokens[part.end - 1].end)
        text = span.of(document.plain)
        if text.endswith("'s"):
            span = Span(span.start, span.end - 2)
        elif "." in text[-3:] and document.plain[span.end : span.end + 1] == ".":
            span = Span(span.start, span.end + 1)  # the last stop of U.N.
        text = span.of(document.plain)
        key, kind = entities[part.tokens]
        found.append(Name(span, text, part.tokens, kind, key, " ".join(part.title)))
    return tuple(found)
