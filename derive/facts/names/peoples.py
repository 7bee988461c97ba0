"""Words for the people and things of a place, a faith or a party: Polish, Somalis, Democrat. They are no names."""

from __future__ import annotations

from derive.facts.names.name import Name, NameKind
from derive.facts.names.vocabulary import vocabulary
from derive.model import Document, Sentence


def peoples(document: Document, sentence: Sentence) -> tuple[Name, ...]:
    """Those of a sentence, as if they were names of the place; `key` is the place, the faith or the party."""
    known = vocabulary().peoples
    found = []
    for token in document.words(sentence):
        place = known.get((token.norm,))
        if place is not None and document.plain[token.start].isupper():
            text = token.span.of(document.plain)
            found.append(Name(token.span, text, (token.norm,), NameKind.PLACE, place))
    return tuple(found)
