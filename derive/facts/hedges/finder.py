"""Document -> hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from msgspec import Struct

from derive.facts.hedges.hedge import Hedge, HedgeClass, Weight
from derive.facts.lexicon import load
from derive.facts.polarity.clauses import Break, Clauses
from derive.facts.polarity.phrases import Phrases, inside
from derive.facts.polarity.words import key_of
from derive.model import Document, Role, Sentence, Span

_REACH = 6  # words of content that a hedge is compared by
_CLAUSE = 60  # words on either side at most: no clause is longer, and the time stays linear
_PHRASE = 4  # words of which the noun may be the last: "a possible second criminal trial"
_NOUN = 3  # "alleged", "one of the": the phrase that follows
_RELATIVE = frozenset("who whom whose which where".split())
_STOP = re.compile(r"[,;:.—–()]")  # no phrase goes on beyond one
_STATED = re.compile(r"[:,]? [\"“]|:")
_ATTRIBUTIVE = frozenset("a an the in of with for by from its their his her".split())
_MONTH_BEFORE = frozenset("in on last next early late mid since of by until from this".split())


class _Entry(Struct, frozen=True):
    kind: HedgeClass
    sense: str
    weight: Weight
    reach: str
    unless_next: frozenset[str]
    unless_before: frozenset[str]


@cache
def _phrases() -> Phrases[_Entry | None]:
    """All phrases of the lexicon; None marks one that only looks like a hedge."""
    lexicon = load("hedges")
    found: list[tuple[str, _Entry | None]] = [(phrase, None) for phrase in lexicon["mask"]]
    for group in lexicon["hedge"]:
        entry = _Entry(
            HedgeClass(group["class"]),
            group["sense"],
            Weight(group.get("weight", "firm")),
            group["reach"],
            frozenset(group.get("unless_next", ())),
            frozenset(group.get("unless_before", ())),
        )
        found += [(phrase, entry) for phrase in group["words"]]
    return Phrases(found)


def find(document: Document, clauses: Clauses | None = None) -> tuple[Hedge, ...]:
    """All hedges, in text order. One place may hold several of different class."""
    clauses = clauses or Clauses.of(document)
    say = key_of("say", "say")  # who says it is not what is held back
    keyed = tuple(["" if key == say else key for key in clauses.keys])
    places = _phrases().places(document.tokens)
    return tuple(
        hedge
        for sentence in document.sentences
        for hedge in _in(document, sentence, inside(places, sentence.tokens), clauses, keyed)
    )


def _in(
    document: Document, sentence: Sentence, places: Sequence[int], clauses: Clauses, keyed: Sequence[str]
) -> Iterator[Hedge]:
    tokens = document.tokens
    first, last = sentence.tokens
    stops = clauses.breaks[sentence.index]
    taken = masked = first  # firm hedges do not overlap each other
    phrases = _phrases()
    for at in places:
        found = phrases.at(tokens, at, last)
        if found and found[0][1] is None:
            taken = masked = max(taken, at + found[0][0])
        if not found or at < masked or _is_month(document, sentence, at):
            continue
        seen: set[HedgeClass] = set()
        for size, entry in found:
            if entry is None or entry.kind in seen or not _fits(document, entry, at, size, first, last):
                continue
            if entry.weight is Weight.FIRM:
                if at < taken:
                    continue
                taken = at + size
            seen.add(entry.kind)
            hedge = _hedge(document, entry, (at, at + size), first, last, stops, keyed)
            if hedge is not None:
                yield hedge


def _fits(document: Document, entry: _Entry, at: int, size: int, first: int, last: int) -> bool:
    tokens = document.tokens
    following = tokens[at + size].norm if at + size < last else ""
    before = tokens[at - 1].norm if at > first else ""
    if _STOP.search(document.plain, tokens[at].start, tokens[at + size - 1].start):
        return False
    denied = any(token.norm in _negating() for token in tokens[max(first, at - 2) : at])
    if denied and entry.kind is not HedgeClass.INTENT:  # what is not expected to come is no fact either
        return False
    if entry.kind is HedgeClass.FREQUENCY and entry.weight is Weight.FIRM and before in _ATTRIBUTIVE:
        return False  # "in commonly used products"
    if _STATED.match(document.plain, tokens[at + size - 1].end):
        return False  # "he proposed: …", in his own words
    if entry.sense == "most" and before.endswith("'s"):
        return False  # "Norvane's most loved singer"
    return following not in entry.unless_next and before not in entry.unless_before


def _is_month(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether "May" is the month: a capital inside a sentence (a headline may set every word so), or before a day."""
    token, first, last = document.tokens[at], *sentence.tokens
    if token.norm != "may" or document.plain[token.start] != "M":
        return False
    following = document.tokens[at + 1].norm if at + 1 < last else ""
    before = document.tokens[at - 1].norm if at > first else ""
    if following[:1].isdigit() or before[:1].isdigit() or before in _MONTH_BEFORE:
        return True
    return at > first and sentence.role is Role.BODY


def _further(
    document: Document, ahead: list[int], left: int, first: int, stops: Sequence[Break], keyed: Sequence[str]
) -> tuple[list[int], int]:
    """What stands before a hedge, beyond its clause: "…, reportedly.", or "The dam, which is old, reportedly …"."""
    found = list(ahead)
    floor = max(first, left - _CLAUSE)
    while left > floor and len(found) < _NOUN:
        start = left - 1
        while start > floor and stops[start - first] is not Break.HARD:
            start -= 1
        if document.tokens[start].norm not in _RELATIVE or start == first:
            found += [at for at in range(left - 1, start - 1, -1) if keyed[at]]
        left = start
    return found, left


@cache
def _negating() -> frozenset[str]:
    return frozenset(load("hedges")["negating"].split())


def _head_first(after: list[int]) -> list[int]:
    """The words behind an adjective with the noun that it stands at in front: the last of those without a gap."""
    last = next((at for at, following in pairwise(after) if following != at + 1), after[-1])
    return [last, *(at for at in after if at != last)]


def _hedge(
    document: Document,
    entry: _Entry,
    words: tuple[int, int],
    first: int,
    last: int,
    stops: Sequence[Break],
    keyed: Sequence[str],
) -> Hedge | None:
    tokens = document.tokens
    start, end = words
    left, right = start, end
    while left > max(first, start - _CLAUSE) and stops[left - first] is not Break.HARD:
        left -= 1
    right = min(end + 1, last)  # a comma right after the hedge is no end: "Reportedly, he …"
    if tokens[end - 1].norm == "of":
        right = min(end + 2, last)  # "some of those who …"
    while right < min(last, end + _CLAUSE) and stops[right - first] is not Break.HARD:
        right += 1
    after = [at for at in range(end, right) if keyed[at]]
    ahead = [at for at in range(start - 1, left - 1, -1) if keyed[at]]
    if entry.reach == "clause" and len(after) + len(ahead) < _NOUN:
        ahead, left = _further(document, ahead, left, first, stops, keyed)
    if entry.kind is HedgeClass.MODALITY and entry.reach == "right" and tokens[left].norm == "so":
        return None  # "so researchers could study it": a purpose, and no doubt
    far = not after or (after[0] > end + 1 and tokens[end - 1].norm != "of")  # but "all of them in the north"
    if entry.reach == "noun" and (far or stops[min(end, last - 1) - first] is Break.HARD):
        return None
    governs = after[: _NOUN if entry.reach == "noun" else _REACH]
    if entry.reach == "noun" and entry.kind is not HedgeClass.QUANTIFIER:
        governs = _head_first(after[:_PHRASE])[:_NOUN]
    if (after or entry.reach == "clause") and entry.reach != "noun" and len(governs) < 3:
        governs += [at for at in ahead if at not in governs][: 3 - len(governs)]
    governs = [next(same) for _, same in groupby(governs, key=lambda at: keyed[at])]
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Hedge(
        span,
        span.of(document.plain),
        entry.kind,
        entry.sense,
        entry.weight,
        words,
        (left, right),
        tuple(governs),
        entry.reach,
    )
