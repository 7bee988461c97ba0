"""The rows of the side-by-side view: each stretch of the rewrite beside what it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from derive.align.diff import Change, Stretch, word_diff
from derive.model import LinkKind, Role, Span
from derive.render.view.pieces import BLANK, Mark, Numbered, Piece, cut
from derive.report import ArticleEntry, LinkEntry, SentenceEntry, SourceEntry


class Original(Struct, frozen=True):
    """A source of the examined article, with the letter that stands for it."""

    letter: str
    source: SourceEntry
    entry: ArticleEntry


class SourceCell(Struct, frozen=True):
    """Sentences of one original that a row shows."""

    letter: str
    article: str
    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    elsewhere: bool = False  # not what the row was made from, but what a finding of the row points to


class Row(Struct, frozen=True):
    """One stretch of the rewrite beside what it was made from."""

    number: int
    rewrite: tuple[Piece, ...]
    spans: tuple[Span, ...]
    sources: tuple[SourceCell, ...]
    kind: LinkKind | None  # None: no original supports it
    role: Role
    findings: tuple[Numbered, ...]

    @property
    def unsupported(self) -> bool:
        """A sentence of the body that no original supports."""
        return self.kind is None and self.role is Role.BODY


_Links = dict[Span, list[tuple[Original, LinkEntry]]]
_ORDER = (LinkKind.VERBATIM, LinkKind.CLOSE, LinkKind.LOOSE)


def rows(rewrite: ArticleEntry, originals: Sequence[Original], findings: Sequence[Numbered]) -> Iterator[Row]:
    """All text of the rewrite, in its order; neighbours made from the same sentences share a row.

    A finding belongs to the row where it begins; its mark goes on through every row that it covers.
    """
    links: _Links = {}
    for original in originals:
        for link in original.source.links:
            for span in link.rewrite:
                links.setdefault(span, []).append((original, link))
    groups = _groups(rewrite, links)
    starts = [group[0].span.start for group in groups]
    homes: dict[int, list[Numbered]] = {}
    for one in findings:
        homes.setdefault(max(0, bisect_right(starts, one.finding.rewrite_span.start) - 1), []).append(one)
    text = rewrite.article.text
    for index, group in enumerate(groups):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        whole = _trimmed(text, starts[index] if index else 0, end)
        marks = [
            Mark(one.number, max(span.start - whole.start, 0), min(span.end, whole.end) - whole.start)
            for one in findings
            for span in [one.finding.rewrite_span]
            if span.overlaps(whole)
        ]
        linked = [one for sentence in group for one in links.get(sentence.span, ())]
        yield _row(index + 1, group, whole.of(text), marks, originals, linked, tuple(homes.get(index, ())))


def _groups(rewrite: ArticleEntry, links: _Links) -> list[list[SentenceEntry]]:
    sentences = rewrite.sentences
    if not sentences and rewrite.article.text.strip():
        sentences = (SentenceEntry(Span(0, len(rewrite.article.text)), 0, Role.BODY),)
    groups: list[list[SentenceEntry]] = []
    before: tuple[Role, dict[str, tuple[Span, ...]]] | None = None
    for sentence in sentences:
        made_from = _made_from(links.get(sentence.span, ()))
        key = (sentence.role, made_from)
        if groups and made_from and key == before:
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
        before = key
    return groups


def _trimmed(text: str, start: int, end: int) -> Span:
    """The range without white space at its ends: text between sentences stays with the sentence before it."""
    part = text[start:end]
    lead = len(part) - len(part.lstrip(BLANK))
    return Span(start + lead, start + len(part.rstrip(BLANK))) if lead < len(part) else Span(start, end)


def _made_from(links: Sequence[tuple[Original, LinkEntry]]) -> dict[str, tuple[Span, ...]]:
    """What a sentence was made from: the sentences of each original, by its letter."""
    found: dict[str, set[Span]] = {}
    for original, link in links:
        found.setdefault(original.letter, set()).update(link.source)
    return {letter: tuple(sorted(spans)) for letter, spans in sorted(found.items())}


def _row(
    number: int,
    group: Sequence[SentenceEntry],
    wording: str,
    marks: Sequence[Mark],
    originals: Sequence[Original],
    links: Sequence[tuple[Original, LinkEntry]],
    here: tuple[Numbered, ...],
) -> Row:
    made_from = _made_from(links)
    cells, elsewhere, changed = [], [], []
    for original in originals:
        witnesses = [one for one in here if one.finding.source_id == original.entry.article.id]
        if spans := made_from.get(original.letter, ()):
            joined, offsets = _joined(original.entry.article.text, spans)
            left, right = word_diff(joined, wording)
            changed.append(right)
            pieces = cut(joined, left, _marks(witnesses, spans, offsets))
            cells.append(SourceCell(original.letter, original.entry.article.id, spans, pieces))
        if further := _further(original, witnesses, spans):
            joined, offsets = _joined(original.entry.article.text, further)
            pieces = cut(joined, (), _marks(witnesses, further, offsets))
            elsewhere.append(SourceCell(original.letter, original.entry.article.id, further, pieces, elsewhere=True))
    return Row(
        number,
        cut(wording, _new_to_all(changed), marks),
        tuple(sentence.span for sentence in group),
        (*cells, *elsewhere),
        max((link.kind for _, link in links), key=_ORDER.index) if links else None,
        group[0].role,
        here,
    )


def _further(original: Original, witnesses: Sequence[Numbered], shown: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that findings point to and the row would not show otherwise."""
    found: set[Span] = set()
    for one in witnesses:
        witness = one.finding.source_span
        if witness is None or any(span.overlaps(witness) for span in shown):
            continue
        home = [sentence.span for sentence in original.entry.sentences if sentence.span.overlaps(witness)]
        found.update(home or [witness])
    return tuple(sorted(found))


def _marks(witnesses: Sequence[Numbered], spans: Sequence[Span], offsets: Sequence[int]) -> list[Mark]:
    """Where the findings' own words of the original stand in joined sentences."""
    marks = []
    for one in witnesses:
        witness = one.finding.source_span
        if witness is None:
            continue
        parts = [
            (offset + max(witness.start, span.start) - span.start, offset + min(witness.end, span.end) - span.start)
            for span, offset in zip(spans, offsets, strict=True)
            if span.overlaps(witness)
        ]
        if parts:
            marks.append(Mark(one.number, parts[0][0], parts[-1][1]))
    return marks


def _joined(text: str, spans: Sequence[Span]) -> tuple[str, list[int]]:
    """Sentences as one text (a gap shown as " … "), and where each begins in it."""
    joined = ""
    offsets: list[int] = []
    for index, span in enumerate(spans):
        if index:
            joined += " … " if text[spans[index - 1].end : span.start].strip() else " "
        offsets.append(len(joined))
        joined += span.of(text)
    return joined, offsets


def _new_to_all(changed: Sequence[tuple[Stretch, ...]]) -> tuple[Stretch, ...]:
    """With several originals a word is new when none of them has it."""
    if len(changed) < 2:
        return changed[0] if changed else ()
    new = [True] * changed[0][-1].end
    for stretches in changed:
        for one in stretches:
            if one.change is Change.SAME:
                new[one.start : one.end] = [False] * (one.end - one.start)
    edges = [0, *(at for at in range(1, len(new)) if new[at] is not new[at - 1]), len(new)]
    return tuple(Stretch(start, end, Change.NEW if new[start] else Change.SAME) for start, end in pairwise(edges))
