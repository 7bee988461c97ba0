"""A predicate with its polarity, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from derive.model import Mention


class Polarity(StrEnum):
    """Whether it is said to be so. For one of a pair of opposites: which side, denials counted."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Order(StrEnum):
    """How the sides of a pair of opposites may change places."""

    FREE = "free"
    AFTER = "after"  # a preposition: only what follows tells what it is about
    CONVERSE = "converse"  # A beat B = B lost to A


@dataclass(frozen=True, slots=True)
class Predicate(Mention):
    """A word that is denied, or one of a pair of opposites, or a station on a ladder.

    `head`: its first word and the end, as a range of `Document.tokens`. `key`: what is compared: the word's own key,
    "axis N" or "ladder N". `step`: where on the ladder. `scope`: the words that its negator, if any, denies.
    `phrase`: the words of content it is compared by: itself, what follows, what stands before.
    """

    head: tuple[int, int]
    key: str
    polarity: Polarity
    order: Order
    step: int
    scope: tuple[int, int] | None
    phrase: tuple[int, ...]
    before: tuple[int, ...]
