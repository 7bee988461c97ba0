"""Document -> hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from derive.facts.hedges.hedge import Hedge, HedgeClass, Weight
from derive.facts.lexicon import load
from derive.facts.polarity.clauses import Break, Clauses
from derive.facts.polarity.phrases import Phrases, inside
from derive.facts.polarity.words import key_of
from derive.model import Document, Role, Sentence, Span

_REACH = 6  # words of content that a hedge is compared by
_CLAUSE = 60  # words on either side at most: no clause is longer, and the time stays linear
_NOUN = 3  # "alleged", "one of the": the phrase that follows
_RELATIVE = frozenset("who whom whose which where".split())
_STOP = re.compile(r"[,;:.—–()]")  # no phrase goes on beyond one
_MONTH_BEFORE = frozenset("in on last next early late mid since of by until from this".split())


# "Not expected to", "no more than": held back all the same.
_TOLD_IF_DENIED = frozenset({HedgeClass.BOUND, HedgeClass.INTENT})
_TURNED = {"over": "max", "under": "min"}


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
    if entry.reach == "figure before" and following[:1].isdigit():
        return False
    if entry.kind not in _TOLD_IF_DENIED and any(
        token.norm in _negating() for token in tokens[max(first, at - 2) : at]
    ):
        return False
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


def _sense(entry: _Entry, document: Document, at: int, left: int) -> str:
    """The sense of an entry; "not more than", in whatever words, is at most."""
    if entry.sense in _TURNED and any(token.norm in _negating() for token in document.tokens[max(left, at - 4) : at]):
        return _TURNED[entry.sense]
    return entry.sense


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


def _figure(
    document: Document, entry: _Entry, words: tuple[int, int], first: int, last: int, keyed: Sequence[str]
) -> int | None:
    """The figure or amount that a bound stands at: right after it, or a few words before ("20 days or longer")."""
    tokens = document.tokens
    if entry.reach == "figure before":
        return next((at for at in range(words[0] - 1, max(first, words[0] - 4) - 1, -1) if keyed[at][:1] == "#"), None)
    at = words[1]
    if at < last and tokens[at].norm in ("a", "an"):
        at += 1
    return at if at < last and (keyed[at][:1] == "#" or tokens[at].norm in _amounts()) else None


@cache
def _amounts() -> frozenset[str]:
    return frozenset(load("hedges")["amounts"].split())


@cache
def _negating() -> frozenset[str]:
    return frozenset(load("hedges")["negating"].split())


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
    while right < min(last, end + _CLAUSE) and stops[right - first] is not Break.HARD:
        right += 1
    after = [at for at in range(end, right) if keyed[at]]
    ahead = [at for at in range(start - 1, left - 1, -1) if keyed[at]]
    if entry.reach == "clause" and len(after) + len(ahead) < _NOUN:
        ahead, left = _further(document, ahead, left, first, stops, keyed)
    if entry.reach == "noun" and (not after or after[0] > end + 1 or stops[min(end, last - 1) - first] is Break.HARD):
        return None
    governs = after[: _NOUN if entry.reach == "noun" else _REACH]
    if entry.reach.startswith("figure"):
        figure = _figure(document, entry, words, first, last, keyed)
        if figure is None:
            return None
        rest = [at for at in range(figure + 1, right if entry.reach == "figure" else start) if keyed[at]]
        governs = [figure, *(at for at in rest if keyed[at] != keyed[figure])][: 1 + _NOUN]
    if (after or entry.reach == "clause") and entry.reach != "noun" and len(governs) < 3:
        governs += [at for at in ahead if at not in governs][: 3 - len(governs)]
    governs = [next(same) for _, same in groupby(governs, key=lambda at: keyed[at])]
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Hedge(
        span,
        span.of(document.plain),
        entry.kind,
        _sense(entry, document, start, left),
        entry.weight,
        words,
        (left, right),
        tuple(governs),
        entry.reach,
    )
