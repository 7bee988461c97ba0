"""Which mention of the original is about the same thing as one of the rewrite? For figures, dates, or any mention."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from derive.facts import Reading
from derive.facts.lexicon import load
from derive.model import Mention
from derive.text.words import forms

M = TypeVar("M", bound=Mention)
T = TypeVar("T")
_WINDOW = 9  # words on either side that say what a mention is about
_NEAR = 3  # words that touch it


@lru_cache(maxsize=1)
def function_stems() -> frozenset[str]:
    """Stems of words that say nothing about the subject, number words among them."""
    lexicon = load("quantities")
    words = (*lexicon["nouns"]["stops"].split(), *lexicon["nouns"]["transparent"].split())
    numbers = (*lexicon["cardinals"], *lexicon["scales"], "percent", "cent")
    return frozenset(forms(word)[1] for word in (*words, *numbers))


class Placed(Struct, Generic[M], frozen=True):
    """A mention, the number of its source (-1 for the rewrite), and the content stems around it."""

    mention: M
    source: int
    sentence: int
    around: frozenset[str]
    near: frozenset[str]
    lead: str = ""  # the word before it


def placed(reading: Reading, mentions: Sequence[M], source: int) -> tuple[Placed[M], ...]:
    """Mentions (in text order) with their surroundings."""
    document = reading.document
    starts, tokens = document.starts, document.tokens
    empty = function_stems()
    found = []
    for mention in mentions:
        sentence = document.sentence_at(mention.span.start)
        if sentence is not None:
            begin, end = sentence.tokens
            first, last = bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)
            window = [*range(max(begin, first - _WINDOW), first), *range(last, min(end, last + _WINDOW))]
            telling = [at for at in window if tokens[at].stem not in empty and not tokens[at].norm[0].isdigit()]
            around = frozenset([tokens[at].stem for at in telling])
            near = frozenset([tokens[at].stem for at in telling if first - 2 <= at < last + _NEAR])
            lead = tokens[first - 1].norm if first > begin else ""
            found.append(Placed(mention, source, sentence.index, around, near, lead))
    return tuple(found)


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Share (0 to 1) of the smaller set that the other has; little sets count less."""
    common = len(a & b)
    return common / max(min(len(a), len(b)), 3) if common else 0.0


def assign(
    news: Sequence[T], olds: Sequence[T], affinity: Callable[[T, T], float], floor: float
) -> list[tuple[int, int, float]]:
    """Pair two lists one to one, the strongest pairs first; pairs below the floor stay apart."""
    scored = [(affinity(new, old), i, j) for i, new in enumerate(news) for j, old in enumerate(olds)]
    pairs: list[tuple[int, int, float]] = []
    used_new: set[int] = set()
    used_old: set[int] = set()
    for score, i, j in sorted((one for one in scored if one[0] >= floor), key=lambda one: (-one[0], one[1], one[2])):
        if i not in used_new and j not in used_old:
            used_new.add(i)
            used_old.add(j)
            pairs.append((i, j, score))
    return pairs


def in_sentences(mentions: Iterable[Placed[M]], sentences: frozenset[tuple[int, int]]) -> list[Placed[M]]:
    """The mentions that stand in the given (source, sentence) places, in text order."""
    return [one for one in mentions if (one.source, one.sentence) in sentences]
