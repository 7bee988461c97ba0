"""Whether a bound ("at least") or a quantifier ("some of") is lost where its figure or its noun is told again."""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.telling import Told, Words
from derive.facts.hedges import Hedge, HedgeClass, contrary, limits
from derive.model import Sentence, Span

_TELLING = 3  # a figure of three digits and more stands for its statement
_PLACE = frozenset("over under above below past near beyond".split())  # of time and place too: "over three days"
_ALL_OF = frozenset("all the these those both".split())
_ONE = frozenset("a an one half per".split())  # what makes a figure of "week" or "million"
_DURING = frozenset("for in during within of on".split())
_ONLY = frozenset("only just merely mere barely scarcely bare".split())
_SHORT_OF = frozenset("not hardly barely scarcely within inside".split())
_SUPERLATIVE = frozenset("most least best worst first top leading".split())
_DEFINITE = frozenset("the its his her their our all".split())


def bound_lost(
    hedge: Hedge, origin: Words, found: Told, other: Words, sentence: Sentence, others: Sequence[Hedge]
) -> bool:
    """Whether the figure that a bound stands at is told without one, or with one that points the other way."""
    head = found.head or 0
    figures = {at for at in range(*sentence.tokens) if other.keys[at] == other.keys[head]}
    bounds = [one for one in others if one.kind is HedgeClass.BOUND and one.governs[:1] and one.governs[0] in figures]
    if bounds:
        return all(contrary(hedge, one) for one in bounds)
    if other.keys[head][:1] != "#" and other.norm(head - 1) not in _ONE and other.norm(head) != "half":
        return False  # "a week" for "the same week" counts no weeks
    small = len(other.keys[head]) <= _TELLING
    if small and _counted_later(hedge, origin):
        return False
    before = origin.norm(hedge.words[0] - 1)  # "for over 30 hours" is a bound all the same
    if small and hedge.text.lower() in _PLACE and other.norm(head - 1) in _DURING and before not in _DURING:
        return False
    words = {other.norm(at) for at in range(*sentence.tokens)}
    if words & limits() or (hedge.sense in ("max", "under") and words & _ONLY):
        return False  # "40 tons being the limit"; "only 30 miles" is no more than 30
    if hedge.sense in ("max", "under", "near") and {other.norm(head - 1), other.norm(head - 2)} & _SHORT_OF:
        return False  # "not 13 hours later", "hardly a week"
    if other.norm(head - 2) == hedge.text.lower():
        return False  # "almost to zero"
    end = other.document.tokens[head].end
    own = origin.document.tokens[hedge.governs[0]].end
    twice = other.keys[head + 1 : head + 2] == (other.keys[head],)  # "twenty-eight" is one figure
    joined = not twice and other.text(Span(end, end + 1)) == "-" != origin.text(Span(own, own + 1))
    if joined or (other.keys[head][0] != "#" and other.keys[head - 1][:1] == "#"):
        return False  # "a two-hour delay" names the kind; "four million" is not "a million"
    return len(found.at) > 1 or len(hedge.governs) == 1


def _counted_later(hedge: Hedge, origin: Words) -> bool:
    """Whether the next sentence tells the figure of a bound as settled: "at least three … all three"."""
    place = origin.document.sentence_at(hedge.span.start)
    following = origin.document.sentences[place.index + 1 : place.index + 2] if place else ()
    return any(
        origin.keys[at] == origin.keys[hedge.governs[0]] and origin.norm(at - 1) in _ALL_OF
        for sentence in following
        for at in range(sentence.tokens[0] + 1, sentence.tokens[1])
    )


def quantifier_lost(hedge: Hedge, origin: Words, found: Told, other: Words, others: Sequence[Hedge]) -> bool:
    """Whether the same is told of more: of all for some, of the best for one of the best."""
    assert found.head is not None
    before = range(max(0, found.head - 6), found.head)
    if hedge.sense == "one of":
        superlative = [at for at in hedge.governs[:1] if _is_superlative(origin, at)]
        kept = any(other.norm(at) in ("one", "among", "amongst", "some") for at in before)
        return bool(superlative) and not kept and _is_superlative(other, found.head)
    governing = [one for one in others if one.kind is HedgeClass.QUANTIFIER and one.governs[:1] == (found.head,)]
    if governing:
        same = any(one.kind is HedgeClass.QUANTIFIER and one.sense == hedge.sense for one in others)
        return not same and any(contrary(hedge, one) for one in governing)
    return (
        hedge.text.lower() == "some"
        and hedge.governs[0] == hedge.words[1]
        and other.norm(found.head).endswith("s")
        and other.norm(found.head - 1) in _DEFINITE
    )


def _is_superlative(words: Words, at: int) -> bool:
    return words.norm(at).endswith("est") or words.norm(at) in _SUPERLATIVE or words.norm(at - 1) in _SUPERLATIVE
