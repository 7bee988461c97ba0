"""Document -> predicates that are denied, opposites, or stations on a ladder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from derive.facts.polarity import lexicon
from derive.facts.polarity.clauses import Break, Clauses
from derive.facts.polarity.phrases import inside
from derive.facts.polarity.predicate import Order, Polarity, Predicate
from derive.facts.polarity.words import is_adverb, key_of
from derive.model import Document, Span

_LEAST = 2
_VERBAL = frozenset("to will would can could may might must shall should did do does not police prosecutors".split())
_UNITS = frozenset("second minute hour day night week fortnight month year decade while moment".split())
_SOON = 8  # words in which "only" or "more than" limits what is allowed
_CLAUSE = 60  # words of a clause at most: none is longer, and the time stays linear
_AFTER, _BEFORE = 4, 3  # words of content about a predicate that it is compared by
_MORE = frozenset(
    "more less better worse greater bigger larger higher lower fewer than longer older younger sooner faster stronger"
    " deeper closer taller wider richer".split()
)
_EXCEPT = frozenset("other previous prior".split())  # "no other town" leaves one out
_SUBJECT = {"no": 4, "none": 10, "nobody": 6, "neither": 8}  # words from a subject that denies to its verb at most
_WHOLE = frozenset("no none nothing nobody neither".split())  # deny a whole clause: "no attack had been deadlier"
_TIME = frozenset(
    "week month year night day decade century summer winter spring autumn minute season monday quarter half".split()
)


class _Reading(Struct, frozen=True, dict=True):
    """A sentence as the grammar walks over it."""

    document: Document
    keys: Sequence[str]
    first: int
    last: int
    stops: Sequence[Break]

    @cached_property
    def norms(self) -> frozenset[str]:
        return frozenset(token.norm for token in self.document.tokens[self.first : self.last])

    def norm(self, at: int) -> str:
        return self.document.tokens[at].norm if self.first <= at < self.last else ""

    def end(self, at: int, stop: Break) -> int:
        """Where the clause with a word ends."""
        limit = min(self.last, at + _CLAUSE)
        at += 1
        while at < limit and self.stops[at - self.first] < stop:
            at += 1
        return at

    def start(self, at: int) -> int:
        """Where the clause with a word begins."""
        limit = max(self.first, at - _CLAUSE)
        while at > limit and self.stops[at - self.first] is not Break.HARD:
            at -= 1
        return at

    def content(self, start: int, end: int) -> list[int]:
        return [at for at in range(start, end) if self.keys[at]]


class _Negator(Struct, frozen=True):
    start: int
    end: int  # where what it denies begins
    scope: int  # where its clause ends
    focus: int  # the word of content that it denies
    sure: bool  # whether that word is all that it denies


def find(document: Document, clauses: Clauses | None = None) -> tuple[Predicate, ...]:
    """All of them, in text order; one word may be of several kinds."""
    clauses = clauses or Clauses.of(document)
    denying = lexicon.negators().places(document.tokens)
    telling = [
        at
        for at, (token, key) in enumerate(zip(document.tokens, clauses.keys, strict=True))
        if lexicon.tells(token.norm, token.stem, key)
    ]
    found: list[Predicate] = []
    for sentence in document.sentences:
        reading = _Reading(document, clauses.keys, *sentence.tokens, clauses.breaks[sentence.index])
        places = inside(denying, sentence.tokens), inside(telling, sentence.tokens)
        if any(places):
            found += sorted(_in(reading, *places), key=lambda one: (one.span, one.key))
    return tuple(found)


def _in(reading: _Reading, denying: Sequence[int], telling: Sequence[int]) -> Iterator[Predicate]:
    every = list(_negators(reading, denying))
    negators = _cancelled(every)
    denials = Counter(one.focus for one in negators)
    within = {at for one in negators for at in range(one.start, one.end)}
    unsure = {one.focus for one in every if not one.sure}
    reach = 0  # how far the denials so far go: "not … without" denies nothing plainly
    for negator in negators:
        at = negator.focus
        if negator.sure and negator.start >= reach and denials[at] % 2:
            yield _predicate(reading, (at, at + 1), reading.keys[at], Polarity.DENIED, negator=negator)
        reach = max(reach, negator.scope)
    by_focus = {one.focus: one for one in reversed(every)}
    by_verb = _verbs(reading, negators)
    phrases, by_key = lexicon.opposites()
    ladders, tokens = lexicon.ladders(), reading.document.tokens
    floor = reading.first
    for at in telling:
        if at < floor:
            continue
        denied = lexicon.denied_by_prefix(tokens[at].norm)
        if denied and not denials[at] % 2 and at not in within:
            yield _predicate(reading, (at, at + 1), denied, Polarity.DENIED)
        size, sides = 1, by_key.get(reading.keys[at], ())
        found = phrases.at(tokens, at, reading.last)
        if found:
            size = found[0][0]
            sides = () if found[0][1] is None else tuple(side for length, side in found if side and length == size)
        for side in sides:
            if _is_side(reading, side, at) and at not in unsure:
                yield _opposite(reading, side, (at, at + size), by_focus.get(at) or by_verb.get(at))
                if at in by_verb:  # the verb alone, not its object
                    by_verb = {other: one for other, one in by_verb.items() if one != by_verb[at] or other == at}
        for number, step in ladders.get(reading.keys[at], ()):
            if not denials[at] % 2 and not _is_noun(reading, at):
                yield _predicate(reading, (at, at + 1), f"ladder {number}", Polarity.AFFIRMED, step=step)
        floor = at + size


def _negators(reading: _Reading, places: Sequence[int]) -> Iterator[_Negator]:
    tokens, phrases = reading.document.tokens, lexicon.negators()
    floor = reading.first
    for at in places:
        found = phrases.at(tokens, at, reading.last) if at >= floor else ()
        if not found:
            continue
        size, denies = found[0]
        floor = at + size
        if denies:
            scope = reading.end(at + size - 1, Break.HARD)
            inside = reading.content(at + size, scope)
            focus = next((one for one in inside if not is_adverb(reading.norm(one))), None)
            if focus is not None:
                between = {reading.norm(one) for one in range(at + size, focus)}
                whole = reading.norm(at) in _WHOLE
                nearby = range(at + size, scope if whole else focus + 1)
                sure = (
                    reading.keys[focus][0] != "#"
                    and not (between | {reading.norm(focus)}) & _EXCEPT
                    and not between & lexicon.vague()
                    and not any(_is_comparative(reading, one) for one in nearby)
                )
                yield _Negator(at, at + size, scope, focus, sure)


def _is_comparative(reading: _Reading, at: int) -> bool:
    """Whether "no … deadlier" may be "the deadliest"."""
    return reading.norm(at) in _MORE or (reading.norm(at).endswith("ier") and bool(reading.keys[at]))


def _verbs(reading: _Reading, negators: Sequence[_Negator]) -> dict[int, _Negator]:
    """What a negated subject denies besides its noun: "none of the 40 sailors survived" denies the surviving."""
    found: dict[int, _Negator] = {}
    for one in negators:
        most = _SUBJECT.get(reading.norm(one.start), 0) if reading.norm(one.end - 1) != "longer" else 0
        if most:
            end = min(reading.end(one.end - 1, Break.SOFT), one.end + most)
            found |= dict.fromkeys(reading.content(one.focus + 1, end), one)
    return found


def _cancelled(negators: list[_Negator]) -> list[_Negator]:
    """Without the pairs of which one denies the other: "did not fail to"."""
    gone: set[int] = set()
    for number, (one, other) in enumerate(pairwise(negators)):
        if other.start <= one.focus < other.end:
            gone |= {number, number + 1}
    return [one for number, one in enumerate(negators) if number not in gone]


def _is_noun(reading: _Reading, at: int) -> bool:
    """Whether a word that names no station as a noun is one: no "to", "will" stands before it."""
    norm = reading.norm(at)
    return norm in lexicon.no_stations() and (norm.endswith("s") or reading.norm(at - 1) not in _VERBAL)


def _is_side(reading: _Reading, side: lexicon.Side, at: int) -> bool:
    following = reading.norm(at + 1)
    if reading.norm(at) in ("last", "first", "final") and (following in _TIME or following.rstrip("s") in _TIME):
        return False
    if side.order is Order.TIME and reading.norm(at - 1).rstrip("s") in _UNITS:
        return False  # "two days before": a date
    if side.unless and any(reading.norm(one) in side.unless for one in range(at + 1, at + 1 + _SOON)):
        return False
    return not side.near or bool(side.near & reading.norms)


def _opposite(reading: _Reading, side: lexicon.Side, head: tuple[int, int], by: _Negator | None) -> Predicate:
    sign = -side.sign if by else side.sign
    polarity = Polarity.AFFIRMED if sign > 0 else Polarity.DENIED
    return _predicate(reading, head, f"axis {side.axis}", polarity, order=side.order, negator=by)


def _predicate(
    reading: _Reading,
    head: tuple[int, int],
    key: str,
    polarity: Polarity,
    *,
    order: Order = Order.FREE,
    step: int = 0,
    negator: _Negator | None = None,
) -> Predicate:
    tokens, plain = reading.document.tokens, reading.document.plain
    preposition = order in (Order.AFTER, Order.TIME)
    stop = Break.SOFT if preposition else Break.HARD
    after = reading.content(head[1], reading.end(head[1] - 1, stop))[:_AFTER]
    before = reading.content(reading.start(head[0]), negator.start if negator else head[0])[::-1]
    before = [at for at in before if reading.keys[at] != key_of("say", "say")][
        :_BEFORE
    ]  # who says so is not what is denied
    if order is Order.FREE and len(after) + len(before) < _LEAST:  # the words about it stand beyond a stop
        after = reading.content(head[1], min(reading.last, head[1] + _CLAUSE))[:_LEAST]
        start = negator.start if negator else head[0]
        before = reading.content(max(reading.first, start - _CLAUSE), start)[::-1][:_BEFORE]
    own = [at for at in range(*head) if reading.keys[at]]
    phrase = (*own, *after) if preposition else (*own, *after, *before)
    start = min(head[0], negator.start if negator else head[0])
    span = Span(tokens[start].start, tokens[head[1] - 1].end)
    scope = (negator.end, negator.scope) if negator else None
    words = (negator.start, negator.end) if negator else None
    return Predicate(span, span.of(plain), head, key, polarity, order, step, words, scope, tuple(phrase), tuple(before))
