"""What two articles have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from derive.model.document import Document


class LinkKind(StrEnum):
    """How close the wording of two linked groups of sentences is."""

    VERBATIM = "verbatim"
    CLOSE = "close"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Sentences of the source that sentences of the rewrite tell again (indices, ascending, never empty)."""

    rewrite: tuple[int, ...]
    source: tuple[int, ...]
    score: float  # 0 to 1
    kind: LinkKind


@dataclass(frozen=True)
class Alignment:
    """All links between two documents, in the rewrite's order."""

    source: Document
    rewrite: Document
    links: tuple[Link, ...]


class RelationKind(StrEnum):
    """What two articles are to each other."""

    IDENTICAL = "identical"
    NEAR_DUPLICATE = "near-duplicate"
    REWRITE = "rewrite"
    PARTIAL = "partial"
    COMMON_SOURCE = "common-source"
    INDEPENDENT = "independent"


class Direction(StrEnum):
    """Which of two related articles came first."""

    SOURCE_FIRST = "source-first"
    REWRITE_FIRST = "rewrite-first"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named reason for a direction; a positive weight says source first."""

    name: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share (0 to 1) of the body words, boilerplate aside, that stand in linked sentences."""

    rewrite: float
    source: float


@dataclass(frozen=True, slots=True)
class Relation:
    """Derived or independent, and which way."""

    kind: RelationKind
    confidence: float
    direction: Direction
    direction_confidence: float
    evidence: tuple[Evidence, ...]
    coverage: Coverage

    @property
    def derived(self) -> bool:
        """Whether the pair shares text by descent: not two independent reports."""
        return self.kind is not RelationKind.INDEPENDENT


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair worth verifying, and why retrieval thinks so."""

    source_id: str
    rewrite_id: str
    score: float
    why: tuple[str, ...] = field(default=())
