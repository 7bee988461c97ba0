"""What two articles have to do with each other."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from derive.model.document import Document


class LinkKind(StrEnum):
    """How close the wording of two linked groups of sentences is."""

    VERBATIM = "verbatim"
    CLOSE = "close"
    LOOSE = "loose"


class Link(Struct, frozen=True, order=True):
    """Sentences of the source that sentences of the rewrite tell again (indices, ascending, never empty)."""

    rewrite: tuple[int, ...]
    source: tuple[int, ...]
    score: float  # 0 to 1
    kind: LinkKind


class Alignment(Struct, frozen=True):
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


class Evidence(Struct, frozen=True):
    """One named reason for a direction; a positive weight says source first."""

    name: str
    detail: str
    weight: float


class Coverage(Struct, frozen=True):
    """Share (0 to 1) of the body words, boilerplate aside, that stand in linked sentences."""

    rewrite: float
    source: float


class Relation(Struct, frozen=True):
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


class Candidate(Struct, frozen=True):
    """A pair worth verifying, and why retrieval thinks so."""

    source_id: str
    rewrite_id: str
    score: float
    why: tuple[str, ...] = field(default=())
