"""One rewrite against its sources: read, find facts, align, relate, check, report."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from derive import report
from derive.align import align
from derive.checks import CHECKS, Check, Examination, originals
from derive.checks.corrections import Correction
from derive.checks.precedence import settle
from derive.facts import Reading, read_facts
from derive.model import Article
from derive.recipe import DEFAULT, Recipe
from derive.relate import relate
from derive.text import read


def reading(article: Article) -> Reading:
    """An article with everything that the later stages want to know of it."""
    return read_facts(read(article))


def examine(
    sources: Sequence[Reading],
    rewrite: Reading,
    recipe: Recipe = DEFAULT,
    checks: Sequence[Check] = CHECKS,
    gate: Sequence[Check] = (),
    newer: Sequence[Correction] = (),
) -> report.Examined:
    """Hold a rewrite against all its sources.

    Of overlapping changes by `checks` the most specific stays; the `gate` checks judge the story, not a fact, and
    stand beside them. `newer` is what later versions of the sources corrected.
    """
    alignments = tuple(align(source, rewrite, recipe.align) for source in sources)
    relations = tuple(
        relate(alignment, recipe.relate, (source, rewrite))
        for alignment, source in zip(alignments, sources, strict=True)
    )
    examination = Examination(rewrite, tuple(sources), alignments, relations, tuple(newer))
    if not any(relation.derived for relation in relations):
        return report.examined(examination, ())
    changes = settle(originals.run(checks, examination), checks)
    beside = (change for check in gate for change in check.run(examination))
    return report.examined(examination, sorted((*changes, *beside), key=lambda one: one.span))


def compare(
    sources: Sequence[Article], rewrite: Article, recipe: Recipe = DEFAULT, checks: Sequence[Check] = CHECKS
) -> report.Report:
    """One rewrite against the originals it is said to come from."""
    readings = [reading(article) for article in (*sources, rewrite)]
    return report.Report(
        recipe.fingerprint(),
        tuple(report.article_entry(one.document) for one in readings),
        (examine(readings[:-1], readings[-1], replace(recipe, relate=recipe.claimed), checks),),
    )
