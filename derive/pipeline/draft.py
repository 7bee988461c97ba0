"""The gate's flow: find a draft's sources in an index, verify them by alignment, examine against all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from msgspec import Struct

from derive import lineage, report, retrieve
from derive.align import align, align_words
from derive.checks import CHECKS, GATE_CHECKS, Check
from derive.checks.corrections import Correction, corrections
from derive.facts import Reading, read_facts
from derive.model import Alignment, Article, Direction, Document, Relation, RelationKind
from derive.pipeline.pair import examine
from derive.recipe import DEFAULT, Recipe
from derive.relate import relate
from derive.relate.choice import Verified, choose
from derive.retrieve.refrain import holders, refrains, without
from derive.text import read


class Scope(Struct, frozen=True):
    """Which articles of an index may be a draft's sources, and how many are examined against."""

    since: dt.date | None = None
    until: dt.date | None = None
    exclude_outlets: Collection[str] = ()
    max_sources: int = 3
    by: retrieve.By = retrieve.By.ANYBODY


class Checked(Struct, frozen=True):
    """A draft that went through the gate: its entry, and the articles that its report shows."""

    examined: report.Examined
    articles: tuple[report.ArticleEntry, ...]


def check(
    draft: Article,
    index: retrieve.Index,
    scope: Scope,
    recipe: Recipe = DEFAULT,
    checks: Sequence[Check] = CHECKS,
    gate: Sequence[Check] = GATE_CHECKS,
) -> Checked:
    """Find a draft's sources in an index and hold it against all of them together."""
    document = read(draft)
    related = verified(document, index, scope, recipe)
    rewrite = read_facts(related[0].alignment.rewrite if related else document)
    earlier = [one for one in related if not _later(one.relation)]
    chosen = choose(earlier, scope.max_sources, lambda one: not _sister(one, earlier[:_RIVALS], recipe))
    sources = [read_facts(one.alignment.source) for one in chosen]
    newer = [one for source in sources for one in _corrected(source, related, recipe)]
    entry = examine(sources, rewrite, recipe, checks, gate, newer) if sources else report.no_source(rewrite.document)
    return Checked(entry, tuple(report.article_entry(one.document) for one in (*sources, rewrite)))


_PATIENCE = 8  # candidates in a row that turn out unrelated before the rest, ranked lower still, is let go
_ENOUGH = 32  # related articles: of a story that thousands print alike, these tell what the others would
_RIVALS = 12  # of those, the likeliest, may be the common source of the draft and another


def verified(draft: Document, index: retrieve.Index, scope: Scope, recipe: Recipe) -> list[Verified]:
    """The articles that alignment confirms as related to a draft.

    Those published after it are among them: no sources, but one may be the correction of a source. What unrelated ones
    say alike is set aside in them and in the draft.
    """
    found: list[Verified] = []
    idle = 0
    for candidate in retrieve.candidates(
        draft, index, since=scope.since, until=scope.until, exclude_outlets=scope.exclude_outlets, by=scope.by
    ):
        if idle == _PATIENCE or len(found) == _ENOUGH:
            break
        alignment, relation = verify(read(index.article(candidate.source_id)), draft, recipe)
        if relation.derived:
            found.append(Verified(alignment, relation))
            idle = 0
        else:
            idle += 1
    linked = sorted({at for one in found for link in one.alignment.links for at in link.rewrite})
    others = holders([draft.sentences[at].span.of(draft.plain) for at in linked], index)
    known = refrains([read(index.article(id)) for id in others], recipe.sketch)
    return _without(known, draft, found, recipe) if known else found


def _without(known: Collection[str], draft: Document, found: Sequence[Verified], recipe: Recipe) -> list[Verified]:
    """Those that are related still when the sentences that are known are nobody's."""
    rest = without(draft, known)
    again = [Verified(*verify(without(one.alignment.source, known), rest, recipe)) for one in found]
    return [one for one in again if one.relation.derived]


def _later(relation: Relation) -> bool:
    return relation.direction is Direction.REWRITE_FIRST


def _sister(one: Verified, related: Sequence[Verified], recipe: Recipe) -> bool:
    """Whether an article and the draft have a common source at hand: both derive from it, nothing from each other."""
    for third in related:
        original, draft = third.alignment.source, third.alignment.rewrite
        if third is one or not lineage.adds_nothing(original, one.alignment.source, draft):
            continue
        _, relation = verify(original, one.alignment.source, recipe)
        if relation.derived and relation.direction is Direction.SOURCE_FIRST:
            return True
    return False


def verify(source: Document, rewrite: Document, recipe: Recipe = DEFAULT) -> tuple[Alignment, Relation]:
    """Align a candidate pair by words alone and name its relation; dates alone speak for a direction."""
    alignment = align_words(source, rewrite, recipe.align)
    return alignment, relate(alignment, recipe.relate)


def _corrected(source: Reading, related: Sequence[Verified], recipe: Recipe) -> list[Correction]:
    """What later versions of a source say otherwise: the same story by the same outlet, published after it."""
    found: list[Correction] = []
    first = source.document.article
    for later in (one.alignment.source for one in related):
        if later.article.id == first.id or later.article.outlet != first.outlet:
            continue
        _, relation = verify(source.document, later, recipe)
        if relation.direction is Direction.SOURCE_FIRST and _version(relation):
            other = read_facts(later)
            found += corrections(source, other, align(source, other, recipe.align))
    return found


_SAME = 0.8  # of each text stands in the other: a short story with two facts corrected is no near-duplicate any more


def _version(relation: Relation) -> bool:
    alike = relation.kind in (RelationKind.NEAR_DUPLICATE, RelationKind.REWRITE)
    return alike and min(relation.coverage.source, relation.coverage.rewrite) >= _SAME
