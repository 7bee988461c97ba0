"""The archive desk's flow: all derivations of a corpus, as families, and where each changed fact entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from derive import lineage, report, retrieve
from derive.checks import CHECKS, Check
from derive.facts import Reading
from derive.model import Article, Direction, Document, Relation, RelationKind, Skipped, Span
from derive.pipeline.draft import verify
from derive.pipeline.pair import examine, reading
from derive.recipe import DEFAULT, Recipe
from derive.text import read

_Reader = Callable[[str], Reading]

_KEPT = 256  # readings held at once: bounds the memory, families are small


def scan(
    articles: Sequence[Article],
    recipe: Recipe = DEFAULT,
    checks: Sequence[Check] = CHECKS,
    skipped: Sequence[Skipped] = (),
) -> report.Report:
    """Pair, verify, direct, gather into families, examine each derived article against its parent.

    Without `checks` only relations and families are named.
    """
    by_id = {article.id: article for article in articles}
    read_whole = lru_cache(_KEPT)(lambda identity: reading(by_id[identity]))
    families = lineage.forest(derivations(articles, recipe))
    examined = {
        child: examine([read_whole(parent)], read_whole(child), recipe, checks)
        for child, parent in sorted(lineage.parents(families).items())
    }
    shown = {identity for child, one in examined.items() for identity in (child, *(s.article for s in one.sources))}
    return report.Report(
        recipe.fingerprint(),
        tuple(report.article_entry(read(article)) for article in articles if article.id in shown),
        tuple(examined.values()),
        tuple(_family(edges, examined, read_whole, recipe) for edges in families),
        tuple(skipped),
    )


def derivations(articles: Sequence[Article], recipe: Recipe) -> Iterator[lineage.Derivation]:
    """The pairs that alignment confirms as derived, each directed as best the evidence can."""
    by_id = {article.id: article for article in articles}
    read_text = lru_cache(_KEPT)(lambda identity: read(by_id[identity]))
    for candidate in retrieve.pairs(articles, recipe.sketch):
        one, other = read_text(candidate.source_id), read_text(candidate.rewrite_id)
        _, relation = verify(one, other, recipe)
        if relation.derived and relation.kind is not RelationKind.COMMON_SOURCE:
            yield directed(one, other, relation)


def directed(one: Document, other: Document, relation: Relation) -> lineage.Derivation:
    """A related pair as an edge. Undecided: the later one is the rewrite, else the one contained in the other."""
    forward = relation.direction is Direction.SOURCE_FIRST
    sure = relation.direction_confidence
    if relation.direction is Direction.UNDECIDED:
        forward = relation.coverage.rewrite >= relation.coverage.source
        sure = 0.5
    source, rewrite = (one, other) if forward else (other, one)
    covered = relation.coverage.rewrite if forward else relation.coverage.source
    weight = relation.confidence * sure * (0.5 + covered / 2)
    return lineage.Derivation(source.article.id, rewrite.article.id, round(weight, 4))


def _family(
    edges: Sequence[lineage.Derivation],
    examined: Mapping[str, report.Examined],
    read_whole: _Reader,
    recipe: Recipe,
) -> report.Family:
    children: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        children[edge.source].append(edge.rewrite)
    entered = [
        report.Inheritance(finding.fingerprint, edge.rewrite, heirs)
        for edge in edges
        for finding in examined[edge.rewrite].findings
        for heirs in [_heirs(edge.rewrite, finding.rewrite_span, children, read_whole, recipe)]
    ]
    return report.Family(
        tuple(sorted({identity for edge in edges for identity in edge[:2]})),
        tuple(report.Edge(edge.source, edge.rewrite, edge.weight) for edge in edges),
        tuple(entered),
    )


def _heirs(
    article: str, span: Span, children: Mapping[str, list[str]], read_whole: _Reader, recipe: Recipe
) -> tuple[str, ...]:
    if not children.get(article):
        return ()
    return lineage.inherited(article, read_whole(article).document.plain_span(span), children, read_whole, recipe.align)
