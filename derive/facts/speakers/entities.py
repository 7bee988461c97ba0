"""Who is who in one document: surname for full name, role for name, pronoun for the last one spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct, field

from derive.facts.speakers.mentions import Naming, namings
from derive.facts.speakers.phrases import Kind, Phrase
from derive.facts.speakers.raw import Raw
from derive.facts.speakers.statement import Certainty, Entity
from derive.facts.speakers.units import Text

_NAMED = (Kind.PERSON, Kind.BODY, Kind.OUTLET)
_NEAR = 300  # mentions of speakers that a pronoun looks back over: more than three sentences hold


class _Node(Struct):
    """A speaker while the document is being read."""

    kind: Kind
    names: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False

    def learn(self, phrase: Phrase) -> None:
        """Add what a phrase says about this speaker."""
        if phrase.name:
            self.names.add(phrase.name)
        self.roles |= phrase.roles
        self.about |= phrase.about
        self.gender = self.gender or phrase.gender
        if phrase.kind is Kind.PERSON and self.kind is Kind.BODY and not any(len(n) > 1 for n in self.names):
            self.kind = Kind.PERSON

    def frozen(self, number: int) -> Entity:
        """The value that statements carry."""
        return Entity(
            number,
            self.kind,
            frozenset(self.names),
            frozenset(self.roles),
            frozenset(self.about),
            self.gender,
            self.plural,
        )


class _Cast(Struct):
    """All speakers of a document, and the order in which they were last spoken of (word, node, unit)."""

    nodes: list[_Node] = field(default_factory=list)
    by_word: dict[str, list[_Node]] = field(default_factory=dict)
    trail: list[tuple[int, int, _Node, bool]] = field(default_factory=list)  # word, unit, who, begins its unit
    doubts: dict[int, list[_Node]] = field(default_factory=dict)  # who else a node's last role may mean

    def named(self, phrase: Phrase) -> _Node:
        """The node of a named phrase, new or known."""
        keys = phrase.name if phrase.kind is Kind.PERSON or len(phrase.name) == 1 else ()
        known = {id(node): node for key in keys for node in self.by_word.get(key, ())}
        for node in reversed(known.values()):
            if all(same_person(phrase.name, name) for name in node.names):
                node.learn(phrase)
                return node
        for node in self.nodes:
            if _is_called(phrase.name, node.names):
                node.learn(phrase)
                return node
        node = _Node(phrase.kind)
        node.learn(phrase)
        self.nodes.append(node)
        for key in phrase.name:
            self.by_word.setdefault(key, []).append(node)
        return node

    def common(self, phrase: Phrase, word: int) -> tuple[_Node, Certainty]:
        """The node of a role, a group or a body without a name: somebody known if the phrase is definite."""
        if phrase.definite and phrase.kind in (Kind.PERSON, Kind.BODY):
            for at, _, node, _ in reversed(self.trail):
                if at < word and phrase.roles <= node.roles and node.kind is phrase.kind and _fits(phrase, node):
                    node.learn(phrase)
                    return node, Certainty.SURE if len(self.with_role(phrase)) == 1 else Certainty.LIKELY
            tied = self.with_role(phrase)
            if len(tied) == 1:
                return tied[0], Certainty.LIKELY
        for node in self.nodes:
            if (
                not node.names
                and node.kind is phrase.kind
                and node.roles == phrase.roles
                and node.about == phrase.about
            ):
                return node, Certainty.SURE
        node = _Node(phrase.kind, plural=phrase.plural)
        node.learn(phrase)
        self.nodes.append(node)
        return node, Certainty.SURE

    def with_role(self, phrase: Phrase) -> list[_Node]:
        """The named speakers so far whom a role may mean."""
        return [
            n for n in self.nodes if n.names and n.kind is phrase.kind and phrase.roles <= n.roles and _fits(phrase, n)
        ]

    def pronoun(self, phrase: Phrase, word: int, unit: int, said: list[tuple[int, _Node]]) -> _Node | None:
        """Whom a pronoun means: the last speaker if nobody else fits since, else the only one who fits nearby."""
        said = said[-_NEAR:]
        near = [entry for entry in self.trail[-_NEAR:] if entry[0] < word and unit - 2 <= entry[1] <= unit]
        if phrase.gender:
            fitting = [e for e in near if e[2].kind is Kind.PERSON and e[2].gender in ("", phrase.gender)]
            sure = [e for e in fitting if e[2].gender == phrase.gender]
            last = next((node for number, node in reversed(said) if unit - 2 <= number <= unit), None)
            if last is not None and last.kind is Kind.PERSON and last.gender in ("", phrase.gender):
                spoke = max(number for number, node in said if node is last)
                since = {id(e[2]) for e in fitting if e[3] and e[1] > spoke}
                if since <= {id(last)}:
                    return last
            for pool in (sure, fitting):
                subjects = [e[2] for e in pool if e[3]] or [e[2] for e in pool]
                if subjects and len({id(node) for node in subjects}) == 1:
                    only = subjects[-1]
                    # A name without gender, post or speech may be a town's or a church's.
                    human = only.gender or only.roles or any(node is only for _, node in said)
                    return only if human else None
            subjects = [e[2] for e in fitting if e[3]]
            return subjects[-1] if subjects and subjects[-1].gender == phrase.gender else None
        wanted = (Kind.GROUP, Kind.BODY) if phrase.plural else (Kind.BODY, Kind.DOCUMENT, Kind.OUTLET)
        leading = {id(node) for _, number, node, leads in near if leads and number == unit - 1}
        for number, node in reversed(said):
            if unit - 1 <= number:
                other = leading - {id(node)}  # "Norvane has a plan, Reuters reported. It said …": which of the two?
                return node if node.kind in wanted and not other else None
        return None


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: a word of the other, or first and last alike."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] in long
    first = short[0] == long[0] or (len(short[0]) == 1 and long[0].startswith(short[0]))
    return first and short[1] in long[1:]  # "Rosa Vidal" is "Rosa Vidal Ortega"


def _is_called(name: tuple[str, ...], names: set[tuple[str, ...]]) -> bool:
    """Whether a name is one of some names, the initials of one, or one of them its initials."""
    if name in names:
        return True
    if len(name) == 1:
        return any(name[0] in _initials(other) for other in names if len(other) > 1)
    return any(other[0] in _initials(name) for other in names if len(other) == 1)


@lru_cache(maxsize=1 << 12)
def _initials(name: tuple[str, ...]) -> tuple[str, str]:
    """The first letters of a name: without its small words, and with them."""
    telling = "".join(word[0] for word in name if word not in ("of", "the", "and", "for", "in"))
    return telling, "".join(word[0] for word in name)


def _fits(phrase: Phrase, node: _Node) -> bool:
    """Whether a definite role may mean a node: no describing word against it, no other gender."""
    if phrase.gender and node.gender and phrase.gender != node.gender:
        return False
    told = phrase.about - node.about - {"same", "former", "then"}
    return not told or bool(phrase.about & node.about)


def resolve(text: Text, raws: list[Raw]) -> list[tuple[Raw, tuple[Entity, ...], Certainty]]:
    """Give each statement its speakers."""
    cast = _Cast()
    events: list[tuple[int, int, Naming | Raw]] = [(one.word, 0, one) for one in namings(text)]
    events += [(_anchor(text, raw), 1, raw) for raw in raws]
    events.sort(key=lambda event: event[:2])
    said: list[tuple[int, _Node]] = []
    found: list[tuple[Raw, list[_Node], Certainty]] = []
    answered: dict[int, tuple[list[_Node], Certainty]] = {}
    for word, _, event in events:
        if isinstance(event, Naming):
            cast.trail.append((word, event.unit, cast.named(event.phrase), event.leads))
            continue
        if event.phrase.start in answered:
            nodes, sureness = answered[event.phrase.start]
        else:
            nodes, sureness = _who(cast, event, word, said)
            answered[event.phrase.start] = (nodes, sureness)
        for node in nodes[:1]:
            said.append((event.unit, node))
            cast.trail.append((word, event.unit, node, True))
        found.append((event, nodes, _least(sureness, event.certainty)))
    numbers = {id(node): number for number, node in enumerate(cast.nodes)}
    return [(raw, tuple(_entities(nodes, numbers)), certainty) for raw, nodes, certainty in found]


def _anchor(text: Text, raw: Raw) -> int:
    """Where a statement takes its place in the reading order."""
    return max(raw.end, text.units[raw.unit][0])


def _entities(nodes: Iterable[_Node], numbers: dict[int, int]) -> Iterable[Entity]:
    for node in nodes:
        yield node.frozen(numbers[id(node)])


def _least(one: Certainty, other: Certainty) -> Certainty:
    order = (Certainty.UNKNOWN, Certainty.LIKELY, Certainty.SURE)
    return min(one, other, key=order.index)


def _who(cast: _Cast, raw: Raw, word: int, said: list[tuple[int, _Node]]) -> tuple[list[_Node], Certainty]:
    """The nodes of a statement's speakers."""
    nodes: list[_Node] = []
    certainty = Certainty.SURE
    for phrase in (raw.phrase, *raw.phrase.more):
        if phrase.kind is Kind.PRONOUN:
            node = cast.pronoun(phrase, word, raw.unit, said)
            if node is None:
                return [], Certainty.UNKNOWN
            certainty = Certainty.LIKELY
            nodes += [node, *cast.doubts.get(id(node), ())]
        elif phrase.name:
            nodes.append(cast.named(phrase))
            cast.doubts.pop(id(nodes[-1]), None)
        else:
            node, sureness = cast.common(phrase, word)
            certainty = _least(certainty, sureness)
            nodes.append(node)
            if node.names and phrase.kind is Kind.PERSON:  # "the president", of two who are named: either of them
                cast.doubts[id(node)] = [one for one in cast.with_role(phrase) if one is not node]
                nodes += cast.doubts[id(node)]
    return nodes, certainty
