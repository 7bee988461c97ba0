"""Phrases of a lexicon found in running words. `*` after a word: any form with that stem. `_`: any one word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from derive.model import Token
from derive.text.words import forms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[str, ...]
    value: T


class Phrases(Generic[T]):
    """A set of phrases, each with a value, looked up by its first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[_Phrase[T]]] = {}
        for text, value in entries:
            words = tuple(_pattern(word) for word in text.split())
            self._by_first.setdefault(words[0], []).append(_Phrase(words, value))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda one: -len(one.words))

    def at(self, tokens: Sequence[Token], position: int, end: int) -> Iterator[tuple[int, T]]:
        """The phrases that begin at a word, longest first: how many words, and the value."""
        token = tokens[position]
        found = [*self._by_first.get(token.norm, ()), *self._by_first.get(token.stem + "*", ())]
        for phrase in sorted(found, key=lambda one: -len(one.words)) if len(found) > 1 else found:
            size = len(phrase.words)
            if position + size <= end and all(
                _fits(word, tokens[position + step]) for step, word in enumerate(phrase.words[1:], 1)
            ):
                yield size, phrase.value


def _pattern(word: str) -> str:
    if word == "_":
        return word
    return forms(word[:-1])[1] + "*" if word.endswith("*") else forms(word)[0]


def _fits(word: str, token: Token) -> bool:
    return word == "_" or (word[:-1] == token.stem if word[-1] == "*" else word == token.norm)
