"""Where a text denies without saying "not" of the thing itself: what else denies in a sentence, and how near."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from derive.checks.telling import Words, seam
from derive.facts.polarity.lexicon import denied_by_prefix, governing, implicit, implicit_phrases, outright
from derive.model import Sentence

NOT = "not"  # one name for all that does nothing but deny
_ROOT = 4  # letters by which words of one kind are known again: "abstain", "abstention"
_LEAST = 4  # words on either side of what is told where a denial counts, beyond a stop too
_STOP = re.compile(r"[,;:—–()]")


def surplus(mine: Counter[str], theirs: Counter[str]) -> bool:
    """Whether `theirs` has a negative for which there is none of `mine`."""
    return any(name not in mine if name != NOT else count > mine[NOT] for name, count in theirs.items())


def negatives(
    words: Words, places: Iterable[int], more: frozenset[str] = frozenset(), *, prefixed: bool = True
) -> Counter[str]:
    """What denies among some words, by name; besides, the words with the stems of `more`.

    `prefixed`: "un-" and "-less" count, though they deny no more than their own word.
    """
    return Counter(_found(words, places, implicit() | more, prefixed))


def denials_of_statements(words: Words, places: Iterable[int]) -> Counter[str]:
    """What denies a whole statement among some words, by name: no "un-", no "ban"."""
    kinds, tokens, denying = governing(), words.document.tokens, outright()
    names = (NOT if tokens[at].norm in denying else tokens[at].stem for at in places)
    return Counter(name[:_ROOT] for name in names if name == NOT or name in kinds)


def outright_in(words: Words, places: range) -> int:
    """How many of some words do nothing but deny."""
    denying = outright()
    return sum(norm in denying for norm in words.norms[places.start : places.stop])


def cut_negators(origin: Words, place: Sentence, other: Words, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Each "not" of a sentence that the other, word for word the same about it, leaves out: its place, and the gap's.

    That goes for "not entirely" and the like too, which deny nothing plainly.
    """
    first, last = place.tokens
    negators = [at for at, norm in enumerate(origin.norms[first:last], first) if norm in ("not", "never")]
    if not negators or outright_in(other, range(*sentence.tokens)) >= outright_in(origin, range(*place.tokens)):
        return
    for at in negators:
        gap = seam((at, at + 1), origin, place, other, sentence)
        if gap is not None:
            yield at, gap


def around(words: Words, sentence: Sentence, at: int) -> range:
    """The words about one: to the next stop on either side, but a few at least."""
    first = last = at
    while first > sentence.tokens[0] and (at - first < _LEAST or not _stop(words, first - 1, at)):
        first -= 1
    while last < sentence.tokens[1] - 1 and (last - at < _LEAST or not _stop(words, at, last + 1)):
        last += 1
    return range(first, last + 1)


def _found(words: Words, places: Iterable[int], stems: frozenset[str], prefixed: bool) -> Iterator[str]:
    tokens, denying, phrases = words.document.tokens, outright(), implicit_phrases()
    for at in places:
        norm, stem = tokens[at].norm, tokens[at].stem
        if norm in denying or norm.endswith("n't"):
            yield NOT
        elif (stem in stems and not _is_name(words, at) and not _is_of_figure(words, at)) or (
            phrases.begins(norm, stem) and phrases.at(tokens, at, len(tokens))
        ):
            yield stem[:_ROOT]
        elif prefixed and (norm.endswith("less") or denied_by_prefix(norm)):
            yield NOT


def _is_of_figure(words: Words, at: int) -> bool:
    """Whether a word only rounds a figure: "nearly nine hours", "only 12"."""
    return words.keys[at + 1 : at + 2] != () and words.keys[at + 1][:1] == "#"


def _is_name(words: Words, at: int) -> bool:
    """Whether a word is part of a name: "Norvane Forest Limited" limits nothing."""
    plain, tokens = words.document.plain, words.document.tokens
    return at > 0 and plain[tokens[at].start].isupper() and plain[tokens[at - 1].end : tokens[at].start] == " "


def _stop(words: Words, first: int, last: int) -> bool:
    tokens = words.document.tokens
    return bool(_STOP.search(words.document.plain, tokens[first].end, tokens[last].start))
