"""What happened at a date: the words around it, and how much two such surroundings share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache

from derive.facts.dates.mention import DateMention
from derive.facts.lexicon import load
from derive.model import Document, Sentence

_REACH = 6.0  # words at whose distance one tells half as much of a date as its neighbour


@cache
def empty() -> frozenset[str]:
    """Words (folded) that tell nothing of an event: function words, and the words of dates themselves."""
    lexicon = load("dates")
    dates: set[str] = set()
    for table in (*lexicon["months"].values(), *lexicon["weekdays"].values(), *lexicon["units"].values()):
        dates.update(table)
    for words in (lexicon["cardinals"], lexicon["ordinals"], lexicon["parts"], *lexicon["classes"].values()):
        dates.update(words)
    return frozenset(dates | set(lexicon["stop"]["words"]) | set(lexicon["deictics"]))


def weights(document: Document) -> Mapping[str, float]:
    """How telling each stem of a document is: the rarer among its sentences the more."""
    counts: Counter[str] = Counter()
    for sentence in document.sentences:
        counts.update({word.stem for word in document.words(sentence)})
    total = max(1, len(document.sentences))
    return {stem: math.log(1 + total / count) for stem, count in counts.items()}


def surroundings(document: Document, sentence: Sentence, mention: DateMention) -> dict[str, float]:
    """The content stems of the sentence, each with how near it stands: 1 beside the mention, less further off."""
    found: dict[str, float] = {}
    words, tells_nothing = document.words(sentence), empty()
    start, end = mention.span.start, mention.span.end
    inside = [number for number, word in enumerate(words) if word.start < end and start < word.end]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    for number, word in enumerate(words):
        if first <= number <= last or word.norm in tells_nothing or word.norm[0].isdigit():
            continue
        distance = first - number if number < first else number - last
        near = 1 / (1 + distance / _REACH)
        if near > found.get(word.stem, 0.0):
            found[word.stem] = near
    return found


def likeness(one: Mapping[str, float], other: Mapping[str, float], weight: Mapping[str, float]) -> float:
    """0 to 1: how much of the telling words two surroundings share."""
    shared = sum(min(near, other[stem]) * weight.get(stem, 1.0) for stem, near in one.items() if stem in other)
    if not shared:
        return 0.0
    mine = sum(near * weight.get(stem, 1.0) for stem, near in one.items())
    its = sum(near * weight.get(stem, 1.0) for stem, near in other.items())
    return shared / math.sqrt(mine * its)
