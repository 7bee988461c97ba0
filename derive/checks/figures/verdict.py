"""What became of a figure of a rewrite, and one verdict where several figures tell one change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from derive.checks.figures.likeness import Figure
from derive.facts.quantities import Quantity

_CONVERTED = ("(", "/", ", or", "or", "(about", "; ")
_TO = re.compile(r" ?[-–—] ?| to | and | or ")


class Fate(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    SWAPPED = "swapped"
    UNSUPPORTED = "unsupported"


class Verdict(Struct, frozen=True):
    """A figure of the rewrite that the originals do not bear out.

    `other` is the figure that has changed places with it, or the other end of what was a range.
    """

    figure: Figure
    fate: Fate
    rival: Figure | None = None
    other: Figure | None = None
    linked: bool = True  # whether the rival stands where the sentence was taken from


def once(verdicts: Iterable[Verdict], news: Sequence[Figure], text: str) -> Iterator[Verdict]:
    """Verdicts in text order, without conversions in brackets and second ends: the figure before says it."""
    last: Quantity | None = None
    for verdict in sorted(verdicts, key=lambda one: one.figure.mention.span):
        mention = verdict.figure.mention
        told = last is not None and last.span.end > mention.span.start
        if last is not None and not told and last.dimension == mention.dimension != "":
            told = text[last.span.end : mention.span.start].strip() in _CONVERTED
        if not told:
            verdict = _both_ends(verdict, news, text)
            if not _is_that_range(verdict):
                yield verdict
        last = mention if verdict.other is None else max(mention, verdict.other.mention, key=lambda one: one.span)


def _is_that_range(verdict: Verdict) -> bool:
    """Whether two figures are the two ends of the original's range: "5.5 to seven metres", "took from $5 to $7"."""
    if verdict.fate is not Fate.CHANGED or verdict.rival is None or verdict.other is None:
        return False
    one, other = sorted((verdict.figure.mention, verdict.other.mention), key=lambda end: end.span)
    rival = verdict.rival.mention
    if one.unit not in ("", rival.unit) or other.unit != rival.unit or not rival.low:
        return False
    return one.written == rival.written and abs(other.high - rival.high) < 1e-6 * rival.high


def _both_ends(verdict: Verdict, news: Sequence[Figure], text: str) -> Verdict:
    """A figure that was a range, with the one that stands for its other end: "€350m to £500m"."""
    figure, rival = verdict.figure, verdict.rival
    if verdict.fate is not Fate.CHANGED or rival is None or not rival.mention.ranged or figure.mention.ranged:
        return verdict
    at = next(number for number, one in enumerate(news) if one is figure)
    for other in (*news[at + 1 : at + 2], *news[max(0, at - 1) : at]):
        first, second = sorted((figure.mention.span, other.mention.span))
        if first.end < second.start and _TO.fullmatch(text, first.end, second.start):
            return replace(verdict, other=other)
    return verdict
