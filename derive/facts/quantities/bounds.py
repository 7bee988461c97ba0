"""Bound words before and behind a figure: at least, up to, nearly, or more."""

from __future__ import annotations

import re

from derive.facts.quantities.value import Bound
from derive.facts.quantities.words import LEXICON, alternation, wordset

_NAMES = {
    "about": Bound.ABOUT,
    "exact": Bound.EXACT,
    "nearly": Bound.NEARLY,
    "at-least": Bound.AT_LEAST,
    "more-than": Bound.MORE_THAN,
    "at-most": Bound.AT_MOST,
    "less-than": Bound.LESS_THAN,
}
_BEFORE = {word: _NAMES[name] for name, words in LEXICON["bounds"]["before"].items() for word in words}
_LONGEST = max(len(word.split()) for word in _BEFORE)
_LAST = frozenset(word.split()[-1] for word in _BEFORE)
_AFTER = {word: _NAMES[name] for name, words in LEXICON["bounds"]["after"].items() for word in words}
_BEHIND = re.compile(rf"[ -]?(?P<word>{alternation(_AFTER)})(?![^\W_])", re.IGNORECASE)
_WORD = re.compile(r"[^\s]+")
_OPENERS = "(\"“‘'—–"
_ARTICLES = frozenset(
    ("a", "an", "the", "his", "her", "their", "its", "those", "these", "another", "further", "additional", "extra")
)  # fmt: skip
_DEFINITE = frozenset(("the", "his", "her", "their", "its", "those", "these"))
_SIGNS = "~≈<>≤≥"
_TAKES_OVER = wordset(LEXICON["bounds"]["takes-over"])  # "presided over two briefings" bounds nothing


def bound_before(text: str, start: int, at: int) -> tuple[Bound, int] | None:
    """The bound word that ends right before a position, and where it begins. `start` is the sentence's."""
    if at > start and text[at - 1] in _SIGNS:
        return _BEFORE[text[at - 1]], at - 1
    if at == start or text[at - 1] != " ":
        return None
    window = max(start, at - 44)
    last = text[window:at].lower().split()[-1:]
    if not last or (last[0] not in _ARTICLES and last[0].lstrip(_OPENERS) not in _LAST):
        return None  # as nearly all are
    words = list(_WORD.finditer(text, window, at))[-_LONGEST - 1 :]
    definite = False
    while words and (article := words[-1].group().lower()) in _ARTICLES:
        definite = definite or article in _DEFINITE
        words.pop()
    plain = [word.group().lower().lstrip(_OPENERS) for word in words]
    if not plain or plain[-1] not in _LAST:
        return None
    for first, word in enumerate(words):
        phrase = " ".join(plain[first:])
        if phrase == "over" and plain[first - 1] in _TAKES_OVER:
            return None
        if definite and _BEFORE.get(phrase) in (Bound.MORE_THAN, Bound.LESS_THAN):
            return None  # "below the 73 cents expected" compares with what is 73 cents
        if phrase in _BEFORE:
            return _BEFORE[phrase], word.end() - len(word.group().lstrip(_OPENERS))
    return None


def bound_behind(text: str, at: int, end: int) -> tuple[Bound, int] | None:
    """The bound word that begins right behind a figure, and where it ends."""
    match = _BEHIND.match(text, at, end)
    return (_AFTER[match["word"].lower().replace(" -", "-")], match.end()) if match else None
