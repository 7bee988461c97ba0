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
    words: tuple[str, ...]
    value: T


class Phrases(Generic[T]):
    """A set of phrases, each with a value, looked up by its first word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_form: dict[str, list[_Phrase[T]]] = {}
        self._by_stem: dict[str, list[_Phrase[T]]] = {}
        for text, value in entries:
            words = tuple(_pattern(word) for word in text.split())
            table = self._by_stem if words[0].endswith("*") else self._by_form
            table.setdefault(words[0].removesuffix("*"), []).append(_Phrase(words, value))
        for phrases in (*self._by_form.values(), *self._by_stem.values()):
            phrases.sort(key=_length, reverse=True)

    def at(self, tokens: Sequence[Token], position: int, end: int) -> Sequence[tuple[int, T]]:
        """The phrases that begin at a word, longest first: how many words, and the value."""
        token = tokens[position]
        by_form, by_stem = self._by_form.get(token.norm), self._by_stem.get(token.stem)
        if by_form is None and by_stem is None:
            return ()
        both = sorted((*(by_form or ()), *(by_stem or ())), key=_length, reverse=True)
        return [
            (len(phrase.words), phrase.value)
            for phrase in both
            if position + len(phrase.words) <= end
            and all(_fits(word, tokens[position + step]) for step, word in enumerate(phrase.words[1:], 1))
        ]


def _length(phrase: _Phrase[T]) -> int:
    return len(phrase.words)


def _pattern(word: str) -> str:
    if word == "_":
        return word
    return forms(word[:-1])[1] + "*" if word.endswith("*") else forms(word)[0]


def _fits(word: str, token: Token) -> bool:
    return word == "_" or (word[:-1] == token.stem if word[-1] == "*" else word == token.norm)
