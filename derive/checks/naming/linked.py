"""The names of the sentences that a sentence of the rewrite is linked to."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from derive.checks.examination import Examination
from derive.facts.names import Name
from derive.facts.names.identity import Form, apart, is_one, is_restyled
from derive.facts.names.peoples import peoples
from derive.facts.reading import within
from derive.model import Document, Sentence


class Candidate(Struct, frozen=True):
    """A name of an original; `full` is the longest form of it there."""

    source: int
    sentence: Sentence
    name: Name
    full: Form


class Linked:
    """Looks up the names of the originals."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination

    @cached_property
    def _keys(self) -> tuple[dict[Form, str], ...]:
        return tuple({name.tokens: name.key for name in one.facts.names} for one in self._examination.sources)

    @cached_property
    def _full(self) -> tuple[dict[str, Form], ...]:
        tables: list[dict[str, Form]] = []
        for one in self._examination.sources:
            table: dict[str, Form] = {}
            for name in one.facts.names:
                if len(name.tokens) > len(table.get(name.key, ())):
                    table[name.key] = name.tokens
            tables.append(table)
        return tuple(tables)

    def document(self, source: int) -> Document:
        """The document of a source."""
        return self._examination.sources[source].document

    def names(self, sentence: Sentence) -> list[Candidate]:
        """The names of the linked sentences, best link first."""
        return [
            Candidate(place.source, place.sentence, name, self._full[place.source][name.key])
            for place in self._examination.linked(sentence)
            for name in within(self._examination.sources[place.source].facts.names, place.sentence.span)
        ]

    def peoples(self, sentence: Sentence) -> list[Candidate]:
        """The words for peoples there, as names of their places."""
        return [
            Candidate(place.source, place.sentence, name, name.tokens)
            for place in self._examination.linked(sentence)
            for name in peoples(self.document(place.source), place.sentence)
        ]

    def around(self, candidate: Candidate) -> tuple[Name, ...]:
        """The names of the sentence of a candidate and of its two neighbours."""
        sentences = self.document(candidate.source).sentences
        index = candidate.sentence.index
        span = sentences[max(0, index - 1)].span.to(sentences[min(len(sentences) - 1, index + 1)].span)
        return within(self._examination.sources[candidate.source].facts.names, span)

    def count(self, candidate: Candidate) -> int:
        """How often its sentence names the candidate; once if by a word for its people."""
        names = within(self._examination.sources[candidate.source].facts.names, candidate.sentence.span)
        return max(1, sum(name.key == candidate.name.key for name in names))

    def is_entity(self, name: Name, other: Name, source: int) -> bool:
        """Whether two names may be one entity's, also by what the original itself calls it (NHC, Hurricane Center)."""
        return is_one(name.tokens, other.tokens) or self._keys[source].get(name.tokens) == other.key

    def is_restyled(self, name: Name, candidate: Candidate) -> bool:
        """Whether a candidate has the same letters with other marks."""
        plain = self._examination.rewrite.document.plain
        return is_restyled(plain, name, self.document(candidate.source).plain, candidate.name)

    def contains(self, name: Name, candidate: Candidate) -> bool:
        """Whether a candidate is the name, in a form that does not gainsay it: Baker, but of the Ginger Bakers."""
        if not self.is_entity(name, candidate.name, candidate.source):
            return False
        return candidate.full == candidate.name.tokens or not all(apart(name.tokens, candidate.full))
