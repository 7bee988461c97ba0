"""Families of words that exclude each other: of `lexicon/en/rivals.toml`, and opposites and ladders of polarity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from derive.facts.lexicon import load
from derive.facts.polarity.lexicon import ladders, opposites
from derive.facts.polarity.predicate import Order
from derive.facts.polarity.words import key_of
from derive.model import Token
from derive.text.words import tokens

_FIGURE = "0"  # stands for any figure


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

    def ends_at(self, words: Sequence[Token], at: int, last: int) -> int:
        """The end of the wording that begins at a word; 0 where it is not there."""
        end = at + 1 + len(self.rest)
        if end > last or tuple(word.norm for word in words[at + 1 : end]) != self.rest:
            return 0
        following = words[end].norm if end < last else ""
        return end if not self.before or following in self.before or _is_figure(following, self.before) else 0


def _is_figure(word: str, before: frozenset[str]) -> bool:
    return _FIGURE in before and word[:1].isdigit()


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """The wordings by their first word."""
    table: dict[str, list[_Entry]] = {}
    for number, family in enumerate(load("rivals")["family"]):
        before = frozenset() if "lone" in family else frozenset(family.get("before", ()))
        for meaning, wordings in enumerate(_meanings(family)):
            for wording in wordings:
                first, *rest = (token.norm for token in tokens(wording))
                entry = _Entry(tuple(rest), family["check"], str(number), meaning, before)
                table.setdefault(first, []).append(entry)
    return {first: tuple(found) for first, found in table.items()}


def _meanings(family: dict[str, Any]) -> list[list[str]]:
    """The wordings of each meaning; of a lone word: with it, and without."""
    if "lone" not in family:
        return [[one.strip() for one in line.split(",")] for line in family["words"]]
    bare = family["before"]
    return [bare, [f"{lone} {one}" for lone in family["lone"] for one in bare]]


def rivals(words: Sequence[Token], first: int, last: int) -> list[Rival]:
    """The wordings between two positions of a text, in order, the longest of a family only."""
    found: list[Rival] = []
    entries, sides, steps = _entries(), opposites()[1], ladders()
    for at in range(first, last):
        key = key_of(words[at].norm, words[at].stem)
        if key in sides or key in steps:
            found += _opposites(key, at)
        for entry in entries.get(words[at].norm, ()):
            if end := entry.ends_at(words, at, last):
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
