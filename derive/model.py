"""The nouns of derive: frozen values that the stages hand on. Standard library only.

Positions. Inside the pipeline a `Span` counts the code points of `Document.plain`, the article's text as it is
read for matching; `Document.original` takes a span back to `Article.text`. The report holds original spans only.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, non-empty range of code points.

    Raises ValueError for an empty or negative range.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it came in. `text` is never modified after ingest; offsets in reports count its code points."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None  # a datetime where the time is known
    language: str = "en"
    path: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()  # what a reader should know of the input, e.g. a fallback encoding

    @property
    def day(self) -> dt.date | None:
        """The day of publication, whether or not the time is known."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not examined; it is part of the result."""

    path: str
    reason: str


class Role(StrEnum):
    """What a sentence is in the layout of its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    BOILERPLATE = "boilerplate"  # "Reporting by …", copyright lines: never counted as derivation


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word or number of the plain text, from code point `start` to before `end`. Never written to.

    `norm` is its form for matching (case-folded, apostrophes straight, UK spelling folded to US);
    `stem` is the Snowball stem of `norm`.
    """

    # Not frozen, and no Span of its own: each text has a thousand, and both would make one cost eight times as much.
    start: int
    end: int
    norm: str
    stem: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document. `tokens` is the half-open range of its words in `Document.tokens`."""

    index: int
    span: Span
    paragraph: int
    role: Role
    tokens: tuple[int, int]


@dataclass(frozen=True)
class Document:
    """An article read into sentences and words.

    `plain` is the text for matching: quotes, dashes, spaces and ligatures in one form, invisible characters gone.
    `offsets[i]` is where `plain[i]` stands in `article.text` (one more entry for the end); None when nothing moved.
    """

    article: Article
    plain: str
    offsets: Sequence[int] | None
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    def original(self, span: Span) -> Span:
        """The span of `article.text` that a span of `plain` stands for."""
        if self.offsets is None:
            return span
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def plain_span(self, span: Span) -> Span:
        """The span of `plain` that stands for a span of `article.text`: the way back of `original`."""
        if self.offsets is None:
            return span
        start = bisect_left(self.offsets, span.start)
        return Span(start, max(start + 1, bisect_left(self.offsets, span.end)))

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The words of a sentence."""
        return self.tokens[sentence.tokens[0] : sentence.tokens[1]]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each of its words begins."""
        return tuple([token.start for token in self.tokens])

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """Its sentences without headline, headings and boilerplate."""
        return tuple(s for s in self.sentences if s.role is Role.BODY)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a position of the plain text, if any."""
        index = bisect_right(self._ends, position)
        if index < len(self.sentences) and self.sentences[index].span.start <= position:
            return self.sentences[index]
        return None

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple([sentence.span.end for sentence in self.sentences])


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that carry a fact. Extractors subclass it with the fact's normal value.

    Compare the value, show `text`.
    """

    span: Span
    text: str


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


class Severity(StrEnum):
    """How much a finding weighs: contradicts a linked place, probable or unsupported, worth a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True)
class Witness:
    """The original's own words: which of the examination's sources, and where in it."""

    source: int
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """What a check found, in plain positions. The pipeline turns it into a `Finding` with original positions."""

    check: str
    severity: Severity
    message: str
    span: Span
    witness: Witness | None = None
    value: str = ""  # what was compared, in normal form: the fingerprint holds on to it


@dataclass(frozen=True, slots=True)
class Waived:
    """An editor's sign-off on a finding."""

    reason: str
    by: str
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A change as reported: spans count `Article.text` of the rewrite and of the source."""

    check: str
    severity: Severity
    message: str
    rewrite_span: Span
    rewrite_text: str
    source_id: str | None
    source_span: Span | None
    source_text: str | None
    fingerprint: str
    waived: Waived | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair worth verifying, and why retrieval thinks so."""

    source_id: str
    rewrite_id: str
    score: float
    why: tuple[str, ...] = field(default=())
