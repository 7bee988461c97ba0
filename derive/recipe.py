"""Every threshold of derive, in frozen values. The sketch part's fingerprint is stored in each archive."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class AlignRecipe:
    """Sentence alignment. `weights` are those of `align.evidence.Evidence`, in its order.

    Bias and weights: logistic regression, benchmarks/train_aligner.py.
    """

    bias: float = -7.18
    weights: tuple[float, ...] = (2.08, 4.66, 1.57, 2.19, 2.13, 1.25, 0.31)
    floor: float = 0.70  # a pair less likely than this is no link
    verbatim: float = 0.97  # share of words in common order (Indel), from which a link is verbatim
    close: float = 0.45  # and from which it is close
    headline: float = 0.45  # containment from which a sentence is what the headline sums up


@dataclass(frozen=True, slots=True)
class SketchRecipe:
    """What a signature is made of; another value means another archive."""

    version: int = 1


@dataclass(frozen=True, slots=True)
class RelateRecipe:
    """Derived or independent."""

    partial: float = 0.4  # below this share of the rewrite in links, the derivation is partial


@dataclass(frozen=True, slots=True)
class Recipe:
    """All of it."""

    align: AlignRecipe = field(default_factory=AlignRecipe)
    sketch: SketchRecipe = field(default_factory=SketchRecipe)
    relate: RelateRecipe = field(default_factory=RelateRecipe)

    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when any value changes."""
        return fingerprint(asdict(self))


def fingerprint(value: object) -> str:
    """A stable short hash of plain data."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]


DEFAULT = Recipe()
