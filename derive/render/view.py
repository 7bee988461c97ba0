"""What every human view shows, computed once: the verdict, numbered findings, and rows in the rewrite's order.

The formats (terminal, Markdown, HTML) only dress it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from derive.align.diff import Change, word_diff
from derive.model import Article, Finding, LinkKind, Role, Severity, Span
from derive.report import ArticleEntry, Examined, LinkEntry, Report, SourceEntry

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text: how it differs, and the numbers of the findings that stand on it."""

    text: str
    change: Change
    findings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its badge: the same number on both sides."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class SourceCell:
    """The sentences of one original that a row shows."""

    letter: str
    article: str
    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of the rewrite beside what it was made from."""

    number: int
    rewrite: tuple[Piece, ...]
    spans: tuple[Span, ...]
    sources: tuple[SourceCell, ...]
    kind: LinkKind | None  # None: no original supports it
    role: Role
    findings: tuple[Numbered, ...]


@dataclass(frozen=True)
class PairView:
    """An examined article as the views show it."""

    report: Report
    examined: Examined

    @cached_property
    def rewrite(self) -> ArticleEntry:
        """The examined article."""
        return self.report.article(self.examined.article)

    @cached_property
    def sources(self) -> tuple[tuple[str, SourceEntry, ArticleEntry], ...]:
        """Each original with its letter, best first."""
        return tuple((letter(i), one, self.report.article(one.article)) for i, one in enumerate(self.examined.sources))

    @cached_property
    def findings(self) -> tuple[Numbered, ...]:
        """The findings in text order, numbered from 1."""
        return tuple(Numbered(i, one) for i, one in enumerate(self.examined.findings, 1))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All sentences of the rewrite, in its order; neighbours made from the same sentences share a row."""
        return tuple(_rows(self))

    @cached_property
    def unused(self) -> tuple[tuple[str, ArticleEntry, tuple[Span, ...]], ...]:
        """The sentences of each original that the rewrite left out."""
        found = []
        for mark, source, entry in self.sources:
            used = {span for link in source.links for span in link.source}
            left = tuple(s.span for s in entry.sentences if s.span not in used and s.role is Role.BODY)
            found.append((mark, entry, left))
        return tuple(found)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity are not waived."""
        return sum(one.severity is severity and one.waived is None for one in self.examined.findings)


def letter(number: int) -> str:
    """A, B, … Z, A1, B1, …"""
    turn, place = divmod(number, len(LETTERS))
    return LETTERS[place] + (str(turn) if turn else "")


def name(article: Article) -> str:
    """How a reader knows an article: headline, outlet, date, or else its id."""
    title = article.title or _first_line(article)
    parts = [f"“{title}”" if title else article.id]
    if article.outlet:
        parts.append(article.outlet)
    if article.published:
        parts.append(f"{article.day:%-d %b %Y}")
    return ", ".join(parts)


def _first_line(article: Article) -> str:
    line = article.text.strip().split("\n", 1)[0].strip()
    return line if 0 < len(line) <= 120 and line[-1] not in ".!?" else ""


_KINDS = {
    "identical": "An identical copy of",
    "near-duplicate": "A near-duplicate of",
    "rewrite": "A rewrite of",
    "partial": "Takes a part from",
    "common-source": "Shares a source with",
    "independent": "Independent of",
}


def plural(count: int, singular: str, many: str | None = None) -> str:
    """ "1 warning", "2 warnings"."""
    return f"{count} {singular if count == 1 else many or singular + 's'}"


def verdict(view: PairView) -> str:
    """The one sentence on top."""
    if not view.sources:
        return f"No source found for {name(view.rewrite.article)}."
    _, best, entry = view.sources[0]
    others = f" and {plural(len(view.sources) - 1, 'other original')}" if len(view.sources) > 1 else ""
    share = f"{best.relation.coverage.rewrite:.0%} of its words have a counterpart there"
    counts = [
        plural(view.count(severity), noun)
        for severity, noun in (
            (Severity.ERROR, "contradiction"),
            (Severity.WARNING, "warning"),
            (Severity.NOTE, "note"),
        )
        if view.count(severity)
    ]
    waived = sum(one.waived is not None for one in view.examined.findings)
    if waived:
        counts.append(f"{waived} waived")
    what = ", ".join(counts) or "nothing to report"
    return f"{_KINDS[best.relation.kind.value]} {name(entry.article)}{others}; {share}; {what}."


def _rows(view: PairView) -> Iterator[Row]:
    by_span: dict[Span, list[tuple[str, ArticleEntry, LinkEntry]]] = {}
    for mark, source, entry in view.sources:
        for link in source.links:
            for span in link.rewrite:
                by_span.setdefault(span, []).append((mark, entry, link))
    group: list[Span] = []
    shown: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    role = Role.BODY
    number = 0
    for sentence in view.rewrite.sentences:
        made_from = _made_from(by_span.get(sentence.span, []))
        if group and (made_from != shown or not shown or sentence.role is not role):
            number += 1
            yield _row(view, number, group, by_span, role)
            group = []
        group.append(sentence.span)
        shown, role = made_from, sentence.role
    if group:
        yield _row(view, number + 1, group, by_span, role)


def _made_from(links: Sequence[tuple[str, ArticleEntry, LinkEntry]]) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    found: dict[str, set[Span]] = {}
    for mark, _, link in links:
        found.setdefault(mark, set()).update(link.source)
    return tuple((mark, tuple(sorted(spans))) for mark, spans in sorted(found.items()))


_ORDER = (LinkKind.VERBATIM, LinkKind.CLOSE, LinkKind.LOOSE)


def _row(
    view: PairView,
    number: int,
    group: list[Span],
    by_span: dict[Span, list[tuple[str, ArticleEntry, LinkEntry]]],
    role: Role,
) -> Row:
    links = [one for span in group for one in by_span.get(span, [])]
    text = view.rewrite.article.text
    whole = Span(group[0].start, group[-1].end)
    here = tuple(one for one in view.findings if whole.start <= one.finding.rewrite_span.start < whole.end)
    entries = {mark: entry for mark, entry, _ in links}
    cells = []
    rewrite_text = whole.of(text)
    rewrite_cuts = None
    for mark, spans in _made_from(links):
        entry = entries[mark]
        joined, offsets = _joined(entry.article.text, spans)
        left, right = word_diff(joined, rewrite_text)
        rewrite_cuts = right if rewrite_cuts is None else rewrite_cuts
        marks = [
            (n.number, local)
            for n in view.findings
            if n.finding.source_id == entry.article.id and n.finding.source_span is not None
            for local in [_local(n.finding.source_span, spans, offsets)]
            if local is not None
        ]
        pieces = _pieces(joined, [(s.start, s.end, s.change) for s in left], marks)
        cells.append(SourceCell(mark, entry.article.id, spans, pieces))
    cuts = [(s.start, s.end, s.change) for s in rewrite_cuts or ()] or [(0, len(rewrite_text), Change.SAME)]
    marks = [
        (
            one.number,
            (one.finding.rewrite_span.start - whole.start, min(one.finding.rewrite_span.end, whole.end) - whole.start),
        )
        for one in here
    ]
    kind = max((link.kind for *_, link in links), key=_ORDER.index) if links else None
    return Row(number, _pieces(rewrite_text, cuts, marks), tuple(group), tuple(cells), kind, role, here)


def _joined(text: str, spans: Sequence[Span]) -> tuple[str, list[int]]:
    """Sentences as one text (a gap shown as " … "), and where each begins in it."""
    joined = ""
    offsets = []
    for before, span in zip([None, *spans[:-1]], spans, strict=True):
        if before is not None:
            between = text[before.end : span.start]
            joined += " " if not between.strip() else " … "
        offsets.append(len(joined))
        joined += span.of(text)
    return joined, offsets


def _local(span: Span, spans: Sequence[Span], offsets: Sequence[int]) -> tuple[int, int] | None:
    for one, offset in zip(spans, offsets, strict=True):
        if one.start <= span.start < one.end:
            start = span.start - one.start + offset
            return start, start + min(span.end, one.end) - span.start
    return None


def _pieces(
    text: str, cuts: Sequence[tuple[int, int, Change]], marks: Sequence[tuple[int, tuple[int, int]]]
) -> tuple[Piece, ...]:
    """Cut a text where its difference or its findings change."""
    edges = {0, len(text)}
    edges.update(edge for start, end, _ in cuts for edge in (start, end))
    edges.update(edge for _, (start, end) in marks for edge in (start, end))
    bounds = sorted(edge for edge in edges if 0 <= edge <= len(text))
    pieces: list[Piece] = []
    at = 0
    for start, end in pairwise(bounds):
        while at < len(cuts) - 1 and cuts[at][1] <= start:
            at += 1
        change = cuts[at][2] if cuts else Change.SAME
        numbers = tuple(number for number, (s, e) in marks if s <= start and end <= e)
        if pieces and pieces[-1].change is change and pieces[-1].findings == numbers:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], change, numbers)
        else:
            pieces.append(Piece(text[start:end], change, numbers))
    return tuple(pieces)
