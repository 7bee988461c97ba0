"""Whom a pronoun or a bare description means: the one whom the sentences before it are most about."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from msgspec import Struct, field

from derive.facts.speakers.cast import Node, same_person
from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon

_REACH = 4  # told units that a pronoun looks back over
_MOST = 300  # mentions that it looks back over at most
_SUBJECT = 2.0  # weight of a mention that leads its sentence or speaks; any other has 1
_FADES = 0.5  # what a mention keeps of its weight in each further unit
_UNSURE = 0.6  # weight of somebody whose gender is not known
_DOUBT = 0.6  # share of the best one's weight from which a second one may be meant as well


class _Entry(Struct, frozen=True):
    word: int
    unit: int
    node: Node
    leads: bool
    speaks: bool


class Trail(Struct):
    """Who was mentioned where, in reading order. Units of nothing but speech take no part in the distance."""

    told: list[int]  # how many units up to each one tell something themselves
    entries: list[_Entry] = field(default_factory=list)
    spoken: set[int] = field(default_factory=set)  # identities of the nodes that have said something

    @classmethod
    def of(cls, text: Text) -> Trail:
        """An empty trail through a text."""
        told, count = [], 0
        for first, end in text.units:
            count += any(text.quote[i] < 0 for i in range(first, end))
            told.append(count)
        return cls(told)

    def add(self, word: int, unit: int, node: Node, *, leads: bool, speaks: bool = False) -> None:
        """Note a mention."""
        self.entries.append(_Entry(word, unit, node, leads or speaks, speaks))
        if speaks:
            self.spoken.add(id(node))

    def _near(self, word: int, unit: int) -> list[_Entry]:
        here = self.told[unit]
        near = []
        for entry in reversed(self.entries[-_MOST:]):
            if here - self.told[entry.unit] > _REACH:
                break
            if entry.word < word:
                near.append(entry)
        return near

    def between(self, one: int, other: int) -> list[Node]:
        """Who leads a sentence, or speaks, in the units between two."""
        late = takewhile(lambda entry: entry.unit > one, reversed(self.entries))
        return [entry.node for entry in late if entry.unit < other and entry.leads]

    def last(self, word: int, fits: Callable[[Node], bool]) -> Node | None:
        """The last one mentioned before a word who fits."""
        return next((e.node for e in reversed(self.entries) if e.word < word and fits(e.node)), None)

    def person(self, gender: str, word: int, unit: int, but: frozenset[tuple[str, ...]] = frozenset()) -> list[Node]:
        """Whom "he", "she" or "the 34-year-old" at a word may mean, the likeliest first; one, or two in doubt.

        Nobody who is called by a name in `but`.
        """

        def fits(node: Node) -> bool:
            return node.kind is Kind.PERSON and node.admits(gender) and self._human(node) and not _is_called(node, but)

        return self._likeliest(word, unit, fits)

    def body(
        self, family: frozenset[str], word: int, unit: int, but: frozenset[tuple[str, ...]] = frozenset()
    ) -> list[Node]:
        """Which body "the company" at a word may mean: of its family or of none; none called as in `but`."""

        def fits(node: Node) -> bool:
            families = lexicon().families
            kinds = {one for role in node.roles for one in families.get(role, ())}
            named = node.kind is Kind.BODY or (node.kind is Kind.PERSON and not self._human(node))
            return bool(named and node.names and (not kinds or kinds & family)) and not _is_called(node, but)

        return self._likeliest(word, unit, fits)

    def _likeliest(self, word: int, unit: int, fits: Callable[[Node], bool]) -> list[Node]:
        heaviest: dict[tuple[int, int], float] = {}  # of a node's mentions in a unit
        nodes: dict[int, Node] = {}
        for entry in self._near(word, unit):
            if fits(entry.node):
                place = (id(entry.node), self.told[entry.unit])
                heaviest[place] = max(heaviest.get(place, 0.0), _SUBJECT if entry.leads else 1.0)
                nodes[id(entry.node)] = entry.node
        weights = dict.fromkeys(nodes, 0.0)
        for (key, told), weight in heaviest.items():
            weights[key] += weight * _FADES ** (self.told[unit] - told) * (1.0 if nodes[key].gender else _UNSURE)
        ranked = sorted(nodes, key=lambda key: -weights[key])[:2]
        if len(ranked) == 2 and weights[ranked[1]] < _DOUBT * weights[ranked[0]]:
            ranked = ranked[:1]
        return [nodes[key] for key in ranked]

    def _human(self, node: Node) -> bool:
        """Whether a node is no town or church: a name without gender, post or speech may be one's."""
        given = any(len(name) > 1 and name[0] in lexicon().given for name in node.names)
        return given or node.described or id(node) in self.spoken

    def others(self, *, plural: bool, word: int, unit: int) -> Node | None:
        """Whom "they" or "it" at a word means: the one who spoke last, in this unit or the one before."""
        wanted = (Kind.GROUP, Kind.BODY) if plural else (Kind.BODY, Kind.DOCUMENT, Kind.OUTLET)
        near = self._near(word, unit)
        leading = {
            id(e.node) for e in near if e.leads and not e.speaks and e.unit == unit - 1 and e.node.kind in wanted
        }
        last = next((e for e in near if e.speaks), None)
        if last is None or last.unit < unit - 1 or last.node.kind not in wanted:
            here = [e.node for e in near if e.leads and e.unit == unit - 1 and e.node.kind in wanted]
            return here[0] if len(here) == 1 and not plural else None
        # "Norvane has a plan, Reuters reported. It said …": which of the two?
        return None if leading - {id(last.node)} else last.node


def _is_called(node: Node, names: frozenset[tuple[str, ...]]) -> bool:
    return any(same_person(name, other) for name in node.names for other in names)
