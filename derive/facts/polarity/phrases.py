"""Phrases of a lexicon found in running words. `*` after a word: any form with that stem. `_`: any one word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from derive.model import Token
from derive.text.words import forms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    rest: tuple[str, ...]  # its words but the first
    size: int  # in words
    value: T


class Phrases(Generic[T]):
    """A set of phrases, each with a value, looked up by its first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_form: dict[str, list[_Phrase[T]]] = {}
        self._by_stem: dict[str, list[_Phrase[T]]] = {}
        for text, value in entries:
            first, *rest = (_pattern(word) for word in text.split())
            table = self._by_stem if first.endswith("*") else self._by_form
            table.setdefault(first.removesuffix("*"), []).append(_Phrase(tuple(rest), 1 + len(rest), value))
        for phrases in (*self._by_form.values(), *self._by_stem.values()):
            phrases.sort(key=_size, reverse=True)

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
        found, by_stem = self._by_form.get(token.norm), self._by_stem.get(token.stem)
        if by_stem is not None:
            found = by_stem if found is None else sorted((*found, *by_stem), key=_size, reverse=True)
        if found is None:
            return ()
        return [
            (phrase.size, phrase.value)
            for phrase in found
            if phrase.size == 1 or (position + phrase.size <= end and _goes_on(phrase.rest, tokens, position + 1))
        ]


def inside(places: Sequence[int], words: tuple[int, int]) -> Sequence[int]:
    """Those of some word positions, in order, that lie in a range."""
    first = bisect_left(places, words[0])
    return places[first : bisect_left(places, words[1], first)]


def _size(phrase: _Phrase[T]) -> int:
    return phrase.size


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
