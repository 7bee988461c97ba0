"""Every threshold of derive, in frozen values. The sketch part's fingerprint is stored in each archive."""

from __future__ import annotations

import hashlib
import json

from msgspec import Struct, field, to_builtins


class AlignRecipe(Struct, frozen=True):
    """Sentence alignment. `weights` are those of `align.evidence.Evidence`, in its order.

    Bias and weights: logistic regression, benchmarks/train_aligner.py.
    """

    bias: float = -9.25
    weights: tuple[float, ...] = (1.26, 1.56, 2.67, 1.95, 1.93, 1.39, 0.42, 1.26)
    floor: float = 0.74  # a pair less likely than this is no link
    verbatim: float = 0.97  # share of words in common order (Indel), from which a link is verbatim
    close: float = 0.45  # and from which it is close
    headline: float = 0.45  # containment from which a sentence is what the headline sums up


class SketchRecipe(Struct, frozen=True):
    """What a signature is made of; another value means another archive. Bands are (bands, slots in a band)."""

    version: int = 1  # of what these values cannot say: folding, tokens, hashes, the frequency table
    seed: int = 1
    ngram: int = 3  # words; unrelated stories stay below a Jaccard of .03 and heavy rewrites above .05, at 5 words .003
    wording_slots: int = 128
    wording_bands: tuple[int, int] = (25, 5)
    rare_below: int = 45  # tenths of a Zipf; 72 terms in the median story
    substance_slots: int = 64
    substance_bands: tuple[int, int] = (21, 3)
    passage_words: int = 64  # each begins half-way through the last; what a brief lifts has a rare-word Jaccard of .3
    passage_slots: int = 32
    passage_bands: tuple[int, int] = (10, 3)

    def fingerprint(self) -> str:
        """What an archive says of the recipe of its sketches."""
        return fingerprint(to_builtins(self))


class RelateRecipe(Struct, frozen=True):
    """Derived or independent, and which way. The models' numbers: relate/coefficients.json."""

    partial: float = 0.58  # below this share of the rewrite's words in links, the derivation is partial
    near_duplicate: float = 0.85  # from this share of the rewrite in verbatim links it is a near-duplicate
    common: float = 0.05  # the least probability of descent for a common source …
    common_coverage: float = 0.55  # … where the less covered side has this share of its weight in links
    common_certainty: float = 1.0  # … or its links are this sure on average
    common_runs: float = 2.8  # … or log(1 + unquoted 4-grams in both) is this: 15 of them
    tolerance_minutes: int = 10  # publication times closer than this decide nothing
    decided: float = 0.65  # a direction less likely than this is undecided


class Recipe(Struct, frozen=True):
    """All of it."""

    align: AlignRecipe = field(default_factory=AlignRecipe)
    sketch: SketchRecipe = field(default_factory=SketchRecipe)
    relate: RelateRecipe = field(default_factory=RelateRecipe)
    # Whoever holds two articles against each other says that they belong together: a few sure links are enough.
    claimed: RelateRecipe = field(default_factory=lambda: RelateRecipe(common=0.03, common_certainty=0.9))

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when any value changes."""
        return fingerprint(to_builtins(self))


def fingerprint(value: object) -> str:
    """A stable short hash of plain data."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]


DEFAULT = Recipe()
