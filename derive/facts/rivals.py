"""Families of words that exclude each other: of `lexicon/en/rivals.toml`, and opposites and ladders of polarity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from derive.facts.lexicon import load
from derive.facts.polarity.lexicon import ladders, opposites
from derive.facts.polarity.predicate import Order
from derive.facts.polarity.words import key_of
from derive.model import Token
from derive.text.words import tokens


class Rival(Struct, frozen=True):
    """A wording of one meaning of a family: which words of the text, and whose business it is when it changes."""

    words: range
    check: str
    family: str
    meaning: int


class _Entry(Struct, frozen=True):
    rest: tuple[str, ...]  # its words but the first
    check: str
    family: str
    meaning: int
    before: frozenset[str]


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """The wordings by their first word."""
    table: dict[str, list[_Entry]] = {}
    for family, one in enumerate(load("rivals")["family"]):
        before = frozenset(one.get("before", ()))
        for meaning, wordings in enumerate(one["words"]):
            for wording in wordings.split(","):
                first, *rest = (token.norm for token in tokens(wording))
                table.setdefault(first, []).append(_Entry(tuple(rest), one["check"], str(family), meaning, before))
    return {first: tuple(found) for first, found in table.items()}


def rivals(words: Sequence[Token], first: int, last: int) -> list[Rival]:
    """The wordings between two positions of a text, in order, the longest of a family only."""
    found: list[Rival] = []
    entries, sides, steps = _entries(), opposites()[1], ladders()
    for at in range(first, last):
        key = key_of(words[at].norm, words[at].stem)
        if key in sides or key in steps:
            found += _opposites(key, at)
        for entry in entries.get(words[at].norm, ()):
            end = at + 1 + len(entry.rest)
            if end > last or tuple(word.norm for word in words[at + 1 : end]) != entry.rest:
                continue
            if not entry.before or (end < last and words[end].norm in entry.before):
                found.append(Rival(range(at, end), entry.check, entry.family, entry.meaning))
    return [one for one in found if not any(_holds(other, one) for other in found)]


def _opposites(key: str, at: int) -> list[Rival]:
    sides = [
        (f"axis {side.axis}", side.sign)
        for side in opposites()[1].get(key, ())
        if side.order is not Order.CONVERSE  # what was bought was sold
    ]
    steps = [(f"ladder {number}", step) for number, step in ladders().get(key, ())]
    return [Rival(range(at, at + 1), "negation", family, meaning) for family, meaning in sides + steps]


def _holds(longer: Rival, shorter: Rival) -> bool:
    """Whether a wording is part of a longer one of its family: "president" of "vice president"."""
    same = longer.family == shorter.family and len(longer.words) > len(shorter.words)
    return same and shorter.words.start in longer.words and shorter.words[-1] in longer.words
