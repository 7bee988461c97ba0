"""What a check is given, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from derive.checks.corrections import Correction
from derive.facts import Reading
from derive.model import Alignment, Change, LinkKind, Relation, RelationKind, Role, Sentence, Severity


class Place(Struct, frozen=True):
    """A sentence of one of the sources."""

    source: int
    sentence: Sentence
    score: float  # of the link that leads here, 0 to 1
    kind: LinkKind


# An identity: what is derived from one examination is kept by it.
class Examination(Struct, frozen=True, eq=False, dict=True):
    """One rewrite and all its sources; `alignments[i]` and `relations[i]` belong to `sources[i]`."""

    rewrite: Reading
    sources: tuple[Reading, ...]
    alignments: tuple[Alignment, ...]
    relations: tuple[Relation, ...]
    newer: tuple[Correction, ...] = ()  # what later versions of the sources say otherwise

    @cached_property
    def _places(self) -> dict[int, tuple[Place, ...]]:
        table: dict[int, dict[tuple[int, int], Place]] = {}
        for number, alignment in enumerate(self.alignments):
            for link in alignment.links:
                for index in link.rewrite:
                    found = table.setdefault(index, {})
                    for other in link.source:
                        key = (number, other)
                        if key not in found or found[key].score < link.score:
                            found[key] = Place(number, alignment.source.sentences[other], link.score, link.kind)
        return {
            index: tuple(sorted(found.values(), key=lambda place: (-place.score, place.source, place.sentence.index)))
            for index, found in table.items()
        }

    def linked(self, sentence: Sentence) -> tuple[Place, ...]:
        """The sentences of all sources that a sentence of the rewrite is linked to, best first."""
        return self._places.get(sentence.index, ())

    @cached_property
    def partial(self) -> bool:
        """Whether the rewrite only lifts some sentences: the rest of it is own reporting."""
        return all(relation.kind in (RelationKind.PARTIAL, RelationKind.INDEPENDENT) for relation in self.relations)

    def is_own_reporting(self, sentence: Sentence) -> bool:
        """Whether the `unsupported-*` checks have no business here: a partial derivation, away from any link."""
        return self.partial and self.is_away(sentence)

    def is_away(self, sentence: Sentence) -> bool:
        """Whether neither a sentence nor its neighbours are linked to any source."""
        near = (sentence.index - 1, sentence.index, sentence.index + 1)
        return not any(index in self._places for index in near)

    def is_told(self, sentence: Sentence) -> bool:
        """Whether a sentence tells the originals: it is linked, or both of its neighbours are."""
        around = (sentence.index - 1, sentence.index + 1)
        return sentence.index in self._places or all(index in self._places for index in around)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the rewrite that are examined: all but boilerplate, the headline included."""
        return tuple(one for one in self.rewrite.document.sentences if one.role is not Role.BOILERPLATE)


class Check(Struct, frozen=True):
    """A check as a value. `id` is the name of its file with hyphens; `doc` is its page (the module's docstring)."""

    id: str
    summary: str
    severity: Severity  # the heaviest it reports
    run: Callable[[Examination], Iterator[Change]]
    doc: str
