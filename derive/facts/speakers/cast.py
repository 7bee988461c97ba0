"""Everybody whom a document speaks of, under every name and role that it gives them."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field

from derive.facts.speakers.phrases import Kind, Phrase
from derive.facts.speakers.statement import Certainty, Entity
from derive.facts.speakers.words import lexicon

_TIMES = frozenset({"same", "former", "then"})


class Node(Struct):
    """A speaker while the document is being read."""

    kind: Kind
    names: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False

    def learn(self, phrase: Phrase) -> None:
        """Add what a phrase says about this speaker."""
        if self._is_person(phrase):
            self.kind = Kind.PERSON
        if phrase.name:
            self.names.add(phrase.name)
        self.roles |= phrase.roles
        self.about |= phrase.about
        self.gender = self.gender or phrase.gender

    def _is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase tells that what looked like a body or an outlet is a person: "Sand" is Ann Sand."""
        if phrase.kind is not Kind.PERSON or any(len(name) > 1 for name in self.names):
            return False
        if len(phrase.name) > 1 or phrase.roles or phrase.gender:
            return self.kind in (Kind.BODY, Kind.OUTLET)
        return self.kind is Kind.BODY and not self.roles

    @property
    def described(self) -> bool:
        """Whether more than a name is known."""
        return bool(self.gender or self.roles)

    def admits(self, gender: str) -> bool:
        """Whether it may be called "he" or "she"."""
        return not gender or not self.gender or self.gender == gender

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


class Cast(Struct):
    """All nodes of a document, in the order of their first mention."""

    nodes: list[Node] = field(default_factory=list)
    by_word: dict[str, list[Node]] = field(default_factory=dict)

    def named(self, phrase: Phrase) -> Node:
        """The node of a named phrase, new or known."""
        keys = phrase.name if phrase.kind is Kind.PERSON or len(phrase.name) == 1 else ()
        known = {id(node): node for key in keys for node in self.by_word.get(key, ())}
        # The latest who fits, but "Lindqvist" is Ann Lindqvist rather than Lindqvist Square.
        ranked = sorted(enumerate(known.values()), key=lambda one: (one[1].described, one[0]), reverse=True)
        for _, node in ranked:
            place = node.kind is Kind.BODY and " ".join(phrase.name) in lexicon().places
            if place and phrase.name not in node.names:
                continue  # "Norway" is not Norway's Port Office
            if all(same_person(phrase.name, name) for name in node.names) and node.admits(phrase.gender):
                node.learn(phrase)
                return node
        for node in self.nodes:
            if _is_called(phrase.name, node.names) and node.admits(phrase.gender):
                node.learn(phrase)
                return node
        node = self.new(phrase)
        for key in phrase.name:
            self.by_word.setdefault(key, []).append(node)
        return node

    def new(self, phrase: Phrase) -> Node:
        """A node of its own."""
        node = Node(phrase.kind, plural=phrase.plural and not phrase.name)
        node.learn(phrase)
        self.nodes.append(node)
        return node

    def unnamed(self, phrase: Phrase) -> tuple[Node, Certainty]:
        """The node of a role, a group or a body without a name that no mention before has settled."""
        if phrase.definite and phrase.kind in (Kind.PERSON, Kind.BODY):
            tied = self.with_role(phrase)
            if len(tied) == 1:
                return tied[0], Certainty.LIKELY
        for node in self.nodes:
            same = node.kind is phrase.kind and node.roles == phrase.roles and node.about == phrase.about
            if same and not node.names:
                return node, Certainty.SURE
        return self.new(phrase), Certainty.SURE

    def with_role(self, phrase: Phrase) -> list[Node]:
        """The named speakers so far whom a role may mean."""
        return [n for n in self.nodes if n.names and has_role(phrase, n)]


def has_role(phrase: Phrase, node: Node) -> bool:
    """Whether a definite role may mean a node: it has the role, no describing word against it, no other gender."""
    if phrase.kind is not node.kind or not phrase.roles <= node.roles or not node.admits(phrase.gender):
        return False
    told = phrase.about - node.about - _TIMES
    return not told or bool(phrase.about & node.about)


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
