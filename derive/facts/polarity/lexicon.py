"""The lexicon of polarity, made ready to look words up in."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from derive.facts.lexicon import load
from derive.facts.polarity.phrases import Phrases
from derive.facts.polarity.predicate import Order
from derive.facts.polarity.words import key_of
from derive.text.words import forms


class Side(Struct, frozen=True):
    """One side of a pair of opposites: the pair's number, and +1 or -1.

    `near`: it is one only in a sentence with such a word; `unless`: never with such a word soon behind it.
    """

    axis: int
    sign: int
    order: Order
    near: frozenset[str]
    unless: frozenset[str]


@cache
def negators() -> Phrases[bool]:
    """What denies (True), and what only looks like it (False)."""
    lexicon = load("polarity")
    return Phrases([(one, False) for one in lexicon["no_negators"]] + [(one, True) for one in lexicon["negators"]])


@cache
def implicit() -> frozenset[str]:
    """Stems of the words that deny without a "not", wherever they stand in a sentence."""
    kinds = load("polarity")["negatives"]
    return frozenset(
        forms(word)[1]
        for kind, words in kinds.items()
        if kind not in ("phrases", "near", "instead")
        for word in words.split()
    )


@cache
def governing() -> frozenset[str]:
    """Stems of those of them that deny a whole statement: "it is a myth that they do not"."""
    kinds = load("polarity")["negatives"]
    return frozenset(forms(word)[1] for kind in ("denial", "falsity") for word in kinds[kind].split())


@cache
def implicit_phrases() -> Phrases[bool]:
    """Phrases that deny without a "not"."""
    return Phrases([(phrase, True) for phrase in load("polarity")["negatives"]["phrases"]])


@cache
def negative_near() -> frozenset[str]:
    """Stems of the words that deny or limit what stands next to them."""
    return frozenset(forms(word)[1] for word in load("polarity")["negatives"]["near"].split())


@cache
def negative_instead() -> frozenset[str]:
    """Stems of the words that may stand for a denied one of another meaning: "still there" for "not gone"."""
    return frozenset(forms(word)[1] for word in load("polarity")["negatives"]["instead"].split())


@cache
def vague() -> frozenset[str]:
    """Words after which it is open what a negator denies."""
    return frozenset(load("polarity")["vague"].split())


@cache
def open_verbs() -> frozenset[str]:
    """Keys of verbs that, denied, leave open what is so."""
    return frozenset(key_of(*forms(word)) for word in load("polarity")["open"].split())


@cache
def outright() -> frozenset[str]:
    """The words that deny and do nothing else: "not", "never"."""
    return frozenset(word for word in load("polarity")["negators"] if " " not in word and "*" not in word)


@cache
def opposites() -> tuple[Phrases[Side | None], dict[str, tuple[Side, ...]]]:
    """The sides of all pairs: by phrase or bare form (None for a phrase that is no side), and by key."""
    phrases: list[tuple[str, Side | None]] = [(phrase, None) for phrase in load("polarity")["no_opposites"]]
    by_key: dict[str, tuple[Side, ...]] = {}
    for number, axis in enumerate(load("polarity")["axis"]):
        order, near = Order(axis.get("order", "free")), frozenset(axis.get("near", "").split())
        unless = frozenset(axis.get("unless", "").split())
        for sign, words in ((1, axis["up"]), (-1, axis["down"])):
            for word in words:
                side = Side(number, sign, order, near, unless)
                key = "" if " " in word else key_of(*forms(word))
                if key and side not in by_key.get(key, ()):
                    by_key[key] = (*by_key.get(key, ()), side)
                elif not key:
                    phrases.append((word, side))
    return Phrases(phrases), by_key


@cache
def opposite_keys() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each key that is a side of a pair: the pair's number, and the sign."""
    return {key: tuple((side.axis, side.sign) for side in sides) for key, sides in opposites()[1].items()}


@cache
def ladders() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each key the ladders it stands on, and the step."""
    table: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, ladder in enumerate(load("polarity")["ladder"]):
        for step, words in enumerate(ladder["steps"]):
            for word in words.split():
                key = key_of(*forms(word))
                if (number, step) not in table.get(key, ()):
                    table[key] = (*table.get(key, ()), (number, step))
    return table


@cache
def no_stations() -> frozenset[str]:
    """Forms that are no station as nouns."""
    return frozenset(load("polarity")["no_stations"].split())


@cache
def descents() -> frozenset[tuple[int, int, int]]:
    """Ladder, higher and lower step: where a lower station is another statement."""
    table = ladders()

    def step(word: str, ladder: int) -> int:
        return next(step for number, step in table[key_of(*forms(word))] if number == ladder)

    return frozenset(
        (number, step(pair.split()[0], number), step(pair.split()[1], number))
        for number, ladder in enumerate(load("polarity")["ladder"])
        for pair in ladder["down"]
    )


@lru_cache(maxsize=1 << 14)
def tells(norm: str, stem: str, key: str) -> bool:
    """Whether a word may be one of a pair, a station on a ladder, or denied by its prefix; nine in ten are not."""
    phrases, by_key = opposites()
    return key in by_key or key in ladders() or phrases.begins(norm, stem) or bool(denied_by_prefix(norm))


@cache
def _prefixed() -> tuple[dict[str, str], tuple[str, ...]]:
    lexicon = load("polarity")
    return dict(pair.split() for pair in lexicon["prefixed"]), tuple(lexicon["not_prefixed"].split())


@lru_cache(maxsize=1 << 14)
def denied_by_prefix(norm: str) -> str:
    """The key of what a word like "unrelated" denies; empty for any other."""
    pairs, exceptions = _prefixed()
    for ending in ("", "s", "d", "ed"):
        base = pairs.get(norm.removesuffix(ending))
        if base:
            return key_of(*forms(base))
    rest = norm.removeprefix("un")
    if rest != norm and len(rest) >= 4 and not norm.startswith(exceptions):
        return key_of(*forms(rest))
    return ""
