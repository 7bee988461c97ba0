"""The articles as published: whole texts, each sentence with the rows it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from derive.model import Role, Span
from derive.render.view.pair import PairView
from derive.render.view.pieces import BLANK, Mark, Piece, cut
from derive.report import ArticleEntry, SentenceEntry


class Told(Struct, frozen=True):
    """A sentence of an article, and the numbers of the rows that show it; `anchors` are those that it shows first."""

    pieces: tuple[Piece, ...]
    rows: tuple[int, ...]
    anchors: tuple[int, ...]
    role: Role

    @property
    def words(self) -> tuple[Piece, ...]:
        """The pieces without the white space after the sentence."""
        *before, last = self.pieces
        return (*before, replace(last, text=last.text.rstrip(BLANK)))


class Column(Struct, frozen=True):
    """One article as published, in paragraphs; the rewrite has no letter."""

    letter: str | None
    entry: ArticleEntry
    paragraphs: tuple[tuple[Told, ...], ...]


def columns(view: PairView) -> Iterator[Column]:
    """The originals, best first, and the rewrite last."""
    seen: set[int] = set()
    for original in view.originals:
        identity = original.entry.article.id
        marks = [
            (one.number, one.finding.source_span)
            for one in view.findings
            if one.finding.source_id == identity and one.finding.source_span is not None
        ]
        table: dict[Span, list[int]] = {}
        for row in view.rows:
            for cell in row.sources:
                if cell.letter == original.letter and not cell.elsewhere:
                    for span in cell.spans:
                        table.setdefault(span, []).append(row.number)
        yield Column(original.letter, original.entry, tuple(_paragraphs(original.entry, marks, table, seen)))
    marks = [(one.number, one.finding.rewrite_span) for one in view.findings]
    table = {span: [row.number] for row in view.rows if row.kind for span in row.spans}
    yield Column(None, view.rewrite, tuple(_paragraphs(view.rewrite, marks, table, set())))


def _paragraphs(
    entry: ArticleEntry,
    marks: Sequence[tuple[int, Span]],
    table: Mapping[Span, Sequence[int]],
    seen: set[int],
) -> Iterator[tuple[Told, ...]]:
    text = entry.article.text
    sentences = entry.sentences or ((SentenceEntry(Span(0, len(text)), 0, Role.BODY),) if text else ())
    ends = [one.span.start for one in sentences[1:]] + [len(text)]
    told = []
    for index, (sentence, end) in enumerate(zip(sentences, ends, strict=True)):
        start = sentence.span.start if index else 0
        wording = text[start:end]
        here = [
            Mark(number, max(0, span.start - start), min(span.end, end) - start)
            for number, span in marks
            if span.start < end and span.end > start
        ]
        rows = tuple(table.get(sentence.span, ()))
        anchors = tuple(row for row in rows if row not in seen)
        seen.update(rows)
        told.append((sentence, Told(cut(wording, (), here), rows, anchors, sentence.role)))
    for _, group in groupby(told, key=lambda pair: (pair[0].paragraph, pair[0].role is Role.HEADLINE)):
        yield tuple(one for _, one in group)
