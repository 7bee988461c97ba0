"""Multiples: doubled, halved, twice, three times, fivefold."""

from __future__ import annotations

import re

from msgspec.structs import replace

from derive.facts.quantities.draft import Draft, Place
from derive.facts.quantities.numerals import numeral
from derive.facts.quantities.value import Kind
from derive.facts.quantities.words import CARDINALS, MULTIPLES, alternation

_VERB = re.compile(rf"(?:{alternation(MULTIPLES)})(?![^\W_])", re.IGNORECASE)
_DOUBLE_BEHIND = re.compile(r" (?:the|that|those|what|its|his|their|her|last|as)\b")
_TIMES = re.compile(r"(?: |-)times?(?![^\W_])| ?[x×](?![^\W_])|[ -]?fold(?![^\W_])", re.IGNORECASE)
_OFTEN = re.compile(r" (?:an?|per|each|every) (?:second|minute|hour|day|night|week|month|quarter|year|season)\b")
_GREW = re.compile(
    r"\b(?:up|by|rose|risen|grew|grown|increased?|multiplied|jumped|to|now) (?:[a-z]+ )?$", re.IGNORECASE
)
_FOLD_WORD = re.compile(rf"(?P<n>{alternation([*CARDINALS, 'hundred', 'thousand'])})-?fold(?![^\W_])", re.IGNORECASE)
_ONCE = re.compile(r"once(?=[.,;)]|$| and\b| or twice| in (?:every|the past|a))", re.IGNORECASE)
_ONCE_BEFORE = re.compile(r"\b(?:only|just|than|least|won|champion|title|been|more) $", re.IGNORECASE)
_DOWN = re.compile(r" down\b| as (?:an?|the)\b")  # "doubled down", "doubles as a mayor"
_NOUNS_TOO = frozenset(("double", "triple", "treble", "quadruple", "halves", "doubles"))
_THINK = re.compile(r"\b(?:think|thinks|thinking|thought) $", re.IGNORECASE)  # "think twice"
_VERB_BEFORE = re.compile(r"\b(?:to|than|will|could|would|may|might|must|should|not|[a-z]+n't) $")


def multiple(place: Place) -> Draft | None:
    """A multiple as a factor: 0.5 for "halved", 2 for "twice"."""
    text, at, end = place.text, place.at, place.end
    match = _VERB.match(text, at, end)
    if match:
        word = match.group().lower()
        idle = _DOWN.match(text, match.end(), end) or _THINK.search(place.before)
        if idle or (word in _NOUNS_TOO and not _is_verb(place, match.end())):
            return None
        return _times(MULTIPLES[word], at, match.end())
    fold = _FOLD_WORD.match(text, at, end)
    if fold:
        return _times(
            CARDINALS.get(fold["n"].lower()) or {"hundred": 100.0, "thousand": 1000.0}[fold["n"].lower()],
            at,
            fold.end(),
        )
    if text[at] in "oO":
        once = _ONCE.match(text, at, end)
        if once and (_ONCE_BEFORE.search(place.before) or text[once.end() : once.end() + 4] == " and"):
            return _times(1.0, at, once.end())
    number = numeral(text, at, end)
    times = _TIMES.match(text, number.end, end) if number else None
    if number is None or times is None:
        return None
    draft = _times(number.low, at, times.end())
    if times.group().strip() == "times" and _OFTEN.match(text, times.end(), end) and not _GREW.search(place.before):
        return None  # "20 times a day" counts
    return replace(draft, high=number.high, step=number.step)


def _is_verb(place: Place, stop: int) -> bool:
    """Whether "double" says how much: "double the number", "will double"."""
    return bool(_DOUBLE_BEHIND.match(place.text, stop, place.end) or _VERB_BEFORE.search(place.before))


def _times(value: float, start: int, end: int) -> Draft:
    return Draft(Kind.MULTIPLE, value, value, 0.1, start, end, written=value)
