"""The archive desk's flow: all derivations of a corpus, as families, and where each changed fact entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from derive import lineage, report, retrieve
from derive.checks import CHECKS, Check
from derive.facts import Reading, read_facts
from derive.model import Article, Document, Role, Skipped, Span
from derive.pipeline.bulk import Step, Verified, verified
from derive.pipeline.pair import examine
from derive.recipe import DEFAULT, Recipe
from derive.retrieve.boilerplate import said
from derive.retrieve.recurrence import learn
from derive.text import read

_Reader = Callable[[str], Reading]

_LISTED = 10  # paragraphs of boilerplate: enough to see what was set aside
_KEPT = 256  # readings held at once: bounds the memory, families are small


def _silent(done: int, total: int, articles: int) -> None:
    """Nobody is looking."""


def scan(
    articles: Sequence[Article],
    recipe: Recipe = DEFAULT,
    checks: Sequence[Check] = CHECKS,
    skipped: Sequence[Skipped] = (),
    *,
    workers: int = 1,
    step: Step = _silent,
) -> report.Report:
    """Pair, verify, direct, gather into families, examine each derived article against its parent and further sources.

    Of an article without a parent only those are named that it shares a source with; its facts are left in peace, since
    independent reports of one event are among them (9 of 150 pairs). Without `checks` no facts are examined at all.
    With several `workers` many pairs are verified in as many processes; the report is the same. `step` is told how far
    it is.
    """
    by_id = {article.id: article for article in articles}
    boilerplate = learn(articles, recipe.sketch)

    @lru_cache(_KEPT)
    def document(identity: str) -> Document:
        return boilerplate.mark(read(by_id[identity]))

    read_whole = lru_cache(_KEPT)(lambda identity: read_facts(document(identity)))
    candidates = retrieve.pairs(articles, recipe.sketch, boilerplate)
    told = {}
    sentences: dict[str, tuple[report.SentenceEntry, ...]] = {}
    for one in verified(candidates, by_id, boilerplate, recipe, workers, step):
        told[one.edge[:2]] = one
        sentences.update(zip(one.edge[:2], one.sentences, strict=True))
    sure, likely = ([one.edge for one in told.values() if one.sure is wanted] for wanted in (True, False))
    edges = lineage.settled(sure, document, likely)
    families = lineage.forest(edges)
    above = lineage.parents(families)
    others = lineage.further(edges, above)
    possible = lineage.unplaced(likely, above) | {child: [above[child], *others.get(child, ())] for child in above}
    examined = {}
    for number, (child, (first, *rest)) in enumerate(sorted(possible.items())):
        explained = {one: _explained(told[one, child]) for one in (first, *rest)}
        sources = lineage.explaining(first, rest, explained)
        if checks and child in above:
            examined[child] = examine([read_whole(one) for one in sources], read_whole(child), recipe, checks)
            step(number + 1, len(possible), number + 1)
        else:
            examined[child] = report.joined([told[one, child].examined for one in sources])
    shown = {identity for child, one in examined.items() for identity in (child, *(s.article for s in one.sources))}
    return report.Report(
        recipe.fingerprint(),
        tuple(report.ArticleEntry(article, sentences[article.id]) for article in articles if article.id in shown),
        tuple(examined.values()),
        tuple(_family(edges, examined, read_whole, recipe) for edges in families),
        tuple(skipped),
        tuple(report.Recurring(*one) for one in islice(said(boilerplate, articles), _LISTED)),
    )


def _explained(one: Verified) -> dict[int, float]:
    """The sentences of the rewrite that are linked, by their start, each with its share of the text."""
    body = {entry.span.start: len(entry.span) for entry in one.sentences[1] if entry.role is Role.BODY}
    total = sum(body.values())
    linked = {span.start for link in one.examined.sources[0].links for span in link.rewrite}
    return {start: size / total for start, size in body.items() if start in linked}


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
