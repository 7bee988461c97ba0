"""What became of a hedge: is what it holds back told elsewhere without it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.telling import Told, Words, told
from derive.facts.hedges import Hedge, HedgeClass, Weight, contrary, makes_up
from derive.facts.reading import within
from derive.model import Role, Sentence

_TOLD = 0.5  # share of the governed words that must be told for the statement to be the same
_PLAIN = 0.8  # share that another sentence must tell to stand for the statement without the hedge
_SUPERLATIVE = frozenset("most least best worst first top leading".split())
_DEFINITE = frozenset("the its his her their our all".split())


def without(hedge: Hedge, origin: Words, other: Words, sentence: Sentence) -> Told | None:
    """Where a sentence tells what a hedge of `origin` holds back, with nothing that makes up for the hedge."""
    found = told(hedge.governs, origin, other, sentence)
    if found.share < _TOLD or not _asserts(hedge, found, other, sentence):
        return None
    others = within(other.reading.facts.hedges, sentence.span)
    if hedge.kind is HedgeClass.BOUND:
        lost = _bound_lost(hedge, origin, found, others)
    elif hedge.kind is HedgeClass.QUANTIFIER:
        lost = _quantifier_lost(hedge, origin, found, other, others)
    else:
        lost = not any(
            makes_up(hedge, one) and _over(one, found) and not _retold(one, hedge, origin, other) for one in others
        )
        lost = lost and (hedge.kind is not HedgeClass.INTENT or _is_done(hedge, found, other))
    return found if lost else None


def plain_elsewhere(hedge: Hedge, origin: Words, but: Sentence, others: Sequence[Words]) -> bool:
    """Whether some sentence, of its own article or another original, tells the same without the hedge."""
    for words in others:
        for sentence in words.document.sentences:
            if sentence.role is Role.BOILERPLATE or (words is origin and sentence.index == but.index):
                continue
            found = told(hedge.governs, origin, words, sentence)
            if found.share >= _PLAIN and without(hedge, origin, words, sentence) is not None:
                return True
    return False


def _over(other: Hedge, found: Told) -> bool:
    """Whether a hedge stands in the clause of what is told."""
    return other.scope[0] - 1 <= found.at[-1] and found.at[0] <= other.scope[1]


def _retold(other: Hedge, hedge: Hedge, origin: Words, rewrite: Words) -> bool:
    """Whether a hedge only tells again another one of the original's sentence, and so makes up for that one."""
    start = rewrite.keys[other.words[0]] or rewrite.norm(other.words[0])
    sentence = origin.document.sentence_at(hedge.span.start)
    if sentence is None or other.kind is HedgeClass.CREDIT:
        return False
    same = [
        at
        for at in range(*sentence.tokens)
        if not hedge.words[0] <= at < hedge.words[1] and (origin.keys[at] or origin.norm(at)) == start
    ]
    inside = [at for at in same if hedge.scope[0] <= at < hedge.scope[1]]
    # Two of a kind in one clause ("could potentially") may become one.
    return bool(same) and not (inside and other.weight is Weight.FIRM and other.kind is hedge.kind)


def _asserts(hedge: Hedge, found: Told, other: Words, sentence: Sentence) -> bool:
    """Whether the place states something: no question, and not in words that are quoted."""
    if other.text(sentence.span).rstrip("\"”'’").endswith("?"):
        return False
    if hedge.kind in (HedgeClass.BOUND, HedgeClass.QUANTIFIER):
        return found.head is not None
    return len(found.at) >= min(2, len(hedge.governs))


def _at_figure(others: Sequence[Hedge], figure: int | None) -> Iterator[Hedge]:
    return (one for one in others if one.kind is HedgeClass.BOUND and one.governs[0] == figure)


def _bound_lost(hedge: Hedge, origin: Words, found: Told, others: Sequence[Hedge]) -> bool:
    bounds = list(_at_figure(others, found.head))
    if bounds:
        return all(contrary(hedge, one) for one in bounds)
    return len(found.at) > 1 or len(hedge.governs) == 1


def _quantifier_lost(hedge: Hedge, origin: Words, found: Told, other: Words, others: Sequence[Hedge]) -> bool:
    assert found.head is not None
    before = range(max(0, found.head - 6), found.head)
    if hedge.sense == "one of":
        superlative = [at for at in hedge.governs[:1] if _is_superlative(origin, at)]
        kept = any(other.norm(at) in ("one", "among", "amongst", "some") for at in before)
        return bool(superlative) and not kept and _is_superlative(other, found.head)
    governing = [one for one in others if one.kind is HedgeClass.QUANTIFIER and one.governs[0] == found.head]
    if governing:
        return any(contrary(hedge, one) for one in governing)
    return (
        hedge.text.lower() == "some"
        and hedge.governs[0] == hedge.words[1]
        and other.norm(found.head).endswith("s")
        and other.norm(found.head - 1) in _DEFINITE
    )


def _is_superlative(words: Words, at: int) -> bool:
    return words.norm(at).endswith("est") or words.norm(at) in _SUPERLATIVE or words.norm(at - 1) in _SUPERLATIVE


def _is_done(hedge: Hedge, found: Told, other: Words) -> bool:
    """Whether what was planned is told as done (or, for a mere wish, as coming)."""
    head = found.head if found.head is not None else found.at[0]
    before = [other.norm(at) for at in range(max(0, head - 4), head)]
    if hedge.sense == "weak" and any(word in ("will", "would", "won't", "wouldn't") for word in before):
        return True
    if "to" in before[-2:] or any(word in ("will", "would", "if", "for") for word in before):
        return False
    return other.norm(head).endswith("ed")
