"""How much a shared term says: rare in English and rare in this pair of texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from derive.align.terms import Term

_COMMON = 7.0  # the Zipf frequency at which a word says nothing ("the" has 7.7, "said" 6.3, "minister" 5.0)
_STORY = 20  # sentences: in a pair of two-line texts a shared word is as telling as in a short story


def weights(sentences: Sequence[Sequence[Term]]) -> dict[str, float]:
    """A weight for each key: its rarity in English times the logarithm of its rarity among the sentences given.

    The first factor comes from a frozen table, so that a pair's links do not depend on any archive.
    """
    commonness: dict[str, float] = {}
    spread: Counter[str] = Counter()
    for sentence in sentences:
        for key, zipf in sentence:
            if zipf > commonness.setdefault(key, 0.0):  # of a stem's forms the commonest, on either side
                commonness[key] = zipf
        spread.update({key for key, _ in sentence})
    size = max(len(sentences), _STORY)
    return {
        key: (1 - min(commonness[key], _COMMON) / _COMMON) * 3 * math.log((size + 1) / count)
        for key, count in spread.items()
    }
