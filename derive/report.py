"""The report: everything a renderer needs, in original positions. No clock inside."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from derive.checks import Examination
from derive.model import Article, Change, Document, Finding, LinkKind, Relation, Role, Skipped, Span


class Status(StrEnum):
    """What became of an examined article."""

    CLEAN = "clean"
    FINDINGS = "findings"
    NO_SOURCE = "no-source"


class SentenceEntry(Struct, frozen=True):
    """A sentence of an article, for the views."""

    span: Span
    paragraph: int
    role: Role


class ArticleEntry(Struct, frozen=True):
    """An article that took part, with its sentences."""

    article: Article
    sentences: tuple[SentenceEntry, ...]


class LinkEntry(Struct, frozen=True):
    """A link in original positions."""

    source: tuple[Span, ...]
    rewrite: tuple[Span, ...]
    score: float
    kind: LinkKind


class SourceEntry(Struct, frozen=True):
    """A source of an examined article and what the two are to each other."""

    article: str
    relation: Relation
    links: tuple[LinkEntry, ...]


class Examined(Struct, frozen=True):
    """An examined article: its sources (best first), its findings (in text order), its unsupported sentences."""

    article: str
    status: Status
    sources: tuple[SourceEntry, ...]
    unsupported: tuple[Span, ...]
    findings: tuple[Finding, ...]


class Edge(Struct, frozen=True):
    """A verified derivation in a family."""

    source: str
    rewrite: str
    confidence: float


class Inheritance(Struct, frozen=True):
    """Where a changed fact entered a family, and which articles carry it on."""

    finding: str
    entered: str
    inherited: tuple[str, ...]


class Family(Struct, frozen=True):
    """Articles that derive from one another."""

    articles: tuple[str, ...]
    edges: tuple[Edge, ...]
    lineage: tuple[Inheritance, ...]


class Recurring(Struct, frozen=True):
    """Words that unrelated articles of a corpus share, set aside as nobody's, and how many articles hold them."""

    text: str
    articles: int


class Report(Struct, frozen=True):
    """The whole result of a run."""

    recipe: str  # fingerprint
    articles: tuple[ArticleEntry, ...]
    examined: tuple[Examined, ...]
    families: tuple[Family, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    boilerplate: tuple[Recurring, ...] = ()  # of a scan: the commonest examples

    def article(self, identity: str) -> ArticleEntry:
        """The entry of an article. Raises KeyError for an unknown id."""
        for entry in self.articles:
            if entry.article.id == identity:
                return entry
        raise KeyError(identity)


def article_entry(document: Document) -> ArticleEntry:
    """A document as the views see it."""
    return ArticleEntry(
        document.article,
        tuple(SentenceEntry(document.original(s.span), s.paragraph, s.role) for s in document.sentences),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _fingerprint(change: Change, examination: Examination) -> str:
    """Holds on to the content: check, both sentences and the values; never to offsets."""
    rewrite = examination.rewrite.document
    home = rewrite.sentence_at(change.span.start)
    parts = [change.check, change.value or _folded(change.span.of(rewrite.plain))]
    parts.append(_folded((home.span if home else change.span).of(rewrite.plain)))
    if change.witness:
        source = examination.sources[change.witness.source].document
        there = source.sentence_at(change.witness.span.start)
        parts.append(_folded((there.span if there else change.witness.span).of(source.plain)))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def finding(change: Change, examination: Examination) -> Finding:
    """A change in original positions, with both wordings."""
    rewrite = examination.rewrite.document
    span = rewrite.original(change.span)
    source_id = source_span = source_text = None
    if change.witness:
        source = examination.sources[change.witness.source].document
        source_id = source.article.id
        source_span = source.original(change.witness.span)
        source_text = source_span.of(source.article.text)
    return Finding(
        change.check,
        change.severity,
        change.message,
        span,
        span.of(rewrite.article.text),
        source_id,
        source_span,
        source_text,
        _fingerprint(change, examination),
    )


def examined(examination: Examination, changes: Sequence[Change]) -> Examined:
    """Fold one examination and its settled changes."""
    rewrite = examination.rewrite.document
    order = sorted(
        range(len(examination.sources)),
        key=lambda i: (-examination.relations[i].coverage.rewrite, -examination.relations[i].confidence, i),
    )
    sources = tuple(
        SourceEntry(
            examination.sources[i].document.article.id,
            examination.relations[i],
            tuple(
                LinkEntry(
                    tuple(
                        examination.sources[i].document.original(examination.sources[i].document.sentences[s].span)
                        for s in link.source
                    ),
                    tuple(rewrite.original(rewrite.sentences[r].span) for r in link.rewrite),
                    link.score,
                    link.kind,
                )
                for link in examination.alignments[i].links
            ),
        )
        for i in order
    )
    unsupported = tuple(rewrite.original(one.span) for one in rewrite.body if not examination.linked(one))
    findings = tuple(finding(change, examination) for change in changes)
    status = Status.FINDINGS if findings else Status.CLEAN
    return Examined(rewrite.article.id, status, sources, unsupported, findings)


def joined(parts: Sequence[Examined]) -> Examined:
    """One article held against several sources, each by itself: what all of them leave open is unsupported."""
    first, *rest = parts
    sources = [source for one in parts for source in one.sources]
    return Examined(
        first.article,
        Status.FINDINGS if any(one.findings for one in parts) else Status.CLEAN,
        tuple(sorted(sources, key=lambda one: (-one.relation.coverage.rewrite, -one.relation.confidence))),
        tuple(span for span in first.unsupported if all(span in one.unsupported for one in rest)),
        tuple(finding for one in parts for finding in one.findings),
    )


def no_source(document: Document) -> Examined:
    """A draft for which no source was found."""
    return Examined(document.article.id, Status.NO_SOURCE, (), (), ())


def merge(
    recipe: str, parts: Sequence[tuple[Examined, Sequence[ArticleEntry]]], skipped: Sequence[Skipped] = ()
) -> Report:
    """One report of many examined articles; an article that several of them show is listed once."""
    articles: dict[str, ArticleEntry] = {}
    for _, shown in parts:
        for entry in shown:
            articles.setdefault(entry.article.id, entry)
    return Report(recipe, tuple(articles.values()), tuple(one for one, _ in parts), (), tuple(skipped))
