"""Candidates of a corpus -> verified derivations, on every core where there are many, in the candidates' order."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from typing import NamedTuple

from derive import report
from derive.checks import Examination
from derive.facts import Facts, Reading
from derive.facts.polarity import Clauses
from derive.lineage import Derivation
from derive.model import Alignment, Article, Candidate, Direction, Link, Relation, RelationKind
from derive.pipeline.draft import verify
from derive.recipe import Recipe
from derive.relate import relate
from derive.retrieve.boilerplate import Boilerplate
from derive.text import read

Step = Callable[[int, int, int], None]
"""Told how much is done by now, of how much, and how many articles that makes."""

_CHUNK = 100  # pairs of one task: a second's work, what an interruption waits for
_MANY = 1000  # pairs from which further processes (0.5 s each to start) pay
_KEPT = 256  # documents held at once: bounds the memory; neighbours in the order share them


def verified(
    candidates: Sequence[Candidate],
    articles: Mapping[str, Article],
    boilerplate: Boilerplate,
    recipe: Recipe,
    workers: int,
    step: Step,
) -> Iterator[Verified]:
    """The candidates that alignment confirms as related, each directed; the same for any number of workers."""
    pairs = [(articles[one.source_id], articles[one.rewrite_id]) for one in candidates]
    chunks = [pairs[start : start + _CHUNK] for start in range(0, len(pairs), _CHUNK)]
    done = 0
    for number, edges in enumerate(_done(chunks, boilerplate, recipe, workers if len(pairs) >= _MANY else 1)):
        done += len(chunks[number])
        step(done, len(pairs), done)
        yield from edges


class Verified(NamedTuple):
    """A derivation, or a common source that may be one, and what its words alone tell of it."""

    edge: Derivation
    sure: bool
    examined: report.Examined
    sentences: tuple[tuple[report.SentenceEntry, ...], tuple[report.SentenceEntry, ...]]  # of source and rewrite


_NOTHING = Facts((), (), (), (), (), (), ())
_Pairs = Sequence[tuple[Article, Article]]


def _done(chunks: Sequence[_Pairs], boilerplate: Boilerplate, recipe: Recipe, workers: int) -> Iterator[list[Verified]]:
    if workers < 2:
        for chunk in chunks:
            yield _edges(chunk, boilerplate, recipe)
        return
    from multiprocessing import get_context

    # Started afresh, not forked: a progress bar's thread and numerical libraries do not survive a fork.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    try:
        waiting: deque[Future[list[Verified]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_edges, chunk, boilerplate, recipe))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal: the first one decides, the workers say nothing.

    Nothing here refers back to itself; looking for cycles would take a third of the time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _edges(pairs: _Pairs, boilerplate: Boilerplate, recipe: Recipe) -> list[Verified]:
    texts = {article.id: article for pair in pairs for article in pair}
    document = lru_cache(_KEPT)(lambda identity: boilerplate.mark(read(texts[identity])))
    found = []
    for first, second in pairs:
        alignment, relation = verify(document(first.id), document(second.id), recipe)
        if relation.derived:
            if not _forward(relation):
                alignment = _turned(alignment)
                relation = relate(alignment, recipe.relate)
            shown = tuple(report.article_entry(one).sentences for one in (alignment.source, alignment.rewrite))
            sure = relation.kind is not RelationKind.COMMON_SOURCE
            found.append(Verified(_edge(alignment, relation), sure, _told(alignment, relation), (shown[0], shown[1])))
    return found


def _forward(relation: Relation) -> bool:
    """Whether the source is the source. Undecided: the one contained in the other is the rewrite."""
    if relation.direction is Direction.UNDECIDED:
        return relation.coverage.rewrite >= relation.coverage.source
    return relation.direction is Direction.SOURCE_FIRST


def _turned(alignment: Alignment) -> Alignment:
    links = sorted(Link(one.source, one.rewrite, one.score, one.kind) for one in alignment.links)
    return Alignment(alignment.rewrite, alignment.source, tuple(links))


def _edge(alignment: Alignment, relation: Relation) -> Derivation:
    sure = 0.5 if relation.direction is Direction.UNDECIDED else relation.direction_confidence
    weight = relation.confidence * sure * (0.5 + relation.coverage.rewrite / 2)
    return Derivation(alignment.source.article.id, alignment.rewrite.article.id, round(weight, 4))


def _told(alignment: Alignment, relation: Relation) -> report.Examined:
    source, rewrite = (Reading(one, _NOTHING, Clauses((), ())) for one in (alignment.source, alignment.rewrite))
    return report.examined(Examination(rewrite, (source,), (alignment,), (relation,)), ())
