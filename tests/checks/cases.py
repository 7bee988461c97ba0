"""Two short texts and one check: what it finds, with the real stages before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from derive import pipeline
from derive.align import align
from derive.checks import CHECKS, Examination
from derive.model import Article, Change
from derive.recipe import DEFAULT
from derive.relate import relate


def examination(source: str, rewrite: str, *, date: dt.date | None = None, others: Sequence[str] = ()) -> Examination:
    """A rewrite held against its originals."""
    texts = (source, *others)
    readings = [pipeline.reading(Article(f"source{number}", text, published=date)) for number, text in enumerate(texts)]
    mine = pipeline.reading(Article("rewrite", rewrite, published=date))
    alignments = tuple(align(one, mine, DEFAULT.align) for one in readings)
    relations = tuple(relate(one, DEFAULT.relate) for one in alignments)
    return Examination(mine, tuple(readings), alignments, relations)


def changes(
    source: str, rewrite: str, *, check: str, date: dt.date | None = None, others: Sequence[str] = ()
) -> list[Change]:
    """What one check finds in a rewrite."""
    run = next(one.run for one in CHECKS if one.id == check)
    return list(run(examination(source, rewrite, date=date, others=others)))
