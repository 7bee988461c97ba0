"""The counted noun: "13,000 shipping containers of munitions" counts containers."""

from __future__ import annotations

import re

from derive.facts.quantities.words import CARDINALS, LEXICON, wordset
from derive.text.words import forms

_STOPS = wordset(LEXICON["nouns"]["stops"]) | wordset(LEXICON["nouns"]["ends"])
_TRANSPARENT = wordset(LEXICON["nouns"]["transparent"])
_STEP = re.compile(r"(?P<gap> |-|\s?[(“\"‘])?(?P<word>[^\W\d_](?:[^\W_]|'(?=[^\W\d_]))*)")
_MOST = 4  # words of a noun phrase that are looked at

GENERIC = frozenset(forms(word)[1] for word in LEXICON["nouns"]["generic"].split())


def noun_behind(text: str, at: int, end: int) -> tuple[tuple[str, ...], int]:
    """Stems of the noun phrase that begins at a position (the head is the last), and where it ends."""
    stems: list[str] = []
    stop = position = at
    skipped = 0
    while len(stems) < _MOST:
        match = _STEP.match(text, position, end)
        if match is None or match.end() == position or (position > at and match["gap"] is None):
            break
        word = match["word"].lower()
        if not stems and word in _TRANSPARENT and skipped < 4:
            position, skipped = match.end(), skipped + 1
            continue
        if word in _STOPS or word in CARDINALS or (stems and word in _TRANSPARENT):
            break
        stems.append(forms(word)[1])
        position = stop = match.end()
    return tuple(stems), stop
