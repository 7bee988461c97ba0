"""A predicate with its polarity, as a value."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from derive.facts.polarity.words import alike
from derive.model import Mention


class Polarity(StrEnum):
    """Whether it is said to be so. For one of a pair of opposites: which side, denials counted."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Order(StrEnum):
    """How the sides of a pair of opposites may change places."""

    FREE = "free"
    AFTER = "after"  # a preposition: only what follows tells what it is about
    TIME = "time"  # before, after: as a preposition, and never where something is denied ("not before" is "after")
    CONVERSE = "converse"  # verbs: A beat B = B lost to A
    RELATION = "relation"  # A above B = B below A


class Predicate(Mention, frozen=True):
    """A word that is denied, or one of a pair of opposites, or a station on a ladder.

    `head`: its first word and the end, as a range of `Document.tokens`. `key`: what is compared: the word's own key,
    "axis N" or "ladder N". `step`: where on the ladder. `negator`, `scope`: the words that deny it, if any, and those
    that they deny.
    `phrase`: the words of content it is compared by: itself, what follows, what stands before (`before`).
    """

    head: tuple[int, int]
    key: str
    polarity: Polarity
    order: Order
    step: int
    negator: tuple[int, int] | None
    scope: tuple[int, int] | None
    phrase: tuple[int, ...]
    before: tuple[int, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is a word that is denied, not one of a pair or of a ladder."""
        return " " not in self.key

    @property
    def is_step(self) -> bool:
        """Whether it is a station on a ladder."""
        return self.key.startswith("ladder")

    @property
    def is_preposition(self) -> bool:
        """Whether only what follows tells what it is about."""
        return self.order in (Order.AFTER, Order.TIME)

    @property
    def about(self) -> tuple[int, ...]:
        """The words of content about it."""
        return tuple(at for at in self.phrase if not self.head[0] <= at < self.head[1])


def shared(a: Predicate, keys_of_a: Sequence[str], b: Predicate, keys_of_b: Sequence[str]) -> float:
    """The share (0 to 1) of the words about two predicates that are the same, of the shorter list."""
    mine, theirs = a.about, b.about
    if not mine or not theirs:
        return 0.0
    hits = sum(any(alike(keys_of_a[x], keys_of_b[y]) for y in theirs) for x in mine)
    return min(1.0, hits / min(len(mine), len(theirs)))
