"""Phrases of a lexicon found in running words. `*` after a word: any form with that stem. `_`: any one word."""

from __future__ import annotations

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

    def places(self, tokens: Sequence[Token], first: int, last: int) -> list[int]:
        """The words of a range that a phrase may begin at."""
        forms, stems = self._by_form, self._by_stem
        return [at for at in range(first, last) if tokens[at].norm in forms or tokens[at].stem in stems]

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
