"""Who is who in one document: surname for full name, role for name, pronoun for whom the text is about."""

from __future__ import annotations

from msgspec import Struct, field

from derive.facts.speakers.cast import Cast, Node, has_role
from derive.facts.speakers.frames import colon_before
from derive.facts.speakers.genders import gendered
from derive.facts.speakers.mentions import Naming, namings, pointings
from derive.facts.speakers.phrases import Kind, Phrase
from derive.facts.speakers.raw import Raw
from derive.facts.speakers.salience import Trail
from derive.facts.speakers.statement import Certainty, Entity
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon

Found = tuple[list[Node], Certainty]
Names = frozenset[tuple[str, ...]]

_EQUALS = frozenset("is was be as became become".split())
_ORDER = (Certainty.UNKNOWN, Certainty.LIKELY, Certainty.SURE)


def resolve(text: Text, raws: list[Raw]) -> list[tuple[Raw, tuple[Entity, ...], Certainty]]:
    """Give each statement its speakers."""
    named = gendered(text, list(namings(text)))
    reader = _Reader(text, Trail.of(text), _introduced(text), {one.word: one.phrase.name for one in named})
    starts = {one.phrase.start for one in named} | {raw.phrase.start for raw in raws}
    events: list[tuple[int, int, Naming | Raw]] = [(one.word, 0, one) for one in named]
    events += [(one.word, 1, one) for one in pointings(text) if one.phrase.start not in starts]
    events += [(max(raw.end - 1, text.units[raw.unit][0]), 2, raw) for raw in raws]
    events.sort(key=lambda event: event[:2])
    found: list[tuple[Raw, list[Node], Certainty]] = []
    for word, _, event in events:
        if isinstance(event, Naming):
            reader.mention(event)
        else:
            found.append((event, *reader.speech(event, word)))
    numbers = {id(node): number for number, node in enumerate(reader.cast.nodes)}
    return [(raw, tuple(node.frozen(numbers[id(node)]) for node in nodes), sure) for raw, nodes, sure in found]


def _least(one: Certainty, other: Certainty) -> Certainty:
    return min(one, other, key=_ORDER.index)


class _Reader(Struct):
    """A reading of a text from its beginning."""

    text: Text
    trail: Trail
    introduced: dict[str, int]
    names: dict[int, tuple[str, ...]]  # by their last word
    cast: Cast = field(default_factory=Cast)
    answered: dict[tuple[int, tuple[str, ...]], Found] = field(default_factory=dict)  # by a phrase's start and name
    doubts: dict[int, list[Node]] = field(default_factory=dict)  # who else a node's last role may mean

    def mention(self, naming: Naming) -> None:
        """Take note of somebody who is mentioned."""
        nodes, _ = self._who(naming.phrase, naming.word, naming.unit)
        for node in nodes[:1]:
            self.trail.add(naming.word, naming.unit, node, leads=naming.leads)

    def speech(self, raw: Raw, word: int) -> Found:
        """The speakers of a statement."""
        nodes: list[Node] = []
        certainty = raw.certainty
        for phrase in (raw.phrase, *raw.phrase.more):
            some, sure = self._who(phrase, word, raw.unit, self._told_of(raw))
            if not some:
                return [], Certainty.UNKNOWN
            nodes += some
            certainty = _least(certainty, sure)
        if raw.carried and not self._goes_on(raw, nodes):
            certainty = Certainty.UNKNOWN
        else:
            for node in nodes:
                self.trail.add(word, raw.unit, node, leads=True, speaks=True)
        return nodes, certainty

    def _goes_on(self, raw: Raw, speakers: list[Node]) -> bool:
        """Whether nobody else came up between a speaker's words and a quotation without a credit."""
        origin = self.text.unit_at(raw.start)
        between = self.trail.between(origin, raw.unit)
        told = self.trail.told[raw.unit - 1] > self.trail.told[origin]
        return all(any(node is one for one in speakers) for node in between) and bool(between or not told)

    def _told_of(self, raw: Raw) -> Names:
        """The names in what is said, and of the one of whom it is said: "Ostrand, whom she called a liar"."""
        clauses = ((max((i for i in range(a, b) if colon_before(self.text, i)), default=a), b) for a, b in raw.content)
        words = [at for a, b in clauses for at in range(a, b)]
        if raw.start > 1 and self.text.norm[raw.start - 1] in ("who", "whom", "which", "that"):
            words.append(raw.start - 2)
        return frozenset(self.names[at] for at in words if at in self.names)

    def _who(self, phrase: Phrase, word: int, unit: int, but: Names = frozenset()) -> Found:
        """The nodes that a phrase at a word may mean, the likeliest first.

        A pronoun or a bare description means nobody of the names in `but`: in "he said Ostrand would go" and "Ostrand,
        he said, would go" it is not Ostrand who speaks.
        """
        key = (phrase.start, phrase.name)
        if key not in self.answered:
            self.answered[key] = self._search(phrase, word, unit, but)
        return self.answered[key]

    def _search(self, phrase: Phrase, word: int, unit: int, but: Names) -> Found:
        if phrase.name:
            node = self.cast.named(phrase)
            self.doubts.pop(id(node), None)
            return [node], Certainty.SURE
        if phrase.kind is Kind.PRONOUN:
            nodes = self._pronoun(phrase, word, unit, but)
            return (nodes, Certainty.LIKELY) if nodes else ([], Certainty.UNKNOWN)
        return self._role(phrase, word, unit, but)

    def _pronoun(self, phrase: Phrase, word: int, unit: int, but: Names) -> list[Node]:
        if phrase.gender:
            nodes = self.trail.person(phrase.gender, word, unit, but)
        else:
            other = self.trail.others(plural=phrase.plural, word=word, unit=unit)
            nodes = [other] if other is not None else []
        return [*nodes, *self.doubts.get(id(nodes[0]), ())] if nodes else []

    def _role(self, phrase: Phrase, word: int, unit: int, but: Names) -> Found:
        """Whom "the president" or "the company" means: somebody with the role, else whom the text is about."""
        node = None
        if phrase.definite and phrase.kind in (Kind.PERSON, Kind.BODY):
            node = self.trail.last(word, lambda one: has_role(phrase, one))
        if node is not None:
            certainty = Certainty.SURE if len(self.cast.with_role(phrase)) == 1 else Certainty.LIKELY
            node.learn(phrase)
        elif nodes := self._described(phrase, word, unit, but):
            return nodes, Certainty.LIKELY
        else:
            node, certainty = self.cast.unnamed(phrase)
        if not node.names or phrase.kind is not Kind.PERSON:
            return [node], certainty
        # "the president", of two who are named: either of them
        self.doubts[id(node)] = [one for one in self.cast.with_role(phrase) if one is not node]
        return [node, *self.doubts[id(node)]], certainty

    def _described(self, phrase: Phrase, word: int, unit: int, but: Names) -> list[Node]:
        """Whom a definite description that fits anybody means: "the 34-year-old", "the author", "the firm"."""
        described = phrase.roles & lexicon().anybody
        aged = phrase.kind is Kind.PERSON and {"year", "old"} <= phrase.about | phrase.roles
        if not (described or aged) or not phrase.definite or phrase.plural:
            return []
        if any(self.introduced.get(role, word) < phrase.start for role in described):
            return []
        if phrase.kind is Kind.PERSON:
            return self.trail.person(phrase.gender, word, unit, but)
        families = lexicon().families
        return self.trail.body(frozenset(one for role in described for one in families.get(role, ())), word, unit, but)


def _introduced(text: Text) -> dict[str, int]:
    """Where "a man", whom no name calls, is first spoken of: not ", a man" beside a name, nor "is a man"."""
    found: dict[str, int] = {}
    for at in range(1, len(text.norm)):
        word = text.norm[at]
        if word in found or word not in lexicon().anybody:
            continue
        opens = next((i for i in range(at - 1, max(0, at - 4), -1) if text.norm[i] in ("a", "an")), None)
        if opens is not None and text.mark[opens] != "," and text.norm[opens - 1] not in _EQUALS:
            found[word] = at
    return found
