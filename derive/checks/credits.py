"""To whom the originals credit what a statement of the rewrite says: content first, speakers after."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial

from msgspec import Struct

from derive.checks.examination import Examination
from derive.checks.sayings import called, content_stems, named_near, speaks, words_in
from derive.facts import Reading
from derive.facts.speakers import (
    Certainty,
    Entity,
    Kind,
    Statement,
    Verdict,
    compare,
    informed,
    singular,
)
from derive.model import Role
from derive.text.frequency import zipf

_SPEECH = 0.5  # share of a statement's words from which it is its quotation
_AROUND = 0.3  # share of a statement's content that the place of its few quoted words must tell
_TELLING = 5.0  # Zipf frequency below which a word quoted by itself points to its place


class Passage(Struct, frozen=True):
    """A stretch of an original: what one statement says, or what the narration of one sentence says."""

    source: int
    statement: Statement | None  # None: narration
    entities: tuple[Entity, ...]  # of the statement, with what the rewrite knows about them
    words: tuple[int, ...]  # word positions of the content
    stems: frozenset[str]
    sentences: frozenset[int]


class Match(Struct, frozen=True):
    """A passage that says what a statement of the rewrite says; `score` is the weight shared, 0 to 1."""

    passage: Passage
    score: float
    quoted: bool  # found by the words of a quotation
    linked: bool = True  # the sentences are linked
    shared: int = 0  # content words in common, where it was found by them


def _passages(source: int, reading: Reading, inform: Callable[[Entity], Entity]) -> Iterator[Passage]:
    document = reading.document
    covered: set[int] = set()
    for statement in reading.facts.statements:
        words = tuple(words_in(document, statement.content))
        covered.update(words, words_in(document, [statement.span]))
        at = {s.index for span in statement.content if (s := document.sentence_at(span.start))}
        entities = tuple(map(inform, statement.entities))
        if statement.certainty is Certainty.UNKNOWN:
            entities = ()
        yield Passage(source, statement, entities, words, content_stems(document, words), frozenset(at))
    for sentence in document.sentences:
        if sentence.role is Role.BOILERPLATE:
            continue
        words = tuple(at for at in range(*sentence.tokens) if at not in covered)
        if words:
            stems = content_stems(document, words)
            yield Passage(source, None, (), words, stems, frozenset({sentence.index}))


@lru_cache(maxsize=2)
def credits_of(examination: Examination) -> Credits:
    """Those of an examination, kept for the checks that read them."""
    return Credits(examination)


class Credits:
    """The passages of all originals, searchable by content."""

    def __init__(self, examination: Examination) -> None:
        known = dict.fromkeys(one for s in examination.rewrite.facts.statements for one in s.entities)
        inform = cache(partial(informed, others=known))
        self._examination = examination
        self._documents = [source.document for source in examination.sources]
        self.passages = [
            passage
            for number, source in enumerate(examination.sources)
            for passage in _passages(number, source, inform)
        ]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for stem in sorted(passage.stems):
                self._by_stem[stem].append(number)
        self._spread: Counter[str] = Counter()
        for document in self._documents:
            for sentence in document.sentences:
                self._spread.update({token.stem for token in document.words(sentence)})
        self._weights: dict[str, float] = {}
        self._sentences = sum(len(document.sentences) for document in self._documents)
        self._norms = {t.stem: t.norm for d in (examination.rewrite.document, *self._documents) for t in d.tokens}

    @cached_property
    def _owners(self) -> dict[tuple[int, int], list[int]]:
        """The passages that a word (source, position) belongs to."""
        table: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for at in passage.words:
                table[passage.source, at].append(number)
        return table

    @cached_property
    def _threes(self) -> dict[tuple[str, ...], list[tuple[int, int]]]:
        """Where (source, position) three words stand in a row."""
        table: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for source, document in enumerate(self._documents):
            norms = [token.norm for token in document.tokens]
            for at, three in enumerate(zip(norms, norms[1:], norms[2:], strict=False)):
                table[three].append((source, at))
        return table

    @cached_property
    def _bags(self) -> list[frozenset[str]]:
        """The stems of each sentence and the one behind it."""
        return [
            frozenset(token.stem for s in document.sentences[at : at + 2] for token in document.words(s))
            for document in self._documents
            for at in range(len(document.sentences))
        ]

    def support(self, statement: Statement) -> float | None:
        """The largest share of a statement's content that a sentence of an original holds; None for too little."""
        document = self._examination.rewrite.document
        stems = content_stems(document, words_in(document, statement.content))
        total = self.weight(stems)
        if len(stems) < 2 or total <= 0:
            return None
        return max((self.weight(stems & bag) / total for bag in self._bags), default=0.0)

    def foreign(self, match: Match, mine: tuple[Entity, ...]) -> bool:
        """Whether the narration of a match can be nothing that a speaker says: a named one who is not in sight."""
        names = {name[-1] for one in mine for name in one.names}
        if not names:
            return False
        passage = match.passage
        document = self._documents[passage.source]
        index = min(passage.sentences)
        for other in self.passages:
            if other.source == passage.source and other.statement is not None:
                near = any(index - 4 <= at <= index + 2 for at in other.sentences)
                if near and self._may_go_on(mine, other.entities):
                    return False
        if any(token.norm in names for token in document.words(document.sentences[index])):
            return False
        before = document.sentences[index - 1] if index else None
        return before is None or not any(token.norm in names for token in document.words(before)[:6])

    @staticmethod
    def _may_go_on(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
        """Whether narration near a statement may be its speaker's: the same one, or one who is not named there."""
        verdict = compare(mine, theirs)
        return verdict is Verdict.SAME or (verdict is Verdict.UNKNOWN and not all(one.names for one in theirs))

    def mentions(self, passage: Passage, entities: Iterable[Entity]) -> bool:
        """Whether inside what a passage says one of the entities says something; of an outlet's, does anything."""
        document = self._documents[passage.source]
        if passage.entities and all(one.kind is Kind.OUTLET for one in passage.entities):
            norms = {singular(document.tokens[at].norm) for at in passage.words}
            return any(norms & (called(one) | one.roles) for one in entities if one.kind is not Kind.OUTLET)
        return speaks(document, passage.words, entities)

    @cached_property
    def credited(self) -> list[Passage]:
        """The passages of known speakers."""
        return [one for one in self.passages if one.entities]

    def mentioned(self, statement: Statement, entities: Iterable[Entity]) -> bool:
        """Whether inside what a statement of the rewrite says one of the entities says something."""
        document = self._examination.rewrite.document
        return speaks(document, words_in(document, statement.content), entities)

    def named_near(self, passage: Passage, entities: Iterable[Entity]) -> bool:
        """Whether one of the entities is named where a passage's statement is, no further off than its speaker."""
        if passage.statement is None:
            return False
        return named_near(self._documents[passage.source], passage.statement.span, entities, passage.entities)

    def weight(self, stems: Iterable[str]) -> float:
        """How much stems say: rare in English, rare in the originals."""
        return sum(map(self._weight_of, sorted(stems)))

    def _weight_of(self, stem: str) -> float:
        found = self._weights.get(stem)
        if found is None:
            rarity = math.log(2 + self._sentences / (1 + self._spread[stem]))
            found = self._weights[stem] = (1 - zipf(self._norms[stem]) / 7.7) * rarity
        return found

    def of(self, statement: Statement) -> list[Match]:
        """The passages that say what a statement of the rewrite says, best first."""
        document = self._examination.rewrite.document
        words = list(words_in(document, statement.content))
        quoted, share = self._by_quotation(statement, words)
        if quoted and share >= _SPEECH:
            return quoted
        told = self._by_content(statement, content_stems(document, words))
        if not quoted:
            return told
        # A few quoted words in a longer statement: the rest of it must be told at the same place.
        scores = {id(match.passage): match.score for match in told}
        both = [match for match in quoted if scores.get(id(match.passage), 0.0) >= _AROUND]
        return both or told

    def _by_quotation(self, statement: Statement, words: list[int]) -> tuple[list[Match], float]:
        """The passages that hold the words of the statement's quotations, and the quotations' share of its words."""
        facts = self._examination.rewrite.facts
        document = self._examination.rewrite.document
        if statement.quote is None:
            return [], 0.0
        pieces = [p for q in facts.quotes if any(c.overlaps(q.span) for c in statement.content) for p in q.pieces]
        spoken = frozenset(words_in(document, pieces))
        inside = [at for at in words if at in spoken]
        share = len(inside) / max(1, len(words))
        norms = [document.tokens[at].norm for at in inside]
        if len(norms) < 3:
            return self._by_short_quotation(norms), share
        hits: Counter[int] = Counter()
        for start in range(len(norms) - 2):
            seen = set()
            for source, at in self._threes.get(tuple(norms[start : start + 3]), ()):
                seen.update(self._owners[source, at + 1])
            hits.update(seen)
        found = [Match(self.passages[number], hits[number] / (len(norms) - 2), quoted=True) for number in sorted(hits)]
        return sorted((one for one in found if one.score >= 0.4), key=lambda one: -one.score), share

    def _by_short_quotation(self, norms: list[str]) -> list[Match]:
        """The passages that quote one or two words which are rare enough to tell."""
        if not norms or min(map(zipf, norms)) > _TELLING:
            return []
        found: set[int] = set()
        for source, reading in enumerate(self._examination.sources):
            for quotation in reading.facts.quotes:
                for piece in quotation.pieces:
                    places = list(words_in(reading.document, [piece]))
                    here = [reading.document.tokens[at].norm for at in places]
                    for at in range(len(here) - len(norms) + 1):
                        if here[at : at + len(norms)] == norms and (len(norms) > 1 or len(here) <= 2):
                            found.update(self._owners[source, places[at]])
        passages = [self.passages[number] for number in sorted(found)]
        return [Match(passage, 1.0, quoted=True) for passage in passages if passage.statement is not None]

    def _by_content(self, statement: Statement, stems: frozenset[str]) -> list[Match]:
        document = self._examination.rewrite.document
        total = self.weight(stems)
        if not stems or total <= 0:
            return []
        linked: set[tuple[int, int]] = set()
        for span in statement.content:
            sentence = document.sentence_at(span.start)
            if sentence is not None:
                linked.update((place.source, place.sentence.index) for place in self._examination.linked(sentence))
        weighed = [(stem, self._weight_of(stem)) for stem in sorted(stems)]
        shared: Counter[int] = Counter()
        for stem in stems:
            shared.update(self._by_stem.get(stem, ()))
        found = []
        for number in sorted(shared):
            passage = self.passages[number]
            near = any((passage.source, index) in linked for index in passage.sentences)
            if shared[number] >= 2 or near or len(stems) == 1:
                score = sum(weight for stem, weight in weighed if stem in passage.stems) / total
                match = Match(passage, score, quoted=False, linked=near, shared=shared[number])
                found.append((score + 0.1 * near, match))
        return [match for _, match in sorted(found, key=lambda one: -one[0])[:8]]
