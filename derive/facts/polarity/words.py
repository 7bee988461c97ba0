"""Words as predicates are compared: one key for the forms and synonyms of a word, none for a word without content."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from derive.facts.lexicon import load
from derive.model import Document
from derive.text.words import forms

_FIGURE = re.compile(r"\d[\d.,:]*\d|\d")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_UNITS += "seventeen eighteen nineteen".split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SMALL = {word: number for number, word in enumerate(_UNITS) if number != 1} | _TENS


@cache
def _light() -> frozenset[str]:
    return frozenset(load("words")["light"].split())


def is_light(norm: str) -> bool:
    """Whether a word has no content of its own."""
    return norm in _light()


@cache
def _not_adverbs() -> frozenset[str]:
    return frozenset(load("words")["not_adverbs"].split())


def is_adverb(norm: str) -> bool:
    """Whether a word says how: it may come and go without a change of what is said."""
    return norm.endswith("ly") and norm not in _not_adverbs()


@cache
def _not_superlatives() -> frozenset[str]:
    return frozenset(load("words")["not_superlatives"].split())


def is_superlative(norm: str) -> bool:
    """Whether a word is the "-est" form of another."""
    return norm.endswith("est") and norm not in _not_superlatives()


@cache
def _keys() -> dict[str, str]:
    """The key of each form or stem that the lexicon knows."""
    table: dict[str, str] = {}
    for line in load("words")["forms"]:
        base, *others = line.split()
        for word in (base, *others):
            table[word] = forms(base)[1]
    for line in load("words")["same"]:
        first, *others = line.split()
        key = table.get(first, forms(first)[1])
        for word in (first, *others):
            stem = table.get(word, forms(word)[1])
            table[stem] = key
    return table


@lru_cache(maxsize=1 << 15)
def key_of(norm: str, stem: str) -> str:
    """What a word is compared by; empty for a word without content of its own."""
    if norm in _light():
        return ""
    figure = _FIGURE.match(norm)
    if figure:  # without a glued unit: "1.1bn" is "1.1 billion"
        return "#" + figure.group().replace(",", "")
    if norm in _SMALL:
        return f"#{_SMALL[norm]}"
    table = _keys()
    base = table.get(norm, stem)
    return table.get(base, base)


def keys(document: Document) -> tuple[str, ...]:
    """The key of each word of a document; "twenty-five" is one figure, told by both of its words."""
    text, tokens = document.plain, document.tokens
    found = [key_of(token.norm, token.stem) for token in tokens]
    for at in range(len(tokens) - 1):
        token, following = tokens[at], tokens[at + 1]
        if (
            token.norm in _TENS
            and 0 < _UNITS_AT.get(following.norm, 0) < 10
            and text[token.end : following.span.start] in "- "
        ):
            found[at] = found[at + 1] = f"#{_TENS[token.norm] + _UNITS_AT[following.norm]}"
    return tuple(found)


_UNITS_AT = {word: number for number, word in enumerate(_UNITS)}


ROOT = 5  # letters that words of one root have in common


def alike(a: str, b: str) -> bool:
    """Whether two keys are of one word or of words of one root ("shorten", "short")."""
    if not a or not b:
        return False
    if a == b:
        return True
    if a == "re" + b or b == "re" + a:  # "recount", "count again"
        return True
    return (
        len(a) >= ROOT
        and len(b) >= ROOT
        and a[0] != "#"
        and a[:ROOT] == b[:ROOT]
        and 3 * len(_common(a, b)) >= 2 * max(len(a), len(b))
    )


def _common(a: str, b: str) -> str:
    size = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:size]
