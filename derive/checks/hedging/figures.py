"""The figures and lengths of time of a sentence, and on which side of each the truth is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from derive.checks.telling import Words
from derive.facts.quantities import Bound, Kind
from derive.facts.quantities.bounds import bound_before, bound_behind
from derive.facts.quantities.compare import same_unit
from derive.facts.reading import within
from derive.model import Sentence, Span

_COUNTLESS = frozenset({Kind.ORDINAL, Kind.SCORE, Kind.VAGUE, Kind.LABEL})
_DENYING = frozenset("not no cannot none never neither nor nobody hardly barely scarcely n't".split())
_DENIED = 3  # words before a bound that a denial may stand in
_STRETCH = frozenset(
    "over within under".split()
)  # with a length of time a preposition: "the festival runs over three days"
_BEFORE_BOUND = frozenset("for in of after at to by with from took take takes lasted lasts".split())
_POINTING = frozenset("the this that these those past last next same".split())  # "over the past three years"
_RHETORICAL = frozenset("few little early".split())  # "as few as 38" are 38
_RULES = frozenset("limited limit capped cap ceiling maximum minimum".split())  # "limited to two terms"
_LOOSE = ("a couple", "a few")  # two and more
_AGE = "the age of "


class Figure(Struct, frozen=True):
    """What a figure is worth, in which unit, and its bound.

    `whole` covers the bound and what is counted too, and so does `words`, as a range of word positions.
    """

    span: Span
    whole: Span
    words: tuple[int, int]
    worth: tuple[float, float]
    unit: str
    kind: str
    bound: Bound

    @property
    def side(self) -> int:
        """1 for a floor, -1 for a ceiling, 0 for neither."""
        return self.bound.side

    def same(self, other: Figure) -> bool:
        """Whether two figures are worth the same, whatever bounds them."""
        if self.kind != other.kind or not (self.unit == other.unit or same_unit(self.unit, other.unit)):
            return False
        return all(abs(a - b) <= 1e-6 * max(abs(a), abs(b)) for a, b in zip(self.worth, other.worth, strict=True))


@lru_cache(maxsize=1 << 9)
def figures(words: Words, sentence: Sentence) -> tuple[Figure, ...]:
    """Those of a sentence, quantities first."""
    return tuple(_figures(words, sentence))


def _figures(words: Words, sentence: Sentence) -> Iterator[Figure]:
    facts, text = words.reading.facts, words.document.plain
    for quantity in within(facts.quantities, sentence.span):
        if quantity.kind not in _COUNTLESS and quantity.high:
            worth, kind = (quantity.low, quantity.high), quantity.dimension or "count"
            found = _bound(words, sentence, quantity.span, quantity.whole)
            if found is None and text[quantity.span.start - 1] != "(":  # not of "over 500 miles (800 km)"
                found = quantity.bound, quantity.whole
            yield _figure(words, sentence, quantity.span, worth, quantity.unit, kind, found)
    for date in within(facts.dates, sentence.span):
        if date.length is not None and date.length.said:
            worth = (date.length.said, date.length.said)
            found = _bound(words, sentence, date.span, date.span, timed=True)
            yield _figure(words, sentence, date.span, worth, date.length.unit, "time", found)


def _figure(
    words: Words,
    sentence: Sentence,
    span: Span,
    worth: tuple[float, float],
    unit: str,
    kind: str,
    found: tuple[Bound, Span] | None,
) -> Figure:
    bound, whole = found or (Bound.EXACT, span)
    start = words.at(whole)[0]
    before = (words.norm(at) for at in range(max(sentence.tokens[0], start - _DENIED), start))
    if bound.side and any(norm in _DENYING or norm.endswith("n't") for norm in before):
        bound = Bound.ABOUT  # "none of them was under 70": on which side, only a parser can tell
    return Figure(span, whole, words.at(whole), worth, unit, kind, bound)


def _bound(
    words: Words, sentence: Sentence, span: Span, whole: Span, *, timed: bool = False
) -> tuple[Bound, Span] | None:
    """The bound behind a figure or what it counts, else the one before it; and all its words."""
    text = words.document.plain
    if span.of(text).lower().startswith(_LOOSE):
        return Bound.ABOUT, whole
    start = span.start - len(_AGE) if text.endswith(_AGE, 0, span.start) else span.start
    before = bound_before(text, sentence.span.start, start)
    for end in (span.end, whole.end):
        behind = bound_behind(text, end, sentence.span.end)
        if behind and (not before or text.startswith("or ", end + 1)):  # "up to 20 days or longer"
            return behind[0], Span(whole.start, max(whole.end, behind[1]))
    if before is None:
        return None
    opener, _ = words.at(Span(before[1], start))
    stretch = timed and words.norm(opener) in _STRETCH and words.norm(opener - 1) not in _BEFORE_BOUND
    if stretch or words.norm(words.at(span)[0]) in _POINTING or words.norm(opener + 1) in _RHETORICAL:
        return Bound.EXACT, whole
    if _RULES.intersection(words.norms[opener : words.at(span)[0]]):
        return Bound.ABOUT, whole
    return before[0], Span(before[1], max(whole.end, span.end))
