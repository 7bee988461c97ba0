"""The lexicon of quantities in the form that the grammar reads, and the patterns made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from derive.facts.lexicon import load

LEXICON = load("quantities")

CARDINALS: dict[str, float] = LEXICON["cardinals"]
SCALES: dict[str, float] = LEXICON["scales"]
SUFFIXES: dict[str, float] = LEXICON["suffixes"]
ORDINALS: dict[str, float] = LEXICON["ordinals"]
DENOMINATORS: dict[str, float] = LEXICON["denominators"]
VAGUE: dict[str, list[float]] = LEXICON["vague"]
GROUPS: dict[str, float] = LEXICON["groups"]
MULTIPLES: dict[str, float] = LEXICON["multiples"]


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a space in a word stands for a space or hyphen."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[ -]") for word in ordered)


def wordset(text: str) -> frozenset[str]:
    """The words of a lexicon entry that lists them in one string."""
    return frozenset(text.split())
