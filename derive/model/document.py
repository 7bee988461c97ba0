"""An article as the stages read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from derive.model.article import Article, Span


class Role(StrEnum):
    """What a sentence is in the layout of its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    BOILERPLATE = "boilerplate"  # "Reporting by …", copyright lines: never counted as derivation


class Token(Struct, frozen=True):
    """A word or number of the plain text, from code point `start` to before `end`.

    `norm` is its form for matching (case-folded, apostrophes straight, UK spelling folded to US);
    `stem` is the Snowball stem of `norm`.
    """

    # No Span of its own: each text has a thousand.
    start: int
    end: int
    norm: str
    stem: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Sentence(Struct, frozen=True):
    """A sentence of a document. `tokens` is the half-open range of its words in `Document.tokens`."""

    index: int
    span: Span
    paragraph: int
    role: Role
    tokens: tuple[int, int]


class Document(Struct, frozen=True, dict=True):
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


class Mention(Struct, frozen=True):
    """Words of a document that carry a fact. Extractors subclass it with the fact's normal value.

    Compare the value, show `text`.
    """

    span: Span
    text: str
