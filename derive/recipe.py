"""Every threshold of derive, in frozen values. The sketch part's fingerprint is stored in each archive."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class AlignRecipe:
    """Sentence alignment."""

    floor: float = 0.30  # a pair scoring below is no link
    verbatim: float = 0.97
    close: float = 0.62


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
