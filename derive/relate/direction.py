"""Which of two related articles came first: named evidence with weights, and an honest "undecided".

Every measure is antisymmetric: swapping the two articles turns its sign. Positive speaks for the source first.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from derive.align.terms import values
from derive.facts import Reading
from derive.facts.reading import within
from derive.model import Alignment, Article, Direction, Evidence, Sentence
from derive.recipe import RelateRecipe

_DATELINE = re.compile(
    r"\A(?:[^\n]{0,200}\n\s*)?[A-Z][A-Z .,'’-]{2,40}[^\n.]{0,40}?(?:\([A-Z][\w ]{1,24}\) ?[-–—]|[–—] )"
)
_DATES = 4.0  # a publication order beyond the tolerance outweighs what the texts hint at


class Verdict(Struct, frozen=True):
    """A direction, its probability (0.5 to 1), and the reasons."""

    direction: Direction
    confidence: float
    evidence: tuple[Evidence, ...]


UNDECIDED = Verdict(Direction.UNDECIDED, 0.5, ())


def decide(alignment: Alignment, readings: tuple[Reading, Reading] | None, recipe: RelateRecipe) -> Verdict:
    """Weigh the dates and, where the readings (source, rewrite) are at hand, what the texts themselves tell."""
    if not alignment.links:
        return UNDECIDED
    evidence = [*_dates(alignment.source.article, alignment.rewrite.article, recipe)]
    if readings is not None:
        weights = _weights()
        for name, (value, detail) in measures(alignment, *readings).items():
            weight = round(weights.get(name, 0.0) * value, 3)
            if weight:
                evidence.append(Evidence(name, detail, weight))
    total = sum(one.weight for one in evidence)
    confidence = 1 / (1 + math.exp(-abs(total)))
    reasons = tuple(sorted(evidence, key=lambda one: (-abs(one.weight), one.name)))
    if confidence < recipe.decided:
        return Verdict(Direction.UNDECIDED, confidence, reasons)
    return Verdict(Direction.SOURCE_FIRST if total > 0 else Direction.REWRITE_FIRST, confidence, reasons)


@cache
def _weights() -> dict[str, float]:
    # Written by benchmarks/train_direction.py with its report.
    data = json.loads((Path(__file__).parent / "direction.json").read_text("utf-8"))
    weights: dict[str, float] = data["weights"]
    return weights


def _dates(source: Article, rewrite: Article, recipe: RelateRecipe) -> Iterator[Evidence]:
    one, other = source.published, rewrite.published
    if one is None or other is None:
        return
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        # A time without a zone is taken as UTC: the tolerance is for clocks, not for zones.
        moments = [m if m.tzinfo else m.replace(tzinfo=dt.UTC) for m in (one, other)]
        minutes = (moments[1] - moments[0]).total_seconds() / 60
        if abs(minutes) > recipe.tolerance_minutes:
            yield Evidence("published", f"{abs(minutes):.0f} minutes apart", math.copysign(_DATES, minutes))
    elif source.day != rewrite.day and source.day and rewrite.day:
        days = (rewrite.day - source.day).days
        yield Evidence("published", f"{abs(days)} days apart", math.copysign(_DATES, days))


def measures(alignment: Alignment, source: Reading, rewrite: Reading) -> dict[str, tuple[float, str]]:
    """Each measure (-1 to 1) with a word on what was counted."""
    linked_a = [source.document.sentences[i] for i in sorted({i for link in alignment.links for i in link.source})]
    linked_b = [rewrite.document.sentences[j] for j in sorted({j for link in alignment.links for j in link.rewrite})]
    return {
        "details": _details(source, linked_a, rewrite, linked_b),
        "quotes trimmed": _trimmed(source, rewrite),
        "speech made indirect": _indirect(source, linked_a, rewrite, linked_b),
        "quoted words": _quoted_words(source, linked_a, rewrite, linked_b),
        "wordiness": _wordiness(source, linked_a, rewrite, linked_b),
        "dateline": _dateline(source, rewrite),
        "credit": _credit(source, rewrite),
    }


def _balance(one: float, other: float) -> float:
    return (one - other) / (one + other + 1)


def _details(a: Reading, linked_a: list[Sentence], b: Reading, linked_b: list[Sentence]) -> tuple[float, str]:
    """A rewrite loses figures, dates and names on the way: those that only one side tells in its linked sentences."""
    keys_a, keys_b = _keys(a), _keys(b)
    only_a = len(_of(keys_a, linked_a) - set().union(*keys_b))
    only_b = len(_of(keys_b, linked_b) - set().union(*keys_a))
    return _balance(only_a, only_b), f"{only_a} details only in the source, {only_b} only in the rewrite"


def _keys(reading: Reading) -> list[set[str]]:
    """The figures, dates and names of each sentence."""
    return [
        {term.key for _, of_value in of_sentence for term in of_value if "~" not in term.key}
        | {word for name in within(reading.facts.names, sentence.span) for word in name.tokens}
        for of_sentence, sentence in zip(values(reading), reading.document.sentences, strict=True)
    ]


def _of(keys: list[set[str]], sentences: list[Sentence]) -> set[str]:
    return {key for sentence in sentences for key in keys[sentence.index]}


def _trimmed(a: Reading, b: Reading) -> tuple[float, str]:
    """A quotation is cut, it does not grow: one that stands whole in the other's longer one came second."""
    words_a, words_b = _quoted(a), _quoted(b)
    shorter_b = sum(any(f" {y} " in f" {x} " and len(y) < len(x) for x in words_a) for y in words_b)
    shorter_a = sum(any(f" {x} " in f" {y} " and len(x) < len(y) for y in words_b) for x in words_a)
    return _balance(shorter_b, shorter_a), f"{shorter_b} quotations shorter in the rewrite, {shorter_a} in the source"


def _quoted(reading: Reading) -> list[str]:
    spoken = ([word.norm for word in one.words if word.norm] for one in reading.facts.quotes)
    return [" ".join(words) for words in spoken if len(words) >= 3]


def _indirect(a: Reading, linked_a: list[Sentence], b: Reading, linked_b: list[Sentence]) -> tuple[float, str]:
    """Direct speech is retold, narration is not made speech: quoted words that the other has outside marks."""
    quoted_a, free_a = _spoken(a, linked_a)
    quoted_b, free_b = _spoken(b, linked_b)
    one, other = len((quoted_a - quoted_b) & free_b), len((quoted_b - quoted_a) & free_a)
    return _balance(one, other), f"{one} words quoted only in the source, {other} only in the rewrite"


def _quoted_words(a: Reading, linked_a: list[Sentence], b: Reading, linked_b: list[Sentence]) -> tuple[float, str]:
    """The one that was at the press conference quotes more of it."""
    one, other = (_count_quoted(side, linked) for side, linked in ((a, linked_a), (b, linked_b)))
    return _balance(one, other), f"{one} quoted words in the source, {other} in the rewrite"


def _count_quoted(reading: Reading, sentences: list[Sentence]) -> int:
    return (
        sum(
            min(quotation.span.end, sentence.span.end) - max(quotation.span.start, sentence.span.start)
            for quotation in reading.facts.quotes
            for sentence in sentences
            if quotation.span.overlaps(sentence.span)
        )
        // 6
    )


def _spoken(reading: Reading, sentences: list[Sentence]) -> tuple[set[str], set[str]]:
    """Content stems inside and outside quotation marks."""
    quoted: set[str] = set()
    free: set[str] = set()
    spans = [quotation.span for quotation in reading.facts.quotes]
    for sentence in sentences:
        here = [span for span in spans if span.overlaps(sentence.span)]
        for word in reading.document.words(sentence):
            if len(word.norm) > 3:
                spoken = any(span.start <= word.start and word.end <= span.end for span in here)
                (quoted if spoken else free).add(word.stem)
    return quoted, free


def _wordiness(a: Reading, linked_a: list[Sentence], b: Reading, linked_b: list[Sentence]) -> tuple[float, str]:
    """Words in linked sentences; by itself it decides little, a rewrite may be the longer one."""
    one, other = (sum(s.tokens[1] - s.tokens[0] for s in side) for side in (linked_a, linked_b))
    return _balance(one, other), f"{one} words in the source, {other} in the rewrite"


def _dateline(a: Reading, b: Reading) -> tuple[float, str]:
    one, other = (bool(_DATELINE.match(side.document.plain)) for side in (a, b))
    return float(one) - float(other), "only one opens with an agency's dateline"


def _credit(a: Reading, b: Reading) -> tuple[float, str]:
    """The one that names the other's outlet outside its own dateline took from it."""
    one, other = _names(b, a.document.article.outlet), _names(a, b.document.article.outlet)
    return float(one) - float(other), "one credits the other's outlet"


def _names(reading: Reading, outlet: str | None) -> bool:
    return bool(outlet) and re.search(rf"(?<!\w){re.escape(outlet or '')}(?!\w)", reading.document.plain) is not None
