"""Phrases of a lexicon found in running words. `*` after a word: any form with that stem. `_`: any one word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from derive.model import Token
from derive.text.words import forms

T = TypeVar("T")


class _Phrase(Struct, Generic[T], frozen=True):
    rank: tuple[int, bool, int]  # the longest first, of those the ones that begin with a form, as in the lexicon
    rest: tuple[str, ...]  # its words but the first two
    size: int  # in words
    value: T


_Table = dict[str, dict[str, list[_Phrase[T]]]]  # first word -> second word, or nothing -> phrases


class Phrases(Generic[T]):
    """A set of phrases, each with a value, looked up by its first two words."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_form: _Table[T] = {}
        self._by_stem: _Table[T] = {}
        for number, (text, value) in enumerate(entries):
            first, *rest = (_pattern(word) for word in text.split())
            table = self._by_stem if first.endswith("*") else self._by_form
            phrase = _Phrase((-1 - len(rest), table is self._by_stem, number), tuple(rest[1:]), 1 + len(rest), value)
            table.setdefault(first.removesuffix("*"), {}).setdefault(rest[0] if rest else "", []).append(phrase)

    def places(self, tokens: Sequence[Token]) -> list[int]:
        """The words that a phrase may begin at."""
        forms, stems = self._by_form, self._by_stem
        return [at for at, token in enumerate(tokens) if token.norm in forms or token.stem in stems]

    def begins(self, norm: str, stem: str) -> bool:
        """Whether a phrase begins with a word."""
        return norm in self._by_form or stem in self._by_stem

    def at(self, tokens: Sequence[Token], position: int, end: int) -> Sequence[tuple[int, T]]:
        """The phrases that begin at a word, longest first: how many words, and the value."""
        token = tokens[position]
        seconds: tuple[str, ...] = ("",)
        if position + 1 < end:
            second = tokens[position + 1]
            seconds = ("", second.norm, f"{second.stem}*", "_")
        found = [
            phrase
            for table in (self._by_form.get(token.norm), self._by_stem.get(token.stem))
            if table and not table.keys().isdisjoint(seconds)  # four in five end here
            for one in seconds
            for phrase in table.get(one, ())
            if phrase.size <= 2 or (position + phrase.size <= end and _goes_on(phrase.rest, tokens, position + 2))
        ]
        if not found:
            return ()
        found.sort(key=_rank)
        return [(phrase.size, phrase.value) for phrase in found]


def inside(places: Sequence[int], words: tuple[int, int]) -> Sequence[int]:
    """Those of some word positions, in order, that lie in a range."""
    first = bisect_left(places, words[0])
    return places[first : bisect_left(places, words[1], first)]


def _rank(phrase: _Phrase[T]) -> tuple[int, bool, int]:
    return phrase.rank


def _goes_on(words: Sequence[str], tokens: Sequence[Token], position: int) -> bool:
    """Whether the words of a phrase stand at a position."""
    for word in words:
        token = tokens[position]
        if word != "_" and (word[:-1] != token.stem if word[-1] == "*" else word != token.norm):
            return False
        position += 1
    return True


def _pattern(word: str) -> str:
    if word == "_":
        return word
    return forms(word[:-1])[1] + "*" if word.endswith("*") else forms(word)[0]
