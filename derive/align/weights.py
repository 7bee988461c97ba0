"""How much a shared word says: rare in English and rare in this pair of texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from derive.model import Document
from derive.text.frequency import zipf

_COMMON = 7.0  # the Zipf frequency at which a word says nothing ("the" has 7.7, "said" 6.3, "minister" 5.0)


def weights(bags: Iterable[Iterable[str]], documents: Iterable[Document]) -> dict[str, float]:
    """A weight for each stem: its rarity in English times the logarithm of its rarity among the sentences given.

    The first factor comes from a frozen table, so that a pair's links do not depend on any archive.
    """
    norms: dict[str, str] = {}
    for document in documents:
        for word in document.tokens:
            norms.setdefault(word.stem, word.norm)
    spread: Counter[str] = Counter()
    sentences = 0
    for bag in bags:
        spread.update(bag)
        sentences += 1
    return {
        stem: (1 - min(zipf(norms[stem]), _COMMON) / _COMMON) * 3 * math.log((sentences + 1) / count)
        for stem, count in spread.items()
    }
